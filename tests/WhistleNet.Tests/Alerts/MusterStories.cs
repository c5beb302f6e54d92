using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Alerts;

/// <summary>Who is asked to bring what, on every screen, and asked again when somebody cannot come; who hears is what it ever was.</summary>
public sealed class MusterStories
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task A_press_asks_no_more_than_a_unit_needs_and_everybody_hears_as_ever()
    {
        await using var world = await Equipped((GearKind.Shield, 1), (GearKind.Helmet, 1), (GearKind.Fork, 2), (GearKind.Shield, 4));
        var (shield, fork, clears, spare) = (await world.Shop(0, 1).Listen(), await world.Shop(0, 2).Listen(), await world.Shop(0, 3).Listen(), await world.Shop(0, 4).Listen());
        var console = await world.Console().Listen();
        var press = (await world.Shop(0, 0).Press()).Must(201);
        Assert.Equal("5", press["notified"]);
        await Eventually.True(() => spare.HeardOf(press.AlertId) && clears.HeardOf(press.AlertId), "all heard");

        var place = world.Street.Shop(0, 1).Name;
        Assert.Equal(("shield", "shield helmet", place), Asked(shield, press.AlertId));
        Assert.Equal(("fork", "fork", place), Asked(fork, press.AlertId));
        Assert.Equal(("evacuate", null, place), Asked(clears, press.AlertId));
        Assert.Equal((null, null, place), Asked(spare, press.AlertId));
        var again = await world.Shop(0, 1).Listen(messagePack: true);
        Assert.Equal(("shield", "shield helmet", place), Asked(again, press.AlertId)); // the board says what the news said
        Assert.Equal("shield", (await world.Shop(0, 1).Get($"alerts/{press.AlertId}")).Json.GetProperty("role").GetString());

        var alert = (await console.Get($"alerts/{press.AlertId}")).Json;
        Assert.Equal(place, alert.GetProperty("meet").GetString());
        Assert.Equal(["evacuate", "fork", "shield"], alert.GetProperty("notices").EnumerateArray().Where(n => n.TryGetProperty("role", out _)).Select(n => n.GetProperty("role").GetString()).Order());
    }

    [Fact]
    public async Task Whoever_cannot_come_is_replaced_and_whoever_comes_keeps_their_part()
    {
        await using var world = await Equipped((GearKind.Shield, 1), (GearKind.Fork, 2), (GearKind.Shield, 4), (GearKind.Fork, 5));
        var (first, fork, second) = (await world.Shop(0, 1).Listen(), await world.Shop(0, 2).Listen(), await world.Shop(0, 4).Listen());
        var console = await world.Console().Listen();
        var id = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        await Eventually.True(() => Asked(first, id).Role == "shield" && Asked(fork, id).Role == "fork", "both were asked");

        (await fork.Do(id, "answers", new { answer = "coming" })).Must(200);
        (await first.Do(id, "answers", new { answer = "cannotCome" })).Must(200);
        await Eventually.True(() => Asked(second, id).Role == "shield", "the second shield is asked");
        await Eventually.True(() => Asked(first, id).Role is null, "nobody counts on the first any more");
        Assert.Equal("fork", Asked(fork, id).Role);
        await Eventually.True(() => console.NoticesHeard.LastOrDefault(n => n.ShopId == world.Street.Shop(0, 4).Id)?.Role == "shield", "the station sees it");
    }

    [Fact]
    public async Task A_bearer_whose_phone_is_dead_is_replaced_by_the_clock_and_nobody_else_is_asked_more()
    {
        await using var world = await Equipped((GearKind.Shield, 1), (GearKind.Fork, 2), (GearKind.Shield, 4));
        await using (var db = await world.Db())
        {
            db.Circles.Single().CentreShopId = world.Street.Shop(0, 5).Id;
            await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        var (dead, fork, clears, spare) = (await world.Shop(0, 1).Listen(), await world.Shop(0, 2).Listen(confirms: true), await world.Shop(0, 3).Listen(confirms: true), await world.Shop(0, 4).Listen(confirms: true));
        var id = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        await Eventually.True(() => Asked(dead, id).Role == "shield" && Asked(spare, id) is { Role: null, Meet: not null }, "the nearest shield is asked, and it alone");
        Assert.Equal(("evacuate", world.Street.Shop(0, 5).Name), (clears.Knows(id)?.Role, clears.Knows(id)?.LeadTo));
        await Eventually.True(async () => (await Confirmed(world, id)).SetEquals(["0-2 小店", "0-3 小店", "0-4 小店"]), "the others' phones confirmed");

        await world.Forward(18);
        Assert.Equal("shield", Asked(dead, id).Role);
        await world.Forward(3);
        await Eventually.True(() => Asked(spare, id).Role == "shield" && Asked(dead, id).Role is null, "the second shield is asked in its place");
        Assert.Equal(("fork", "evacuate"), (Asked(fork, id).Role, Asked(clears, id).Role));
        var alert = (await world.Console().Get($"alerts/{id}")).Json;
        Assert.Equal(3, alert.GetProperty("notices").EnumerateArray().Count(n => n.TryGetProperty("role", out _)));
        Assert.Contains(alert.GetProperty("lines").EnumerateArray(), l => l.TryGetProperty("text", out var text) && text.GetString() == "silent: 0-1 小店");
        Assert.DoesNotContain("silent: ", (await spare.Get($"alerts/{id}")).Text, StringComparison.Ordinal);

        // Where no script runs the page says the same.
        using var http = world.Http();
        http.DefaultRequestHeaders.Authorization = new("Bearer", world.Street.TokenOf(world.Street.DeviceOf(world.Street.Shop(0, 3))));
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var plain = System.Net.WebUtility.HtmlDecode(await http.GetStringAsync("/w", TestContext.Current.CancellationToken));
        Assert.Contains("data-testid=\"heard-plain\" data-mode=\"real\"", plain, StringComparison.Ordinal);
        Assert.Contains("Your part: Evacuate", plain, StringComparison.Ordinal);
        Assert.Contains($"Lead people to {world.Street.Shop(0, 5).Name}; if it is shut", plain, StringComparison.Ordinal);
        Assert.Contains("Meet at: ", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_it_to_the_officers_is_replaced_by_nobody_and_stays_in_the_report()
    {
        await using var world = await Equipped((GearKind.Shield, 1), (GearKind.Fork, 2), (GearKind.Shield, 4));
        var (bearer, spare) = (await world.Shop(0, 1).Listen(), await world.Shop(0, 4).Listen());
        var console = world.Console();
        var id = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        (await bearer.Do(id, "answers", new { answer = "arrived" })).Must(200);
        (await console.Do(id, "take")).Must(200);
        (await console.Do(id, "marks", new { mark = "onScene" })).Must(200);
        (await bearer.Do(id, "answers", new { answer = "withdrawn" })).Must(200);
        await Eventually.True(() => spare.Knows(id)?.Version == bearer.Knows(id)?.Version && bearer.Knows(id) is { Coming: 0 }, "both heard of it");
        Assert.Equal("shield", Asked(bearer, id).Role);
        Assert.Null(Asked(spare, id).Role);
        (await console.Do(id, "close", new { outcome = "stopped", reason = "带离" })).Must(200);
        await Eventually.True(async () => (await console.Get($"reports?alert={id}")).Code == 200, "its report is there");
        var unit = (await console.Get($"reports?alert={id}")).Json.GetProperty("unit").EnumerateArray().First();
        Assert.Equal(("shield", world.Street.Shop(0, 1).Name, 0), (unit.GetProperty("role").GetString(), unit.GetProperty("name").GetString(), unit.GetProperty("arrivedS").GetInt32()));
    }

    [Fact]
    public async Task A_shield_that_is_found_faulty_is_asked_of_nobody_from_the_next_plan_on()
    {
        await using var world = await Equipped((GearKind.Shield, 1), (GearKind.Fork, 2), (GearKind.Shield, 4));
        await using (var db = await world.Db())
        {
            var item = db.Gear.Single(g => g.ShopId == world.Street.Shop(0, 1).Id);
            Assert.Null(item.Fail([], new People.Actor("keeper", "保管人", People.Role.ShopStaff), world.Time.GetUtcNow()));
            await db.Touch(Stamp.Gear, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        var (faulty, second) = (await world.Shop(0, 1).Listen(), await world.Shop(0, 4).Listen());
        var id = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        await Eventually.True(() => Asked(second, id).Role == "shield" && faulty.HeardOf(id), "the second one");
        Assert.NotEqual("shield", Asked(faulty, id).Role);
    }

    [Fact]
    public async Task Where_there_is_no_gear_or_nothing_may_be_heard_nobody_is_asked_anything()
    {
        await using var bare = await World.With(circles: 1, shopsEach: 4);
        var neighbour = await bare.Shop(0, 1).Listen();
        var loud = (await bare.Shop(0, 0).Press()).Must(201).AlertId;
        await Eventually.True(() => neighbour.HeardOf(loud), "heard");
        Assert.Equal((null, null, null), Asked(neighbour, loud));

        await using var world = await Equipped((GearKind.Shield, 1), (GearKind.Fork, 2));
        var hushed = await world.Shop(0, 1).Listen();
        var silent = (await world.Shop(0, 0).Press(new { silent = true })).Must(201).AlertId;
        await Eventually.True(() => hushed.HeardOf(silent), "heard");
        Assert.Equal((null, null, null), Asked(hushed, silent));
    }

    private static async Task<HashSet<string>> Confirmed(World world, string alertId) =>
        [.. (await world.Console().Get($"alerts/{alertId}")).Json.GetProperty("notices").EnumerateArray().Where(n => n.GetProperty("to").GetString() == "shop" && n.GetProperty("version").GetInt64() > 0).Select(n => n.GetProperty("name").GetString()!)];

    private static (string? Role, string? Bring, string? Meet) Asked(Client client, string alertId) =>
        client.Knows(alertId) is { } news ? (news.Role, news.Bring is { } kinds ? string.Join(' ', kinds) : null, news.Meet) : default;

    // Everybody is trained and on shift; each item is good for a month.
    private static async Task<World> Equipped(params (GearKind Kind, int Shop)[] items)
    {
        var street = Street.Of(circles: 1, shopsEach: 6);
        foreach (var shop in street.Shops) shop.Trained = true;
        var world = await World.With(street);
        await using (var db = await world.Db())
        {
            db.Gear.AddRange(items.Select((item, i) => new Gear
            {
                Id = Ids.New(), StationId = Street.StationId, Kind = item.Kind, Serial = $"G-{i}", ShopId = street.Shop(0, item.Shop).Id, InServiceSince = Today, NextInspectionOn = Today.AddDays(30),
            }));
            await db.Touch(Stamp.Gear, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
        }
        await world.The<TownHall>().Refresh();
        for (var n = 1; n < 6; n++) await world.Shop(0, n).Listen();
        return world;
    }
}
