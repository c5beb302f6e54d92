using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Rounds;

namespace WhistleNet.Reports;

/// <summary>A street whistles, it ends, and the report is there: on screen, as CSV and as JSON, in both languages.</summary>
public sealed class ReportStories
{
    private static readonly Actor Organizer = new("organizer", "组织者", Role.Organizer, Street.StationId);
    private static readonly Actor Officer = new("officer", "李警官", Role.Officer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_moment_an_alert_ends_its_report_says_who_came_who_did_not_and_how_quickly()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var (id, console) = (await Whole(world), world.Console());
        var report = (await console.Get($"reports?alert={id}")).Must(200);
        Assert.Equal(("real", "owed", id), (report["mode"], report["standing"], report["alertId"]));
        Assert.Equal(["selfHelp 60 20 inTime", "mutualHelp 180  notReached", "onScene 300 90 inTime"], report.Json.GetProperty("stages").EnumerateArray().Select(s =>
            $"{s.GetProperty("stage")} {s.GetProperty("targetS")} {(s.TryGetProperty("tookS", out var took) ? took.ToString() : "")} {s.GetProperty("reached")}"));
        Assert.Equal(["0-1 小店", "0-2 小店", "0-3 小店"], report.Json.GetProperty("unreached").EnumerateArray().Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(["0-2 小店"], report.Json.GetProperty("neverArrived").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal((2, 1), (report.Json.GetProperty("attendance").GetProperty("answered").GetInt32(), report.Json.GetProperty("attendance").GetProperty("arrived").GetInt32()));
        Assert.Contains("closed", report.Json.GetProperty("timeline").EnumerateArray().Select(l => l.GetProperty("what").GetString()));
        Assert.Equal(["0-0 小店", "0-1 小店", "0-2 小店", "王警官"], report.Json.GetProperty("asked").EnumerateArray().Select(a => a.GetProperty("name").GetString()));

        var same = (await console.Get($"reports/{report["reportId"]}")).Must(200);
        Assert.Equal((report.Text, report.Text), (same.Text, (await console.Get($"reports/{report["reportId"]}.json")).Must(200).Text));
    }

    [Theory]
    [InlineData("zh", "性质", "警情", "未达到", "一三五")]
    [InlineData("en", "Mode", "ALERT", "not reached", "1-3-5")]
    public async Task As_CSV_it_speaks_both_languages_and_says_the_mode_in_each_row(string lang, string column, string mode, string notReached, string stages)
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var report = (await world.Console().Get($"reports?alert={await Whole(world, reason: "=1+1")}")).Must(200)["reportId"];
        var answer = (await world.Console().Get($"reports/{report}.csv?lang={lang}")).Must(200);
        Assert.Equal("text/csv", answer.Type);
        var rows = answer.Text.TrimStart('\uFEFF').Trim().Split('\n');
        Assert.StartsWith(column + ",", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.StartsWith(mode + ",", row, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(notReached, StringComparison.Ordinal) && row.Contains(stages, StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Text, ",=1", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_alert_a_stranger_and_a_shop_get_no_report()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Console().Get($"reports?alert={id}")).Must(404);
        (await world.Console().Get("reports?alert=nothing")).Must(404);
        (await world.Console().Get("reports/nothing.csv")).Must(404);
        (await world.Console().Get("reports")).Must(400);
        (await world.Shop(0, 0).Get($"reports?alert={id}")).Must(403);
        (await world.Stranger().Get($"reports?alert={id}")).Must(401);
    }

    [Fact]
    public async Task However_often_the_round_comes_an_alert_has_one_report_and_a_practice_has_none()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var id = await Whole(world);
        (await world.Shop(0, 2).Press(new { mode = "test" })).Must(201);
        await world.Forward(10);
        var rounds = world.The<ReportRounds>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => rounds.Draft(Cancel)));
        Assert.Equal(0, await rounds.Draft(Cancel));
        await using var db = await world.Db();
        Assert.Equal(id, (await db.Reports.AsNoTracking().SingleAsync(Cancel)).AlertId);
    }

