using Hangfire;

namespace WhistleNet.Rounds;

/// <summary>Gives Hangfire the timetable anew at each start, since its memory does not outlive the house, and has every round walked once.</summary>
public sealed class Walks(IRecurringJobManager jobs, IBackgroundJobClient once) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var round in Timetable.Rounds)
        {
            jobs.AddOrUpdate<Watchman>(round.Name, man => man.Walk(round.Name, CancellationToken.None), round.When);
            once.Enqueue<Watchman>(man => man.Walk(round.Name, CancellationToken.None));
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
