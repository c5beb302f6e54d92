using WhistleNet.Telemetry;

namespace WhistleNet.Live;

/// <summary>
/// One screen's box: the newest news of each alert, so that it is bounded by open alerts and not by traffic. The first is
/// delivered at once; afterwards at most one batch each 100 ms.
/// </summary>
public sealed class Mailbox : IAsyncDisposable
{
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Func<IReadOnlyList<AlertNews>, Task> _deliver;
    private readonly CancellationTokenSource _closed = new();
    private Dictionary<string, AlertNews> _waiting = [];
    private bool _delivering;

    public Mailbox(TimeProvider time, Func<IReadOnlyList<AlertNews>, Task> deliver) => (_time, _deliver) = (time, deliver);

    /// <summary>How many alerts have news waiting.</summary>
    public int Depth
    {
        get { lock (_gate) return _waiting.Count; }
    }

    public void Put(AlertNews news)
    {
        lock (_gate)
        {
            if (_closed.IsCancellationRequested) return;
            _waiting[news.AlertId] = _waiting.TryGetValue(news.AlertId, out var older) ? news.After(older) : news;
            if (_delivering) return;
            _delivering = true;
        }
        _ = Deliver();
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        lock (_gate) _waiting = [];
        _closed.Dispose();
    }

    private async Task Deliver()
    {
        await Task.Yield(); // whoever announces must not draw our screen
        while (Next() is { } batch)
        {
            try
            {
                await _deliver(batch);
            }
            catch (Exception)
            {
                // Whoever draws says what broke (a component dispatches its own); here the next news must still be tried.
            }
            try
            {
                await Task.Delay(Pace, _time, _closed.Token);
            }
            catch (Exception) when (_closed.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private List<AlertNews>? Next()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0 || _closed.IsCancellationRequested)
            {
                _delivering = false;
                return null;
            }
            var batch = _waiting.Values.ToList();
            _waiting = [];
            Measure.Mailbox.Record(batch.Count);
            return batch;
        }
    }
}
