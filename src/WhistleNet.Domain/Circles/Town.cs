using System.Collections.Frozen;
using WhistleNet.Alerts;
using WhistleNet.Reports;

namespace WhistleNet.Circles;

/// <summary>
/// All shops of the register, as a press needs them: by id, by circle, and who is near. A snapshot that never changes; when shops
/// change, the next one replaces it. The index is a grid of cells about 400 m wide: near is microseconds at a million shops.
/// </summary>
public sealed class Town
{
    private const double CellDegrees = 0.0036; // about 400 m of latitude
    private readonly FrozenDictionary<string, Shop> _shops;
    private readonly ILookup<string, Shop> _circles;
    private readonly ILookup<(string Station, int Row, int Column), Shop> _cells;
    private readonly Shop? _builtIn;
    private readonly FrozenDictionary<string, Circle> _allCircles;

    /// <param name="builtIn">A shop that can be asked for by its id and is otherwise not there: the house's own.</param>
    public Town(IEnumerable<Shop> shops, IEnumerable<Circle> circles, IEnumerable<Area> areas, IEnumerable<Station> stations, Shop? builtIn = null, IEnumerable<Grid>? grids = null)
    {
        _builtIn = builtIn;
        Grids = new GridTrees(grids ?? []);
        _shops = shops.ToFrozenDictionary(s => s.Id);
        _allCircles = circles.ToFrozenDictionary(c => c.Id);
        Circles = _allCircles.Values.Where(c => c.MergedIntoId is null).ToFrozenDictionary(c => c.Id);
        Areas = areas.ToFrozenDictionary(a => a.Id);
        Stations = stations.ToFrozenDictionary(s => s.Id);
        Shops = [.. _shops.Values.Where(s => s.LeftAt is null)];
        _circles = Shops.ToLookup(s => s.CircleId);
        _cells = Shops.ToLookup(s => Cell(s.StationId, s.Place));
    }

    /// <summary>Those that stand; one that went into another is only <see cref="Circle"/>'s to tell.</summary>
    public FrozenDictionary<string, Circle> Circles { get; }
    public FrozenDictionary<string, Area> Areas { get; }
    public FrozenDictionary<string, Station> Stations { get; }

    /// <summary>Those that are there; one that left is only <see cref="Shop"/>'s to tell.</summary>
    public IReadOnlyCollection<Shop> Shops { get; }

    /// <summary>Police and community grids.</summary>
    public GridTrees Grids { get; }

    /// <summary>A circle that stands or once stood, as what happened in it names it.</summary>
    public Circle? Circle(string? id) => id is null ? null : _allCircles.GetValueOrDefault(id);

    /// <summary>The circle that this one is now: itself, or the one that it went into.</summary>
    public string Standing(string circleId)
    {
        for (var steps = 0; steps < _allCircles.Count && _allCircles.TryGetValue(circleId, out var circle) && circle.MergedIntoId is { } into; steps++) circleId = into;
        return circleId;
    }

    public Shop? Shop(string? id) => id is null ? null : _shops.TryGetValue(id, out var shop) ? shop : id == _builtIn?.Id ? _builtIn : null;

    /// <summary>The seconds that this station's alerts run by.</summary>
    public Clocks ClocksOf(string stationId) => Stations.TryGetValue(stationId, out var station) ? station.Clocks : Clocks.Default;

    /// <summary>How many shops must come to an alert of this circle.</summary>
    public int Needed(string circleId, bool silent) => !Circles.TryGetValue(circleId, out var circle) ? 0 : silent ? circle.NeededSilent : circle.Needed;

    /// <summary>Within how long an alert of this circle is to reach 1-3-5.</summary>
    public Targets TargetsOf(string circleId) => Circle(circleId)?.Targets ?? Targets.Default;

    /// <summary>The shops of this shop's circle, itself among them.</summary>
    public IEnumerable<Shop> CircleOf(Shop shop) => _circles[shop.CircleId];

    public IEnumerable<Shop> InCircle(string circleId) => _circles[circleId];

    public IEnumerable<Circle> InArea(string areaId) => Circles.Values.Where(c => c.AreaId == areaId);

    /// <summary>Other shops of the same station within so many metres, nearest first; shops at one point in the order of their names in the list.</summary>
    public IEnumerable<Shop> Nearest(Shop from, double metres)
    {
        var (_, row, column) = Cell(from.StationId, from.Place);
        var rows = (int)Math.Ceiling(metres / 111_000 / CellDegrees);
        var columns = (int)Math.Ceiling(rows / Math.Max(0.01, Math.Cos(from.Lat * Math.PI / 180)));
        return Enumerable.Range(row - rows, 2 * rows + 1)
            .SelectMany(r => Enumerable.Range(column - columns, 2 * columns + 1).SelectMany(c => _cells[(from.StationId, r, c)]))
            .Where(s => s.Id != from.Id)
            .Select(s => (Shop: s, Metres: s.Place.MetresTo(from.Place)))
            .Where(s => s.Metres <= metres)
            .OrderBy(s => s.Metres).ThenBy(s => s.Shop.Ref, StringComparer.Ordinal)
            .Select(s => s.Shop);
    }

    private static (string, int, int) Cell(string station, Place at) =>
        (station, (int)Math.Floor(at.Lat / CellDegrees), (int)Math.Floor(at.Lon / CellDegrees));
}
