namespace WhistleNet.Data;

/// <summary>Lets through one at a time: whoever comes second waits, and finds what the first left.</summary>
public sealed class Turnstile : IDisposable
{
    private readonly SemaphoreSlim _free = new(1);

    /// <summary>Waits for its turn; disposing of what is returned is the next one's turn.</summary>
    /// <exception cref="OperationCanceledException">It was called off while it waited.</exception>
    public async Task<Turn> Enter(CancellationToken stop = default)
    {
        await _free.WaitAsync(stop);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    /// <summary>Whoever is through; disposed of once, by a <c>using</c>.</summary>
    public readonly struct Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
