using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>Closing, merging, reopening.</summary>
public sealed class CloseVerbTests
{
    private static readonly DateTimeOffset Later = Some.Morning.AddSeconds(10);

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
}
