namespace WhistleNet.Circles;

/// <summary>Why circles cannot be changed so.</summary>
public enum RegroupRefusal
{
    NothingChosen, NotThere, SameCircle,

    /// <summary>A circle always has a shop: whoever wants all of them elsewhere joins the two.</summary>
    WouldBeEmpty,
    NameMissing,

    /// <summary>An alert is open or a drill runs there: who was called must stay who was called.</summary>
    Busy,
}

/// <summary>A circle before and after, as whoever changes it has to see it first.</summary>
/// <param name="Id">None for one that is only being founded.</param>
/// <param name="LosesCentre">Its centre shop leaves it.</param>
public sealed record CircleAfter(string? Id, string Name, IReadOnlyList<Shop> Before, IReadOnlyList<Shop> After, bool LosesCentre)
{
    public double WidthBeforeM => CircleMaker.WidthM(Before.Select(s => s.Place));
    public double WidthM => CircleMaker.WidthM(After.Select(s => s.Place));
}

/// <summary>What a change by hand makes of circles, or why it cannot be.</summary>
/// <param name="Into">Where the moved shops go; none where a circle is founded for them.</param>
/// <param name="Merged">The circle that ends in another.</param>
public sealed record Regrouped(RegroupRefusal? Refused, IReadOnlyList<Shop> Moves, string? Into = null, string? Merged = null)
{
    public IReadOnlyList<CircleAfter> Circles { get; init; } = [];

    public static Regrouped No(RegroupRefusal why) => new(why, []);
}

/// <summary>Changes circles by hand, pure: shops moved to another circle, a circle split, two joined. No circle is ever left without a shop.</summary>
public static class Regroup
{
    /// <summary>These shops, of whatever circles of the station, go into that one.</summary>
    public static Regrouped Move(Town town, string stationId, IReadOnlyCollection<string> shopIds, string intoId)
    {
        if (Shops(town, stationId, shopIds) is not { } shops || !IsOf(town, stationId, intoId)) return Regrouped.No(RegroupRefusal.NotThere);
        var moving = shops.Where(s => s.CircleId != intoId).ToList();
        if (shops.Count == 0) return Regrouped.No(RegroupRefusal.NothingChosen);
        if (moving.Count == 0) return Regrouped.No(RegroupRefusal.SameCircle);
        return moving.Select(s => s.CircleId).Distinct().Any(c => town.InCircle(c).All(moving.Contains)) ? Regrouped.No(RegroupRefusal.WouldBeEmpty)
            : new(null, moving, intoId) { Circles = [.. After(town, moving, intoId)] };
    }

    /// <summary>These shops of one circle become one of their own.</summary>
    public static Regrouped Split(Town town, string stationId, string circleId, IReadOnlyCollection<string> shopIds, string? name)
    {
        if (Shops(town, stationId, shopIds) is not { } shops || !IsOf(town, stationId, circleId) || shops.Any(s => s.CircleId != circleId)) return Regrouped.No(RegroupRefusal.NotThere);
        if (shops.Count == 0) return Regrouped.No(RegroupRefusal.NothingChosen);
        if (town.InCircle(circleId).All(shops.Contains)) return Regrouped.No(RegroupRefusal.WouldBeEmpty);
        return name is null ? Regrouped.No(RegroupRefusal.NameMissing) : new(null, shops) { Circles = [.. After(town, shops, null), new CircleAfter(null, name, [], shops, false)] };
    }

    /// <summary>All of one circle go into another, and the first ends. What was, stays: its alerts and reports keep its name.</summary>
    public static Regrouped Merge(Town town, string stationId, string fromId, string intoId)
    {
        if (!IsOf(town, stationId, fromId) || !IsOf(town, stationId, intoId)) return Regrouped.No(RegroupRefusal.NotThere);
        if (fromId == intoId) return Regrouped.No(RegroupRefusal.SameCircle);
        var shops = town.InCircle(fromId).ToList();
        return new(null, shops, intoId, fromId) { Circles = [.. After(town, shops, intoId)] };
    }

    private static bool IsOf(Town town, string stationId, string circleId) => town.Circles.TryGetValue(circleId, out var circle) && circle.StationId == stationId;

    private static List<Shop>? Shops(Town town, string stationId, IReadOnlyCollection<string> ids) =>
        ids.Distinct().Select(town.Shop).ToList() is var shops && shops.TrueForAll(s => s?.StationId == stationId) ? shops.OfType<Shop>().ToList() : null;

    private static IEnumerable<CircleAfter> After(Town town, IReadOnlyCollection<Shop> moving, string? intoId)
    {
        foreach (var id in moving.Select(s => s.CircleId).Distinct().Append(intoId).OfType<string>())
        {
            var (circle, before) = (town.Circles[id], town.InCircle(id).OrderBy(s => s.Ref, StringComparer.Ordinal).ToList());
            yield return new(id, circle.Name, before, id == intoId ? [.. before, .. moving] : [.. before.Except(moving)], id != intoId && moving.Any(s => s.Id == circle.CentreShopId));
        }
    }
}
