using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>Taking, handing back, and what a taker does or leaves undone.</summary>
public sealed class TakeVerbTests
{
    private static readonly DateTimeOffset Later = Some.Morning.AddSeconds(10);

    [Fact]
    public void Taking_stops_the_stations_clock_and_leaves_the_neighbours()
    {
        var alert = Some.Taken();
        Assert.Equal((AlertState.Taken, "officer", "王警官"), (alert.State, alert.TakenById, alert.TakenBy));
        Assert.Null(alert.TakeDueAt);
        Assert.Equal(Some.Morning.AddSeconds(60), alert.WidenDueAt);
        Assert.Equal(Some.Morning.AddSeconds(5).AddMinutes(10), alert.FollowUpDueAt);
    }

    [Fact]
    public void The_same_officers_second_take_changes_nothing_and_anybody_elses_is_refused()
    {
        var alert = Some.Taken();
        var (version, lines) = (alert.Version, alert.Lines.Count);
        Assert.Null(alert.Take(Some.Officer, Later, Clocks.Default));
        Assert.Equal((version, lines), (alert.Version, alert.Lines.Count));
        Assert.Equal(Refusal.AlreadyTaken, alert.Take(Some.OtherOfficer, Later, Clocks.Default));
        Assert.Equal((version, lines, "officer"), (alert.Version, alert.Lines.Count, alert.TakenById));
    }

    [Fact]
    public void Handed_back_the_next_rung_is_due_at_once_and_the_later_ones_in_their_own_time()
    {
        var alert = Some.Taken();
        Assert.Null(alert.HandBack(Some.Officer, Later, TimeSpan.FromSeconds(30)));
        Assert.Equal((AlertState.Raised, null, Later, null), (alert.State, alert.TakenById, alert.TakeDueAt, alert.FollowUpDueAt));
        Assert.Null(alert.Escalate(Actor.System, Later, Clocks.Default, 1, "第二民警", TimeSpan.FromSeconds(60)));
        Assert.Equal(Later.AddSeconds(30), alert.TakeDueAt);
        Assert.Equal(Refusal.NotTaken, alert.HandBack(Some.Officer, Later, null));
    }

    [Fact]
    public void A_mark_of_the_taker_is_a_move_and_somebody_elses_is_not()
    {
        var alert = Some.Taken();
        Assert.Null(alert.MarkAs(Mark.Note, Some.OtherOfficer, Later, Clocks.Default, "看到了"));
        Assert.Equal(Some.Morning.AddSeconds(5).AddMinutes(10), alert.FollowUpDueAt);
        Assert.Null(alert.MarkAs(Mark.OnScene, Some.Officer, Later, Clocks.Default));
        Assert.Equal(Later.AddMinutes(10), alert.FollowUpDueAt);
        Assert.Equal([Entry.Raised, Entry.Taken, Entry.Note, Entry.OnScene], alert.Lines.Select(l => l.What));
    }

    [Fact]
    public void A_quiet_taker_is_reminded_once_and_then_the_next_rung_is_called()
    {
        var alert = Some.Taken();
        var due = alert.FollowUpDueAt!.Value;
        Assert.False(alert.RemindTaker(due, Clocks.Default));
        Assert.Equal((due.AddMinutes(1), Entry.RemindedTaker, AlertState.Taken), (alert.FollowUpDueAt!.Value, alert.Lines[^1].What, alert.State));
        Assert.True(alert.RemindTaker(due.AddMinutes(1), Clocks.Default));
        Assert.Equal(due.AddMinutes(11), alert.FollowUpDueAt);
        Assert.Null(alert.MarkAs(Mark.Contained, Some.Officer, due.AddMinutes(2), Clocks.Default));
        Assert.Equal((due.AddMinutes(12), false), (alert.FollowUpDueAt!.Value, alert.TakerReminded));
    }
}
