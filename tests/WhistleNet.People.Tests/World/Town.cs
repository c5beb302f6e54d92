using WhistleNet.Circles;

namespace WhistleNet;

/// <summary>One house for all tests of a class; each test takes a circle of its own, whose neighbours hear nothing of the others.</summary>
public sealed class Town : IAsyncLifetime
{
    private const int Circles = 16;
    private int _taken = -1;

    private readonly bool _tls;

    public Town()
    {
    }

    internal Town(bool tls) => _tls = tls;

    public House House { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var street = Street.Of(Circles, shopsEach: 4);
        // So far apart that no ring of one reaches another, however long a test takes.
        foreach (var shop in street.Shops) shop.Lat += 0.05 * street.Circles.FindIndex(c => c.Id == shop.CircleId);
        street.Station.Clocks = street.Station.Clocks with { Practice = TimeSpan.FromMinutes(10) }; // long enough to be looked at
        House = await House.With(street, _tls);
    }

    /// <summary>The shops of a circle that no test has used.</summary>
    public IReadOnlyList<Shop> Circle()
    {
        var circle = House.Street.Circles[Interlocked.Increment(ref _taken)];
        return [.. House.Street.Shops.Where(s => s.CircleId == circle.Id)];
    }

    public ValueTask DisposeAsync() => House?.DisposeAsync() ?? ValueTask.CompletedTask;
}
