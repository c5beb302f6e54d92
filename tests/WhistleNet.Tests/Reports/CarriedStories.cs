using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>From an open improvement to the next drill that carries it, and back to a report that says whether it was met.</summary>
public sealed class CarriedStories
{
    private static readonly Actor Organizer = new("organizer", "组织者", Role.Organizer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_drill_carries_what_is_open_proposes_what_tests_it_and_its_report_says_what_was_met()
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        await Open(world, "首户到场慢", 120);
        await Open(world, "十秒内到场", 10);
        await Open(world, "另一组没练过", 120, circle: 1);
        var drill = await PlannedInTheForm(world);
        var http = world.Console();
        Assert.Equal(["waiting", "waiting", "waiting"], Results(await http.Get($"drills/{drill}"), "carries").Select(r => r.Result));

        await world.Restart(after: TimeSpan.FromMinutes(20));
        (await http.Post($"drills/{drill}/start", "{}")).Must(200);
        var alert = (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201).AlertId;
        await world.Forward(40);
        (await world.Shop(0, 1).Do(alert, "answers", new { answer = "arrived" })).Must(200);
        (await http.Post($"drills/{drill}/stop", """{"reason":"到时间了"}""")).Must(200);

        (string?, string?, string?, int?)[] said = [("十秒内到场", "notMet", alert, 40), ("另一组没练过", "notMeasured", null, null), ("首户到场慢", "met", alert, 40)];
        Assert.Equal(said, Results((await http.Get($"drills/{drill}")).Must(200), "carries").OrderBy(r => r.Issue, StringComparer.Ordinal));
        var report = (await http.Get($"reports?alert={alert}")).Must(200);
        Assert.Equal(said, Results(report, "carried").OrderBy(r => r.Issue, StringComparer.Ordinal));
        Assert.Equal("首户到场慢", Assert.Single((await world.The<ImprovementBoard>().Of(Street.StationId))[Standing.Met]).Issue);
        var csv = (await http.Get($"reports/{report["reportId"]}.csv?lang=en")).Must(200).Text.Split('\n');
        Assert.All(new[] { "Carried: met (40 s)", "Carried: not met (40 s)", "Carried: not measured" }, line => Assert.Single(csv, row => row.StartsWith("DRILL · not a real alert,", StringComparison.Ordinal) && row.Contains(line, StringComparison.Ordinal)));

        var whole = (await http.Get($"drills/{drill}/report.csv?lang=en")).Must(200).Text.Split('\n');
        Assert.All(new[] { "Carried: met (40 s)", "Carried: not met (40 s)", "Carried: not measured" }, line => Assert.Single(whole, row => row.StartsWith("DRILL · not a real alert,", StringComparison.Ordinal) && row.Contains(line, StringComparison.Ordinal)));
        Assert.Equal(said, Results((await http.Get($"drills/{drill}/report")).Must(200).Json.GetProperty("drill"), "carries").OrderBy(r => r.Issue, StringComparer.Ordinal));

        await using var console = new OfficerConsole(world, Organizer);
        var page = console.Render<DrillReportPage>(o => o.Add(r => r.Id, drill).AddCascadingValue(SignedIn));
        await Eventually.True(() => page.FindAll("[data-testid=carried]").Count == 3, "the report of the drill says it");
        Assert.Empty(page.FindAll("[data-testid=tested]"));
        var read = console.Render<OneReport>(o => o.Add(r => r.Id, report["reportId"]).AddCascadingValue(SignedIn));
        await Eventually.True(() => read.FindAll("[data-testid=carried]").Count == 3, "the report on screen says the same");
        Assert.Equal($"alerts/{alert}", read.Find("[data-testid=carried][data-result=met] a").GetAttribute("href"));
        Assert.Empty(read.FindAll("[data-testid=tested]")); // said once
    }

