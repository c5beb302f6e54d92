using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>Whoever sat round a table is asked the six questions as after a live drill, though nobody pressed and nobody came.</summary>
public sealed class TableStories
{
    private static readonly Actor Organizer = new("organizer", "组织者", Role.Organizer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shops_observers_and_whoever_held_it_are_asked_each_in_their_own_words_and_the_last_answer_completes_it()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var drill = await Planned(world);
        using var observer = await world.Observer(Organizer, drill);
        var before = (await observer.Open($"/observe/{drill}")).Text;
        Assert.DoesNotContain("data-testid=\"review\"", before, StringComparison.Ordinal); // it is not over
        Assert.DoesNotContain(ObserveSay.ByEvents.Zh, before, StringComparison.Ordinal); // round a table there are none to judge from
        await Held(world, drill);

        Assert.Contains("data-testid=\"review\"", (await observer.Open($"/observe/{drill}")).Text, StringComparison.Ordinal);
        var asked = await observer.Open($"/observe/{drill}/review");
        Assert.Contains(ReviewSay.Questions(Side.Observer)[1].Zh, asked.Text, StringComparison.Ordinal);
        Assert.Contains("data-mode=\"drill\"", asked.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await observer.Send($"/observe/{drill}/review", ("q1", "yes"), ("improve", "分组再讨论"))).Code);
        Assert.Contains(ReviewSay.Thanks.Zh, (await observer.Open($"/observe/{drill}/review?saved=true")).Text, StringComparison.Ordinal);

        var (reviews, desk) = (world.The<ReportBoard>(), world.The<ReportDesk>());
        var shop = world.Street.DeviceOf(world.Street.Shop(0, 0)).AsActor();
        Assert.Equal(drill, await reviews.AskedOfShop(world.Street.Shop(0, 0).Id, Street.StationId)); // its whistle page offers it
        Assert.Equal((Side.Table, "围桌推演"), await reviews.ReviewFor(shop, drill) is { } review ? (review.Side, review.About) : default);
        Assert.Equal("0-0 小店 0-1 小店 组织者", await Missing(world, drill));
        Assert.True(await desk.Answer(shop, drill, new Ticks(Tick.Yes, null, Tick.No, null), "说得清楚", null));
        Assert.Null(await reviews.AskedOfShop(world.Street.Shop(0, 0).Id, Street.StationId));
        Assert.True(await desk.Answer(Organizer, drill, new Ticks(null, null, null, Tick.Partly), null, "多请一位民警"));
        Assert.Equal("0-1 小店", await Missing(world, drill));
        await world.Restart();
        Assert.True(await world.The<ReportDesk>().Answer(world.Street.DeviceOf(world.Street.Shop(0, 1)).AsActor(), drill, new Ticks(Tick.Yes, null, null, null), null, null));

