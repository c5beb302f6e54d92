using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Answers one question: what does a station's town look like, and how does it stand at this moment? The first is sent once, the second whenever it moved.</summary>
public sealed class MapBoard(TownHall hall, RegisterBoard register, ReadinessBoard readiness, Calling calling, TimeProvider time)
{
    /// <summary>What stays while the register does not change; the order of shops and circles is that of <see cref="Now"/>.</summary>
    public MapTown Town(string stationId, Datum datum = Datum.Wgs84) => Draw(register.Circles(stationId, null).Select(c => (c.Circle, c.Members.Select(m => m.Shop))), datum: datum);

    /// <summary>Circles as they are or as they would be.</summary>
    /// <param name="datum">In which system it is drawn: that of what lies under it.</param>
    /// <param name="hasPage">Whether a shop is stored, and so has a page of its own.</param>
    public static MapTown Draw(IEnumerable<(Circle Circle, IEnumerable<Shop> Shops)> circles, Func<Shop, bool>? hasPage = null, Datum datum = Datum.Wgs84)
    {
        double[] Drawn(Place place) => At(place.In(datum));
        var drawn = circles.Select(c => (c.Circle, Shops: c.Shops.ToList())).ToList();
        return new MapTown(
            [.. drawn.SelectMany(c => c.Shops.Select(s => new MapShop(hasPage?.Invoke(s) == false ? "" : s.Id, s.Name, s.Address, c.Circle.Name, Drawn(s.Place))))],
            [.. drawn.Select(c => new MapCircle(c.Circle.Id, c.Circle.Name, [.. Streets.Outline(c.Shops.Select(s => s.Place)).Select(Drawn)]))],
            [.. Streets.Of(drawn.SelectMany(c => c.Shops)).Select(s => new MapStreet(s.Name, [.. s.Along.Select(Drawn)]))]);
    }

    /// <param name="open">The open alerts that the reader may see.</param>
    public async Task<MapNow> Now(string stationId, IEnumerable<Alert> open, Datum datum = Datum.Wgs84)
    {
        var circles = await readiness.Of(stationId, register.Circles(stationId, null));
        return new MapNow(
            string.Concat(circles.SelectMany(c => c.Now.Members).Select(StateOf)), string.Concat(circles.Select(c => c.Readiness.Ready ? '1' : '0')),
            [.. open.Where(a => hall.Town.Shop(a.ShopId) is not null).Select(a => new MapAlert(a.Id, a.Mode.Word(), a.State.Word(), News.Cut(hall.Town.Shop(a.ShopId)!.Name), At(hall.Town.Shop(a.ShopId)!.Place.In(datum))))],
            [.. hall.Duty.Posts(stationId).Select(p => new MapPost(p.Name, At(p.Place.In(datum)), p.OpenAt(new StationTime(calling.ZoneOf(stationId)).Here(time.GetUtcNow()).DateTime)))]);
    }

    internal static char StateOf(ShopNow shop) => !shop.Open ? '0' : shop.Devices == 0 ? '1' : shop.Linked == 0 ? '2' : '3';

    // A metre is the fifth place.
    private static double[] At(Place place) => [Math.Round(place.Lat, 6), Math.Round(place.Lon, 6)];
}

/// <summary>Latitude and longitude in degrees, in this order.</summary>
public sealed record MapShop(string Id, string Name, string Address, string Circle, double[] At);

public sealed record MapCircle(string Id, string Name, double[][] Outline);

public sealed record MapStreet(string Name, double[][] Along);

public sealed record MapTown(IReadOnlyList<MapShop> Shops, IReadOnlyList<MapCircle> Circles, IReadOnlyList<MapStreet> Streets);

/// <param name="Mode">Which sign it is drawn with; never left out.</param>
public sealed record MapAlert(string Id, string Mode, string State, string Name, double[] At);

/// <param name="Shops">A digit for each: 0 closed, 1 without a device, 2 without link, 3 heard from.</param>
/// <param name="Ready">A digit for each circle: whether it could form a unit.</param>
public sealed record MapNow(string Shops, string Ready, IReadOnlyList<MapAlert> Alerts, IReadOnlyList<MapPost> Posts);

/// <param name="Open">Whether it is manned at this moment.</param>
public sealed record MapPost(string Name, double[] At, bool Open);
