namespace WhistleNet.Circles;

/// <summary>
/// What a list of shops changes in a station's register, worked out before anything is locked: a shop that is there takes the list's
/// name and place, and what the list has a column for, and keeps its circle; new ones join circles or form their own.
/// </summary>
public sealed class Intake(Station station, IReadOnlyCollection<Area> areas, IReadOnlyCollection<Circle> circles, IReadOnlyCollection<Shop> shops, IReadOnlyCollection<Grid> grids, Func<string> newId)
{
    private const double SamePlaceDegrees = 1e-9; // a tenth of a millimetre: what reading and writing decimals may lose
    private readonly Dictionary<string, Shop> _byRef = shops.ToDictionary(s => s.Ref);
    private readonly List<Area> _areas = [.. areas];
    private readonly List<Circle> _circles = [.. circles];
    private readonly ILookup<string, Circle> _before = circles.ToLookup(c => c.AreaId); // an area is settled once: what it had before is all it has
    private readonly ILookup<string, Shop> _shopsBefore = shops.ToLookup(s => s.CircleId);

    private readonly Dictionary<string, ShopState> _was = [];
    private readonly List<Grid> _grids = [.. grids];

    public List<Area> NewAreas { get; } = [];
    public List<Grid> NewGrids { get; } = [];
    public List<Circle> NewCircles { get; } = [];
    public List<Shop> NewShops { get; } = [];
    public List<Shop> Changed { get; } = [];

    /// <summary>What would take it back.</summary>
    public Swaps Swaps => new(
        [.. NewShops.Select(s => new Swap<ShopState>(null, ShopState.Of(s))), .. Changed.Select(s => new Swap<ShopState>(_was[s.Id], ShopState.Of(s)))],
        [.. NewCircles.Select(c => new Swap<CircleState>(null, CircleState.Of(c)))], [.. NewAreas.Select(a => a.Id)], []);

    /// <summary>All circles and shops as they will be.</summary>
    public IReadOnlyCollection<Circle> Circles => _circles;
    public IReadOnlyCollection<Shop> Shops => _byRef.Values;

    public void Take(IReadOnlyList<ShopRow> rows, int circleSize)
    {
        Changed.AddRange(rows.Where(r => _byRef.TryGetValue(r.Ref, out var shop) && Update(shop, r)).Select(r => _byRef[r.Ref]));
        foreach (var area in rows.Where(r => !_byRef.ContainsKey(r.Ref)).GroupBy(r => r.Area ?? station.Name).ToList()) Settle(AreaNamed(area.Key), [.. area], circleSize);
    }

    private bool Update(Shop shop, ShopRow row)
    {
        var before = _was[shop.Id] = ShopState.Of(shop);
        T Now<T>(string column, T told, T kept) => row.Told.Contains(column) ? told : kept;
        (shop.Name, shop.Category) = (row.Name, Now("category", row.Category, shop.Category));
        (shop.Unit, shop.CivicNumber, shop.Street) = (Now("unit", row.Unit, shop.Unit), Now("civic_number", row.CivicNumber, shop.CivicNumber), Now("street", row.Street, shop.Street));
        (shop.Hours, shop.Trained) = (Now("hours", row.Hours, shop.Hours), Now("trained", row.Trained ?? false, shop.Trained));
        (shop.PoliceGridId, shop.CommunityGridId) = (row.Told.Contains("police_grid") ? GridOf(GridKind.Police, row.PoliceGrid) : shop.PoliceGridId, row.Told.Contains("community_grid") ? GridOf(GridKind.Community, row.CommunityGrid) : shop.CommunityGridId);
        var moved = Math.Abs(shop.Lat - row.Place.Lat) > SamePlaceDegrees || Math.Abs(shop.Lon - row.Place.Lon) > SamePlaceDegrees;
        if (moved) (shop.Lat, shop.Lon) = (row.Place.Lat, row.Place.Lon);
        if (row.Datum is { } datum) shop.SourceDatum = datum;
        return before != ShopState.Of(shop);
    }

    // A way through the tree, made as far as it is not there.
    private string? GridOf(GridKind kind, IReadOnlyList<string>? way)
    {
        string? at = null;
        foreach (var name in way ?? [])
        {
            var grid = _grids.Find(g => g.Kind == kind && g.ParentId == at && g.Name == name);
            if (grid is null)
            {
                grid = new Grid { Id = newId(), StationId = station.Id, Kind = kind, Name = name, ParentId = at };
                _grids.Add(grid);
                NewGrids.Add(grid);
            }
            at = grid.Id;
        }
        return at;
    }

    private Area AreaNamed(string name)
    {
        if (_areas.Find(a => a.Name == name) is { } known) return known;
        var area = new Area { Id = newId(), StationId = station.Id, Name = name };
        _areas.Add(area);
        NewAreas.Add(area);
        return area;
    }

    private void Settle(Area area, IReadOnlyList<ShopRow> comers, int circleSize)
    {
        var here = _before[area.Id].ToDictionary(c => c.Id);
        var places = here.Keys.Where(_shopsBefore.Contains).ToDictionary(c => c, c => (IReadOnlyList<Place>)[.. _shopsBefore[c].Select(s => s.Place)]);
        var rows = comers.ToDictionary(r => r.Ref);
        var joined = Joining.Of(comers.Select(r => new Spot(r.Ref, r.Place)), places, circleSize);
        foreach (var (shop, circle) in joined.Joining) Add(rows[shop], circle);
        var names = new CircleNames(area.Name, here.Values.Select(c => c.Name));
        foreach (var (name, members) in names.For(joined.Formed.Select(c => c.Select(s => rows[s.Ref]).ToList())))
        {
            var circle = new Circle { Id = newId(), StationId = station.Id, AreaId = area.Id, Name = name };
            _circles.Add(circle);
            NewCircles.Add(circle);
            foreach (var row in members) Add(row, circle.Id);
        }
    }

    private void Add(ShopRow row, string circleId)
    {
        var shop = new Shop
        {
            Id = newId(), Ref = row.Ref, StationId = station.Id, CircleId = circleId, Name = row.Name, Category = row.Category, Unit = row.Unit, CivicNumber = row.CivicNumber,
            Street = row.Street, Lat = row.Place.Lat, Lon = row.Place.Lon, Hours = row.Hours, Trained = row.Trained ?? false, SourceDatum = row.Datum,
            PoliceGridId = GridOf(GridKind.Police, row.PoliceGrid), CommunityGridId = GridOf(GridKind.Community, row.CommunityGrid),
        };
        _byRef.Add(shop.Ref, shop);
        NewShops.Add(shop);
    }
}
