using Microsoft.Extensions.Time.Testing;
using WhistleNet.Alerts;

namespace WhistleNet.Live;

/// <summary>One screen's box: the newest per alert, the first at once, then a pace.</summary>
public sealed class MailboxTests
{
    private readonly Clock _time = new();
    private readonly List<IReadOnlyList<AlertNews>> _batches = [];

    [Fact]
    public async Task The_first_is_delivered_at_once_and_then_one_batch_each_100_milliseconds()
    {
        await using var box = new Mailbox(_time, Keep);
        box.Put(News("a", 1));
        await Batches(1);
        for (var version = 2; version <= 50; version++) box.Put(News("a", version));
        box.Put(News("b", 1));
        Assert.Single(_batches);
        _time.Advance(TimeSpan.FromMilliseconds(99));
        await Task.Yield();
        Assert.Single(_batches);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Batches(2);
        Assert.Equal([("a", 50L), ("b", 1L)], _batches[1].Select(n => (n.AlertId, n.Alert!.Version)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _batches.Count);
    }

    [Fact]
    public async Task It_is_bounded_by_alerts_and_not_by_traffic_and_an_older_one_never_wins()
    {
        await using var box = new Mailbox(_time, Keep);
        box.Put(News("first", 1));
        await Batches(1);
        for (var i = 0; i < 10_000; i++) box.Put(News("a" + i % 7, 10_000 - i));
        Assert.Equal(7, box.Depth);
        _time.Advance(Mailbox.Pace);
        await Batches(2);
        Assert.All(_batches[1], n => Assert.True(n.Alert!.Version > 9_990));
    }

    [Fact]
    public async Task Receipts_fold_into_the_news_of_their_alert()
    {
        await using var box = new Mailbox(_time, Keep);
        box.Put(News("first", 1));
        await Batches(1);
        box.Put(News("a", 3));
        box.Put(AlertNews.OfNotices("station", "a", [Notice("n1", Delivery.Received)]));
        box.Put(AlertNews.OfNotices("station", "a", [Notice("n1", Delivery.Seen), Notice("n2", Delivery.Received)]));
        _time.Advance(Mailbox.Pace);
        await Batches(2);
        var news = Assert.Single(_batches[1]);
        Assert.Equal(3, news.Alert!.Version);
        Assert.Equal([("n1", Delivery.Seen), ("n2", Delivery.Received)], news.Changed.Select(n => (n.Id, n.State)));
    }

    [Fact]
    public async Task A_screen_that_breaks_once_still_hears_the_next()
    {
        var first = true;
        await using var box = new Mailbox(_time, batch =>
        {
            if (first)
            {
                first = false;
                throw new InvalidOperationException("a drawing failed");
            }
            return Keep(batch);
        });
        box.Put(News("a", 1));
        await Eventually.True(() => !first, "it was tried");
        box.Put(News("a", 2));
        await Eventually.True(() => { _time.Advance(Mailbox.Pace); return _batches.Count == 1; }, "the next one came");
    }

    [Fact]
    public async Task A_closed_box_takes_nothing()
    {
        var box = new Mailbox(_time, Keep);
        await box.DisposeAsync();
        box.Put(News("a", 1));
        Assert.Equal(0, box.Depth);
        Assert.Empty(_batches);
    }

    private Task Keep(IReadOnlyList<AlertNews> batch)
    {
        _batches.Add(batch);
        return Task.CompletedTask;
    }

    // The pause after a batch has begun as well: a clock moved before it does not end it.
    private Task Batches(int count) => Eventually.True(() => _batches.Count == count && _time.Pauses >= count, $"{count} batches");

    private static AlertNews News(string id, long version)
    {
        var alert = Books.NewAlert("shop", DateTimeOffset.UnixEpoch);
        typeof(Alert).GetProperty(nameof(Alert.Version))!.SetValue(alert, version);
        return new AlertNews("station", id, alert, [], []);
    }

    private static Notice Notice(string id, Delivery state) => new() { Id = id, AlertId = "a", StationId = "station", To = To.Shop, Name = id, State = state };

    private sealed class Clock : FakeTimeProvider
    {
        private int _pauses;

        public int Pauses => Volatile.Read(ref _pauses);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _pauses);
            return timer;
        }
    }
}
