using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.People;
using WhistleNet.Rounds;

namespace WhistleNet.Drills;

/// <summary>A plan over the months: due, reminded, drilled, dated anew; with Hangfire really running.</summary>
public sealed class PlanStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_plan_reminds_and_a_drill_of_it_dates_the_next_though_the_house_restarts_in_each_gap()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        Assert.Null(await world.The<PlanDesk>().Make(Organizer, Quarterly(world)));
        var due = (await Plan(world)).DueAt!.Value;
        await Walk(world);
        Assert.Empty(await Reminders(world));

        await world.Restart(after: due - TimeSpan.FromDays(30) - world.Time.GetUtcNow());
        await Eventually.True(async () => (await Reminders(world)).Contains(Reminding.Days30), "reminded by the walk at start");
        await world.Restart(after: TimeSpan.FromDays(31));
        await Eventually.True(async () => (await Reminders(world)).SequenceEqual([Reminding.Days30, Reminding.Overdue]), "what was missed while the house was down makes no sense any more; overdue does");
        await Eventually.True(() => SignalTexts(world) is ["一季一次"], "the station sees what is overdue");

        var console = world.Console();
        var drill = await world.Planned(console, planId: (await Plan(world)).Id);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        (await console.Post($"drills/{drill}/stop", """{"reason":"完成"}""")).Must(200);
        await world.Restart();
        await Eventually.True(async () => (await Plan(world)).LastDrillId == drill, "the drill dates the next");
        var next = await Plan(world);
        Assert.Equal(world.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Date.AddMonths(3), next.DueAt!.Value.ToOffset(TimeSpan.FromHours(8)).Date);
        Assert.False(next.Shortened);
    }

    [Fact]
    public async Task Each_round_walked_twice_early_or_late_leaves_the_same_rows()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        Assert.Null(await world.The<PlanDesk>().Make(Organizer, Quarterly(world)));
        await world.Restart(after: (await Plan(world)).DueAt!.Value - TimeSpan.FromDays(6) - world.Time.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.The<Watchman>().Walk("drill-reminders", TestContext.Current.CancellationToken)));
        await Walk(world);
        Assert.Equal([Reminding.Days7], await Reminders(world));
        Assert.All(world.The<Watchman>().Last, round => Assert.Null(round.Value.Wrong));
    }

    [Fact]
    public async Task A_slow_drill_asks_for_the_next_in_half_the_time_and_one_that_gave_way_counts_for_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        Assert.Null(await world.The<PlanDesk>().Make(Organizer, Quarterly(world)));
        var (console, plan) = (world.Console(), (await Plan(world)).Id);
        var gave = await world.Planned(console, planId: plan);
        (await console.Post($"drills/{gave}/start", "{}")).Must(200);
        var real = (await world.Shop(0, 0).Press()).Must(201);
        (await console.Do(real.AlertId, "close", new { outcome = "slip", reason = "x" })).Must(200);
        await Walk(world);
        Assert.Null((await Plan(world)).LastDrillId);

        var slow = await world.Planned(console, planId: plan);
        (await console.Post($"drills/{slow}/start", "{}")).Must(200);
        (await world.Shop(0, 0).Press(new { drillId = slow })).Must(201); // and nobody comes
        (await console.Post($"drills/{slow}/stop", """{"reason":"x"}""")).Must(200);
        await Walk(world);
        var after = await Plan(world);
        Assert.Equal((slow, true, 2), (after.LastDrillId, after.Shortened, after.MonthsNow));
    }

    [Theory]
    [InlineData("0 0 30 2 *", "CronNever")]
    [InlineData("every day", "CronWrong")]
    [InlineData("* * * *", "CronWrong")]
    public async Task A_line_that_never_comes_or_cannot_be_read_is_refused_where_it_is_typed(string cron, string why)
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        Assert.Equal(why == "CronNever" ? DrillSay.CronNever : DrillSay.CronWrong, await world.The<PlanDesk>().Make(Organizer, Quarterly(world) with { Cron = cron }));
        Assert.Empty(await world.The<PlanBoard>().Plans(Organizer));
    }

    [Fact]
    public async Task Days_without_drills_move_what_is_due_and_a_line_that_is_no_day_stores_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        Assert.Null(await world.The<PlanDesk>().Make(Organizer, Quarterly(world)));
        var due = DateOnly.FromDateTime((await Plan(world)).DueAt!.Value.ToOffset(TimeSpan.FromHours(8)).DateTime);
        Assert.Null(await world.The<PlanDesk>().Close(Organizer, $"{due:yyyy-MM-dd} 赶集\n{due.AddDays(1):yyyy-MM-dd}"));
        Assert.Equal(due.AddDays(2), DateOnly.FromDateTime((await Plan(world)).DueAt!.Value.ToOffset(TimeSpan.FromHours(8)).DateTime));
        Assert.Contains("2026-13-01", (await world.The<PlanDesk>().Close(Organizer, "2026-13-01 x"))!.Value.Zh, StringComparison.Ordinal);
        Assert.Equal(2, (await world.The<PlanBoard>().Closed(Organizer)).Count);
    }

    [Fact]
    public async Task The_timetable_is_given_to_hangfire_at_each_start()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        await Eventually.True(() => Timetable.Rounds.All(r => world.The<Watchman>().Last.ContainsKey(r.Name)), "each was walked at start");
        using var storage = world.The<JobStorage>().GetConnection();
        Assert.Equal(Timetable.Rounds.Select(r => r.Name).Order(), storage.GetRecurringJobs().Select(j => j.Id).Order());
    }

    [Fact]
    public async Task Of_two_houses_that_start_at_once_each_walks_its_own_rounds()
    {
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 1), services => services.AddSingleton<IGlobalConfiguration>(_ => GlobalConfiguration.Configuration.UseActivator(new JobActivator()))); // the other's hands, laid on what the process has but once
        using var hands = world.The<JobActivator>().BeginScope((JobActivatorContext)null!);
        Assert.Same(world.The<Watchman>(), hands.Resolve(typeof(Watchman)));
        await Walk(world);
    }

    private static PlanRequest Quarterly(World world) => new("一季一次", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null);

    private static async Task<DrillPlan> Plan(World world) => Assert.Single(await world.The<PlanBoard>().Plans(Organizer)).Plan;

    // Hangfire walks it, as at its own time.
    private static async Task Walk(World world)
    {
        await Eventually.True(() => world.The<Watchman>().Last.ContainsKey("drill-reminders"), "it was walked at start");
        var before = world.The<Watchman>().Last["drill-reminders"];
        world.The<IRecurringJobManager>().Trigger("drill-reminders");
        await Eventually.True(() => world.The<Watchman>().Last.GetValueOrDefault("drill-reminders") is { } now && !ReferenceEquals(now, before), "the round was walked");
    }

    private static async Task<List<Reminding>> Reminders(World world)
    {
        await using var db = await world.Db();
        return await db.Reminders.OrderBy(r => r.At).Select(r => r.What).ToListAsync();
    }

    private static IReadOnlyList<string> SignalTexts(World world) => [.. world.The<PlanRound>().SignalsFor(Street.StationId).SelectMany(s => s.Names)];
}
