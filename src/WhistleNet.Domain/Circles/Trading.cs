namespace WhistleNet.Circles;

/// <summary>
/// Neighbouring circles trade parcels while that makes the pair better: narrower first, then closer together, then more even. Two
/// circles are cut anew along a straight line in one of sixteen directions, or give one parcel, or swap two.
/// </summary>
internal static class Trading
{
    private const int Directions = 16;
    private const int Neighbours = 8;
    private const int MostRounds = 40; // Vancouver is done after at most a dozen

    // What counts, in square metres: the width squared; the mean square distance from the centre, so that there is a way down where
    // the width alone does not move; a shop more or less than even like 32 m of width; a shop beyond the limits like a kilometre.
    private const double Closeness = 5;
    private const double Unevenness = 1_000;
    private const double Forbidden = 1_000_000;

    public static void Improve(List<List<Parcel>> circles, Limits limits)
    {
        var settled = new HashSet<(List<Parcel>, List<Parcel>)>(); // pairs of circles, as they are now, that have nothing to trade
        for (var round = 0; round < MostRounds; round++)
        {
            var better = false;
            for (var a = 0; a < circles.Count; a++)
            {
                foreach (var b in Near(circles, a))
                {
                    if (settled.Contains((circles[a], circles[b]))) continue;
                    if (Best(circles[a], circles[b], limits) is var (one, other)) (circles[a], circles[b], better) = (one, other, true);
                    else settled.UnionWith([(circles[a], circles[b]), (circles[b], circles[a])]);
                }
            }
            if (!better) return;
        }
    }

    private static List<int> Near(List<List<Parcel>> circles, int of)
    {
        var (x, y) = circles[of].Centre();
        return [.. Enumerable.Range(0, circles.Count).Where(i => i != of)
            .OrderBy(i => circles[i].Centre() is var (cx, cy) ? (cx - x) * (cx - x) + (cy - y) * (cy - y) : 0).ThenBy(i => i).Take(Neighbours)];
    }

    private static (List<Parcel>, List<Parcel>)? Best(List<Parcel> a, List<Parcel> b, Limits limits)
    {
        (List<Parcel>, List<Parcel>)? best = null;
        var least = Cost(a, limits, double.MaxValue) + Cost(b, limits, double.MaxValue) - 1e-6; // a gain of nothing could go round for ever
        foreach (var (one, other) in Recuts(a, b).Concat(Exchanges(a, b)))
        {
            var cost = Cost(one, limits, least);
            if (cost < least) cost += Cost(other, limits, least - cost);
            if (cost < least) (best, least) = ((one, other), cost);
        }
        return best;
    }

    private static IEnumerable<(List<Parcel>, List<Parcel>)> Recuts(List<Parcel> a, List<Parcel> b)
    {
        List<Parcel> both = [.. a, .. b];
        for (var direction = 0; direction < Directions; direction++)
        {
            var along = CircleMaker.Along(both, Math.PI * direction / Directions);
            for (var cut = 1; cut < along.Count; cut++) yield return (along[..cut], along[cut..]);
        }
    }

    private static IEnumerable<(List<Parcel>, List<Parcel>)> Exchanges(List<Parcel> a, List<Parcel> b)
    {
        foreach (var given in a)
        {
            List<Parcel> without = [.. a.Where(p => !ReferenceEquals(p, given))];
            if (without.Count > 0) yield return (without, [.. b, given]);
            foreach (var taken in b) yield return ([.. without, taken], [.. b.Where(p => !ReferenceEquals(p, taken)), given]);
        }
    }

    /// <param name="most">What is no better than this need not be worked out to the end.</param>
    private static double Cost(List<Parcel> circle, Limits limits, double most)
    {
        var shops = circle.Shops();
        var beyond = Math.Max(0, Math.Max(limits.Fewest - shops, shops - limits.Most));
        var cost = Unevenness * (shops - limits.Even) * (shops - limits.Even) + Forbidden * beyond;
        if (cost >= most) return cost;

        var (x, y) = circle.Centre();
        var (widest, spread) = (0d, 0d);
        for (var i = 0; i < circle.Count; i++)
        {
            var p = circle[i];
            spread += p.Count * ((p.X - x) * (p.X - x) + (p.Y - y) * (p.Y - y));
            for (var j = 0; j < i; j++) widest = Math.Max(widest, p.SquareTo(circle[j]));
        }
        return cost + widest + Closeness * spread / shops;
    }
}
