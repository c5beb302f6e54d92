using System.Diagnostics;
using WhistleNet.Live;
using WhistleNet.Shell;
using WhistleNet.Telemetry;

namespace WhistleNet.Rounds;

/// <summary>
/// The one-second clock. It holds no schedule of its own: the database knows what is due, and each tick asks. Idempotent, so that a
/// restart or a second node changes nothing.
/// </summary>
public sealed class EscalationClock(Sweep sweep, LastTick last, TimeProvider time, ILogger<EscalationClock> log) : BackgroundService, IWatcher
{
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>The engine is healthy only while a full sweep ended this recently.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(10);

    private long? _ended;

    /// <summary>As of which moment the last full sweep looked for what was due.</summary>
    public DateTimeOffset? LastSweepAt { get; private set; }

    /// <summary>How long ago it ended, by the clock that nobody can set; nothing before the first.</summary>
    public TimeSpan? Age => _ended is { } mark ? time.GetElapsedTime(mark) : null;

    /// <summary>The last full sweep is too long ago, or there was none.</summary>
    public bool IsLate => Age is not { } age || age > LateAfter;

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        if (LastSweepAt is not { } at) return [new(Grade.Trouble, SignalSay.EngineNotYet, [])];
        return IsLate ? [new(Grade.Trouble, SignalSay.EngineLate, [], at)] : [];
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do
        {
            try
            {
                var (began, since) = (time.GetUtcNow(), Stopwatch.GetTimestamp());
                await sweep.Run(began, stop);
                Measure.Sweep.Record(since);
                if (time is SteadyClock steady) steady.Follow(calm: steady.Gap > SteadyClock.Jump && await sweep.IsCalm(stop));
                (LastSweepAt, _ended) = (began, time.GetTimestamp());
                last.Write(began);
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogError(broken, "A sweep failed; the next one tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
