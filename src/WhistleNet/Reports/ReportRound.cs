using System.Threading.Channels;
using WhistleNet.Live;

namespace WhistleNet.Reports;

/// <summary>
/// Drafts a report a moment after its alert is closed, and walks the reports' rounds when the watchman sends it. What is waited for it shows at
/// the station as a notice.
/// </summary>
public sealed class ReportRound(ReportRounds rounds, AlertFeed feed, ILogger<ReportRound> log) : BackgroundService, IWatcher
{
    // A report is nobody's hurry: the closing is told first, and what closes together is written together, so that the next press meets one commit at most.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    private readonly Channel<string> _closed = Channel.CreateBounded<string>(new BoundedChannelOptions(1_024) { FullMode = BoundedChannelFullMode.DropWrite }); // what found no place the next round drafts
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
        while (await _closed.Reader.WaitToReadAsync(stop))
        {
            await Task.Delay(Moment, TimeProvider.System, stop);
            var closed = new HashSet<string>();
            while (_closed.Reader.TryRead(out var id)) closed.Add(id);
            try
            {
                await rounds.Draft(closed, stop);
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("{Count} reports could not be drafted; the next round drafts them: {Why}", closed.Count, broken.Message);
            }
        }
    }

    private void Hear(AlertNews news)
    {
        if (news.Alert is { IsOpen: false, ReportOwed: true } closed) _closed.Writer.TryWrite(closed.Id);
    }
}
