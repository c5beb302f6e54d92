using WhistleNet.Live;

namespace WhistleNet.Reports;

/// <summary>
/// Walks the reports' rounds each minute, and at once when an alert is closed: a report is there the moment it ends. What is waited for
/// it shows at the station as a notice.
/// </summary>
public sealed class ReportRound(ReportRounds rounds, AlertFeed feed, TimeProvider time, ILogger<ReportRound> log) : BackgroundService, IWatcher
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);
    private volatile TaskCompletionSource _closed = New();
    private volatile ILookup<string, Signal> _waiting = Enumerable.Empty<Signal>().ToLookup(_ => "");

    public IEnumerable<Signal> SignalsFor(string stationId) => _waiting[stationId];

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var ear = feed.Listen(Hear);
        await Task.Yield();
        while (true)
        {
            _closed = New(); // before looking: what is closed meanwhile is looked for again
            try
            {
                await rounds.Draft(stop);
                await rounds.Remind(stop);
                await rounds.CloseOverdue(stop);
                _waiting = await rounds.Waiting(stop);
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("The reports' round failed and comes again: {Why}", broken.Message);
            }
            await Task.WhenAny(_closed.Task, Task.Delay(Pace, time, stop)).Unwrap();
        }
    }

    private void Hear(AlertNews news)
    {
        if (news.Alert is { IsOpen: false, ReportOwed: true }) _closed.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
