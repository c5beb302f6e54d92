using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>The list of past alerts finds by what an officer remembers, and nothing of another station.</summary>
public sealed class PastAlertsTests
{
    [Fact]
    public async Task It_finds_by_shop_reason_kind_outcome_and_day_and_leaves_practice_out()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var fight = await Raise(world, world.Street.Shop(0, 1), Kind.Fight);
        var theft = await Raise(world, world.Street.Shop(1, 2), Kind.Theft);
        var practice = await Raise(world, world.Street.Shop(1, 0), Kind.Other, test: true);
        await world.The<AlertDesk>().Close(Officer(world), fight, Outcome.Mediation, "100%和解_了");

        Assert.Equal([theft, fight], await Find(world));
        Assert.Equal([fight], await Find(world, words: world.Street.Shop(0, 1).Name));
        Assert.Equal([fight], await Find(world, words: "100%和"));
        Assert.Empty(await Find(world, words: "1%和")); // a per cent sign is a per cent sign
        Assert.Equal([theft], await Find(world, kind: "theft"));
        Assert.Equal([fight], await Find(world, outcome: "mediation"));
        Assert.Equal([theft], await Find(world, circle: world.Street.Circles[1].Id));
        Assert.Equal([practice], await Find(world, mode: "test"));
        Assert.Equal([theft, fight], await Find(world, from: "2026-11-24", until: "2026-11-24"));
        Assert.Empty(await Find(world, until: "2026-11-23"));
        Assert.Equal([theft, fight], await Find(world, kind: "nonsense", from: "yesterday")); // what cannot be read counts as not asked
    }

    [Fact]
    public async Task Another_station_finds_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await Raise(world, world.Street.Shop(0, 0), Kind.Fight);

        var page = await world.The<PastBoard>().Find("another", PastQuery.Read(null, null, null, null, null, null, null, null, null));

        Assert.Equal(0, page.Count);
    }

    private static Actor Officer(World world) => world.Street.Devices.First(d => d.Kind == DeviceKind.OfficerToken).AsActor();

    private static async Task<string> Raise(World world, Shop shop, Kind kind, bool test = false)
    {
        var request = new WhistleRequest(Guid.NewGuid().ToString("D"), test, IsDrill: false, null, kind, null, null, null, null, null);
        var ruling = await world.The<WhistleDesk>().Press(world.Street.DeviceOf(shop).AsActor(), shop.Id, request);
        return ruling.Value!.Press.AlertId;
    }

    private static async Task<List<string>> Find(
        World world, string? words = null, string? mode = null, string? kind = null, string? outcome = null, string? circle = null, string? from = null, string? until = null)
    {
        var page = await world.The<PastBoard>().Find(Street.StationId, PastQuery.Read(words, null, mode, kind, outcome, circle, from, until, null));
        return [.. page.Alerts.Select(a => a.Id)];
    }
}
