using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Rounds;

namespace WhistleNet.Drills;

/// <summary>
/// The whole loop in one story: plan, reminder, start, press, arrivals, stop, "this was a drill", report, improvement, second drill, condition met, closed. The
/// clock is moved, Hangfire really runs, and the house is stopped and started again in every gap.
/// </summary>
public sealed class LoopStory
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_drill_taught_is_measured_by_the_next_one_and_closed_though_the_house_restarts_in_every_gap()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        Assert.Null(await world.The<PlanDesk>().Make(Organizer, new PlanRequest("一季一次", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null)));
        await world.Restart(after: (await Plan(world)).DueAt!.Value - TimeSpan.FromDays(30) - world.Time.GetUtcNow());
        await Eventually.True(async () => (await Reminders(world)).Contains(Reminding.Days30), "reminded a month before");

        await world.Restart(after: (await Plan(world)).DueAt!.Value - world.Time.GetUtcNow());
        var (first, slow) = await Drilled(world, seconds: 40);
        var report = (await world.Console().Get($"reports?alert={slow}")).Must(200);
        Assert.Equal("drill", report["mode"]);
        var typed = new ImprovementTyped("首户到场慢", "每周拉动", "组长", world.Time.GetUtcNow().AddDays(120), new RetestTyped(Measure.FirstArrived, world.Street.Circles[0].Id, null, 30, Real: true, Drill: true));
        Assert.Null(await world.The<ImprovementDesk>().Add(Organizer, report["reportId"], typed));
        await world.Restart();
        Assert.Equal(ImprovementState.Open, (await Improvement(world)).State);

        await world.Restart(after: (await Plan(world)).DueAt!.Value - world.Time.GetUtcNow());
        Assert.Equal(first, (await Plan(world)).LastDrillId); // the first one dated the second
        var (second, quick) = await Drilled(world, seconds: 20);
        var met = await Improvement(world);
        Assert.Equal((ImprovementState.Met, quick, 20d), (met.State, met.MetByAlertId, met.MetWith));
        await world.Restart();
        Assert.Equal(ImprovementState.Met, (await Improvement(world)).State);
        Assert.Equal("met", (await world.Console().Get($"drills/{second}")).Must(200).Json.GetProperty("carries")[0].GetProperty("result").GetString());
        Assert.Equal(Timetable.Rounds.Count, world.The<JobStorage>().GetConnection().GetRecurringJobs().Count);
        Assert.All(world.The<Watchman>().Last, round => Assert.Null(round.Value.Wrong));
    }

    // Planned for its plan, begun, pressed, arrived, stopped, told, reported; between each two the house is another one.
    private static async Task<(string Drill, string Alert)> Drilled(World world, int seconds)
    {
        var console = world.Console();
        var drill = await world.Planned(console, planId: (await Plan(world)).Id);
        await world.Restart();
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        await world.Restart();
        var alert = (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201).AlertId;
        await world.Restart(after: TimeSpan.FromSeconds(seconds));
        (await world.Shop(0, 1).Do(alert, "answers", new { answer = "arrived" })).Must(200);
        await world.Restart(after: TimeSpan.FromMinutes(2));
        (await console.Post($"drills/{drill}/stop", """{"reason":"完成"}""")).Must(200);
        await world.Restart(after: TimeSpan.FromMinutes(1));
        var told = (await console.Post($"drills/{drill}/announce", "{}")).Must(200);
        Assert.False(told.Has("announcedLate"));
        await world.Restart();
        await Eventually.True(async () => (await console.Get($"reports?alert={alert}")).Code == 200, "its report is there");
        await world.Restart();
        Assert.Equal("drill", (await console.Get($"alerts/{alert}")).Must(200)["outcome"]);
        await Eventually.True(async () => (await Plan(world)).LastDrillId == drill, "it dates the next");
        return (drill, alert);
    }

    private static async Task<DrillPlan> Plan(World world) => Assert.Single(await world.The<PlanBoard>().Plans(Organizer)).Plan;

    private static async Task<List<Reminding>> Reminders(World world)
    {
        await using var db = await world.Db();
        return await db.Reminders.OrderBy(r => r.At).Select(r => r.What).ToListAsync(Cancel);
    }

    private static async Task<Improvement> Improvement(World world)
    {
        await using var db = await world.Db();
        return await db.Improvements.SingleAsync(Cancel);
    }
}
