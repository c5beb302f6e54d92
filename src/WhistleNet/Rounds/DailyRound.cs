namespace WhistleNet.Rounds;

/// <summary>A walk at start and each day; one that fails comes again in five minutes.</summary>
public abstract class DailyRound(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromDays(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    protected TimeProvider Time => time;

    /// <summary>One walk. Done twice it does nothing more.</summary>
    /// <returns>True where nothing is left to do; it shows its trouble itself, and throws only when it is stopped.</returns>
    public abstract Task<bool> Walk(CancellationToken stop = default);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (true) await Task.Delay(await Walk(stop) ? Pace : Again, time, stop);
    }
}
