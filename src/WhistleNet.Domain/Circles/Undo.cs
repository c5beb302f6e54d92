namespace WhistleNet.Circles;

/// <summary>Why a row stays as it is when a bulk change is taken back.</summary>
public enum Stays
{
    /// <summary>Somebody or something changed it since.</summary>
    Changed,

    /// <summary>Devices, codes, gear, alerts or an account hang on it.</summary>
    InUse,

    /// <summary>Its circle would be left without a shop.</summary>
    LastOfCircle,

    /// <summary>The item is put back, and its keeper is the one that the list named: who it was before is not kept.</summary>
    Keeper,
}

/// <summary>A row that stays, by name.</summary>
public sealed record Staying(string Name, Stays Why);

/// <summary>
/// Takes a bulk change back, pure: each row that is still as the change left it becomes what it was before; whatever else moved stays, and is named. What comes out
/// is what has to be written, in the order of its parts.
/// </summary>
public sealed class Undo
{
    private readonly Dictionary<string, Shop> _shops;
    private readonly Dictionary<string, Circle> _circles;

    /// <param name="circles">All circles of the station, those that ended too.</param>
    /// <param name="isInUse">Whether something else hangs on a shop.</param>
    /// <param name="areas">Ids of the station's areas.</param>
    public Undo(Swaps swaps, IReadOnlyCollection<Shop> shops, IReadOnlyCollection<Circle> circles, IReadOnlyCollection<Unplaced> unplaced, Func<string, bool> isInUse, IReadOnlyCollection<string> areas)
    {
        (_shops, _circles) = (shops.ToDictionary(s => s.Id), circles.ToDictionary(c => c.Id));
        foreach (var swap in swaps.Shops) Take(swap, isInUse);
        KeepOneInEach(swaps);
        Circles(swaps, areas);
        GoneAreas = [.. swaps.NewAreas.Where(a => _circles.Values.Where(c => c.AreaId == a).All(c => GoneCircles.Contains(c.Id)))];
        Waiting(swaps.Unplaced, unplaced);
    }

    /// <summary>Ids of shops that the change had brought.</summary>
    public List<string> GoneShops { get; } = [];
    public List<ShopState> Shops { get; } = [];
    public List<string> GoneCircles { get; } = [];
    public List<CircleState> CirclesBack { get; } = [];
    public IReadOnlyList<string> GoneAreas { get; }
    public List<string> GoneUnplaced { get; } = [];
    public List<UnplacedState> UnplacedBack { get; } = [];

    /// <summary>What cannot be taken back.</summary>
    public List<Staying> Staying { get; } = [];

    public bool DoesNothing => GoneShops.Count + Shops.Count + GoneCircles.Count + CirclesBack.Count + GoneUnplaced.Count + UnplacedBack.Count == 0;

    private void Take(Swap<ShopState> swap, Func<string, bool> isInUse)
    {
        var (id, name) = (swap.After!.Id, swap.After.Name);
        if (!_shops.TryGetValue(id, out var shop) || ShopState.Of(shop) != swap.After) Stay(name, Stays.Changed);
        else if (swap.Before is { } before) Shops.Add(before);
        else if (shop.Silent || shop.SafeWord is not null || shop.DuressWord is not null || isInUse(id)) Stay(name, Stays.InUse);
        else GoneShops.Add(id);
    }

    // A circle that somebody emptied of all the others meanwhile keeps the one that would go.
    private void KeepOneInEach(Swaps swaps)
    {
        var (made, ending) = (swaps.Circles.Where(c => c.Before is null).Select(c => c.After!.Id).ToHashSet(), Shops.ToDictionary(s => s.Id, s => s.CircleId));
        foreach (var circle in _shops.Values.GroupBy(s => s.CircleId).Where(c => !made.Contains(c.Key)).ToList())
        {
            if (circle.Any(s => !GoneShops.Contains(s.Id) && (!ending.TryGetValue(s.Id, out var back) || back == circle.Key)) || ending.Any(s => s.Value == circle.Key)) continue;
            foreach (var shop in circle)
            {
                GoneShops.Remove(shop.Id);
                Shops.RemoveAll(s => s.Id == shop.Id);
                Stay(shop.Name, Stays.LastOfCircle);
            }
        }
    }

    private void Circles(Swaps swaps, IReadOnlyCollection<string> areas)
    {
        var (gone, back) = (GoneShops.ToHashSet(), Shops.ToDictionary(s => s.Id, s => s.CircleId));
        var peopled = _shops.Values.Where(s => !gone.Contains(s.Id)).Select(s => back.GetValueOrDefault(s.Id, s.CircleId)).ToHashSet();
        foreach (var (before, after) in swaps.Circles)
        {
            if (!_circles.TryGetValue(after!.Id, out var circle)) continue;
            if (before is null)
            {
                if (!peopled.Contains(circle.Id)) GoneCircles.Add(circle.Id);
            }
            else if (CircleState.Of(circle) with { Name = before.Name, AreaId = after.AreaId is null ? null : circle.AreaId } != after with { Name = before.Name } || before.AreaId is { } area && !areas.Contains(area)) Stay(circle.Name, Stays.Changed);
            else if (before.MergedIntoId == after.MergedIntoId || peopled.Contains(circle.Id)) CirclesBack.Add(before with { Name = circle.Name });
        }
    }

    private void Waiting(IReadOnlyList<Swap<UnplacedState>> swaps, IReadOnlyCollection<Unplaced> unplaced)
    {
        var waiting = unplaced.ToDictionary(u => u.Id);
        var placed = _shops.Values.Where(s => !GoneShops.Contains(s.Id)).Select(s => s.Ref).ToHashSet();
        foreach (var (before, after) in swaps)
        {
            if (after is not null && (!waiting.TryGetValue(after.Id, out var now) || UnplacedState.Of(now) != after)) Stay(after.Name, Stays.Changed);
            else if (before is not null && !placed.Contains(before.Ref) && (after is not null || unplaced.All(u => u.Ref != before.Ref))) UnplacedBack.Add(before);
            else if (before is null) GoneUnplaced.Add(after!.Id);
        }
    }

    private void Stay(string name, Stays why) => Staying.Add(new Staying(name, why));
}
