using Microsoft.Extensions.Logging.Abstractions;

namespace WhistleNet.Live;

public sealed class AlertFeedTests
{
    private readonly AlertFeed _feed = new(NullLogger<AlertFeed>.Instance);
    private readonly AlertNews _news = AlertNews.OfNotices("station", "alert", []);

    [Fact]
    public void One_broken_listener_keeps_nobody_from_hearing()
    {
        var heard = 0;
        using var before = _feed.Listen(_ => heard++);
        using var broken = _feed.Listen(_ => throw new InvalidOperationException());
        using var after = _feed.Listen(_ => heard++);
        _feed.Publish(_news);
        Assert.Equal(2, heard);
    }

    [Fact]
    public void Whoever_leaves_hears_nothing_more_and_leaves_nothing_behind()
    {
        var heard = 0;
        var ear = _feed.Listen(_ => heard++);
        ear.Dispose();
        ear.Dispose();
        _feed.Publish(_news);
        Assert.Equal((0, 0), (heard, _feed.Listeners));
    }

    [Fact]
    public void Somebody_may_leave_while_being_told()
    {
        IDisposable? ear = null;
        var heard = 0;
        ear = _feed.Listen(_ => { heard++; ear!.Dispose(); });
        using var other = _feed.Listen(_ => heard++);
        _feed.Publish(_news);
        _feed.Publish(_news);
        Assert.Equal(3, heard);
    }
}
