using Hangfire;

namespace WhistleNet.Rounds;

/// <summary>
/// Gives Hangfire the timetable anew at each start, since its memory does not outlive the house, and has every round walked once. Whatever Hangfire
/// makes of it, the house opens: it is tried again until it is taken, and the administrator's page says what was not walked.
/// </summary>
public sealed class Walks(IRecurringJobManager jobs, IBackgroundJobClient once, ILogger<Walks> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var round in Timetable.Rounds)
        {
            while (!IsTaken(round)) await Task.Delay(Again, TimeProvider.System, stoppingToken);
        }
    }

    private bool IsTaken(Round round)
    {
        try
        {
            jobs.AddOrUpdate<Watchman>(round.Name, man => man.Walk(round.Name, CancellationToken.None), round.When);
            once.Enqueue<Watchman>(man => man.Walk(round.Name, CancellationToken.None));
            return true;
        }
        catch (Exception broken)
        {
            log.LogWarning("The round {Round} could not be given to Hangfire yet: {Why}", round.Name, broken.Message);
            return false;
        }
    }
}
