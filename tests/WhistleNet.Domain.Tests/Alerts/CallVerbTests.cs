using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>Calling more: the next ring, the next rung, an officer by name.</summary>
public sealed class CallVerbTests
{
    private static readonly DateTimeOffset Later = Some.Morning.AddSeconds(10);

    [Fact]
    public void Widening_counts_the_next_minute_while_rings_are_left()
    {
        var alert = Some.Alert();
        Assert.Null(alert.Widen(Actor.System, Later, Clocks.Default, called: 24, last: false));
        Assert.Equal((1, Later.AddSeconds(60)), (alert.Ring, alert.WidenDueAt));
        Assert.Null(alert.Widen(Actor.System, Later, Clocks.Default, called: 60, last: true));
        Assert.Equal((2, null), (alert.Ring, alert.WidenDueAt));
    }

    [Fact]
    public void Climbing_keeps_the_seconds_of_the_raise()
    {
        var alert = Some.Alert();
        Assert.Null(alert.Escalate(Actor.System, Some.Morning.AddSeconds(31), Clocks.Default, 1, "第二民警", TimeSpan.FromSeconds(60)));
        Assert.Equal((1, Some.Morning.AddSeconds(60)), (alert.Rung, alert.TakeDueAt));
        Assert.Null(alert.Escalate(Actor.System, Some.Morning.AddSeconds(61), Clocks.Default, 2, "值班电话", TimeSpan.FromSeconds(120)));
        Assert.Equal((2, Some.Morning.AddSeconds(120)), (alert.Rung, alert.TakeDueAt));
        Assert.Null(alert.Escalate(Actor.System, Some.Morning.AddSeconds(121), Clocks.Default, 3, "县局", null));
        Assert.Equal((3, null), (alert.Rung, alert.TakeDueAt));
        Assert.Equal("县局", alert.Lines[^1].Text);
    }

    [Fact]
    public void Calling_an_officer_by_name_moves_no_rung_and_a_taken_alert_that_climbs_stays_taken()
    {
        var alert = Some.Taken();
        Assert.Null(alert.Escalate(Some.Commander, Later, Clocks.Default, null, "李警官", TimeSpan.FromSeconds(30)));
        Assert.Equal((AlertState.Taken, 0, null), (alert.State, alert.Rung, alert.TakeDueAt));
    }
}
