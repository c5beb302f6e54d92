using System.Globalization;
using System.Text;

namespace WhistleNet.Circles;

/// <summary>
/// A town as lines on a sheet, in whole metres from its north-west corner: its streets as the shops along them show them, its circles, and the dots of all shops of one state
/// as one line, so that seven thousand shops are a handful of elements. What does not move is drawn once. No name of anybody stands on it. Pure.
/// </summary>
public sealed class WallSheet
{
    /// <summary>Of a town's middle; one shop that stands in another town, or in the sea, must not make all the others one dot. Degrees.</summary>
    private const double Together = 0.3;

    private const double MetresADegree = 111_195;
    private const int Margin = 60, Bend = 25; // metres: around the town, and between two points of a street
    private readonly double _north, _west, _shrink;
    private readonly string _ground;

    private WallSheet(IReadOnlyList<Shop> shops, IEnumerable<IEnumerable<Place>> circles)
    {
        var places = Near([.. shops.Select(s => s.Place)]);
        if (places.Count == 0)
        {
            (_ground, Width, Height) = ("", 1, 1);
            return;
        }
        (_north, _west) = (places.Max(p => p.Lat), places.Min(p => p.Lon));
        _shrink = Math.Cos(_north * Math.PI / 180);
        var far = At(new Place(places.Min(p => p.Lat), places.Max(p => p.Lon)));
        (Width, Height) = (far.X + Margin, far.Y + Margin);
        var (streets, rounds) = (new Pen(), new Pen());
        foreach (var circle in circles.Select(Streets.Outline).Where(o => o.Count > 1)) rounds.Line(circle.Select(At), closed: true);
        foreach (var street in Streets.Of(shops)) streets.Line(Thinned([.. street.Along.Select(At)]));
        _ground = $"""<path class="map-circles" d="{rounds}"/><path class="map-streets" d="{streets}"/>""";
    }

    public int Width { get; }
    public int Height { get; }

    public static WallSheet Of(IReadOnlyList<Shop> shops, IEnumerable<IEnumerable<Place>> circles) => new(shops, circles);

    /// <summary>Where a place is on it.</summary>
    public (int X, int Y) At(Place place) => (Margin + (int)Math.Round((place.Lon - _west) * _shrink * MetresADegree), Margin + (int)Math.Round((_north - place.Lat) * MetresADegree));

    /// <summary>The sheet with its shops; the class of a line of dots is its state.</summary>
    public string With(IEnumerable<(string State, IEnumerable<Place> Shops)> dots)
    {
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}">""").Append(_ground);
        foreach (var (state, shops) in dots)
        {
            var pen = new Pen();
            foreach (var place in shops) pen.Dot(At(place));
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="map-shop {state}" d="{pen}"/>""");
        }
        return svg.Append("</svg>").ToString();
    }

    private static List<Place> Near(List<Place> places)
    {
        if (places.Count == 0) return places;
        var (lat, lon) = (Middle(places.Select(p => p.Lat)), Middle(places.Select(p => p.Lon)));
        var near = places.FindAll(p => Math.Abs(p.Lat - lat) < Together && Math.Abs(p.Lon - lon) < Together);
        return near.Count * 2 >= places.Count ? near : places;
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static List<(int X, int Y)> Thinned(List<(int X, int Y)> line)
    {
        var kept = new List<(int X, int Y)> { line[0] };
        foreach (var at in line.Skip(1).SkipLast(1)) if (Math.Abs(at.X - kept[^1].X) + Math.Abs(at.Y - kept[^1].Y) >= Bend) kept.Add(at);
        kept.Add(line[^1]);
        return kept;
    }

    /// <summary>Writes a line from where it stands, since a step is shorter than an address.</summary>
    private sealed class Pen
    {
        private readonly StringBuilder _path = new();
        private int _x, _y;

        public void Dot((int X, int Y) at)
        {
            Go('m', at);
            _path.Append("h0");
        }

        public void Line(IEnumerable<(int X, int Y)> along, bool closed = false)
        {
            var (first, start) = (true, (_x, _y));
            foreach (var at in along)
            {
                Go(first ? 'm' : 'l', at);
                if (first) (first, start) = (false, at);
            }
            if (!closed) return;
            _path.Append('z');
            (_x, _y) = start;
        }

        public override string ToString() => _path.ToString();

        private void Go(char how, (int X, int Y) at)
        {
            var (dx, dy) = (at.X - _x, at.Y - _y);
            (_x, _y) = at;
            _path.Append(CultureInfo.InvariantCulture, $"{how}{dx}{(dy < 0 ? "" : " ")}{dy}");
        }
    }
}
