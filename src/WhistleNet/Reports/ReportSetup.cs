using WhistleNet.Live;

namespace WhistleNet.Reports;

public static class ReportSetup
{
    public static WebApplicationBuilder AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Times(builder.Configuration)).AddSingleton<ReportRounds>().AddSingleton<TableBoard>().AddSingleton<ReportBoard>().AddSingleton<CommsBoard>().AddSingleton<DrillReportBoard>().AddSingleton<ReportDesk>()
            .AddSingleton<ImprovementDesk>().AddSingleton<ImprovementBoard>().AddSingleton<CarriedBoard>().AddSingleton<StatisticsBoard>().AddSingleton<ReadinessBoard>().AddSingleton<MonthRound>();
        builder.Services.AddSingleton<ReportRound>().AddHostedService(s => s.GetRequiredService<ReportRound>()).AddWatcher<ReportRound>();
        return builder;
    }

    // WhistleNet:Reports:DueDays, and WhistleNet:Reports:RemindHours:0, :1 and so on, from the end of the alert.
    private static ReportTimes Times(ConfigurationManager set)
    {
        var due = set.GetValue<double?>("WhistleNet:Reports:DueDays") is { } days and > 0 and < 366 ? TimeSpan.FromDays(days) : ReportTimes.Default.Due;
        var reminders = set.GetSection("WhistleNet:Reports:RemindHours").Get<double[]>() is { Length: > 0 } hours ? hours.Where(h => h > 0).Order().Select(TimeSpan.FromHours).ToList() : ReportTimes.Default.Reminders;
        return new(due, reminders);
    }
}
