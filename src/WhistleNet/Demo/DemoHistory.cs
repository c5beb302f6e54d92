using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>
/// What the town did before the demo begins, so that the loop can be seen whole: a plan; a drill that was slow, its report and an improvement;
/// the next drill, which met that one and gave rise to another; and the plan due again tomorrow. Between them lie whistles, notes and a quarrel
/// that comes back (<see cref="DemoMonth"/>). Last week its gear was inspected; who keeps all of it ready is <see cref="DemoWeek"/>'s.
/// </summary>
internal static class DemoHistory
{
    private const int EveryMonths = 2; // after a slow drill one
    private static readonly TimeOnly Morning = new(10, 0);
    private static readonly Actor Organizer = DemoTown.AsOrganizer;

    /// <summary>How long the town has been there.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromDays(75); // names of what is older are masked

    /// <summary>Plays it up to <paramref name="now"/>, by a clock that is moved.</summary>
    public static async Task Play(DemoPast past, DateTimeOffset now)
    {
        var here = new StationTime(past.The<Calling>().ZoneOf(DemoTown.StationId));
        var second = DateOnly.FromDateTime(here.Here(now).DateTime).AddDays(1).AddMonths(-1);
        var first = second.AddMonths(-1);
        var month = new DemoMonth(past, now, (day, time) => here.StartOf(day) + time.ToTimeSpan());
        await DemoGear.Enter(past, now);
        await DemoWeek.Begin(past, now);
        await month.Until(At(here, first.AddDays(-7)));
        await past.Until(At(here, first.AddDays(-7)));
        Must(await past.The<PlanDesk>().Make(Organizer, new PlanRequest(DemoSay.DrillTitle, [DemoTown.FirstCircle], DemoDrill.Scenario, DrillForm.Live, DemoDrill.Minutes, EveryMonths, Morning, null)));
        var plan = await Plan(past);

        await past.Until(At(here, first));
        var slow = await new PastDrill(past, plan).Play(PastDrill.Slow);
        await Report(past, slow, PastVoices.OfSlow);
        Must(await past.The<ImprovementDesk>().Add(Organizer, slow.ReportId, PastVoices.ShieldAtTheDoor(past.Now.AddDays(35))));

        await month.Until(At(here, second));
        await past.Until(At(here, second));
        var better = await new PastDrill(past, plan).Play(PastDrill.Better);
        await Report(past, better, PastVoices.OfBetter);
        Must(await past.The<ImprovementDesk>().Add(Organizer, better.ReportId, PastVoices.ThreeTogether(now.AddDays(21))));
        await month.Until(now.AddDays(-6));
        await past.Until(now.AddDays(-6));
        await DemoGear.Inspect(past);
        await month.End();
        await DemoWeek.End(past, now, here);
        await past.Walk();
    }

    // In the afternoon the phones are asked, the next morning the organizer writes down what to make of it.
    private static async Task Report(DemoPast past, DrillPlayed drill, PastVoices voices)
    {
        await past.Until(past.Now.AddHours(2).AddMinutes(20));
        await past.Walk();
        var desk = past.The<ReportDesk>();
        foreach (var (who, ticks, well, better) in voices.Answers(past))
        {
            await past.Until(past.Now.AddMinutes(7));
            await desk.Answer(who, drill.ReportId, ticks, well, better);
        }
        await past.Until(past.Now.AddHours(19));
        Must(await desk.Comment(DemoTown.AsOfficer, drill.ReportId, voices.Comment));
        Must(await desk.Assess(Organizer, drill.ReportId, voices.Assessment, past.Now.AddYears(1), edition: 0));
        await past.Walk();
    }

    internal static void Must(Text? wrong)
    {
        if (wrong is { } why) throw new InvalidOperationException($"The demo's past was refused: {why}");
    }

    private static DateTimeOffset At(StationTime here, DateOnly day) => here.StartOf(day) + Morning.ToTimeSpan();

    private static async Task<string> Plan(DemoPast past)
    {
        await using var db = await past.The<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
        return await db.DrillPlans.Select(p => p.Id).SingleAsync();
    }
}
