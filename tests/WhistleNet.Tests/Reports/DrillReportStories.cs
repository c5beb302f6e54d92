using Bunit;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>A drill is reported and measured as a real alert is, and is never taken for one.</summary>
public sealed class DrillReportStories
{
    private static readonly Actor Organizer = new("organizer", "组织者", Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_drill_meets_what_a_drill_may_meet_and_its_report_says_drill_wherever_it_is_read()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var console = world.Console();
        var slow = (await console.Get($"reports?alert={await ReportStories.Whole(world)}")).Must(200)["reportId"];
        foreach (var (issue, real, drill) in new[] { ("演练可复测", false, true), ("只看实警", true, false) })
            Assert.Null(await world.The<ImprovementDesk>().Add(Organizer, slow, new ImprovementTyped(issue, "拉动", "组长", world.Time.GetUtcNow().AddDays(30), new RetestTyped(Measure.FirstArrived, world.Street.Circles[0].Id, null, 120, real, drill))));
        Assert.Equal("演练可复测", Assert.Single((await world.The<ImprovementBoard>().ForDrill([world.Street.Circles[0].Id])).Open).Issue);

        await world.Forward(60);
        var id = await world.Planned(console);
        (await console.Post($"drills/{id}/start", "{}")).Must(200);
        var alert = (await world.Shop(0, 0).Press(new { drillId = id })).Must(201).AlertId;
        await world.Forward(40);
        (await world.Shop(0, 1).Do(alert, "answers", new { answer = "arrived" })).Must(200);
        (await console.Post($"drills/{id}/stop", """{"reason":"到时间了"}""")).Must(200);

        var report = (await console.Get($"reports?alert={alert}")).Must(200);
        Assert.Equal(("drill", id, (await console.Get($"drills/{id}"))["reportId"]), (report["mode"], report["drillId"], report["reportId"]));
        var carried = Assert.Single(report.Json.GetProperty("carried").EnumerateArray());
        Assert.Equal(("演练可复测", "met"), (carried.GetProperty("issue").GetString(), carried.GetProperty("result").GetString()));
        Assert.Empty(report.Json.GetProperty("tested").EnumerateArray()); // said once
        Assert.Equal("只看实警", Assert.Single((await world.The<ImprovementBoard>().Of(Street.StationId))[Standing.Open]).Issue);
        var csv = (await console.Get($"reports/{report["reportId"]}.csv?lang=en")).Must(200).Text.Trim().Split('\n');
        Assert.All(csv.Skip(1), row => Assert.StartsWith("DRILL · not a real alert,", row, StringComparison.Ordinal));

        var board = world.The<ReportBoard>();
        Assert.Equal(alert, Assert.Single(await board.List(Stock.Officer, Street.StationId, Mode.Drill, null)).Report.AlertId);
        Assert.DoesNotContain(await board.List(Stock.Officer, Street.StationId, Mode.Real, null), r => r.Report.AlertId == alert);
        Assert.Equal(1, (await board.Counts(Stock.Officer, Street.StationId)).Where(c => c.Key.Mode == Mode.Drill).Sum(c => c.Value));
    }

    [Fact]
    public async Task A_whole_drill_is_one_report_with_its_alerts_what_was_expected_and_when_everybody_was_told_and_each_row_says_drill()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var console = world.Console();
        var id = await world.Planned(console);
        (await console.Post($"drills/{id}/start", "{}")).Must(200);
        var alert = (await world.Shop(0, 0).Press(new { drillId = id })).Must(201).AlertId;
        await world.Forward(20);
        (await world.Shop(0, 1).Do(alert, "answers", new { answer = "arrived" })).Must(200);
        Assert.Empty((await console.Get($"drills/{id}/report")).Must(200).Json.GetProperty("reports").EnumerateArray()); // as far as it has come: no alert of it is over
        (await console.Post($"drills/{id}/stop", """{"reason":"到时间了"}""")).Must(200);
        (await console.Post($"drills/{id}/announce", "{}")).Must(200);

        var report = (await console.Get($"drills/{id}/report.json")).Must(200);
        Assert.Equal("drill", report["mode"]);
        var drill = report.Json.GetProperty("drill");
        Assert.Equal((id, "stopped", true), (drill.GetProperty("drillId").GetString(), drill.GetProperty("ended").GetString(), drill.TryGetProperty("announcedAt", out _)));
        Assert.Equal((alert, "drill"), Assert.Single(report.Json.GetProperty("reports").EnumerateArray(), r => true) is var only ? (only.GetProperty("alertId").GetString(), only.GetProperty("mode").GetString()) : default);
        var expected = report.Json.GetProperty("expected").EnumerateArray().ToDictionary(e => e.GetProperty("id").GetString()!, e => e.GetProperty("state").GetString());
        Assert.NotEmpty(expected);
        var off = report.Json.GetProperty("deviations").EnumerateArray().Select(d => d.GetProperty("id").GetString()).ToList();
        Assert.All(expected.Where(e => e.Value is "late" or "missed"), e => Assert.Contains(e.Key, off));
        Assert.Empty(report.Json.GetProperty("comms").EnumerateArray());

