using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Live;

namespace WhistleNet.Data;

/// <summary>The one writer: what it answers is on disk.</summary>
public sealed class AlertWriterTests
{
    [Fact]
    public async Task Nothing_is_answered_or_announced_before_the_commit()
    {
        await using var books = await Books.Open();
        var heard = new List<AlertNews>();
        using var ear = books.Feed.Listen(heard.Add);
        Task<Alert> raised;
        using (books.HoldCommits())
        {
            raised = books.Raise();
            await books.Stuck;
            Assert.False(raised.IsCompleted); // the writer's own task: an answer given before the commit would stand here already
            Assert.Empty(heard);
        }
        var alert = await raised;
        await Eventually.True(() => heard.Count == 1, "announced after the commit");
        await using var db = books.CreateDbContext();
        Assert.NotNull(await db.Alerts.FindAsync([alert.Id], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Receipts_that_wait_together_are_one_transaction()
    {
        await using var books = await Books.Open();
        var devices = Enumerable.Range(0, 50).Select(i => $"d{i}").ToArray();
        var alert = await books.Raise("shop", devices);
        var before = books.Commits;
        Task<int> busy;
        using (books.HoldCommits())
        {
            busy = books.Writer.Write(_ => Task.FromResult(1));
            await books.Stuck;
            foreach (var device in devices) await books.Writer.Confirm(new Confirmation(alert.Id, device, 1, Seen: false));
        }
        await busy;
        await Eventually.True(async () => (await books.NoticeOf(alert.Id, "d49")).State == Delivery.Received, "the last receipt is written");
        Assert.Equal(before + 2, books.Commits);
    }

    [Fact]
    public async Task A_press_goes_ahead_of_receipts()
    {
        await using var books = await Books.Open();
        var alert = await books.Raise("shop", "d");
        Task<int> busy;
        Task<Delivery> press;
        using (books.HoldCommits())
        {
            busy = books.Writer.Write(_ => Task.FromResult(1));
            await books.Stuck;
            await books.Writer.Confirm(new Confirmation(alert.Id, "d", 1, Seen: true));
            press = books.Writer.Write(async w => (await w.Db.Notices.SingleAsync(n => n.AlertId == alert.Id)).State);
        }
        await busy;
        Assert.Equal(Delivery.Queued, await press);
        await Eventually.True(async () => (await books.NoticeOf(alert.Id, "d")).State == Delivery.Seen, "the receipt came after it");
    }

    [Fact]
    public async Task One_bad_piece_of_work_is_undone_alone()
    {
        await using var books = await Books.Open();
        var heard = new List<AlertNews>();
        using var ear = books.Feed.Listen(heard.Add);
        Task<int> busy;
        Task<Alert> good, bad, alsoGood;
        using (books.HoldCommits())
        {
            busy = books.Writer.Write(_ => Task.FromResult(1));
            await books.Stuck;
            good = books.Raise("a");
            bad = books.Writer.Write<Alert>(async w =>
            {
                var alert = Books.NewAlert("b", w.Now);
                w.Db.Alerts.Add(alert);
                await w.Db.SaveChangesAsync();
                w.Announce(alert);
                throw new InvalidOperationException("a bug");
            });
            alsoGood = books.Raise("c");
        }
        await busy;
        await good;
        await alsoGood;
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(2, books.Commits); // the three shared one
        await using var db = books.CreateDbContext();
        Assert.Equal(["a", "c"], await db.Alerts.Select(a => a.ShopId).OrderBy(s => s).ToListAsync(TestContext.Current.CancellationToken));
        await Eventually.True(() => heard.Count == 2, "and nothing was announced of the bad one");
    }

    [Fact]
    public async Task A_commit_that_fails_answers_nobody_and_the_next_one_works()
    {
        await using var books = await Books.Open();
        var heard = new List<AlertNews>();
        using var ear = books.Feed.Listen(heard.Add);
        books.BreakTheNextCommit();
        await Assert.ThrowsAsync<IOException>(() => books.Raise("a"));
        Assert.Empty(heard);
        await books.Raise("b");
        await using var db = books.CreateDbContext();
        Assert.Equal(["b"], await db.Alerts.Select(a => a.ShopId).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_whistle_that_is_at_its_commit_when_the_server_stops_is_stored_and_answered()
    {
        await using var books = await Books.Open();
        Task<Alert> raised;
        Task stopped;
        using (books.HoldCommits())
        {
            raised = books.Raise();
            await books.Stuck;
            stopped = books.Writer.StopAsync(TestContext.Current.CancellationToken);
        }
        var alert = await raised;
        await stopped;
        await using var db = books.CreateDbContext();
        Assert.NotNull(await db.Alerts.FindAsync([alert.Id], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_press_id_is_unique_within_its_shop()
    {
        await using var books = await Books.Open();
        var alert = await books.Raise();
        Press Press(string shop) => new() { ShopId = shop, PressId = "p", AlertId = alert.Id, Mode = Mode.Real, At = books.Time.GetUtcNow(), RaisedAt = books.Time.GetUtcNow(), Version = 1, Notified = 0 };
        Task<int> Store(string shop) => books.Writer.Write(w => Task.FromResult(w.Db.Presses.Add(Press(shop)).Entity.Notified));
        await Store("shop");
        await Assert.ThrowsAsync<DbUpdateException>(() => Store("shop"));
        await Store("another");
    }
}
