using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.Notes;
using WhistleNet.Reports;

namespace WhistleNet.Rounds;

/// <summary>One chore of the watchman: what it is called, when he walks it (cron, UTC), and the verb that it calls.</summary>
public sealed record Round(string Name, string When, Func<IServiceProvider, CancellationToken, Task> Walk);

/// <summary>
/// Everything that is done by the minute and the day. Each line is a verb that could be called at any time: it asks the database what is due by
/// the house's own clock, so that walked twice, early, late or after a kill it leaves the same rows. All are walked once at start, for what was
/// missed while the house was down. What needs seconds is <see cref="EscalationClock"/>'s.
/// </summary>
public static class Timetable
{
    public static readonly IReadOnlyList<Round> Rounds =
    [
        new("reports", "* * * * *", (house, stop) => house.GetRequiredService<ReportRound>().Walk(stop)),
        new("drill-reminders", "*/10 * * * *", (house, stop) => house.GetRequiredService<PlanRound>().Remind(stop)),
        new("mediations", "* * * * *", (house, stop) => house.GetRequiredService<MediationRound>().Walk(stop)),
        new("log-heads", "5 * * * *", (house, stop) => house.GetRequiredService<HeadsRound>().Walk(stop)),
        new("appeals", "*/10 * * * *", (house, stop) => house.GetRequiredService<AppealWatch>().Look(stop)), // at start, and for what another server was told
        new("ready-months", "35 * * * *", (house, stop) => house.GetRequiredService<MonthRound>().Walk(stop)),
        new("pruning", "25 * * * *", (house, stop) => house.GetRequiredService<Pruning>().Walk(stop)),
        new("masking", "45 * * * *", (house, stop) => house.GetRequiredService<Masking>().Walk(stop)),
    ];
}
