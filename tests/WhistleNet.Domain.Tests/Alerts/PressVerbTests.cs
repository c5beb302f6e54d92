using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>A press: what it starts, and what another one does to it.</summary>
public sealed class PressVerbTests
{
    private static readonly DateTimeOffset Later = Some.Morning.AddSeconds(10);

    [Fact]
    public void A_press_starts_both_clocks()
    {
        var alert = Some.Alert();
        Assert.Equal((AlertState.Raised, 1L, 0, 0), (alert.State, alert.Version, alert.Ring, alert.Rung));
        Assert.Equal(Some.Morning.AddSeconds(60), alert.WidenDueAt);
        Assert.Equal(Some.Morning.AddSeconds(30), alert.TakeDueAt);
        Assert.Null(alert.FollowUpDueAt);
        Assert.Equal(Entry.Raised, Assert.Single(alert.Lines).What);
    }

    [Fact]
    public void A_practice_starts_no_clock() =>
        Assert.Equal((null, null), (Some.Alert(Mode.Test).WidenDueAt, Some.Alert(Mode.Test).TakeDueAt));

    [Fact]
    public void A_press_over_the_quota_calls_no_ring_but_the_stations_clock_runs()
    {
        var alert = Some.Alert(limited: true);
        Assert.Equal((null, Some.Morning.AddSeconds(30), -1), (alert.WidenDueAt, alert.TakeDueAt, alert.Ring));
    }

    [Fact]
    public void A_loud_press_makes_a_silent_alert_loud_with_the_circles_numbers_and_a_running_clock()
    {
        var alert = Some.Alert(silent: true, needed: 2);
        Assert.Null(alert.Widen(Actor.System, Later, Clocks.Default, 0, last: true)); // the trained ones are used up
        Assert.True(alert.Reinforce(Some.Raiser, silent: false, needed: 3, Later, Clocks.Default));
        Assert.Equal((false, 3, 0, Later.AddSeconds(60)), (alert.Silent, alert.Needed, alert.Ring, alert.WidenDueAt!.Value));
        Assert.False(alert.Reinforce(Some.Raiser, silent: true, needed: 2, Later, Clocks.Default));
        Assert.Equal((false, 3), (alert.Silent, alert.Needed));
    }
}
