using System.Collections.Concurrent;
using WhistleNet.Alerts;
using WhistleNet.Live;

namespace WhistleNet.Data;

/// <summary>How far the news got: forward only, and as high as the truth.</summary>
public sealed class ReceiptTests
{
    [Fact]
    public async Task Delivery_goes_forward_only()
    {
        await using var books = await Books.Open();
        var alert = await books.Raise("shop", "d");
        await books.Writer.Pushed(alert.Id, "station", 1);
        await Until(books, alert, n => n.State == Delivery.Pushed);
        await books.Writer.Confirm(new(alert.Id, "d", 1, Seen: false));
        await Until(books, alert, n => n is { State: Delivery.Received, Version: 1 });
        await books.Writer.Confirm(new(alert.Id, "d", 0, Seen: true));
        await Until(books, alert, n => n is { State: Delivery.Seen, Version: 1 });
        await books.Writer.Confirm(new(alert.Id, "d", 0, Seen: false));
        await books.Writer.Pushed(alert.Id, "station", 1);
        await books.Writer.Confirm(new(alert.Id, "d", -5, Seen: false));
        var later = await books.Raise("shop", "e");
        await books.Writer.Confirm(new(later.Id, "e", 1, Seen: false));
        await Until(books, later, n => n.State == Delivery.Received, "e");
        Assert.Equal(Delivery.Seen, (await books.NoticeOf(alert.Id, "d")).State);
        Assert.Equal(1, (await books.NoticeOf(alert.Id, "d")).Version);
    }

    [Fact]
    public async Task A_receipt_that_comes_after_giving_up_counts_and_is_late()
    {
        await using var books = await Books.Open();
        var alert = await books.Raise("shop", "d");
        await books.Writer.Write(async w =>
        {
            var notice = w.Db.Notices.Single(n => n.AlertId == alert.Id);
            return await Task.FromResult(notice.GiveUp(Unreached.DeviceSilent, w.Now));
        });
        Assert.Equal((Delivery.Unreached, Unreached.DeviceSilent), ((await books.NoticeOf(alert.Id, "d")).State, (await books.NoticeOf(alert.Id, "d")).Reason!.Value));
        await books.Writer.Confirm(new(alert.Id, "d", 1, Seen: false));
        await Until(books, alert, n => n is { State: Delivery.Received, Late: true, Reason: null });
    }

    [Fact]
    public async Task Nobody_confirms_a_version_that_there_is_not_and_saying_so_again_moves_nothing()
    {
        await using var books = await Books.Open();
        var heard = new ConcurrentQueue<string>();
        using var ear = books.Feed.Listen(news => heard.Enqueue(news.AlertId));
        var alert = await books.Raise("shop", "d");
        await books.Writer.Confirm(new(alert.Id, "d", 999_999, Seen: false));
        await Until(books, alert, n => n is { State: Delivery.Received, Version: 1 });
        var at = (await books.NoticeOf(alert.Id, "d")).At;
        books.Time.Advance(TimeSpan.FromSeconds(5));
        await books.Writer.Confirm(new(alert.Id, "d", 999_999, Seen: false));
        await books.Writer.Confirm(new(alert.Id, "stranger", 1, Seen: false));
        await books.Writer.Confirm(new("nothing", "d", 1, Seen: false));
        var other = await books.Raise("shop", "e");
        await books.Writer.Confirm(new(other.Id, "e", 1, Seen: false));
        await Eventually.True(() => heard.Count(id => id == other.Id) == 2, "the other alert and its receipt are announced"); // after the commit, so that it may be read before
        Assert.Equal(at, (await books.NoticeOf(alert.Id, "d")).At);
        Assert.Equal([alert.Id, alert.Id, other.Id, other.Id], heard); // of each the alert and its receipt, by the one writer in this order
    }

    [Theory]
    [InlineData("")]
    [InlineData("老'王\"😀")]
    public async Task A_notice_is_read_back_as_it_was_stored_whatever_its_texts_are(string text)
    {
        await using var books = await Books.Open();
        var alert = await books.Raise("shop", text);
        var heard = new ConcurrentQueue<AlertNews>();
        using var ear = books.Feed.Listen(heard.Enqueue);
        await books.Writer.Confirm(new(alert.Id, text, 1, Seen: false));
        await Eventually.True(() => heard.Any(n => n.Alert is null), "the receipt is announced");
        var told = Assert.Single(heard.Single(n => n.Alert is null).Changed);
        Assert.Equal((text, text, "s" + text, Delivery.Received), (told.Name, told.DeviceId, told.ShopId, told.State));
        Assert.Equivalent(await books.NoticeOf(alert.Id, text), told, strict: true);
    }

    [Fact]
    public async Task What_was_handed_out_is_no_longer_unannounced()
    {
        await using var books = await Books.Open();
        var alert = await books.Raise("shop", "d");
        await books.Writer.Pushed(alert.Id, "station", 1);
        await Eventually.True(async () =>
        {
            await using var db = books.CreateDbContext();
            return (await db.Alerts.FindAsync([alert.Id], TestContext.Current.CancellationToken))!.PublishedVersion == 1;
        }, "the published version is known");
    }

    private static Task Until(Books books, Alert alert, Func<Notice, bool> holds, string device = "d") =>
        Eventually.True(async () => holds(await books.NoticeOf(alert.Id, device)), "the notice moved");
}
