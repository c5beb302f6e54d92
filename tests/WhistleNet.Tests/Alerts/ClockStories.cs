namespace WhistleNet.Alerts;

/// <summary>The two clocks, and the third due time.</summary>
public sealed class ClockStories
{
    [Fact]
    public async Task Not_enough_coming_after_a_minute_calls_the_next_ring_and_then_the_one_after()
    {
        await using var world = await World.With(circles: 8, shopsEach: 3); // 100 m apart
        var (raiser, near, far, console) = (await world.Shop(0, 0).Listen(), await world.Shop(2, 0).Listen(), await world.Shop(7, 2).Listen(), world.Console());
        var id = (await raiser.Press()).AlertId;

        await world.Forward(59);
        Assert.False(near.HeardOf(id));
        await world.Forward(2);
        var news = await Eventually.Found(() => near.Knows(id), "the next ring heard");
        Assert.Equal(200, news.DistanceM!.Value, tolerance: 3.0);
        await world.Forward(57);
        Assert.False(far.HeardOf(id));
        await world.Forward(4);
        await Eventually.True(() => far.HeardOf(id), "the last ring heard");
        var alert = (await console.Get($"alerts/{id}")).Must(200);
        Assert.False(alert.Has("widenDueAt")); // no ring is left
        Assert.Equal(2, Lines(alert).Count(l => l == "widened"));
    }

    [Fact]
    public async Task Enough_coming_stops_the_rings_and_later_ones_are_told_so()
    {
        await using var world = await World.With(circles: 2, shopsEach: 5);
        var (raiser, elsewhere) = (world.Shop(0, 0), await world.Shop(1, 0).Listen());
        var late = await world.Shop(0, 4).Listen();
        var id = (await raiser.Press()).AlertId;
        for (var n = 1; n <= 3; n++) (await world.Shop(0, n).Do(id, "answers", new { answer = "coming" })).Must(200);

        await Eventually.True(() => late.Knows(id) is { Enough: true, Coming: 3, Needed: 3 }, "enough are coming");
        await world.Forward(130);
        Assert.False(elsewhere.HeardOf(id));

        (await world.Shop(0, 1).Do(id, "answers", new { answer = "withdrawn" })).Must(200);
        await world.Forward(2);
        await Eventually.True(() => elsewhere.HeardOf(id), "one withdrew, so the next ring is called");
    }

    [Fact]
    public async Task So_many_decline_that_not_enough_can_come_and_the_next_ring_is_due_at_once()
    {
        await using var world = await World.With(circles: 2, shopsEach: 5);
        foreach (var n in new[] { 1, 2, 3, 4 }) await world.Shop(0, n).Listen(confirms: true);
        var elsewhere = await world.Shop(1, 0).Listen();
        var id = (await world.Shop(0, 0).Press()).AlertId;

        (await world.Shop(0, 1).Do(id, "answers", new { answer = "cannotCome" })).Must(200);
        await world.Forward(2);
        Assert.False(elsewhere.HeardOf(id)); // three are left, three are needed
        (await world.Shop(0, 2).Do(id, "answers", new { answer = "cannotCome" })).Must(200);
        await world.Forward(1);
        await Eventually.True(() => elsewhere.HeardOf(id), "the next ring was called at once");
    }

    [Fact]
    public async Task An_untaken_alert_climbs_at_30_60_and_120_seconds_over_a_restart_and_no_neighbour_stops_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 5);
        var (raiser, console) = (world.Shop(0, 0), world.Console());
        var id = (await raiser.Press()).AlertId;
        (await world.Shop(0, 1).Do(id, "answers", new { answer = "arrived" })).Must(200);

        await world.Forward(29);
        Assert.Empty(await Climbs());
        await world.Forward(2);
        Assert.Single(await Climbs());
        await world.Restart();
        await world.Forward(28);
        Assert.Single(await Climbs());
        await world.Forward(2);
        Assert.Equal(2, (await Climbs()).Count);
        await world.Restart(after: TimeSpan.FromSeconds(59)); // the third was due while the server was down
        await world.Forward(2);
        Assert.Equal(["第二民警 Second officer", "值班电话 Duty phone", "县局 County"], await Climbs());
        await world.Forward(200);
        Assert.Equal(3, (await Climbs()).Count);

        async Task<List<string?>> Climbs() => [.. (await console.Get($"alerts/{id}")).Json.GetProperty("lines").EnumerateArray()
            .Where(l => l.GetProperty("what").GetString() == "escalated").Select(l => l.GetProperty("text").GetString())];
    }

    [Fact]
    public async Task A_rung_that_cannot_be_reached_is_named()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = await world.Console().Listen(confirms: true);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await world.Forward(61);
        var rungs = (await console.Get($"alerts/{id}")).Json.GetProperty("notices").EnumerateArray()
            .Where(n => n.GetProperty("to").GetString() == "rung").ToDictionary(n => n.GetProperty("name").GetString()!, n => n.GetProperty("state").GetString());
        Assert.Equal("unreached", rungs["值班电话 Duty phone"]);
        await Eventually.True(async () => (await console.Get($"alerts/{id}")).Json.GetProperty("notices").EnumerateArray()
            .Any(n => n.GetProperty("name").GetString() == "第二民警 Second officer" && n.GetProperty("state").GetString() == "received"), "the console's rung was received");
    }

    [Fact]
    public async Task A_taken_alert_left_quiet_reminds_the_taker_and_then_climbs()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = world.Console();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        (await console.Do(id, "take")).Must(200);
        await world.Forward(120);
        Assert.DoesNotContain("escalated", Lines(await console.Get($"alerts/{id}")));
        world.Time.Advance(TimeSpan.FromSeconds(479));
        await world.Forward(2);
        Assert.Contains("remindedTaker", Lines(await console.Get($"alerts/{id}")));
        await world.Forward(62);
        var alert = await console.Get($"alerts/{id}");
        Assert.Contains("escalated", Lines(alert));
        Assert.Equal("taken", alert["state"]);
    }

    [Fact]
    public async Task Handing_back_makes_the_next_rung_due_at_once()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = world.Console();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        Assert.False((await console.Do(id, "take")).Must(200).Has("takeDueAt"));
        await world.Forward(5);
        Assert.True((await console.Do(id, "handBack")).Must(200).Has("takeDueAt"));
        await world.Forward(1);
        Assert.Contains("escalated", Lines(await console.Get($"alerts/{id}")));
    }

    private static List<string?> Lines(Answer alert) => [.. alert.Json.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("what").GetString())];
}
