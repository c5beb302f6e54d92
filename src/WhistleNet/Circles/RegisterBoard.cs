using System.Collections.Concurrent;
using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>
/// Answers questions about a station's shops and circles, out of the register in memory: quick over thousands, and as live as the
/// devices' last beats. What is sorted and measured is kept for as long as the register does not change.
/// </summary>
public sealed class RegisterBoard(TownHall hall, Presence presence, Calling calling, TimeProvider time)
{
    private static readonly StringComparer ByNumber = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
    private readonly ConcurrentDictionary<string, Shelf> _shelves = new();

    /// <summary>The stations whose register somebody may see.</summary>
    public IReadOnlyList<Station> Stations(Actor who) =>
        [.. hall.Town.Stations.Values.Where(s => who.May(Act.SeeCircles, s.Id)).OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>What its areas are called.</summary>
    public IReadOnlyList<string> AreaNames(string stationId) => [.. hall.Town.Areas.Values.Where(a => a.StationId == stationId).Select(a => a.Name).Order(StringComparer.CurrentCulture)];

    /// <summary>The stations of whose circles somebody may see how many shops are heard from; a wall may, too.</summary>
    public IReadOnlyList<Station> Linked(Actor who) => [.. hall.Town.Stations.Values.Where(s => who.May(Act.SeeLinks, s.Id)).OrderBy(s => s.Name, StringComparer.Ordinal)];

    public IReadOnlyList<ShopNow> Shops(string stationId, ShopQuery query) => [.. Asked(stationId, query).Select(Now).Where(query.Shows)];

    /// <summary>A page of them, how many there are and which page that is. Where it does not matter how the others stand, nobody looks: of thousands fifty are drawn.</summary>
    public (IReadOnlyList<ShopNow> Shops, int Found, int Page) Page(string stationId, ShopQuery query, int page, int size)
    {
        var found = (query.Show == Show.All ? Asked(stationId, query) : Asked(stationId, query).Where(s => query.Shows(Now(s)))).ToList();
        var at = Math.Clamp(page, 1, Math.Max(1, (found.Count + size - 1) / size));
        return ([.. found.Skip((at - 1) * size).Take(size).Select(Now)], found.Count, at);
    }

    /// <summary>All shops in the order of their circles and streets, with the name of the circle.</summary>
    public IEnumerable<(Shop Shop, string Circle)> InOrder(string stationId) => ShelfOf(stationId).Shops.Select(s => (s.Shop, hall.Town.Circles.GetValueOrDefault(s.Shop.CircleId)?.Name ?? ""));

    private IEnumerable<Shop> Asked(string stationId, ShopQuery query)
    {
        var words = Words(query.Search);
        return ShelfOf(stationId).Shops.Where(s => (query.CircleId is null || s.Shop.CircleId == query.CircleId) && IsIn(s.Shop, query.GridId) && Has(s.Text, words)).Select(s => s.Shop);
    }

    /// <summary>One shop; none where there is none, or where it is not theirs to see.</summary>
    public ShopNow? Shop(Actor who, string id) => hall.Town.Shop(id) is { } shop && who.May(Act.SeeCircles, shop.StationId) ? Now(shop) : null;

    /// <summary>The other shops of its circle, nearest first.</summary>
    public IReadOnlyList<(ShopNow Shop, double Metres)> Neighbours(Shop shop) =>
        [.. hall.Town.CircleOf(shop).Where(s => s.Id != shop.Id).Select(s => (Now(s), s.Place.MetresTo(shop.Place))).OrderBy(s => s.Item2)];

    public IReadOnlyList<CircleNow> Circles(string stationId, string? search)
    {
        var words = Words(search);
        return [.. ShelfOf(stationId).Circles.Where(c => Has(c.Text, words)).Select(c => Now(c.Circle, c.WidthM))];
    }

    /// <summary>One circle; none where there is none, or where it is not theirs to see.</summary>
    public CircleNow? Circle(Actor who, string id) =>
        hall.Town.Circles.TryGetValue(id, out var circle) && who.May(Act.SeeCircles, circle.StationId) ? Now(circle, ShelfOf(circle.StationId).Circles.First(c => c.Circle.Id == id).WidthM) : null;

    /// <summary>A circle as it would be with these shops.</summary>
    public CircleNow Imagined(Circle circle, IReadOnlyCollection<Shop> shops) => Now(circle, shops, CircleMaker.WidthM(shops.Select(s => s.Place)));

    private CircleNow Now(Circle circle, double widthM) => Now(circle, hall.Town.InCircle(circle.Id), widthM);

    private CircleNow Now(Circle circle, IEnumerable<Shop> members, double widthM)
    {
        var shops = members.Select(Now).ToList();
        return new CircleNow(circle, AreaOf(circle), shops.Count, shops.Sum(s => s.Devices), shops.Count(s => s.Linked > 0), shops.Count(s => s.Open), widthM) { Members = shops };
    }

    private ShopNow Now(Shop shop)
    {
        var devices = hall.Roster.OfShop(shop.Id).ToList();
        var circle = hall.Town.Circles.GetValueOrDefault(shop.CircleId);
        return new ShopNow(shop, circle?.Name ?? "", circle is null ? "" : AreaOf(circle), devices.Count, devices.Count(d => presence.OnShift(d.Id)),
            devices.Max(d => presence.Of(d.Id)?.At ?? d.LastBeatAt), calling.IsOpenNow(shop, time.GetUtcNow()));
    }

    private bool IsIn(Shop shop, string? gridId) => gridId is null || hall.Town.Grids.IsWithin(shop.PoliceGridId, gridId) || hall.Town.Grids.IsWithin(shop.CommunityGridId, gridId);

    private string AreaOf(Circle circle) => hall.Town.Areas.GetValueOrDefault(circle.AreaId)?.Name ?? "";

    private static string[] Words(string? search) => search?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool Has(string text, string[] words) => Array.TrueForAll(words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private Shelf ShelfOf(string stationId)
    {
        var town = hall.Town;
        if (_shelves.TryGetValue(stationId, out var shelf) && ReferenceEquals(shelf.Town, town)) return shelf;
        var circles = town.Circles.Values.Where(c => c.StationId == stationId)
            .OrderBy(AreaOf, StringComparer.Ordinal).ThenBy(c => c.Name, ByNumber).ToList();
        return _shelves[stationId] = new Shelf(town,
            [.. circles.SelectMany(c => town.InCircle(c.Id).OrderBy(s => s.Street, StringComparer.Ordinal).ThenBy(s => s.CivicNumber, ByNumber).ThenBy(s => s.Ref, ByNumber)
                .Select(s => (s, string.Join('\n', s.Ref, s.Name, s.Address, s.Category, c.Name, AreaOf(c)))))],
            [.. circles.Select(c => (c, c.Name + "\n" + AreaOf(c), CircleMaker.WidthM(town.InCircle(c.Id).Select(s => s.Place))))]);
    }

    private sealed record Shelf(Town Town, IReadOnlyList<(Shop Shop, string Text)> Shops, IReadOnlyList<(Circle Circle, string Text, double WidthM)> Circles);
}

/// <summary>A shop as it stands at this moment.</summary>
/// <param name="Linked">How many of its devices are on shift.</param>
public sealed record ShopNow(Shop Shop, string Circle, string Area, int Devices, int Linked, DateTimeOffset? LastBeatAt, bool Open);

/// <summary>A circle as it stands at this moment.</summary>
/// <param name="Linked">How many of its shops have a device on shift.</param>
/// <param name="WidthM">The greatest distance between two of its shops.</param>
public sealed record CircleNow(Circle Circle, string Area, int Shops, int Devices, int Linked, int Open, double WidthM)
{
    public IReadOnlyList<ShopNow> Members { get; init; } = [];
}
