using WhistleNet.Alerts;
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
        var tested = Assert.Single(report.Json.GetProperty("tested").EnumerateArray());
        Assert.Equal(("演练可复测", true), (tested.GetProperty("issue").GetString(), tested.GetProperty("met").GetBoolean()));
        Assert.Equal("只看实警", Assert.Single((await world.The<ImprovementBoard>().Of(Street.StationId))[Standing.Open]).Issue);
        var csv = (await console.Get($"reports/{report["reportId"]}.csv?lang=en")).Must(200).Text.Trim().Split('\n');
        Assert.All(csv.Skip(1), row => Assert.StartsWith("DRILL · not a real alert,", row, StringComparison.Ordinal));

        var board = world.The<ReportBoard>();
        Assert.Equal(alert, Assert.Single(await board.List(Street.StationId, Mode.Drill, null)).Report.AlertId);
        Assert.DoesNotContain(await board.List(Street.StationId, Mode.Real, null), r => r.Report.AlertId == alert);
        Assert.Equal(1, (await board.Counts(Street.StationId)).Where(c => c.Key.Mode == Mode.Drill).Sum(c => c.Value));
    }
}
