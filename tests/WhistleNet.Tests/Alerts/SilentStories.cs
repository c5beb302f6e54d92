using Microsoft.EntityFrameworkCore;
using WhistleNet.Log;
namespace WhistleNet.Alerts;

/// <summary>Silent: the station and the two nearest trained neighbours, and no other screen in the pressed shop.</summary>
public sealed class SilentStories
{
    [Fact]
    public async Task A_silent_press_reaches_the_station_and_two_trained_neighbours_and_nobody_else_until_it_widens_by_two()
    {
        var street = Street.Of(circles: 2, shopsEach: 8);
        foreach (var n in new[] { 2, 3, 5, 6, 7 }) street.Shop(0, n).Trained = true;
        var second = street.AddDevice(street.Shop(0, 0), "店里的平板");
        await using var world = await World.With(street);
        var (presser, tablet, console) = (await world.Shop(0, 0).Listen(), await world.Device(second).Listen(), await world.Console().Listen());
        var all = new List<Client>();
        for (var n = 1; n < 8; n++) all.Add(await world.Shop(0, n).Listen());

        var press = (await presser.Press(new { silent = true })).Must(201);
        Assert.Equal("2", press["notified"]);
        await Eventually.True(() => console.Knows(press.AlertId) is { Silent: true } && presser.HeardOf(press.AlertId), "the station and the presser heard");
        await Eventually.True(() => Heard().SequenceEqual([2, 3]), "the two nearest trained");
        await world.Forward(61);
        await Eventually.True(() => Heard().SequenceEqual([2, 3, 5, 6]), "the next two");
        Assert.False(tablet.HeardOf(press.AlertId));
        Assert.Empty((await world.Device(second).Listen()).Boards[0].Alerts);
        (await tablet.Get($"alerts/{press.AlertId}")).Must(404);
        (await tablet.Do(press.AlertId, "safe", new { })).Must(404);
        Assert.Empty((await tablet.Get("alerts")).Json.GetProperty("alerts").EnumerateArray());

        // Two are needed for a silent one: then the rings stop.
        (await all[1].Do(press.AlertId, "answers", new { answer = "coming" })).Must(200);
        (await all[2].Do(press.AlertId, "answers", new { answer = "coming" })).Must(200);
        await world.Forward(121);
        Assert.Equal([2, 3, 5, 6], Heard());

        int[] Heard() => [.. Enumerable.Range(1, 7).Where(n => all[n - 1].HeardOf(press.AlertId))];
    }

    [Fact]
    public async Task A_loud_press_makes_it_loud_and_a_silent_one_never_makes_a_loud_one_silent()
    {
        var street = Street.Of(circles: 2, shopsEach: 4);
        var second = street.AddDevice(street.Shop(0, 0), "平板");
        await using var world = await World.With(street);
        var (presser, tablet, neighbour, elsewhere) = (world.Shop(0, 0), await world.Device(second).Listen(), await world.Shop(0, 1).Listen(), await world.Shop(1, 1).Listen());
        var press = (await presser.Press(new { silent = true })).Must(201);
        await world.Forward(70); // nobody is trained: the rings are over
        Assert.False((await world.Console().Get($"alerts/{press.AlertId}")).Has("widenDueAt"));
        Assert.False(neighbour.HeardOf(press.AlertId));
        (await presser.Press(new { silent = true })).Must(201); // more than a minute later: another one, silent too

        var loud = (await tablet.Press(new { silent = false })).Must(200);
        Assert.Equal("3", loud["notified"]);
        await Eventually.True(() => neighbour.Knows(loud.AlertId) is { Silent: false, Needed: 3 } && tablet.Knows(loud.AlertId) is { You: "raiser", Silent: false }, "the circle and the tablet heard");
        (await presser.Press(new { silent = true })).Must(200);
        await world.Forward(61);
        await Eventually.True(() => elsewhere.Knows(loud.AlertId) is { Silent: false }, "and it widens as a loud one");
    }

    [Fact]
    public async Task A_second_device_that_presses_silently_too_is_concerned_from_then_on()
    {
        var street = Street.Of(circles: 1, shopsEach: 3);
        var second = street.AddDevice(street.Shop(0, 0), "平板");
        await using var world = await World.With(street);
        var (presser, tablet) = (world.Shop(0, 0), await world.Device(second).Listen());
        var press = (await presser.Press(new { silent = true })).Must(201);
        (await tablet.Press(new { silent = true })).Must(200);
        (await world.Console().Do(press.AlertId, "take")).Must(200);
        await Eventually.True(() => tablet.Knows(press.AlertId) is { State: "taken", Silent: true }, "it hears too");
        Assert.Contains((await world.Device(second).Listen()).Boards[0].Alerts, a => a.AlertId == press.AlertId);
    }

    [Fact]
    public async Task The_switch_of_the_shop_counts_unless_the_press_says_otherwise()
    {
        var street = Street.Of(circles: 1, shopsEach: 2);
        street.Shop(0, 0).Silent = true;
        await using var world = await World.With(street);
        var quiet = (await world.Shop(0, 0).Press()).Must(201);
        Assert.Equal("True", (await world.Console().Get($"alerts/{quiet.AlertId}"))["silent"]);
        var loud = (await world.Shop(0, 1).Press(new { silent = true })).Must(201);
        Assert.Equal("True", (await world.Console().Get($"alerts/{loud.AlertId}"))["silent"]);
    }

    [Fact]
    public async Task A_device_sets_the_switch_of_its_own_shop_and_nobody_else_does()
    {
        var street = Street.Of(circles: 1, shopsEach: 2);
        var tablet = street.AddDevice(street.Shop(0, 0), "平板");
        await using var world = await World.With(street);
        (await Set(world.Shop(0, 0), """{"silent":true}""")).Must(200);
        (await Set(world.Shop(0, 0), """{"silent":true}""")).Must(200);
        Assert.Equal("True", (await world.Device(tablet).Get("/w/neighbours"))["silent"]);
        Assert.Equal("False", (await world.Shop(0, 1).Get("/w/neighbours"))["silent"]);
        var press = (await world.Device(tablet).Press()).Must(201);
        Assert.Equal("True", (await world.Console().Get($"alerts/{press.AlertId}"))["silent"]);
        await using (var db = await world.Db())
        {
            var record = await db.Access.SingleAsync(r => r.What == Deed.ShopSaved, TestContext.Current.CancellationToken); // the second time changed nothing
            Assert.Equal((street.DeviceOf(street.Shop(0, 0)).Id, street.Shop(0, 0).Id), (record.ActorId, record.ObjectId));
        }

        (await Set(world.Shop(0, 0), "{}")).Must(400);
        (await Set(world.Console(), """{"silent":false}""")).Must(403);
        (await Set(world.Shop(0, 0), """{"silent":false}""", from: "https://elsewhere.test")).Must(403);
        Assert.Equal("True", (await world.Shop(0, 0).Get("/w/neighbours"))["silent"]);
    }

    private static Task<Answer> Set(Client who, string body, string? from = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/w/silent") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (from is not null) request.Headers.Add("Origin", from);
        return who.Send(request);
    }
}
