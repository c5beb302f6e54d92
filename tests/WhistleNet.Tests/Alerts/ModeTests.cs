using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Alerts;

/// <summary>A drill or a test never looks real: every renderer of the console, in every mode.</summary>
public sealed class ModeTests
{
    private static readonly Actor Officer = new("o", "王警官", Role.DutyCommander, Street.StationId);

    public static TheoryData<Mode, bool> Modes()
    {
        var all = new TheoryData<Mode, bool>();
        foreach (var mode in Enum.GetValues<Mode>())
        {
            all.Add(mode, false);
            all.Add(mode, true);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Every_renderer_says_the_mode_and_no_other(Mode mode, bool closed)
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await using var console = new OfficerConsole(world, Officer);
        var now = Now(world, mode, closed);

        foreach (var (name, drawn) in Renderers(console, now))
        {
            var modes = drawn.QuerySelectorAll("[data-mode]").Select(e => e.GetAttribute("data-mode")).Distinct().ToList();
            Assert.True(modes is [var only] && only == mode.Word(), $"{name} says {string.Join(' ', modes)} for {mode}");
            Assert.True(drawn.TextContent.Contains(AlertSay.Of(mode).Zh, StringComparison.Ordinal), $"{name} does not say the word of {mode}");
            Assert.True(mode == Mode.Real || drawn.QuerySelectorAll(".shape-real").Length == 0, $"{name} draws the sign of a real alert for {mode}");
        }
    }

    private static IEnumerable<(string Name, IElement Drawn)> Renderers(OfficerConsole console, AlertNow now)
    {
        var all = new AlertsNow([now], Watch.Nothing);
        yield return (nameof(OneAlert), console.Render<OneAlert>(o => o.Add(a => a.Id, now.Id).Add(a => a.Now, all)
            .AddCascadingValue(Task.FromResult(new AuthenticationState(Officer.AsPrincipal("test"))))).Find(".record"));
        if (now.Alert.IsOpen)
        {
            yield return (nameof(AlertCard), console.Render<AlertCard>(c => c.Add(a => a.Now, now).Add(a => a.Who, Officer).Add(a => a.Expanded, true)).Find("article"));
            yield return (nameof(AlarmBar), console.Render<AlarmBar>(c => c.Add(a => a.Now, all)).Find(".alarms"));
        }
        else
        {
            yield return (nameof(ClosedCard), console.Render<ClosedCard>(c => c.Add(a => a.Now, now).Add(a => a.Who, Officer)).Find("article"));
        }
    }

    [Theory]
    [InlineData(Mode.Real)]
    [InlineData(Mode.Drill)]
    [InlineData(Mode.Test)]
    public async Task A_report_says_the_mode_on_screen_in_each_row_of_its_CSV_and_in_its_JSON(Mode mode)
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await using var console = new OfficerConsole(world, Officer);
        var alert = Now(world, mode, closed: true).Alert;
        var measured = Measured.Of(alert, alert.Lines, [], Targets.Default);
        var report = Report.Of(alert, measured, ReportTimes.Default, "r1", TimeSpan.FromDays(90));
        var facts = ReportDraft.Of(alert, alert.Lines, [], measured, world.The<Circles.TownHall>().Town);
        var read = new ReportRead(report, ReportStanding.Owed, facts, [], [], [], [], [], []);

        var sheet = console.Render<FactsSheet>(f => f.Add(x => x.Read, read).Add(x => x.Mode, mode).Add(x => x.Layout, Layout.Own)).Find("section");
        Assert.Equal(mode.Word(), sheet.GetAttribute("data-mode"));
        var rows = System.Text.Encoding.UTF8.GetString(ReportCsv.Of(read, mode, Layout.Own, Shell.StationTime.Utc)).Trim().Split('\n').Skip(1).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.StartsWith(mode == Mode.Real ? "警情," : $"{AlertSay.Of(mode).Zh} · 不是实警,", row, StringComparison.Ordinal));
        Assert.Equal(mode.Word(), ReportView.Of(read, mode).Mode);
    }

    private static AlertNow Now(World world, Mode mode, bool closed)
    {
        var at = world.Time.GetUtcNow();
        var shop = world.Street.Shop(0, 0);
        var whistle = new Whistle("a1", shop.StationId, shop.CircleId, shop.Id, mode, Kind.Fight, Silent: false, Needed: 3);
        var alert = Alert.Raise(whistle, Officer, at, Clocks.Default, TimeSpan.FromSeconds(30));
        if (closed) Assert.Null(alert.Close(Officer, mode.Outcomes().First(), "完", at));
        return new AlertNow(alert, [], alert.Lines, []);
    }
}
