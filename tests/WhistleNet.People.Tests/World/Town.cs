using WhistleNet.Circles;

namespace WhistleNet;

/// <summary>One house for all tests of a class; each test takes a circle of its own, whose neighbours hear nothing of the others.</summary>
public sealed class Town : IAsyncLifetime
{
    private const int Circles = 16;
    private int _taken = -1;

    public House House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await House.With(Street.Of(Circles, shopsEach: 4));

    /// <summary>The shops of a circle that no test has used.</summary>
    public IReadOnlyList<Shop> Circle()
    {
        var circle = House.Street.Circles[Interlocked.Increment(ref _taken)];
        return [.. House.Street.Shops.Where(s => s.CircleId == circle.Id)];
    }

    public ValueTask DisposeAsync() => House?.DisposeAsync() ?? ValueTask.CompletedTask;
}
