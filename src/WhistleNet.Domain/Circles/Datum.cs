namespace WhistleNet.Circles;

/// <summary>
/// In which system a list has its coordinates: as satellites and OpenStreetMap have them, as 高德 and 腾讯 (GCJ-02), or as 百度 (BD-09). The maps of China are shifted
/// by hundreds of metres, and a circle of shops 8 m apart would stand in another street.
/// </summary>
public enum Datum { Wgs84, Gcj02, Bd09 }

/// <summary>Brings coordinates to WGS-84, which alone is stored, and back; outside China nothing is shifted. Pure.</summary>
public static class Datums
{
    private const double Axis = 6_378_245; // metres, Krassowsky's ellipsoid, on which the shift is defined
    private const double Eccentricity = 0.006693421622965823; // squared
    private const double BaiduTurns = Math.PI * 3_000 / 180;
    private const double Exact = 1e-9; // degrees, a tenth of a millimetre

    /// <summary>The point that these coordinates mean.</summary>
    public static Place ToWgs84(this Place at, Datum datum) => datum == Datum.Wgs84 || !Mainland.Has(at) ? at : Unshifted(datum == Datum.Bd09 ? FromBaidu(at) : at);

    /// <summary>The coordinates that a point has in a system.</summary>
    public static Place In(this Place point, Datum datum)
    {
        if (datum == Datum.Wgs84 || !Mainland.Has(point)) return point;
        return datum == Datum.Bd09 ? ToBaidu(Shifted(point)) : Shifted(point);
    }

    private static Place Shifted(Place point)
    {
        var (x, y, north) = (point.Lon - 105, point.Lat - 35, point.Lat * Math.PI / 180);
        var magic = 1 - Eccentricity * Math.Sin(north) * Math.Sin(north);
        var root = Math.Sqrt(magic);
        return new Place(
            point.Lat + MetresNorth(x, y) * 180 / (Axis * (1 - Eccentricity) / (magic * root) * Math.PI),
            point.Lon + MetresEast(x, y) * 180 / (Axis / root * Math.Cos(north) * Math.PI));
    }

    // The shift has no inverse in closed form; it is nearly the same a few metres on, so that each step is a thousand times nearer.
    private static Place Unshifted(Place at)
    {
        var point = at;
        for (var step = 0; step < 10; step++)
        {
            var there = Shifted(point);
            var (north, east) = (there.Lat - at.Lat, there.Lon - at.Lon);
            point = new Place(point.Lat - north, point.Lon - east);
            if (Math.Abs(north) < Exact && Math.Abs(east) < Exact) break;
        }
        return point;
    }

    private static double MetresNorth(double x, double y) =>
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.Sqrt(Math.Abs(x)) + Waves(6 * x, 20) + Waves(2 * x, 20) + Waves(y, 20) + Waves(y / 3, 40) + Waves(y / 12, 160) + Waves(y / 30, 320);

    private static double MetresEast(double x, double y) =>
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.Sqrt(Math.Abs(x)) + Waves(6 * x, 20) + Waves(2 * x, 20) + Waves(x, 20) + Waves(x / 3, 40) + Waves(x / 12, 150) + Waves(x / 30, 300);

    private static double Waves(double turns, double metres) => metres * Math.Sin(turns * Math.PI) * 2 / 3;

    private static Place ToBaidu(Place at)
    {
        var far = Math.Sqrt(at.Lon * at.Lon + at.Lat * at.Lat) + 0.00002 * Math.Sin(at.Lat * BaiduTurns);
        var angle = Math.Atan2(at.Lat, at.Lon) + 0.000003 * Math.Cos(at.Lon * BaiduTurns);
        return new Place(far * Math.Sin(angle) + 0.006, far * Math.Cos(angle) + 0.0065);
    }

    private static Place FromBaidu(Place at)
    {
        var (x, y) = (at.Lon - 0.0065, at.Lat - 0.006);
        var far = Math.Sqrt(x * x + y * y) - 0.00002 * Math.Sin(y * BaiduTurns);
        var angle = Math.Atan2(y, x) - 0.000003 * Math.Cos(x * BaiduTurns);
        return new Place(far * Math.Sin(angle), far * Math.Cos(angle));
    }
}
