using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Rounds;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>A false alarm is coached and may be appealed; a device is restricted with a reason, an end and a person, and whistles all the same.</summary>
public sealed class AppealStories
{
    private static readonly Actor Commander = new("c", "赵所长", Role.DutyCommander, Street.StationId);
    private static readonly Actor Officer = new("o", "王警官", Role.Officer, Street.StationId);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restricted_device_whistles_to_the_station_alone_until_its_time_is_over_and_its_page_says_why()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var desk = world.The<DeviceDesk>();
        var device = world.Street.DeviceOf(world.Street.Shop(0, 0));
        Assert.Equal(ProblemSay.Forbidden, await desk.Restrict(Officer, device.Id, 3, "反复恶意"));
        Assert.Equal(AppealSay.RestrictWrong, await desk.Restrict(Commander, device.Id, 3, " "));
        Assert.Equal(AppealSay.RestrictWrong, await desk.Restrict(Commander, device.Id, 31, "反复恶意"));
        Assert.Equal(ProblemSay.NotFound, await desk.Restrict(Commander with { StationId = "ffffffffffffffffffffffffffffffff" }, device.Id, 3, "x"));
        Assert.Null(await desk.Restrict(Commander, device.Id, 3, "反复恶意"));

        var press = (await world.Shop(0, 0).Press()).Must(201);
        Assert.Equal(("0", "True"), (press["notified"], press["limited"]));
        Assert.False((await world.Shop(0, 0).Press(new { mode = "test" })).Must(201).Has("limited"));
        Assert.Equal("3", (await world.Shop(0, 1).Press()).Must(201)["notified"]); // its neighbour's do not

        var appeals = world.The<AppealDesk>();
        Assert.Equal("反复恶意", Assert.Single(await appeals.Open(device.AsActor())).Why);
        Assert.Empty(await appeals.Open(world.Street.DeviceOf(world.Street.Shop(0, 1)).AsActor()));
        (await world.Console().Do(press.AlertId, "close", new { outcome = "malicious", reason = "x" })).Must(200);
        await world.Restart(after: TimeSpan.FromDays(3));
        Assert.Equal("3", (await world.Shop(0, 0).Press()).Must(201)["notified"]);
        await using var db = await world.Db();
        Assert.Equal(("赵所长", "反复恶意"), await db.Devices.Where(d => d.Id == device.Id).Select(d => new ValueTuple<string?, string?>(d.RestrictedBy, d.RestrictedWhy)).SingleAsync(Cancel));
        Assert.Equal([Deed.DeviceRestricted], await db.Access.Where(r => r.ActorId == "c").Select(r => r.What).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_commander_lifts_a_restriction_before_its_time()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var device = world.Street.DeviceOf(world.Street.Shop(0, 0)).Id;
        Assert.Null(await world.The<DeviceDesk>().Restrict(Commander, device, 30, "x"));
        Assert.Single((await world.The<FalseAlarmBoard>().Of(Street.StationId)).Restricted);
        Assert.Null(await world.The<DeviceDesk>().Lift(Commander, device));
        Assert.Empty((await world.The<FalseAlarmBoard>().Of(Street.StationId)).Restricted);
        Assert.Equal("1", (await world.Shop(0, 0).Press()).Must(201)["notified"]);
    }

    [Fact]
    public async Task A_shop_appeals_once_against_a_false_alarm_reads_the_answer_and_nobody_else_sees_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (desk, mine, others) = (world.The<AppealDesk>(), world.Street.DeviceOf(world.Street.Shop(0, 0)).AsActor(), world.Street.DeviceOf(world.Street.Shop(0, 1)).AsActor());
        var alert = await Closed(world, "honestMistake");
        Assert.Equal(ProblemSay.NotFound, await desk.Make(others, alert, "不是我"));
        Assert.Equal(AppealSay.TextMissing, await desk.Make(mine, alert, " "));
        Assert.Null(await desk.Make(mine, alert, "当时他手里有刀"));
        Assert.Null(await desk.Make(mine, alert, "再说一遍")); // a repeat changes nothing
        Assert.Equal("0-0 小店", Assert.Single(Assert.Single(world.The<AppealWatch>().SignalsFor(Street.StationId)).Names));

