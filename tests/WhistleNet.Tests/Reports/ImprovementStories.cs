using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>From a slow evening to a measured retest: an improvement opens by hand and closes by a measurement alone.</summary>
public sealed class ImprovementStories
{
    private static readonly Actor Organizer = new("organizer", "组织者", Role.Organizer, Street.StationId);
    private static readonly Actor Officer = new("officer", "李警官", Role.Officer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_later_alert_that_is_quick_enough_meets_it_by_itself_and_its_report_says_so()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var (console, board) = (world.Console(), world.The<ImprovementBoard>());
        var slow = (await console.Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        await Add(world, slow, Measure.FirstArrived, 50);
        var (carried, proposed) = await board.ForDrill([world.Street.Circles[0].Id]);
        Assert.Equal(("邻居来得慢", Kind.Fight), (Assert.Single(carried).Issue, Assert.Single(proposed)));

        await world.Forward(120);
        var again = await Arrives(world, afterSeconds: 55);
        var missed = (await console.Get($"reports?alert={again}")).Must(200);
        Assert.Equal((55, false), (missed.Json.GetProperty("tested")[0].GetProperty("value").GetInt32(), missed.Json.GetProperty("tested")[0].GetProperty("met").GetBoolean()));
        Assert.Single((await board.Of(Street.StationId))[Standing.Open]);

        await world.Forward(120);
        var quick = await Arrives(world, afterSeconds: 45);
        var met = (await console.Get($"reports?alert={quick}")).Must(200);
        Assert.True(met.Json.GetProperty("tested")[0].GetProperty("met").GetBoolean());
        var improvement = Assert.Single((await board.Of(Street.StationId))[Standing.Met]);
        Assert.Equal((quick, 45d), (improvement.MetByAlertId, improvement.MetWith!.Value));
        Assert.Empty((await board.ForDrill([world.Street.Circles[0].Id])).Open);
        Assert.Equal(ImprovementSay.Of(NotImproved.NotOpen), await world.The<ImprovementDesk>().Withdraw(Organizer, improvement.Id, "x"));
        Assert.Equal("met", (await console.Get($"reports/{slow}")).Must(200).Json.GetProperty("improvements")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_condition_that_cannot_be_measured_is_refused_where_it_is_typed_with_the_reason()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        await using var console = new OfficerConsole(world, Organizer);
        var page = console.Render<OneReport>(o => o.Add(r => r.Id, id).AddCascadingValue(Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")))));
        await Eventually.True(() => page.FindAll("[data-testid=issue]").Count == 1, "the form is there");
        void Save() => page.Find("[data-testid=save-improvement]").Closest("form")!.Submit();
        Task Says(Shell.Text why) => Eventually.True(() => page.Find("[data-testid=improvements]").TextContent.Contains(why.Zh, StringComparison.Ordinal), why.En);

        Save();
        await Says(ImprovementSay.FieldMissing);
        foreach (var (field, value) in new[] { ("issue", "慢"), ("action", "每周拉动"), ("owner", "组长"), ("due", "2026-11-23") }) page.Find($"[data-testid={field}]").Change(value);
        Save();
        await Says(ImprovementSay.DateMissing);
        page.Find("[data-testid=due]").Change("2027-01-31");
        page.Find("[data-testid=threshold]").Change("0");
        Save();
        await Says(ImprovementSay.Of(Unmeasurable.ThresholdOutOfRange));
        page.Find("[data-testid=threshold]").Change("180");
        page.Find("[data-testid=counts-real]").Change(false);
        page.Find("[data-testid=counts-drill]").Change(false);
        Save();
        await Says(ImprovementSay.Of(Unmeasurable.NoMode));
        Assert.Empty((await world.The<ReportBoard>().One(Organizer, id))!.Improvements);
        page.Find("[data-testid=counts-drill]").Change(true);
        Save();
        await Eventually.True(() => page.FindAll("[data-testid=improvement]").Count == 1, "it is stored");
        Assert.Equal("open", page.Find("[data-testid=improvement]").GetAttribute("data-standing"));
        Assert.Equal(["confirm-withdraw"], page.FindAll("[data-testid=improvement] button").Select(b => b.GetAttribute("data-testid"))); // nothing closes it by hand

        page.Find("[data-testid=confirm-withdraw]").Closest("form")!.Submit();
        await Says(ImprovementSay.Of(NotImproved.ReasonMissing));
        page.Find("[data-testid=withdraw-reason]").Change("市场搬迁");
        page.Find("[data-testid=confirm-withdraw]").Closest("form")!.Submit();
        await Eventually.True(() => page.Find("[data-testid=improvement]").GetAttribute("data-standing") == "withdrawn", "it is withdrawn");
        Assert.Contains("市场搬迁", page.Find("[data-testid=improvement]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_as_due_a_week_before_its_date_and_as_overdue_after_it_and_an_officer_may_not_write_one()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        await Add(world, id, Measure.OnScene, 60);
        async Task<string?> Shown() => (await world.The<ReportRounds>().Waiting(Cancel))[Street.StationId].FirstOrDefault(s => s.Names.Contains("邻居来得慢"))?.What.En;
        Assert.Null(await Shown());
        await world.Restart(after: TimeSpan.FromDays(24));
        Assert.Equal(ImprovementSay.SomeDue.En, await Shown());
        Assert.Single((await world.The<ImprovementBoard>().Of(Street.StationId))[Standing.Due]);
        await world.Restart(after: TimeSpan.FromDays(7));
        Assert.Equal(ImprovementSay.SomeOverdue.En, await Shown());
        Assert.Single((await world.The<ImprovementBoard>().Of(Street.StationId))[Standing.Overdue]);
        Assert.Equal(Shell.ProblemSay.Forbidden, await world.The<ImprovementDesk>().Add(Officer, id, Typed(world, Measure.OnScene, 60)));
    }

    private static async Task Add(World world, string report, Measure measure, int seconds) => Assert.Null(await world.The<ImprovementDesk>().Add(Organizer, report, Typed(world, measure, seconds)));

    private static ImprovementTyped Typed(World world, Measure measure, int seconds) =>
        new("邻居来得慢", "每周拉动一次", "组长", world.Time.GetUtcNow().AddDays(30), new RetestTyped(measure, world.Street.Circles[0].Id, null, seconds, Real: true, Drill: true));

    private static async Task<string> Arrives(World world, int afterSeconds)
    {
        var id = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        await world.Forward(afterSeconds);
        (await world.Shop(0, 1).Do(id, "answers", new { answer = "arrived" })).Must(200);
        (await world.Console().Do(id, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
        return id;
    }
}
