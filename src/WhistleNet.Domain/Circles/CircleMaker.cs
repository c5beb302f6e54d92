namespace WhistleNet.Circles;

/// <summary>A shop as circle forming sees it.</summary>
public sealed record Spot(string Ref, Place Place);

/// <summary>
/// Forms circles of near neighbours out of an area's shops, pure and always the same for the same shops. Shops at one point are one
/// parcel and stay together. What lies more than 2 km from all the rest is apart, however few they are. The parcels are halved along
/// their longest axis, in proportion to the circles still to come; then neighbouring circles trade parcels for as long as that makes
/// them narrower or more even (<see cref="Trading"/>).
/// <para>
/// On the 7,101 shops of Vancouver's 21 areas, circles of 12: halving alone makes a median width of 99 m, a mean of 149 m, sizes of 7
/// to 18; with trading the median is 85 m, the mean 95 m, the widest 682 m, and 96 % of the circles have 9 to 15 shops. A shop's
/// eleven nearest already need a radius of 60 m at the median. Trading held to even sizes (give or take one) was wider: 92 m, mean
/// 137 m, because a lone row of shops had to reach across a gap to be even.
/// </para>
/// </summary>
public static class CircleMaker
{
    /// <summary>Nobody runs so far to help: what is farther from all others is a circle of its own.</summary>
    public const double ApartM = 2_000;

    /// <summary>The circles' shops; a circle's size counts all of them.</summary>
    public static IReadOnlyList<IReadOnlyList<Spot>> Form(IEnumerable<Spot> spots, int size)
    {
        var limits = Limits.Of(size);
        return [.. Apart(Parcel.Of(spots, size)).SelectMany(quarter => Cut(quarter, limits))
            .Select(circle => (IReadOnlyList<Spot>)[.. circle.SelectMany(p => p.Spots)])];
    }

    private static List<List<Parcel>> Cut(List<Parcel> quarter, Limits limits)
    {
        var shops = quarter.Shops();
        var count = shops <= limits.Most ? 1 : (shops + limits.Size - 1) / limits.Size;
        var circles = new List<List<Parcel>>(count);
        Halve(quarter, count, circles);
        Trading.Improve(circles, limits with { Even = (double)shops / count });
        return circles;
    }

    // Each parcel takes along everything within reach; what is left belongs to others.
    private static IEnumerable<List<Parcel>> Apart(List<Parcel> parcels)
    {
        var left = new List<Parcel>(parcels);
        while (left.Count > 0)
        {
            var (quarter, next) = (new List<Parcel> { left[0] }, 0);
            left.RemoveAt(0);
            for (; next < quarter.Count && left.Count > 0; next++)
            {
                var here = quarter[next];
                quarter.AddRange(left.Where(p => p.MetresTo(here) <= ApartM));
                left.RemoveAll(p => p.MetresTo(here) <= ApartM);
            }
            yield return quarter;
        }
    }

    private static void Halve(List<Parcel> parcels, int count, List<List<Parcel>> into)
    {
        if (count == 1 || parcels.Count == 1)
        {
            into.Add(parcels);
            return;
        }
        var along = Along(parcels, Axis(parcels));
        var (wanted, cut, sum, off) = ((double)parcels.Shops() * (count / 2) / count, 1, 0, double.MaxValue);
        for (var i = 1; i < along.Count; i++)
        {
            sum += along[i - 1].Count;
            if (Math.Abs(sum - wanted) < off) (cut, off) = (i, Math.Abs(sum - wanted));
        }
        Halve(along[..cut], count / 2, into);
        Halve(along[cut..], count - count / 2, into);
    }

    internal static List<Parcel> Along(IEnumerable<Parcel> parcels, double angle)
    {
        var (east, north) = (Math.Cos(angle), Math.Sin(angle));
        return [.. parcels.OrderBy(p => p.X * east + p.Y * north).ThenBy(p => p.X).ThenBy(p => p.Y).ThenBy(p => p.Part)];
    }

    /// <summary>The direction in which the parcels lie farthest apart: the principal axis.</summary>
    private static double Axis(List<Parcel> parcels)
    {
        var (x, y) = parcels.Centre();
        var (xx, yy, xy) = (0d, 0d, 0d);
        foreach (var p in parcels)
        {
            xx += p.Count * (p.X - x) * (p.X - x);
            yy += p.Count * (p.Y - y) * (p.Y - y);
            xy += p.Count * (p.X - x) * (p.Y - y);
        }
        return Math.Atan2(2 * xy, xx - yy) / 2;
    }

    /// <summary>The greatest distance between two of the places, in metres.</summary>
    public static double WidthM(IEnumerable<Place> places)
    {
        var all = places.Distinct().ToList();
        var widest = 0d;
        for (var i = 0; i < all.Count; i++)
            for (var j = 0; j < i; j++) widest = Math.Max(widest, all[i].MetresTo(all[j]));
        return widest;
    }
}

/// <summary>How many shops a circle may have: about so many, and neither half empty nor a crowd.</summary>
/// <param name="Even">What each circle would have if all were equal.</param>
public sealed record Limits(int Size, int Fewest, int Most, double Even)
{
    public static Limits Of(int size) => new(size, (size + 1) / 2, size + size / 4, size);
}