    [Fact]
    public async Task An_alert_that_was_opened_again_is_measured_again_and_keeps_what_people_wrote()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (console, id) = (world.Console(), await Whole(world));
        var before = (await console.Get($"reports?alert={id}")).Must(200);
        Assert.Null(await world.The<ReportDesk>().Comment(Officer, before["reportId"], "门当时锁着"));
        (await console.Do(id, "reopen", new { reason = "又来了" })).Must(200);
        (await console.Get($"reports?alert={id}")).Must(404);
        await world.Forward(60);
        (await console.Do(id, "close", new { outcome = "stopped", reason = "完" })).Must(200);
        var after = (await console.Get($"reports?alert={id}")).Must(200);
        Assert.Equal(before["reportId"], after["reportId"]);
        Assert.NotEqual(before["dueAt"], after["dueAt"]);
        Assert.Contains("门当时锁着", after.Text, StringComparison.Ordinal);
        Assert.Contains("reopened", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_come_then_its_time_is_over_and_it_is_incomplete_with_who_is_missing_and_never_lost()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = (await world.Console().Get($"reports?alert={await Whole(world)}")).Must(200)["reportId"];
        Assert.Empty(await world.The<ReportRounds>().Waiting(Cancel));
        await world.Restart(after: TimeSpan.FromHours(2));
        await world.The<ReportRounds>().Remind(Cancel);
        Assert.Equal("0-0 小店", (await world.The<ReportRounds>().Waiting(Cancel))[Street.StationId].Single().Names[0]);
        Assert.Equal(0, await world.The<ReportRounds>().Remind(Cancel)); // not twice
        Assert.Equal("due", (await world.Console().Get($"reports/{id}")).Must(200)["standing"]);
        await world.Restart(after: TimeSpan.FromDays(7));
        await world.The<ReportRounds>().CloseOverdue(Cancel);
        var over = (await world.Console().Get($"reports/{id}")).Must(200);
        Assert.Equal("incomplete", over["standing"]);
        Assert.Equal(4, over.Json.GetProperty("asked").EnumerateArray().Count(a => !a.GetProperty("answered").GetBoolean()));
        Assert.Equal(id, Assert.Single(await world.The<ReportBoard>().List(Stock.Officer, Street.StationId, Mode.Real, ReportStanding.Incomplete)).Report.Id);
        Assert.Empty(await world.The<ReportRounds>().Waiting(Cancel));
    }

    [Fact]
    public async Task After_ninety_days_the_names_are_gone_and_the_figures_stand()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var console = world.Console();
        var report = (await console.Get($"reports?alert={await Whole(world)}")).Must(200);
        Assert.Null(await world.The<ReportDesk>().Comment(Officer, report["reportId"], "门当时锁着"));
        await world.Restart(after: TimeSpan.FromDays(91));
        world.Time.Advance(Masking.AfterStart);
        Assert.True(await world.The<Masking>().Walk(Cancel));
        var after = (await console.Get($"reports/{report["reportId"]}")).Must(200);
        Assert.Equal("True", after.Json.GetProperty("header").GetProperty("masked").ToString());
        Assert.Equal(report["stages"], after["stages"]);
        foreach (var gone in new[] { "王警官", "门当时锁着", "李警官", "已处置" }) Assert.DoesNotContain(gone, after.Text, StringComparison.Ordinal);
        Assert.True(await world.The<Masking>().Walk(Cancel)); // once more changes nothing
    }

    /// <summary>One shop arrives, one says so and never comes, one is silent; an officer takes it and is there after 90 s.</summary>
    internal static async Task<string> Whole(World world, string reason = "已处置")
    {
        var console = world.Console();
        var id = (await world.Shop(0, 0).Press(new { kind = "fight" })).Must(201).AlertId;
        await world.Forward(20);
        (await world.Shop(0, 1).Do(id, "answers", new { answer = "coming" })).Must(200);
        (await world.Shop(0, 2).Do(id, "answers", new { answer = "coming" })).Must(200);
        (await console.Do(id, "take")).Must(200);
        await world.Forward(40);
        (await world.Shop(0, 1).Do(id, "answers", new { answer = "arrived" })).Must(200);
        await world.Forward(30);
        (await console.Do(id, "marks", new { mark = "onScene" })).Must(200);
        (await console.Do(id, "close", new { outcome = "stopped", reason })).Must(200);
        return id;
    }
}
