using WhistleNet.Live;

namespace WhistleNet.Alerts;

public static class AlertSetup
{
    public static WebApplicationBuilder AddAlerts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Calling>().AddSingleton<Climbing>().AddSingleton<Mustering>().AddSingleton<WhistleDesk>().AddSingleton<AlertDesk>().AddSingleton<AnswerDesk>().AddSingleton<AlertBoard>().AddSingleton<StationBoard>().AddSingleton<PastBoard>().AddSingleton<Timelines>().AddSingleton<WhistleSheets>()
            .AddSingleton<AppealDesk>().AddSingleton<FalseAlarmBoard>().AddSingleton<AppealWatch>().AddWatcher<AppealWatch>();
        return builder;
    }
}