        var appeal = Assert.Single((await world.The<FalseAlarmBoard>().Of(Street.StationId)).Open);
        Assert.Equal("当时他手里有刀", appeal.Text);
        Assert.Equal(ProblemSay.Forbidden, await desk.Answer(Officer, appeal.Id, true, "看了录像"));
        Assert.Equal(AppealSay.AnswerMissing, await desk.Answer(Commander, appeal.Id, true, ""));
        Assert.Null(await desk.Answer(Commander, appeal.Id, true, "看了录像，您说得对"));
        Assert.Equal(AppealSay.Answered, await desk.Answer(Commander, appeal.Id, false, "又改"));
        Assert.Empty(world.The<AppealWatch>().SignalsFor(Street.StationId));
        Assert.Equal((true, "看了录像，您说得对"), Assert.Single(await desk.Open(mine)).Appeal is { } read ? (read.Granted == true, read.Answer) : default);

        await world.Restart(after: TimeSpan.FromDays(31)); // too late for the next
        await using var db = await world.Db();
        Assert.Empty(await world.The<AppealDesk>().Open(mine));
    }

    [Fact]
    public async Task Drills_tests_and_true_alarms_are_no_false_alarms_and_a_talk_is_written_down_once()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (desk, board) = (world.The<AppealDesk>(), world.The<FalseAlarmBoard>());
        var slip = await Closed(world, "slip");
        var real = await Closed(world, "stopped", 1);
        await world.Shop(0, 2).Press(new { mode = "test" });
        Assert.Equal(AppealSay.NotFalse, await desk.Coach(Officer, real, "x"));
        var shop = Assert.Single((await board.Of(Street.StationId)).Shops);
        Assert.Equal(("0-0 小店", 1, true), (shop.Shop, shop.Whistles, shop.Uncoached));
        Assert.Null(await desk.Coach(Officer, slip, "教了长按和“误触”"));
        Assert.Null(await desk.Coach(Commander, slip, "第二次"));
        var alarm = Assert.Single(Assert.Single((await board.Of(Street.StationId)).Shops).Alarms);
        Assert.Equal(("王警官", "教了长按和“误触”"), (alarm.Coached!.By, alarm.Coached.Text));
    }

    [Fact]
    public async Task The_shops_page_takes_an_appeal_without_a_script_and_the_commander_answers_it_on_theirs()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var device = world.Street.DeviceOf(world.Street.Shop(0, 0));
        await Closed(world, "slip");
        Assert.Single(await world.The<AppealDesk>().Open(device.AsActor()));
        using var stranger = new Guest(world);
        Assert.Equal(404, (await stranger.Open("/w/appeal")).Code);

        Assert.Null(await world.The<AppealDesk>().Make(device.AsActor(), Assert.Single(await world.The<AppealDesk>().Open(device.AsActor())).About, "有人踢门"));
        await using var console = new OfficerConsole(world, Commander);
        var page = console.Render<FalseAlarmsPage>(p => p.AddCascadingValue(Task.FromResult(new AuthenticationState(Commander.AsPrincipal("test")))));
        await Eventually.True(() => page.FindAll("[data-testid=appeal]").Count == 1, "the appeal is shown");
        page.Find("[data-testid=answer]").Change("去看过，是误触");
        page.Find("[data-testid=reject]").Click();
        page.WaitForAssertion(() => Assert.Contains("去看过，是误触", page.Find("[data-testid=answered]").TextContent, StringComparison.Ordinal));
        page.Find("[data-testid=talk]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=talk]")));
    }

    [Fact]
    public async Task Words_and_names_go_ninety_days_after_the_answer_and_that_it_was_stays()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (desk, mine) = (world.The<AppealDesk>(), world.Street.DeviceOf(world.Street.Shop(0, 0)).AsActor());
        var alert = await Closed(world, "slip");
        Assert.Null(await desk.Make(mine, alert, "不是误触"));
        Assert.Null(await desk.Coach(Officer, alert, "聊过"));
        Assert.Null(await desk.Answer(Commander, Assert.Single((await world.The<FalseAlarmBoard>().Of(Street.StationId)).Open).Id, false, "是误触"));
        await world.Restart(after: TimeSpan.FromDays(91));
        await world.Forward((int)Masking.AfterStart.TotalSeconds + 1);
        Assert.True(await world.The<Masking>().Walk(Cancel));
        await using var db = await world.Db();
        var (appeal, talk) = (await db.Appeals.SingleAsync(Cancel), await db.Coachings.SingleAsync(Cancel));
        Assert.Equal((null, null, null, null, false), (appeal.By, appeal.Text, appeal.Answer, appeal.AnsweredBy, appeal.Granted));
        Assert.Equal((null, null), (talk.By, talk.Text));
    }

    private static async Task<string> Closed(World world, string outcome, int shop = 0)
    {
        var id = (await world.Shop(0, shop).Press()).Must(201).AlertId;
        (await world.Console().Do(id, "close", new { outcome, reason = "x" })).Must(200);
        return id;
    }
}
