namespace WhistleNet.Circles;

/// <summary>Shops at one point, in metres on a plane; more than one circle holds are several parcels, as even as can be.</summary>
internal sealed record Parcel(double X, double Y, int Part, IReadOnlyList<Spot> Spots)
{
    private const double MetresPerDegree = 111_195; // of latitude, on the mean sphere

    public int Count => Spots.Count;

    public double MetresTo(Parcel other) => Math.Sqrt(SquareTo(other));

    public double SquareTo(Parcel other) => (X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y);

    /// <summary>The parcels of these shops, whatever order they come in.</summary>
    public static List<Parcel> Of(IEnumerable<Spot> spots, int most)
    {
        var points = spots.GroupBy(s => s.Place).OrderBy(p => p.Key.Lat).ThenBy(p => p.Key.Lon).ToList();
        if (points.Count == 0) return [];
        var squeeze = Math.Cos(points[points.Count / 2].Key.Lat * Math.PI / 180); // one scale for an area: a town is flat enough
        return [.. points.SelectMany(point =>
        {
            var shops = point.OrderBy(s => s.Ref, StringComparer.Ordinal).ToList();
            var parts = (shops.Count + most - 1) / most;
            return Enumerable.Range(0, parts).Select(i => new Parcel(
                point.Key.Lon * squeeze * MetresPerDegree, point.Key.Lat * MetresPerDegree, i,
                shops[(shops.Count * i / parts)..(shops.Count * (i + 1) / parts)]));
        })];
    }
}

internal static class Parcels
{
    public static int Shops(this List<Parcel> parcels)
    {
        var shops = 0;
        foreach (var p in parcels) shops += p.Count;
        return shops;
    }

    public static (double X, double Y) Centre(this List<Parcel> parcels)
    {
        var (x, y, shops) = (0d, 0d, 0);
        foreach (var p in parcels) (x, y, shops) = (x + p.Count * p.X, y + p.Count * p.Y, shops + p.Count);
        return (x / shops, y / shops);
    }
}
