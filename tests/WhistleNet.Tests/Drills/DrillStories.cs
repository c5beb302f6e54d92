using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>A drill from the plan to "this was a drill", on the path of a real alert.</summary>
public sealed class DrillStories
{
    [Fact]
    public async Task A_drill_is_planned_started_whistled_heard_as_a_drill_stopped_and_told()
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        var (raiser, neighbour, elsewhere, console) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen(confirms: true), await world.Shop(1, 0).Listen(), await world.Console().Listen());
        var drill = await world.Planned(console);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        foreach (var shop in new[] { raiser, neighbour }) await Eventually.True(() => shop.Drills is [{ State: "running", PressHere: true }], "the page of the circle has both buttons");
        Assert.Empty(elsewhere.Drills);

        var press = (await raiser.Press(new { drillId = drill })).Must(201);
        Assert.Equal(("drill", "3"), (press["mode"], press["notified"]));
        await Eventually.True(() => neighbour.Knows(press.AlertId) is { Mode: "drill", You: "neighbour" } heard && heard.DrillId == drill, "the neighbour heard a drill");
        await Eventually.True(() => console.Knows(press.AlertId)?.Mode == "drill", "the station too");
        (await neighbour.Do(press.AlertId, "answers", new { answer = "arrived" })).Must(200);

        (await console.Post($"drills/{drill}/stop", "{}")).Must(409);
        var over = (await console.Post($"drills/{drill}/stop", """{"reason":"到时间了"}""")).Must(200);
        Assert.Equal(("over", press.AlertId), (over["state"], over.Json.GetProperty("alertIds")[0].GetString()));
        await Eventually.True(() => neighbour.Knows(press.AlertId) is { State: "closed", Outcome: "drill" }, "stood down as a drill");
        await Eventually.True(() => raiser.Drills[^1] is { State: "over", Ended: "stopped", PressHere: false, AnnouncedAt: null }, "the drill's button is gone");

        (await console.Post($"drills/{drill}/announce", "{}")).Must(200);
        await Eventually.True(() => raiser.Drills[^1].AnnouncedAt is not null && neighbour.Drills[^1].AnnouncedAt is not null, "everybody was told");
        var lines = (await console.Get($"drills/{drill}")).Json.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("what").GetString());
        Assert.Equal(["planned", "started", "firstSound", "stopped", "announced"], lines);
    }

    [Fact]
    public async Task A_drill_ends_by_its_own_time_and_everybody_is_told_in_time_though_its_organizer_is_gone()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (raiser, console) = (await world.Shop(0, 0).Listen(), world.Console());
        var drill = await world.Planned(console, minutes: 3);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        var press = (await raiser.Press(new { mode = "drill", drillId = drill })).Must(201);
        await world.Forward(179);
        Assert.Equal("running", (await console.Get($"drills/{drill}"))["state"]);
        await world.Forward(1);
        var over = await console.Get($"drills/{drill}");
        Assert.Equal(("over", "timeOver"), (over["state"], over["ended"]));
        Assert.Equal(("closed", "drill"), ((await console.Get($"alerts/{press.AlertId}"))["state"], (await console.Get($"alerts/{press.AlertId}"))["outcome"]));
        await world.Forward(5 * 60);
        var told = await console.Get($"drills/{drill}");
        Assert.True(told.Has("announcedAt") && !told.Has("announcedLate"), told.Text);
    }

    [Fact]
    public async Task A_house_that_was_down_when_everybody_should_have_been_told_tells_late_and_says_so()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var drill = await world.Planned(world.Console(), minutes: 3);
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        (await world.Console().Post($"drills/{drill}/stop", """{"reason":"x"}""")).Must(200);
        await world.Restart(after: TimeSpan.FromMinutes(7));
        await world.Forward(1);
        var told = await world.Console().Get($"drills/{drill}");
        Assert.Equal("True", told["announcedLate"]);
        Assert.Contains("announcedLate", told.Json.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("what").GetString()));
    }

    [Fact]
    public async Task Of_a_blind_drill_nobody_but_its_planners_and_the_pressing_shop_knows_before_the_first_sound()
    {
        var street = Street.Of(1, 3);
        var wall = street.AddWall("大屏");
        await using var world = await World.With(street);
        var (presser, neighbour, screen, console) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen(), await world.Device(wall).Listen(), await world.Console().Listen());
        var drill = await world.Planned(console, blind: true);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        await Eventually.True(() => presser.Drills is [{ PressHere: true }], "the pressing shop knows");
        await Eventually.True(() => console.Drills.Any(d => d.State == "running"), "the commander knows");
        Assert.Empty((await world.Shop(0, 1).Listen()).Boards[0].Drills);
        Assert.True(neighbour.Drills.Count == 0 && screen.Drills.Count == 0);

        (await presser.Press(new { drillId = drill })).Must(201);
        await Eventually.True(() => neighbour.Drills is [{ State: "running", PressHere: false }] && screen.Drills is [{ State: "running" }], "from the first sound on everybody knows");
        await Eventually.True(() => neighbour.Heard is [{ Mode: "drill" }], "and hears a drill");
    }

    [Fact]
    public async Task No_telephone_is_called_in_a_drill_and_its_timeline_says_so()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = await world.Console().Listen();
        var drill = await world.Planned(console);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        var press = (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201);
        await world.Forward(30);
        await world.Forward(30);
        var alert = await console.Get($"alerts/{press.AlertId}");
        var called = alert.Json.GetProperty("lines").EnumerateArray().Where(l => l.GetProperty("what").GetString() == "escalated").Select(l => l.GetProperty("text").GetString()).ToList();
        Assert.Equal(2, called.Count);
        Assert.EndsWith(DrillSay.NotCalled, called[1], StringComparison.Ordinal);
        Assert.Single(alert.Json.GetProperty("notices").EnumerateArray(), n => n.GetProperty("to").GetString() == "rung");
    }

    [Fact]
    public async Task A_communication_test_reaches_every_device_quietly_and_has_a_row_for_each_way()
    {
        var street = Street.Of(1, 3);
        street.AddDevice(street.Shop(0, 1), "第二台");
        await using var world = await World.With(street);
        var (here, console) = (await world.Shop(0, 0).Listen(confirms: true), await world.Console().Listen());
        var drill = await world.Planned(console, form: "comms");
        var started = (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        Assert.Equal(3, started.Json.GetProperty("alertIds").GetArrayLength());
        await Eventually.True(() => here.Heard is [{ Mode: "test", You: "raiser" }], "the device heard its test");
        Assert.True(here.Drills.Count == 0 && console.Heard.Count == 0, "nobody is alarmed");
        await using var db = await world.Db();
        await Eventually.True(() => db.Notices.AnyAsync(n => n.DeviceId == here.Id && n.State == Delivery.Received), "its receipt is on disk");
        await world.Forward(21);
        var rows = db.Notices.Where(n => db.Alerts.Any(a => a.Id == n.AlertId && a.DrillId == drill)).Select(n => new { n.DeviceId, n.State }).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Equal(here.Id, Assert.Single(rows, r => r.State == Delivery.Received).DeviceId);
        (await console.Post($"drills/{drill}/stop", """{"reason":"done"}""")).Must(200);
        Assert.All(db.Alerts.Where(a => a.DrillId == drill).ToList(), a => Assert.Equal((AlertState.Closed, Outcome.Test), (a.State, a.Outcome)));
    }

    [Fact]
    public async Task Every_change_of_a_drill_stands_in_the_log_and_a_restart_in_each_gap_changes_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var drill = await world.Planned(world.Console());
        await world.Restart();
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        await world.Restart();
        var shop = await world.Shop(0, 0).Listen();
        Assert.Equal(drill, Assert.Single(shop.Boards[^1].Drills).DrillId);
        (await shop.Press(new { drillId = drill })).Must(201);
        await world.Restart();
        (await world.Console().Post($"drills/{drill}/stop", """{"reason":"x"}""")).Must(200);
        await world.Restart();
        (await world.Console().Post($"drills/{drill}/announce", "{}")).Must(200);
        await world.Restart();
        Assert.NotNull(Assert.Single((await world.Shop(0, 1).Listen()).Boards[^1].Drills).AnnouncedAt);
        var found = await world.The<Log.LogCheck>().Walk(cancel: TestContext.Current.CancellationToken);
        Assert.Null(found.Bad);
        await using var db = await world.Db();
        Assert.Equal([DrillEntry.Planned, DrillEntry.Started, DrillEntry.FirstSound, DrillEntry.Stopped, DrillEntry.Announced], db.DrillLines.Where(l => l.What != DrillEntry.Told).OrderBy(l => l.Seq).Select(l => l.What));
        Assert.Equal(db.DrillLines.Count(), found.Chains.Single(c => c.End.Chain == "drill-1").End.Seq);
    }
}