        var report = (await world.Console().Get($"drills/{drill}/report")).Must(200).Json.GetProperty("table");
        Assert.Equal("complete", report.GetProperty("standing").GetString());
        Assert.Equal(["observer", "organizer", "table", "table"], report.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("side").GetString()).Order(StringComparer.Ordinal));
        Assert.Contains("多请一位民警", (await world.Console().Get($"drills/{drill}/report.csv")).Must(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_time_runs_as_a_live_drills_does_and_ends_as_incomplete_with_who_is_missing_and_no_figure_counts_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var drill = await Planned(world);
        await Held(world, drill);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.The<ReportRounds>().Draft(Cancel)));
        await using (var db = await world.Db()) Assert.Equal(drill, Assert.Single(db.Reports.ToList()).Id);
        await world.Restart(after: TimeSpan.FromHours(2));
        await world.The<ReportRounds>().Remind(Cancel);
        Assert.Equal(["围桌推演"], (await world.The<ReportRounds>().Waiting(Cancel))[Street.StationId].Single().Names);
        await world.Restart(after: TimeSpan.FromDays(7));
        await world.The<ReportRounds>().CloseOverdue(Cancel);
        var report = (await world.Console().Get($"drills/{drill}/report")).Must(200).Json.GetProperty("table");
        Assert.Equal("incomplete", report.GetProperty("standing").GetString());
        Assert.Equal(3, report.GetProperty("asked").EnumerateArray().Count(a => !a.GetProperty("answered").GetBoolean()));
        var board = world.The<StatisticsBoard>();
        Assert.Equal(0, (await board.Of(Street.StationId, StatisticsQuery.Read("drill", "year", null, null, null, null, null, board.Today(Street.StationId)))).History.Whole.N);
        Assert.Empty(await world.The<ReportBoard>().List(Stock.Officer, Street.StationId, Mode.Drill, null)); // of alerts there is none
        (await world.Console().Get($"reports/{drill}")).Must(404);
    }

    [Fact]
    public async Task Whoever_was_not_there_is_asked_nothing_and_one_that_a_real_alert_broke_off_asks_nobody()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var drill = await Planned(world);
        await Held(world, drill);
        await world.The<ReportRounds>().Draft(Cancel);
        Assert.Null(await world.The<ReportBoard>().AskedOfShop(world.Street.Shop(1, 0).Id, Street.StationId));
        Assert.False(await world.The<ReportDesk>().Answer(world.Street.DeviceOf(world.Street.Shop(1, 0)).AsActor(), drill, new Ticks(Tick.Yes, null, null, null), null, null));
        using var stranger = new Guest(world);
        Assert.Equal(404, (await stranger.Open($"/observe/{drill}/review")).Code);

        var broken = await Planned(world);
        Assert.True((await world.The<DrillDesk>().Start(Organizer, broken)).Done);
        (await world.Shop(1, 0).Press()).Must(201);
        await world.The<ReportRounds>().Draft(Cancel);
        await using var db = await world.Db();
        Assert.DoesNotContain(db.Reports.ToList(), r => r.DrillId == broken);
        Assert.Null(await world.The<TableBoard>().Of(Organizer, db.Drills.Single(d => d.Id == broken)));
    }

    [Fact]
    public async Task The_list_of_reports_names_whole_drills_too_and_its_page_takes_an_improvement_and_the_log_names_it_once()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var drill = await Planned(world);
        await Held(world, drill);
        await using var console = new OfficerConsole(world, Organizer);
        var signedIn = Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")));
        var page = console.Render<DrillReportPage>(p => p.Add(x => x.Id, drill).AddCascadingValue(signedIn));
        await Eventually.True(() => page.FindAll("[data-testid=table-standing]").Count == 1, "how far they are");
        Assert.DoesNotContain(page.FindAll("[data-testid=expected] b").Select(b => b.TextContent), said => said == ScenarioSay.Of(Standings.Open).Zh || said == ScenarioSay.Of(Standings.Waiting).Zh); // it is over
        Assert.Equal("3", page.Find("[data-testid=answered]").GetAttribute("data-missing"));
        Assert.Single(page.FindAll("[data-testid=answer]")); // whoever held it answers here
        page.Find("[data-testid=issue]").Change("没人知道谁打 110");
        page.Find("[data-testid=action]").Change("写在墙上");
        page.Find("[data-testid=owner]").Change("组长");
        page.Find("[data-testid=due]").Change(world.Time.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        page.Find("[data-testid=save-improvement]").Closest("form")!.Submit();
        await Eventually.True(() => page.FindAll("[data-testid=improvement]").Count == 1, "what came out of it is written down");
        Assert.Equal(drill, Assert.Single((await world.The<ImprovementBoard>().Of(Street.StationId))[Standing.Open]).ReportId);
        await using (var db = await world.Db()) Assert.Equal((drill, (string?)null), db.Access.Where(a => a.What == Deed.ReportRead).ToList() is [var read] ? (read.ObjectId, read.Reason) : default);

        console.Services.GetRequiredService<NavigationManager>().NavigateTo("reports?mode=drill");
        var list = console.Render<ReportsPage>(p => p.AddCascadingValue(signedIn));
        await Eventually.True(() => list.FindAll("[data-testid=whole-drill]").Count == 1, "the whole drill is on the list");
        var row = list.Find("[data-testid=whole-drill]");
        Assert.Equal(("drill", $"drills/{drill}/report"), (row.GetAttribute("data-mode"), row.QuerySelector("a")!.GetAttribute("href")));
        Assert.Contains("围桌推演", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 份复盘，0 份完成", row.TextContent, StringComparison.Ordinal);
        var one = console.Render<OneReport>(p => p.Add(x => x.Id, drill).AddCascadingValue(signedIn));
        await Eventually.True(() => console.Services.GetRequiredService<NavigationManager>().Uri.EndsWith($"drills/{drill}/report", StringComparison.Ordinal), "its number as a report leads there");
    }

    private static async Task<string> Planned(World world)
    {
        var scenario = ScenarioFiles.All.First(s => s.Forms.Contains(DrillForm.TableTop)).Id;
        var plan = new DrillPlanned(Ids.New(), Street.StationId, "围桌推演", [world.Street.Circles[0].Id], scenario, DrillForm.TableTop, Blind: false, world.Time.GetUtcNow(), Armed: false, 30, null);
        return (await world.The<DrillDesk>().Plan(Organizer, plan)).Value!.Id;
    }

    private static async Task Held(World world, string drill)
    {
        Assert.True((await world.The<DrillDesk>().Start(Organizer, drill)).Done);
        await world.Forward(60);
        Assert.True((await world.The<DrillDesk>().Stop(Organizer, drill, "讨论完了")).Done);
    }

    private static async Task<string> Missing(World world, string drill)
    {
        var seen = (await world.The<DrillBoard>().One(Organizer, drill))!;
        return string.Join(' ', (await world.The<TableBoard>().Of(Organizer, seen.Drill))!.Voices.Missing.Select(m => m.Name));
    }
}
