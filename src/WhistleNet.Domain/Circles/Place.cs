namespace WhistleNet.Circles;

/// <summary>A point in WGS-84 degrees.</summary>
public readonly record struct Place(double Lat, double Lon)
{
    private const double EarthRadiusM = 6_371_008.8; // mean radius, IUGG

    /// <summary>Metres along the great circle.</summary>
    public double MetresTo(Place other)
    {
        var (lat1, lat2) = (Radians(Lat), Radians(other.Lat));
        var (dLat, dLon) = (lat2 - lat1, Radians(other.Lon - Lon));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * EarthRadiusM * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>Degrees from north, 0 up to 360, of the way from here to there.</summary>
    public double BearingTo(Place other)
    {
        var (lat1, lat2, dLon) = (Radians(Lat), Radians(other.Lat), Radians(other.Lon - Lon));
        var y = Math.Sin(dLon) * Math.Cos(lat2);
        var x = Math.Cos(lat1) * Math.Sin(lat2) - Math.Sin(lat1) * Math.Cos(lat2) * Math.Cos(dLon);
        return (Math.Atan2(y, x) * 180 / Math.PI + 360) % 360;
    }

    /// <summary>Whether this is a point on Earth that a shop may have; 0,0 is what broken software writes.</summary>
    public bool IsPossible =>
        Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180 && (Lat, Lon) != (0, 0);

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
