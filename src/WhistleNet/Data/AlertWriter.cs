using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.Telemetry;

namespace WhistleNet.Data;

/// <summary>
/// The one writer of the alert path. What it answers is on disk: work is answered after the commit, never before. A press or an
/// officer's move goes ahead of receipts; whatever waits together shares one transaction. After the commit, and only then, the
/// feed hears what the database now believes.
/// </summary>
public sealed class AlertWriter(IDbContextFactory<WhistleDb> databases, AlertFeed feed, Node node, Reserve reserve, TimeProvider time, ILogger<AlertWriter> log) : BackgroundService
{
    private const int MostTogether = 64;
    private const int MostReceiptsTogether = 2_048;

    // A commit that has begun is a moment's work: a server that stops makes it, rather than refuse a whistle and log a broken transaction.
    private static readonly CancellationToken ToItsEnd = CancellationToken.None;

    private readonly KeptLine _line = new(databases);
    private readonly Awaited _awaited = new(MostReceiptsTogether);
    private long _commits;
    private Link? _end; // of this node's chain of lines, as far as it is on disk

    // Bounded: where they are full the caller waits, and a press that waits is not yet "sent".
    private readonly Channel<Work> _urgent = Channel.CreateBounded<Work>(4_096);
    private readonly Channel<Receipt> _receipts = Channel.CreateBounded<Receipt>(65_536);

    /// <summary>Does the work in a transaction and answers its result once that is on disk.</summary>
    /// <exception cref="OperationCanceledException">The server stops before the commit: nothing was stored.</exception>
    public Task<T> Write<T>(Func<Writing, Task<T>> work)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new Work<T>(work, answer);
        return _urgent.Writer.TryWrite(asked) ? answer.Task : Wait();

