using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>The consultative group reads what is closed: drills and real alerts apart, without anybody's name or words.</summary>
public sealed class OutsideStories
{
    private static readonly Actor Council = new("council", "议事员", Role.Consultative, Street.StationId);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_consultative_group_reads_a_closed_report_without_names_and_words_and_none_that_is_owed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var alert = await ReportStories.Whole(world, reason: "李某已带走");
        var report = (await world.Console().Get($"reports?alert={alert}")).Must(200)["reportId"];
        Assert.Null(await world.The<ReportDesk>().Comment(Stock.Officer, report, "李某的门锁着"));
        var (board, lists) = (world.The<ReportBoard>(), new Func<Mode, Task<int>>(async mode => (await world.The<ReportBoard>().List(Council, Street.StationId, mode, null)).Count));
        Assert.Null(await board.One(Council, report)); // people are still asked
        Assert.Equal(0, await lists(Mode.Real));

        await using (var db = await world.Db()) await db.Reports.ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ReportState.Incomplete), Cancel);
        Assert.Equal((1, 0), (await lists(Mode.Real), await lists(Mode.Drill)));
        Assert.Null(await board.One(Council with { StationId = "elsewhere" }, report));
        Assert.Null(await board.OfAlert(Council, alert));

        await using var console = new OfficerConsole(world, Council);
        var list = console.Render<ReportsPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(Council.AsPrincipal("test")))));
        Assert.Equal("real", list.Find("[data-testid=report-row]").GetAttribute("data-mode"));
        Assert.Empty(list.FindAll("[data-testid=to-improvements]"));
        var page = console.Render<OneReport>(p => p.Add(r => r.Id, report).AddCascadingValue(Task.FromResult(new AuthenticationState(Council.AsPrincipal("test")))));
        Assert.Equal("real", page.Find("[data-testid=report]").GetAttribute("data-mode"));
        foreach (var theirs in new[] { "李某", "王警官", AlertSay.OfLevel(3).ToString(), "api/v1", "data-testid=\"assess\"", "data-testid=\"add-comment\"" }) Assert.DoesNotContain(theirs, page.Markup, StringComparison.Ordinal);
        Assert.Equal("0-2 小店", page.Find("[data-testid=never-arrived]").TextContent);
        Assert.Equal("inTime", page.Find("[data-testid=stage-selfHelp]").GetAttribute("data-reached"));
        Assert.Contains(page.FindAll(".timeline li"), l => l.GetAttribute("data-what") == "closed");

        var inside = console.Render<OneReport>(p => p.Add(r => r.Id, report).AddCascadingValue(Task.FromResult(new AuthenticationState(Stock.Officer.AsPrincipal("test")))));
        Assert.Contains("李某已带走", inside.Markup, StringComparison.Ordinal);
        Assert.Contains("王警官", inside.Markup, StringComparison.Ordinal);
    }
}
