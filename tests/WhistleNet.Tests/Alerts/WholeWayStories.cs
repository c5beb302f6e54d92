namespace WhistleNet.Alerts;

/// <summary>One press, the whole way.</summary>
public sealed class WholeWayStories
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_press_is_heard_by_the_circle_and_the_station_and_by_no_other_circle(bool messagePack)
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        var raiser = await world.Shop(0, 0).Listen(messagePack);
        var neighbours = new[] { await world.Shop(0, 1).Listen(messagePack), await world.Shop(0, 2).Listen(messagePack) };
        var elsewhere = await world.Shop(1, 0).Listen(messagePack);
        var console = await world.Console().Listen(messagePack);

        var press = (await raiser.Press()).Must(201);
        Assert.Equal("3", press["notified"]);
        Assert.Equal("real", press["mode"]);

        foreach (var neighbour in neighbours)
        {
            var news = await Eventually.Found(() => neighbour.Knows(press.AlertId), "a neighbour heard");
            Assert.Equal(("neighbour", "real", "raised"), (news.You, news.Mode, news.State));
        }
        await Eventually.True(() => console.HeardOf(press.AlertId) && raiser.HeardOf(press.AlertId), "station and raiser heard");
        await world.Forward(59);
        Assert.False(elsewhere.HeardOf(press.AlertId));
    }

    [Fact]
    public async Task Taken_arrived_and_closed_are_heard_by_everybody_who_heard_the_press()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (raiser, neighbour, console) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen(), await world.Console().Listen());
        var id = (await raiser.Press()).AlertId;

        (await neighbour.Do(id, "answers", new { answer = "coming" })).Must(200);
        await Eventually.True(() => raiser.Knows(id)?.Coming == 1 && console.Knows(id)?.Coming == 1, "one is coming");
        (await console.Do(id, "take")).Must(200);
        await Eventually.True(() => raiser.Knows(id) is { State: "taken", TakenBy: "王警官" }, "the raiser sees who took it");
        (await neighbour.Do(id, "answers", new { answer = "arrived" })).Must(200);
        (await console.Do(id, "close", new { outcome = "stopped", reason = "人已带离" })).Must(200);
        await Eventually.True(() => raiser.Knows(id)?.State == "closed" && neighbour.Knows(id)?.State == "closed", "stood down");

        var lines = (await console.Get($"alerts/{id}")).Json.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("what").GetString());
        Assert.Equal(["raised", "answered", "taken", "answered", "closed"], lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_answers_over_the_hub_may_leave_the_reason_out(bool messagePack)
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        var (one, other) = (await world.Shop(0, 1).Listen(messagePack), await world.Shop(0, 2).Listen(messagePack));
        await one.Say("Answer", id, "coming");
        await other.Say("Answer", id, "cannotCome", "店里没人");
        var notices = (await world.Console().Get($"alerts/{id}")).Json.GetProperty("notices").EnumerateArray().Select(n => n.TryGetProperty("answer", out var answer) ? answer.GetString() : null);
        Assert.Equal(["cannotCome", "coming"], notices.OfType<string>().Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => one.Say("Answer", id));
    }
}
