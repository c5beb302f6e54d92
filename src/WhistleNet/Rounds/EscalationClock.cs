namespace WhistleNet.Rounds;

/// <summary>
/// The one-second clock. It holds no schedule of its own: the database knows what is due, and each tick asks. Idempotent, so that a
/// restart or a second node changes nothing.
/// </summary>
public sealed class EscalationClock(Sweep sweep, TimeProvider time, ILogger<EscalationClock> log) : BackgroundService
{
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>When the last full sweep ended; the engine is healthy only while this is recent.</summary>
    public DateTimeOffset? LastSweepAt { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do
        {
            try
            {
                await sweep.Run(time.GetUtcNow(), stop);
                LastSweepAt = time.GetUtcNow();
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogError(broken, "A sweep failed; the next one tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
