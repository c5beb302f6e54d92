using System.Collections.Concurrent;
using Hangfire;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Rounds;

/// <summary>When a round was last walked, and what went wrong; nothing where all is well.</summary>
public sealed record Walked(DateTimeOffset At, string? Wrong);

/// <summary>Walks the timetable's rounds when Hangfire sends him, one at a time; what failed is walked again at its next time, and shows at every station until then.</summary>
public sealed class Watchman(IServiceProvider house, TimeProvider time, ILogger<Watchman> log) : IWatcher, IDisposable
{
    private readonly ConcurrentDictionary<string, Walked> _walked = new();
    private readonly Turnstile _one = new();

    /// <summary>The rounds that were walked since the start.</summary>
    public IReadOnlyDictionary<string, Walked> Last => _walked;

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        var wrong = _walked.Where(w => w.Value.Wrong is not null).Select(w => w.Key).Order(StringComparer.Ordinal).ToList();
        if (wrong.Count > 0) yield return new(Grade.Supervision, SignalSay.RoundFailed, wrong);
    }

    public void Dispose() => _one.Dispose();

    [AutomaticRetry(Attempts = 0)]
    public async Task Walk(string name, CancellationToken stop)
    {
        if (Timetable.Rounds.FirstOrDefault(r => r.Name == name) is not { } round) return; // of an older version
        using var turn = await _one.Enter(stop);
        try
        {
            await round.Walk(house, stop);
            _walked[name] = new(time.GetUtcNow(), null);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            _walked[name] = new(time.GetUtcNow(), broken.Message);
            log.LogWarning(broken, "The round {Round} could not be walked; it is tried again at its next time", name);
        }
    }
}
