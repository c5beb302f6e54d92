using WhistleNet.Bench.Load;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench.Sides;

/// <summary>One contestant: a running server with its crowd connected, that takes presses one after the other.</summary>
public abstract class Side : IAsyncDisposable
{
    /// <summary>Starts the server afresh and connects everybody.</summary>
    public abstract Task Open(Street street, CancellationToken cancel);

    /// <summary>One press of a shop, until the station has everybody's receipt; none where somebody never heard.</summary>
    public abstract Task<Timing?> Press(int shop, CancellationToken cancel);

    /// <summary>Ends what the last presses opened, so that the next find the street quiet.</summary>
    public virtual Task Quiet(CancellationToken cancel) => Task.CompletedTask;

    public abstract Served Server { get; }

    public abstract ValueTask DisposeAsync();
}
