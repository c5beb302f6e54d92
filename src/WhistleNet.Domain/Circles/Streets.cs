namespace WhistleNet.Circles;

/// <summary>A street as its shops show it: a line along them.</summary>
public sealed record StreetLine(string Name, IReadOnlyList<Place> Along);

/// <summary>
/// Draws a town out of nothing but its shops, for a map that needs no pictures from elsewhere: each street is a line through the shops that stand along it,
/// each circle the outline round its own. Pure.
/// </summary>
public static class Streets
{
    /// <summary>Two shops of one street farther apart than this are not joined: what lies between is not known. Metres; our own choice.</summary>
    public const double Gap = 200;

    private const int Beside = 3; // so many shops to each side say where the middle is

    private const double MetresADegree = 111_195; // of latitude, on a sphere of the mean radius

    /// <summary>The lines of each street with at least two shops near each other; shops without a street are in none.</summary>
    public static IReadOnlyList<StreetLine> Of(IEnumerable<Shop> shops) =>
        [.. shops.Where(s => !string.IsNullOrWhiteSpace(s.Street)).GroupBy(s => s.Street!.Trim(), StringComparer.OrdinalIgnoreCase).OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => Lines(s.Key, [.. s.Select(shop => shop.Place).Distinct()]))];

    /// <summary>The corners of the smallest bulge-free outline round these places, each once; the places themselves where they are fewer than three.</summary>
    public static IReadOnlyList<Place> Outline(IEnumerable<Place> places)
    {
        var sorted = places.Distinct().OrderBy(p => p.Lon).ThenBy(p => p.Lat).ToList();
        if (sorted.Count < 3) return sorted;
        var corners = new List<Place>();
        foreach (var pass in new[] { sorted, Enumerable.Reverse(sorted).ToList() })
        {
            var from = corners.Count;
            foreach (var place in pass)
            {
                while (corners.Count >= from + 2 && Turn(corners[^2], corners[^1], place) <= 0) corners.RemoveAt(corners.Count - 1);
                corners.Add(place);
            }
            corners.RemoveAt(corners.Count - 1); // the first of the other pass
        }
        return corners;
    }

    // Along the way in which they lie farthest apart; broken where nobody knows what is between; and down the middle, for shops stand on both sides.
    private static IEnumerable<StreetLine> Lines(string name, IReadOnlyList<Place> places)
    {
        var (lat, lon) = (places.Average(p => p.Lat), places.Average(p => p.Lon));
        var shrink = Math.Cos(lat * Math.PI / 180);
        var flat = places.Select(p => (X: (p.Lon - lon) * shrink * MetresADegree, Y: (p.Lat - lat) * MetresADegree)).ToList();
        var angle = Math.Atan2(2 * flat.Sum(p => p.X * p.Y), flat.Sum(p => p.X * p.X - p.Y * p.Y)) / 2; // the main axis of the cloud
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var along = flat.Select(p => (On: p.X * cos + p.Y * sin, Off: p.Y * cos - p.X * sin)).OrderBy(p => p.On).ToList();
        var from = 0;
        for (var i = 1; i <= along.Count; i++)
        {
            if (i < along.Count && along[i].On - along[i - 1].On <= Gap) continue;
            if (i - from > 1) yield return new(name, [.. Enumerable.Range(from, i - from).Select(k => Back(along[k].On, Middle(along, k, from, i)))]);
            from = i;
        }

        Place Back(double on, double off) => new(lat + (on * sin + off * cos) / MetresADegree, lon + (on * cos - off * sin) / MetresADegree / shrink);
    }

    private static double Middle(List<(double On, double Off)> along, int at, int from, int to)
    {
        var (first, last) = (Math.Max(from, at - Beside), Math.Min(to - 1, at + Beside));
        return Enumerable.Range(first, last - first + 1).Average(k => along[k].Off);
    }

    private static double Turn(Place a, Place b, Place c) => (b.Lon - a.Lon) * (c.Lat - a.Lat) - (b.Lat - a.Lat) * (c.Lon - a.Lon);
}