    // Chosen, offered, taken, saved; and the drill's page says before the start what it is going to test.
    private static async Task<string> PlannedInTheForm(World world)
    {
        await using var console = new OfficerConsole(world, Organizer);
        var form = Form(console);
        await Eventually.True(() => form.FindAll("[data-testid=plan-scenario] option").Count > 0, "the form is there");
        Assert.Empty(form.FindAll("[data-testid=offer]"));
        await Choose(world, form, 0);
        Assert.Equal(2, form.FindAll("[data-testid=offered]").Count);
        Assert.All(new[] { "首户到场慢", "组长", "2026-12-24", ImprovementSay.Of(Measure.FirstArrived).Zh, "120" }, word => Assert.Contains(word, form.Find("[data-testid=offer]").TextContent, StringComparison.Ordinal));
        await Choose(world, form, 1);
        Assert.Equal(3, form.FindAll("[data-testid=offered]").Count);
        form.Find("[data-testid=plan-title]").Change("复测");
        var before = form.Find("[data-testid=plan-scenario]").GetAttribute("value");
        Assert.NotEqual("fight-that-escalates@1", before); // nobody took it yet
        form.Find("[data-testid=take-scenario]").Click();
        Assert.Equal("true", form.Find("[data-testid=take-scenario]").GetAttribute("aria-pressed"));
        form.Find("[data-testid=plan-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<DrillBoard>().List(Organizer)).Count == 1, "it is planned");
        var drill = (await world.The<DrillBoard>().List(Organizer)).Single().Drill;
        Assert.Equal("fight-that-escalates@1", drill.Scenario);

        var page = console.Open(screen => { screen.OpenComponent<DrillPage>(0); screen.AddComponentParameter(1, nameof(DrillPage.Id), drill.Id); screen.CloseComponent(); });
        await console.Shows(() => page.FindAll("[data-testid=carried][data-result=waiting]").Count == 3, "its page says before the start what it is going to test");
        Assert.Contains(CarriedSay.Tests.Zh, page.Find("[data-testid=carries]").TextContent, StringComparison.Ordinal);
        return drill.Id;
    }

    [Fact]
    public async Task What_is_withdrawn_or_added_before_the_start_is_not_or_is_carried_and_a_start_twice_writes_it_once()
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        var (console, gone) = (world.Console(), await Open(world, "将撤回", 120));
        var drill = await world.Planned(console);
        await Open(world, "只看实警", 120, drill: false);
        await Open(world, "别的小组", 120, circle: 1);
        Assert.Null(await world.The<ImprovementDesk>().Withdraw(Organizer, gone, "搬走"));
        Assert.Empty(Results(await console.Get($"drills/{drill}"), "carries"));
        var added = await Open(world, "后来写的", 120);
        for (var again = 0; again < 2; again++) (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        var late = await Open(world, "演练中写的", 120);
        Assert.Null(await world.The<ImprovementDesk>().Withdraw(Organizer, added, "不需要了"));
        await using var db = await world.Db();
        var rows = await db.Carried.ToListAsync(Cancel);
        Assert.Equal((drill, added), (rows.Single().DrillId, rows.Single().ImprovementId)); // what it went out with stays on record
        Assert.DoesNotContain(rows, r => r.ImprovementId == late);
        Assert.Equal([("后来写的", "waiting", null, null)], Results(await console.Get($"drills/{drill}"), "carries"));

        var table = await world.Planned(console, circles: [1], form: "tableTop");
        (await console.Post($"drills/{table}/start", "{}")).Must(200);
        Assert.Empty(Results(await console.Get($"drills/{table}"), "carries"));
    }

    [Fact]
    public async Task A_form_that_measures_nothing_says_so_and_proposes_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        await Open(world, "首户到场慢", 120);
        await using var console = new OfficerConsole(world, Organizer);
        var form = Form(console);
        await Choose(world, form, 0);
        Assert.Single(form.FindAll("[data-testid=take-scenario]"));
        form.Find("[data-testid=plan-form-kind]").Change(nameof(DrillForm.TableTop));
        Assert.Empty(form.FindAll("[data-testid=take-scenario]"));
        Assert.Single(form.FindAll("[data-testid=offer-live-only]"));
        await Choose(world, form, 0, on: false);
        Assert.Empty(form.FindAll("[data-testid=offer]"));
    }

    private static Task<AuthenticationState> SignedIn => Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")));

    private static IRenderedComponent<PlanForm> Form(OfficerConsole console) => console.Render<PlanForm>(f => f.Add(x => x.Who, Organizer).AddCascadingValue(SignedIn));

    private static async Task Choose(World world, IRenderedComponent<PlanForm> form, int circle, bool on = true)
    {
        var shown = form.FindAll("[data-testid=offered]").Count;
        form.Find($"[data-testid=plan-circle][data-circle='{world.Street.Circles[circle].Id}']").Change(on);
        await Eventually.True(() => form.FindAll("[data-testid=offered]").Count != shown, "the offer follows the circles");
    }

    private static IReadOnlyList<(string? Issue, string? Result, string? AlertId, int? Value)> Results(Answer answer, string list) => Results(answer.Json, list);

    private static IReadOnlyList<(string? Issue, string? Result, string? AlertId, int? Value)> Results(System.Text.Json.JsonElement json, string list) => [.. json.GetProperty(list).EnumerateArray().Select(c =>
        (c.GetProperty("issue").GetString(), c.GetProperty("result").GetString(), c.TryGetProperty("alertId", out var alert) ? alert.GetString() : null, c.TryGetProperty("value", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number ? value.GetInt32() : (int?)null))];

    // An open improvement of a circle, as it comes out of a report; the first of a world needs an alert to report.
    private static async Task<string> Open(World world, string issue, int within, int circle = 0, bool drill = true)
    {
        await using var db = await world.Db();
        var report = await db.Reports.Select(r => r.Id).FirstOrDefaultAsync(Cancel) ?? (await world.Console().Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        Assert.Null(await world.The<ImprovementDesk>().Add(Organizer, report, new ImprovementTyped(issue, "每周拉动", "组长", world.Time.GetUtcNow().AddDays(30), new RetestTyped(Measure.FirstArrived, world.Street.Circles[circle].Id, null, within, Real: true, drill))));
        return await db.Improvements.Where(i => i.Issue == issue).Select(i => i.Id).SingleAsync(Cancel);
    }
}
