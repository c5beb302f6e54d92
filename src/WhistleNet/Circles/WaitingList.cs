namespace WhistleNet.Circles;

/// <summary>What a list does to the shops that wait for a place: those that it places wait no longer, those that it names without one begin to.</summary>
public sealed class WaitingList(string stationId, IReadOnlyCollection<Unplaced> waiting, Func<string> newId)
{
    private readonly Dictionary<string, Unplaced> _byRef = waiting.ToDictionary(u => u.Ref);

    public List<Unplaced> New { get; } = [];
    public List<Unplaced> Gone { get; } = [];
    public List<Unplaced> Changed { get; } = [];
    public List<Swap<UnplacedState>> Swaps { get; } = [];

    /// <param name="shops">The references of all shops that have a place once the list is in.</param>
    /// <param name="without">The list's rows that have none.</param>
    public void Take(IReadOnlySet<string> shops, IEnumerable<ShopRow> without)
    {
        foreach (var placed in _byRef.Values.Where(u => shops.Contains(u.Ref)).ToList())
        {
            Gone.Add(placed);
            Swaps.Add(new(UnplacedState.Of(placed), null));
        }
        foreach (var row in without.Where(r => !shops.Contains(r.Ref))) Wait(row);
    }

    private void Wait(ShopRow row)
    {
        if (_byRef.TryGetValue(row.Ref, out var known))
        {
            var before = UnplacedState.Of(known);
            Put(known, row);
            if (UnplacedState.Of(known) is var after && after == before) return;
            Changed.Add(known);
            Swaps.Add(new(before, after));
            return;
        }
        var made = new Unplaced { Id = newId(), StationId = stationId, Ref = row.Ref, Name = row.Name };
        Put(made, row);
        New.Add(made);
        Swaps.Add(new(null, UnplacedState.Of(made)));
    }

    private static void Put(Unplaced shop, ShopRow row)
    {
        (shop.Name, shop.Category, shop.Unit, shop.CivicNumber, shop.Street, shop.Area) = (row.Name, row.Category, row.Unit, row.CivicNumber, row.Street, row.Area);
        (shop.Hours, shop.Trained, shop.PoliceGrid, shop.CommunityGrid) = (row.Hours, row.Trained ?? false, Way(row.PoliceGrid), Way(row.CommunityGrid));
    }

    private static string? Way(IReadOnlyList<string>? names) => names is null ? null : string.Join(GridTrees.Separator, names);

    /// <summary>A row of a list again, now that it has a place.</summary>
    public static ShopRow Row(Unplaced shop, Place place, Datum datum, string? area) => new(shop.Ref, shop.Name, place)
    {
        Category = shop.Category, Unit = shop.Unit, CivicNumber = shop.CivicNumber, Street = shop.Street, Area = shop.Area ?? area, Hours = shop.Hours, Trained = shop.Trained,
        PoliceGrid = shop.PoliceGrid?.Split(GridTrees.Separator), CommunityGrid = shop.CommunityGrid?.Split(GridTrees.Separator), Datum = datum,
    };
}
