using WhistleNet.People;

namespace WhistleNet.Alerts;

public sealed class StaleTests
{
    private static readonly DateTimeOffset Later = Some.Morning.AddDays(1);

    [Fact]
    public void No_clock_runs_for_a_stale_alert_and_nobody_is_to_be_told()
    {
        var alert = Some.Alert();
        alert.GoStale(Later);
        Assert.Equal((null, null, null), (alert.TakeDueAt, alert.WidenDueAt, alert.FollowUpDueAt));
        Assert.Equal(alert.Version, alert.PublishedVersion);
        Assert.True(alert.IsOpen);
    }

    [Fact]
    public void It_goes_stale_once_and_a_closed_one_never()
    {
        var alert = Some.Alert();
        alert.GoStale(Later);
        var version = alert.Version;
        alert.GoStale(Later.AddHours(1));
        Assert.Equal((version, Later), (alert.Version, alert.StaleSince));

        var closed = Some.Closed();
        closed.GoStale(Later);
        Assert.Null(closed.StaleSince);
    }

    public static TheoryData<string> Deeds => ["take", "mark", "widen", "escalate", "close"];

    [Theory]
    [MemberData(nameof(Deeds))]
    public void Whatever_the_station_does_with_it_ends_the_doubt(string deed)
    {
        var alert = Some.Alert();
        alert.GoStale(Later);
        Assert.Null(Do(alert, deed, Some.Officer));
        Assert.Null(alert.StaleSince);
        if (deed == "escalate") Assert.Equal(Later.AddSeconds(60), alert.TakeDueAt); // the ladder starts where the person acted, not a day ago
    }

    [Fact]
    public void A_move_that_is_refused_leaves_it_stale()
    {
        var alert = Some.Alert();
        alert.GoStale(Later);
        Assert.Equal(Refusal.NotTaken, alert.HandBack(Some.Officer, Later, null));
        Assert.Equal(Refusal.ReasonMissing, alert.Close(Some.Officer, Outcome.Stopped, " ", Later));
        Assert.Equal(Later, alert.StaleSince);
    }

    private static Refusal? Do(Alert alert, string deed, Actor by) => deed switch
    {
        "take" => alert.Take(by, Later, Clocks.Default),
        "mark" => alert.MarkAs(Mark.OnScene, by, Later, Clocks.Default),
        "widen" => alert.Widen(by, Later, Clocks.Default, 3, last: false),
        "escalate" => alert.Escalate(by, Later, Clocks.Default, 1, "who", TimeSpan.FromSeconds(60)),
        _ => alert.Close(by, Outcome.NothingFound, "old", Later),
    };
}
