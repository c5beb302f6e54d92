using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>Every verb: what it changes, what it writes on the timeline, and every refusal by its name.</summary>
public sealed class AlertVerbTests
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

    [Fact]
    public void Closing_needs_an_outcome_of_its_mode_and_a_reason()
    {
        var alert = Some.Taken();
        Assert.Equal(Refusal.OutcomeMissing, alert.Close(Some.Officer, null, "r", Later));
        Assert.Equal(Refusal.OutcomeNotAllowed, alert.Close(Some.Officer, Outcome.Drill, "r", Later));
        Assert.Equal(Refusal.OutcomeNotAllowed, alert.Close(Some.Officer, Outcome.Test, "r", Later));
        foreach (var none in new[] { null, "", " ", "\t\n" }) Assert.Equal(Refusal.ReasonMissing, alert.Close(Some.Officer, Outcome.Slip, none, Later));
        Assert.Equal(AlertState.Taken, alert.State);

        Assert.Null(alert.Close(Some.Officer, Outcome.Slip, " 误触 ", Later));
        Assert.Equal((AlertState.Closed, Outcome.Slip, "误触", Later, "王警官", true),
            (alert.State, alert.Outcome!.Value, alert.Reason, alert.ClosedAt!.Value, alert.ClosedBy, alert.ReportOwed));
        Assert.Equal((null, null, null), (alert.WidenDueAt, alert.TakeDueAt, alert.FollowUpDueAt));
    }

    [Fact]
    public void The_system_closes_practices_and_drills_and_never_a_real_alert()
    {
        Assert.Equal(Refusal.NotPermitted, Some.Alert().Close(Actor.System, Outcome.Stopped, "quiet", Later));
        Assert.Equal(Refusal.NotPermitted, Some.Alert().MergeInto(Some.Alert(id: "other"), Actor.System, "quiet", Later));
        Assert.Null(Some.Alert(Mode.Test).Close(Actor.System, Outcome.Test, "practice", Later));
        Assert.Null(Some.Alert(Mode.Drill).Close(Actor.System, Outcome.Drill, "the drill ended", Later));
    }

    [Fact]
    public void A_closed_alert_refuses_every_move_as_already_closed()
    {
        var alert = Some.Closed();
        var (version, lines) = (alert.Version, alert.Lines.Count);
        Assert.All(
        [
            alert.Take(Some.Officer, Later, Clocks.Default), alert.HandBack(Some.Officer, Later, null), alert.MarkAs(Mark.Note, Some.Officer, Later, Clocks.Default),
            alert.Widen(Some.Officer, Later, Clocks.Default, 0, true), alert.Escalate(Some.Officer, Later, Clocks.Default, 1, "x", null),
            alert.Close(Some.Officer, Outcome.Slip, "r", Later), alert.MergeInto(Some.Alert(id: "other"), Some.Officer, null, Later), alert.Tell(Kind.Fire, null, Some.Officer, Later),
            alert.Observe(Observation.Seen, null, Some.Officer, Later), alert.SaySafe(false, SafeWord.Duress, Some.Raiser, Later),
            alert.Answer(Some.Notice("a"), Reply.Coming, null, [], Some.Officer, Later, true),
        ], refusal => Assert.Equal(Refusal.AlreadyClosed, refusal));
        Assert.Equal((version, lines), (alert.Version, alert.Lines.Count));
    }

    [Fact]
    public void Reopening_needs_a_reason_and_runs_both_clocks_from_now()
    {
        Assert.Equal(Refusal.NotClosed, Some.Alert().Reopen(Some.Officer, "r", Later, Clocks.Default, null, true));
        var alert = Some.Closed();
        Assert.Equal(Refusal.ReasonMissing, alert.Reopen(Some.Officer, " ", Later, Clocks.Default, null, true));
        Assert.Null(alert.Reopen(Some.Officer, "又来了", Later, Clocks.Default, TimeSpan.FromSeconds(30), ringsLeft: true));
        Assert.Equal((AlertState.Raised, null, null, null, null, 0), (alert.State, alert.Outcome, alert.Reason, alert.ClosedAt, alert.TakenBy, alert.Rung));
        Assert.Equal((Later.AddSeconds(30), Later.AddSeconds(60)), (alert.TakeDueAt, alert.WidenDueAt));
    }

    [Fact]
    public void Only_open_alerts_of_one_mode_are_merged_and_the_merged_one_is_a_duplicate()
    {
        Assert.Equal(Refusal.ModeDiffers, Some.Alert().MergeInto(Some.Alert(Mode.Drill, id: "other"), Some.Officer, null, Later));
        Assert.Equal(Refusal.NotOpen, Some.Alert(id: "other").MergeInto(Some.Closed(), Some.Officer, null, Later));
        var itself = Some.Alert();
        Assert.Equal(Refusal.NotOpen, itself.MergeInto(itself, Some.Officer, null, Later));

        var (one, other) = (Some.Alert(), Some.Alert(id: "other"));
        Assert.Null(one.MergeInto(other, Some.Officer, null, Later));
        other.HearOf(one, Some.Officer, Later);
        Assert.Equal((AlertState.Closed, Outcome.Duplicate, "other"), (one.State, one.Outcome!.Value, one.MergedInto));
        Assert.Equal((AlertState.Raised, 2L), (other.State, other.Version));
        Assert.False(string.IsNullOrWhiteSpace(one.Reason));
    }

    [Fact]
    public void The_kind_that_a_shop_tells_raises_the_level_and_never_lowers_it()
    {
        var alert = Some.Alert();
        Assert.Equal(2, alert.Level);
        Assert.Null(alert.Tell(Kind.Robbery, null, Some.Raiser, Later));
        Assert.Equal((Kind.Robbery, 4), (alert.Kind, alert.Level));
        Assert.Null(alert.Tell(Kind.Other, null, Some.Raiser, Later));
        Assert.Equal((Kind.Other, 4), (alert.Kind, alert.Level));
        Assert.Null(alert.Tell(null, 1, Some.Officer, Later));
        Assert.Equal(1, alert.Level);
        var version = alert.Version;
        Assert.Null(alert.Tell(Kind.Other, 1, Some.Officer, Later));
        Assert.Equal(version, alert.Version);
        Assert.All(alert.Lines.Where(l => l.Text?.Contains("level", StringComparison.Ordinal) == true), l => Assert.True(l.StationOnly));
    }

    [Fact]
    public void Whatever_word_is_said_the_version_moves_by_one_and_nothing_closes()
    {
        foreach (var word in Enum.GetValues<SafeWord>())
        {
            var alert = Some.Taken();
            var version = alert.Version;
            Assert.Null(alert.SaySafe(mistake: false, word, Some.Raiser, Later));
            Assert.Equal((version + 1, AlertState.Taken), (alert.Version, alert.State));
            Assert.Equal(word == SafeWord.Duress ? 4 : 2, alert.Level);
            Assert.True(alert.Lines[^1].StationOnly);
        }
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
