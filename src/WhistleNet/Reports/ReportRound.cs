using WhistleNet.Live;

namespace WhistleNet.Reports;

/// <summary>
/// Drafts a report the moment its alert is closed, and walks the reports' rounds when the watchman sends it. What is waited for it shows at
/// the station as a notice.
/// </summary>
public sealed class ReportRound(ReportRounds rounds, AlertFeed feed, ILogger<ReportRound> log) : BackgroundService, IWatcher
{
    private volatile TaskCompletionSource _closed = New();
    private volatile ILookup<string, Signal> _waiting = Enumerable.Empty<Signal>().ToLookup(_ => "");

    public IEnumerable<Signal> SignalsFor(string stationId) => _waiting[stationId];

    /// <summary>One round: what is owed is drafted, who is waited for is reminded, what is long overdue is closed as incomplete.</summary>
    public async Task Walk(CancellationToken stop = default)
    {
        await rounds.Draft(stop);
        await rounds.Remind(stop);
        await rounds.CloseOverdue(stop);
        _waiting = await rounds.Waiting(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var ear = feed.Listen(Hear);
        await Task.Yield();
        while (true)
        {
            await _closed.Task.WaitAsync(stop);
            _closed = New(); // before looking: what is closed meanwhile is looked for again
            try
            {
                await rounds.Draft(stop);
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("A report could not be drafted; the next round drafts it: {Why}", broken.Message);
            }
        }
    }

    private void Hear(AlertNews news)
    {
        if (news.Alert is { IsOpen: false, ReportOwed: true }) _closed.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