        foreach (var (language, start) in new[] { ("zh", "演练 · "), ("en", "DRILL · not a real alert,") })
        {
            var csv = (await console.Get($"drills/{id}/report.csv?lang={language}")).Must(200);
            Assert.Equal("text/csv", csv.Type);
            Assert.All(csv.Text.Trim().Split('\n').Skip(1), row => Assert.StartsWith(start, row, StringComparison.Ordinal));
            Assert.Contains("到时间了", csv.Text, StringComparison.Ordinal);
            Assert.Contains("0-1 小店", csv.Text, StringComparison.Ordinal);
        }
        (await console.Get("drills/nothing/report")).Must(404);
        (await world.Shop(0, 0).Get($"drills/{id}/report")).Must(403);
    }

    [Fact]
    public async Task Its_report_counts_who_confirmed_that_it_was_over_and_names_who_did_not()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (raiser, neighbour, console) = (await world.Shop(0, 0).Listen(confirms: true), await world.Shop(0, 1).Listen(confirms: true), world.Console());
        var id = await world.Planned(console);
        (await console.Post($"drills/{id}/start", "{}")).Must(200);
        var alert = (await raiser.Press(new { drillId = id })).Must(201).AlertId;
        Assert.Empty((await console.Get($"drills/{id}/report")).Must(200).Json.GetProperty("endHeard").EnumerateArray()); // it is not over
        (await console.Post($"drills/{id}/stop", """{"reason":"完"}""")).Must(200);
        await using var db = await world.Db();
        await Eventually.True(async () => 2 == await db.Notices.CountAsync(n => n.To == To.Shop && db.Alerts.Any(a => a.Id == alert && a.Version <= n.Version)), "both have confirmed");

        var heard = (await console.Get($"drills/{id}/report")).Must(200).Json.GetProperty("endHeard").EnumerateArray().Select(h => (h.GetProperty("name").GetString(), h.TryGetProperty("at", out _), h.GetProperty("late").GetBoolean())).ToList();
        Assert.Equal([("0-2 小店", false, false), ("0-0 小店", true, false), ("0-1 小店", true, false)], heard);
        Assert.Matches("0-2 小店,,,did not confirm the end", (await console.Get($"drills/{id}/report.csv?lang=en")).Must(200).Text);
        await using var screen = new OfficerConsole(world, Organizer);
        var page = screen.Open(p => { p.OpenComponent<DrillReportPage>(0); p.AddComponentParameter(1, nameof(DrillReportPage.Id), id); p.CloseComponent(); });
        await screen.Shows(() => page.Find("[data-testid=end-heard]").GetAttribute("data-told") == "2", "two of three");
        Assert.Contains("0-2 小店", page.Find("[data-testid=end-not-heard]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_communication_test_names_whom_it_did_not_reach_first_and_shows_how_it_was_before()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var console = world.Console();
        var here = await world.Shop(0, 0).Listen(confirms: true);
        var first = await Tested(world, console, here.Id);
        var alsoHere = await world.Shop(0, 1).Listen(confirms: true);
        var second = await Tested(world, console, here.Id, alsoHere.Id);

        var comms = (await console.Get($"drills/{second}/report")).Must(200).Json.GetProperty("comms").EnumerateArray()
            .Select(c => $"{c.GetProperty("name")} {c.GetProperty("heard")} {string.Join(' ', c.GetProperty("trend").EnumerateArray())}").ToList();
        Assert.Equal(["0-2 小店 not False False", "0-0 小店 inTime True True", "0-1 小店 inTime False True"], [comms[0], .. comms.Skip(1).Order(StringComparer.Ordinal)]);
        Assert.All((await console.Get($"drills/{first}/report")).Must(200).Json.GetProperty("comms").EnumerateArray(), c => Assert.Equal(1, c.GetProperty("trend").GetArrayLength()));
        Assert.Contains("reached in 1 of its last 2 tests", (await console.Get($"drills/{second}/report.csv?lang=en")).Must(200).Text, StringComparison.Ordinal);
    }

    // Until those who are there have confirmed and the others are given up.
    private static async Task<string> Tested(World world, Client console, params string[] here)
    {
        var id = await world.Planned(console, form: "comms");
        (await console.Post($"drills/{id}/start", "{}")).Must(200);
        await using var db = await world.Db();
        await Eventually.True(async () => here.Length == await db.Notices.CountAsync(n => here.Contains(n.DeviceId) && n.State == Delivery.Received && db.Alerts.Any(a => a.Id == n.AlertId && a.DrillId == id)), "their receipts are on disk");
        await world.Forward(21);
        await Eventually.True(async () => !await db.Notices.AnyAsync(n => (n.State == Delivery.Pushed || n.State == Delivery.Queued) && db.Alerts.Any(a => a.Id == n.AlertId && a.DrillId == id)), "the others are given up");
        (await console.Post($"drills/{id}/stop", """{"reason":"完"}""")).Must(200);
        return id;
    }
}