        async Task<T> Wait()
        {
            await _urgent.Writer.WriteAsync(asked);
            return await answer.Task;
        }
    }

    /// <summary>How many transactions it has committed since the start.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>What waits to be written, by lane.</summary>
    public (int Urgent, int Receipts) Waiting => (_urgent.Reader.Count, _receipts.Reader.Count);

    /// <summary>Takes down a receipt; waits only where very many are waiting already.</summary>
    /// <param name="atStation">Of a console or a wall, for which no other receipt waits.</param>
    public ValueTask Confirm(Confirmation confirmation, bool atStation = false) => Put(new Receipt.Confirmed(confirmation), isAwaited: !atStation && !confirmation.Seen);

    /// <summary>Takes down that this version was handed to the ways out.</summary>
    public ValueTask Pushed(string alertId, string stationId, long version) => Put(new Receipt.Pushed(alertId, stationId, version), isAwaited: true);

    private ValueTask Put(Receipt receipt, bool isAwaited)
    {
        var taken = _receipts.Writer.WriteAsync(receipt);
        if (isAwaited) _awaited.Came();
        return taken;
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        Task<bool> press = Task.FromResult(true), receipt = press; // kept over rounds: a lane that stays quiet is asked once
        try
        {
            while (true)
            {
                if (_urgent.Reader.TryPeek(out _)) await Commit(Take(_urgent.Reader, MostTogether), stop);
                else if (_receipts.Reader.TryPeek(out _))
                {
                    if (press.IsCompleted) press = _urgent.Reader.WaitToReadAsync(stop).AsTask();
                    await _awaited.Gather(press, stop);
                    if (!_urgent.Reader.TryPeek(out _)) await CommitReceipts(Take(_receipts.Reader, MostReceiptsTogether), stop);
                }
                else
                {
                    if (press.IsCompleted) press = _urgent.Reader.WaitToReadAsync(stop).AsTask();
                    if (receipt.IsCompleted) receipt = _receipts.Reader.WaitToReadAsync(stop).AsTask();
                    await Task.WhenAny(press, receipt).Unwrap();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _urgent.Writer.TryComplete();
            while (_urgent.Reader.TryRead(out var work)) work.Fail(new OperationCanceledException("The server stops."));
        }
        finally
        {
            await HangUp();
        }
    }

    private async Task Commit(List<Work> batch, CancellationToken stop, bool again = false)
    {
        var since = Stopwatch.GetTimestamp();
        using var span = Measure.Spans.StartActivity("commit");
        var done = new List<Work>(batch.Count);
        var news = new List<AlertNews>();
        try
        {
            var db = await _line.Open(stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            (db.LinesEnd, db.DrillChain) = (_end ?? await db.Lines.EndOf(node.Lines, stop), node.Drills);
            foreach (var work in batch)
            {
                if (batch.Count > 1) await transaction.CreateSavepointAsync("work", ToItsEnd); // who is alone is undone with the whole
                var before = db.LinesEnd;
                try
                {
                    news.AddRange(await Do(work, db, stop));
                    done.Add(work);
                }
                catch (Exception broken) when (!stop.IsCancellationRequested && !PlaceTaken.Is(broken) && !Reserve.IsFull(broken)) // a full disk fails them all: SQLite may have undone them already
                {
                    if (batch.Count > 1) await transaction.RollbackToSavepointAsync("work", ToItsEnd);
                    db.LinesEnd = before;
                    work.Fail(broken);
                }
            }
            if (done.Count == 0) return;
            await transaction.CommitAsync(ToItsEnd);
            Interlocked.Increment(ref _commits);
            _end = db.LinesEnd;
        }
        catch (Exception broken)
        {
            await HangUp();
            if (!stop.IsCancellationRequested && (PlaceTaken.Is(broken) && !again || Reserve.IsFull(broken) && reserve.Give()))
            {
                await Commit([.. batch.Where(w => !w.HasFailed)], stop, again: true); // once each: from where the chain ends now, or with the room that was kept
                return;
            }
            foreach (var work in batch) work.Fail(broken);
            if (stop.IsCancellationRequested) throw new OperationCanceledException("The server stops.", broken, stop);
            log.LogError(broken, "A transaction of {Count} on the alert path failed", batch.Count);
            return;
        }
        Measure.Commit.Record(since, new KeyValuePair<string, object?>("lane", "urgent"));
        Measure.Together.Record(batch.Count);
        foreach (var work in done) work.Answer();
        _awaited.Tell(news);
        foreach (var item in news) feed.Publish(item);
    }

    // What failed may have left the line, or what we believe of the chain, in any state: the next begins with what the database says.
    private async Task HangUp()
    {
        await _line.HangUp();
        _end = null;
    }

    private async Task<List<AlertNews>> Do(Work work, WhistleDb db, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var writing = new Writing(db, time.GetUtcNow());
        await work.Do(writing);
        await db.SaveChangesAsync(stop);
        return await writing.Announced();
    }

    private async Task CommitReceipts(List<Receipt> batch, CancellationToken stop)
    {
        var since = Stopwatch.GetTimestamp();
        var changed = new List<Alerts.Notice>();
        try
        {
            var db = await _line.Open(stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var now = time.GetUtcNow();
            var confirmed = Receipt.Newest(batch);
            if (confirmed.Count > 0) changed.AddRange(await db.Dialect.Confirm(db, confirmed, now, stop)); // first: whoever confirmed need not be written down as pushed before
            foreach (var pushed in batch.OfType<Receipt.Pushed>().GroupBy(p => p.AlertId))
                changed.AddRange(await db.Dialect.Pushed(db, pushed.Key, pushed.Max(p => p.Version), now, stop));
            await transaction.CommitAsync(ToItsEnd);
            Interlocked.Increment(ref _commits);
            Measure.Commit.Record(since, new KeyValuePair<string, object?>("lane", "receipts"));
            Measure.Receipts.Add(confirmed.Count);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            await HangUp();
            log.LogError(broken, "{Count} receipts could not be written; the boards of the next connect ask for them again", batch.Count);
            return;
        }
        foreach (var alert in changed.GroupBy(n => (n.StationId, n.AlertId)))
            feed.Publish(AlertNews.OfNotices(alert.Key.StationId, alert.Key.AlertId, [.. alert.GroupBy(n => n.Id, (_, same) => same.Last())]));
    }

    private static List<T> Take<T>(ChannelReader<T> from, int most)
    {
        var taken = new List<T>();
        while (taken.Count < most && from.TryRead(out var item)) taken.Add(item);
        return taken;
    }
}
