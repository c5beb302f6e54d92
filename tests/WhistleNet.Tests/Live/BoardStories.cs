using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Live;

/// <summary>What a client knows the moment it connects, and how it catches up.</summary>
public sealed class BoardStories
{
    [Fact]
    public async Task Whoever_connects_later_gets_the_open_alert_with_its_whole_state()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var id = (await world.Shop(0, 0).Press(new { kind = "fight" })).AlertId;
        (await world.Console().Do(id, "take")).Must(200);
        foreach (var (client, you) in new[] { (world.Shop(0, 0), "raiser"), (world.Shop(0, 2), "neighbour"), (world.Console(), "station") })
        {
            var board = (await client.Listen()).Boards[0];
            var news = Assert.Single(board.Alerts);
            Assert.Equal((id, you, "taken", "fight", "real"), (news.AlertId, news.You, news.State, news.Kind, news.Mode));
        }
        Assert.Empty((await world.Shop(1, 0).Listen()).Boards[0].Alerts);
    }

    [Fact]
    public async Task A_closed_alert_stays_on_the_board_for_ten_minutes_and_for_a_day_where_its_closing_was_not_confirmed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var confirming = await world.Shop(0, 1).Listen(confirms: true);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        (await world.Console().Do(id, "close", new { outcome = "slip", reason = "误触" })).Must(200);
        await Eventually.True(async () => (await Notice(world, id, confirming)) is ("received", 2), "the closing was confirmed");

        await world.Restart(after: TimeSpan.FromMinutes(9));
        Assert.Single((await world.Shop(0, 1).Listen()).Boards[0].Alerts);
        await world.Restart(after: TimeSpan.FromMinutes(2));
        Assert.Empty((await world.Shop(0, 1).Listen()).Boards[0].Alerts);
        Assert.Equal("closed", Assert.Single((await world.Shop(0, 2).Listen()).Boards[0].Alerts).State);
        await world.Restart(after: TimeSpan.FromDays(1));
        Assert.Empty((await world.Shop(0, 2).Listen()).Boards[0].Alerts);
    }

    [Fact]
    public async Task Stood_down_and_heard_by_how_many_is_a_fact()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var hearing = new[] { await world.Shop(0, 1).Listen(confirms: true), await world.Shop(0, 2).Listen(confirms: true) };
        var console = await world.Console().Listen();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        (await console.Do(id, "take")).Must(200);
        (await console.Do(id, "close", new { outcome = "stopped", reason = "带离" })).Must(200);
        await Eventually.True(async () =>
        {
            var alert = await console.Get($"alerts/{id}");
            var version = alert.Json.GetProperty("version").GetInt64();
            return alert.Json.GetProperty("notices").EnumerateArray().Count(n => n.GetProperty("to").GetString() == "shop" && n.GetProperty("version").GetInt64() == version) == 2;
        }, "two of three confirmed the closing");
        await Eventually.True(() => console.NoticesHeard.Any(n => n.DeviceId == hearing[0].Id && n.State == "received"), "the station heard the receipts");
    }

    [Fact]
    public async Task Whoever_could_not_be_reached_is_named_with_why()
    {
        var street = Street.Of(circles: 1, shopsEach: 5);
        var without = street.Shop(0, 4);
        street.Devices.RemoveAll(d => d.ShopId == without.Id);
        street.Shop(0, 3).Hours = Circles.OpeningHours.TryParse("22:00-23:00"); // closed at ten in the morning
        await using var world = await World.With(street);
        await world.Shop(0, 1).Listen(confirms: true);
        var deaf = await world.Shop(0, 2).Listen();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await Eventually.True(async () => (await Notice(world, id, deaf)) is ("pushed", 0), "it was pushed");
        await world.Forward(19);
        Assert.Equal(("pushed", 0), await Notice(world, id, deaf));
        await world.Forward(3);
        var notices = (await world.Console().Get($"alerts/{id}")).Json.GetProperty("notices").EnumerateArray()
            .Where(n => n.GetProperty("to").GetString() == "shop").ToDictionary(n => n.GetProperty("name").GetString()!, n => (n.GetProperty("state").GetString(), n.TryGetProperty("reason", out var why) ? why.GetString() : null));
        Assert.Equal(("received", null), notices["0-1 小店"]);
        Assert.Equal(("unreached", "deviceSilent"), notices["0-2 小店"]);
        Assert.Equal(("unreached", "noDevice"), notices["0-4 小店"]);
        Assert.DoesNotContain("0-3 小店", notices.Keys); // closed shops do not hear
        Assert.Equal(("unreached", "deviceSilent"), notices["0-0 小店"]); // it pressed over HTTP alone and hears nothing

        await deaf.Say("Received", id, 1L);
        await Eventually.True(async () => (await world.Console().Get($"alerts/{id}")).Json.GetProperty("notices").EnumerateArray()
            .Any(n => n.GetProperty("name").GetString() == "0-2 小店" && n.GetProperty("state").GetString() == "received" && n.GetProperty("late").GetBoolean()), "a late receipt counts");
    }

    [Fact]
    public async Task A_client_that_applies_its_news_in_any_order_ends_in_the_same_state()
    {
        await using var world = await World.With(circles: 1, shopsEach: 5);
        var listener = await world.Shop(0, 1).Listen();
        var console = world.Console();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await Task.WhenAll(Enumerable.Range(2, 3).Select(n => world.Shop(0, n).Do(id, "answers", new { answer = "coming" })).Append(console.Do(id, "take")));
        (await console.Do(id, "close", new { outcome = "stopped", reason = "好了" })).Must(200);
        await Eventually.True(() => listener.Knows(id)?.State == "closed", "closed");
        var news = listener.Heard.Where(n => n.AlertId == id).ToList();
        Assert.Equal(news.Count, news.Select(n => n.Version).Distinct().Count());
        var fresh = Assert.Single((await world.Shop(0, 1).Listen()).Boards[0].Alerts);
        Assert.Equal(JsonSerializer.Serialize(fresh), JsonSerializer.Serialize(listener.Knows(id)));
    }

    [Fact]
    public async Task What_nobody_announced_the_sweep_announces()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var neighbour = await world.Shop(0, 1).Listen();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        await Eventually.True(() => neighbour.HeardOf(id), "heard");
        await world.Forward(2); // published
        await using (var db = await world.Db())
        {
            // As if the process had died between commit and announcement.
            await db.Alerts.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, 2).SetProperty(x => x.ChangedAt, world.Time.GetUtcNow()), TestContext.Current.CancellationToken);
        }
        Assert.Equal(1, neighbour.Knows(id)!.Version);
        await world.Forward(3);
        await Eventually.True(() => neighbour.Knows(id)!.Version == 2, "the sweep announced it");
    }

    private static async Task<(string, int)> Notice(World world, string alertId, Client device)
    {
        var notice = (await world.Console().Get($"alerts/{alertId}")).Json.GetProperty("notices").EnumerateArray()
            .First(n => n.TryGetProperty("deviceId", out var id) && id.GetString() == device.Id);
        return (notice.GetProperty("state").GetString()!, notice.GetProperty("version").GetInt32());
    }
}
