namespace WhistleNet.Drills;

/// <summary>A drill gives way to what is real, to another drill, and to its own end.</summary>
public sealed class InterlockStories
{
    [Fact]
    public async Task A_real_press_ends_every_drill_of_the_station_at_once_and_its_alerts_in_its_name()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var (inDrill, other, console) = (await world.Shop(0, 0).Listen(), await world.Shop(1, 0).Listen(), await world.Console().Listen());
        var drill = await world.Planned(console);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        var practice = (await inDrill.Press(new { drillId = drill })).Must(201);

        var real = (await other.Press()).Must(201);
        Assert.Equal("real", real["mode"]);
        await Eventually.True(() => inDrill.Drills[^1] is { State: "over", Ended: "realAlert", PressHere: false }, "the drill's page left it and knows why");
        await Eventually.True(() => inDrill.Knows(practice.AlertId) is { State: "closed", Outcome: "drill", Mode: "drill" }, "the drill's alert ended as a drill");
        var closed = await console.Get($"alerts/{practice.AlertId}");
        Assert.Equal(DrillSay.RealAlert, closed["closedBy"]);
        Assert.Equal("drillNotRunning", (await inDrill.Press(new { drillId = drill })).Must(409)["refusal"]);
        Assert.Equal("alreadyClosed", (await console.Post($"drills/{drill}/start", "{}")).Must(409)["refusal"]);

        var next = await world.Planned(console);
        var refused = (await console.Post($"drills/{next}/start", "{}")).Must(409);
        Assert.Equal(("realAlertOpen", "planned"), (refused["refusal"], refused["state"]));
        (await console.Do(real.AlertId, "close", new { outcome = "slip", reason = "误触" })).Must(200);
        (await console.Post($"drills/{next}/start", "{}")).Must(200);
        (await console.Do(real.AlertId, "reopen", new { reason = "又来了" })).Must(200);
        Assert.Equal("over", (await console.Get($"drills/{next}"))["state"]);
    }

    [Fact]
    public async Task A_real_press_of_a_drilling_shop_is_real_and_never_joins_the_drill()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (shop, console) = (await world.Shop(0, 0).Listen(), world.Console());
        var drill = await world.Planned(console);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        var practice = (await shop.Press(new { drillId = drill })).Must(201);
        var real = (await shop.Press()).Must(201);
        Assert.NotEqual(practice.AlertId, real.AlertId);
        Assert.Equal(("real", "raised"), ((await console.Get($"alerts/{real.AlertId}"))["mode"], (await console.Get($"alerts/{real.AlertId}"))["state"]));
        Assert.Equal("closed", (await console.Get($"alerts/{practice.AlertId}"))["state"]);
    }

    [Fact]
    public async Task Two_drills_never_share_a_circle()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var console = world.Console();
        var (first, second) = (await world.Planned(console, circles: [0, 1]), await world.Planned(console, circles: [1]));
        (await console.Post($"drills/{first}/start", "{}")).Must(200);
        (await console.Post($"drills/{first}/start", "{}")).Must(200);
        Assert.Equal("circleBusy", (await console.Post($"drills/{second}/start", "{}")).Must(409)["refusal"]);
        (await console.Post($"drills/{first}/stop", """{"reason":"x"}""")).Must(200);
        (await console.Post($"drills/{second}/start", "{}")).Must(200);
    }

    [Fact]
    public async Task A_press_names_a_running_drill_of_its_own_circle_or_stores_nothing()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var console = world.Console();
        var drill = await world.Planned(console);
        Assert.Equal("drillNotRunning", (await world.Shop(0, 0).Press(new { drillId = drill })).Must(409)["refusal"]);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        Assert.Equal("drillNotRunning", (await world.Shop(1, 0).Press(new { drillId = drill })).Must(409)["refusal"]);
        var id = Guid.NewGuid().ToString();
        var first = (await world.Shop(0, 0).Press(new { drillId = drill }, id)).Must(201);
        (await console.Post($"drills/{drill}/stop", """{"reason":"x"}""")).Must(200);
        Assert.Equal(first.Text, (await world.Shop(0, 0).Press(new { drillId = drill }, id)).Must(200).Text); // its first answer, for ever
        Assert.Equal("drillNotRunning", (await world.Shop(0, 0).Press(new { drillId = drill })).Must(409)["refusal"]);
    }
}
