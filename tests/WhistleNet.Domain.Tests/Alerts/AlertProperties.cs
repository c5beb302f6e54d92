using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>What holds over every sequence of moves, by whomever, in whatever order.</summary>
public sealed class AlertProperties
{
    /// <summary>One thing that somebody tries.</summary>
    public sealed record Try(AlertMove? Move, int Who, int Detail, int Seconds);

    public static class Tries
    {
        public static Arbitrary<Try[]> Sequence() => Gen.Zip(Gen.Zip(Gen.Choose(-4, 8), Gen.Choose(0, 3)), Gen.Zip(Gen.Choose(0, 11), Gen.Choose(0, 700)))
            .Select(t => new Try(t.Item1.Item1 < 0 ? null : (AlertMove)t.Item1.Item1, t.Item1.Item2, t.Item2.Item1, t.Item2.Item2))
            .ArrayOf().ToArbitrary();
    }

    private static readonly Actor[] People = [Some.Officer, Some.OtherOfficer, Some.Commander, Actor.System];

    [Property(Arbitrary = [typeof(Tries)], MaxTest = 500)]
    public void A_real_alert_is_closed_by_a_person_with_an_outcome_and_a_reason_or_not_at_all(Try[] tries) => Play(tries, Some.Alert(), (alert, by, before, refusal, _) =>
    {
        if (alert.State != AlertState.Closed || before.State == AlertState.Closed) return;
        Assert.NotEqual(Actor.System, by);
        Assert.NotNull(alert.Outcome);
        Assert.False(string.IsNullOrWhiteSpace(alert.Reason));
        Assert.NotEmpty(alert.ClosedBy!);
        Assert.NotNull(alert.ClosedAt);
    });

    [Property(Arbitrary = [typeof(Tries)], MaxTest = 500)]
    public void The_state_moves_as_the_table_says_and_a_refusal_changes_nothing(Try[] tries) => Play(tries, Some.Alert(), (alert, by, before, refusal, tried) =>
    {
        if (refusal is not null)
        {
            Assert.Equal(before, Snapshot.Of(alert));
            return;
        }
        if (tried.Move is not { } move) Assert.Equal(before.State, alert.State);
        else if (alert.Version != before.Version) Assert.Equal(((AlertState?)before.State).After(move), alert.State);
    });

    [Property(Arbitrary = [typeof(Tries)], MaxTest = 500)]
    public void The_version_grows_by_one_with_each_change_and_each_change_has_its_line(Try[] tries) => Play(tries, Some.Alert(), (alert, _, before, refusal, tried) =>
    {
        if (tried.Move is null && tried.Detail % 6 == 4) return; // a reminder given already: the climb that follows moves the version
        Assert.InRange(alert.Version, before.Version, before.Version + 1);
        if (alert.Version > before.Version) Assert.True(alert.Lines.Count > before.Lines);
        else Assert.Equal(before, Snapshot.Of(alert));
    });

    [Property(Arbitrary = [typeof(Tries)], MaxTest = 500)]
    public void A_loud_alert_never_becomes_silent_and_a_silent_one_becomes_loud_by_a_loud_press_alone(Try[] tries) => Play(tries, Some.Alert(silent: true), (alert, _, before, _, tried) =>
    {
        if (!before.Silent) Assert.False(alert.Silent);
        else if (!alert.Silent) Assert.True(tried.Move is null && tried.Detail % 6 == 0);
    });

    [Property(Arbitrary = [typeof(Tries)], MaxTest = 500)]
    public void The_shop_never_lowers_the_level(Try[] tries) => Play(tries, Some.Alert(), (alert, _, before, _, tried) =>
    {
        if (tried.Move is null && tried.Detail % 6 is 1 or 2) Assert.True(alert.Level >= before.Level);
    });

    [Property(Arbitrary = [typeof(Tries)], MaxTest = 500)]
    public void Which_clock_runs_follows_from_the_state(Try[] tries) => Play(tries, Some.Alert(), (alert, _, _, _, _) =>
    {
        if (alert.State != AlertState.Raised) Assert.Null(alert.TakeDueAt);
        Assert.Equal(alert.State == AlertState.Taken, alert.FollowUpDueAt is not null);
        Assert.Equal(alert.State == AlertState.Taken, alert.TakenById is not null && alert.IsOpen);
        if (!alert.IsOpen || alert.Enough) Assert.Null(alert.WidenDueAt);
    });

    private sealed record Snapshot(AlertState State, long Version, int Lines, int Level, bool Silent, string? Taker, DateTimeOffset? Widen, DateTimeOffset? Take, DateTimeOffset? FollowUp, int Coming)
    {
        public static Snapshot Of(Alert a) => new(a.State, a.Version, a.Lines.Count, a.Level, a.Silent, a.TakenById, a.WidenDueAt, a.TakeDueAt, a.FollowUpDueAt, a.Coming);
    }

    private static void Play(Try[] tries, Alert alert, Action<Alert, Actor, Snapshot, Refusal?, Try> holds)
    {
        var now = Some.Morning;
        var neighbours = new[] { Some.Notice("a"), Some.Notice("b"), Some.Notice("c"), Some.Notice("d") };
        foreach (var tried in tries)
        {
            now = now.AddSeconds(tried.Seconds);
            var by = People[tried.Who];
            var before = Snapshot.Of(alert);
            holds(alert, by, before, Do(alert, tried, by, now, neighbours), tried);
        }
    }

    private static Refusal? Do(Alert alert, Try tried, Actor by, DateTimeOffset now, Notice[] neighbours)
    {
        var detail = tried.Detail;
        switch (tried.Move)
        {
            case AlertMove.Take: return alert.Take(by, now, Clocks.Default);
            case AlertMove.HandBack: return alert.HandBack(by, now, detail % 2 == 0 ? TimeSpan.FromSeconds(30) : null);
            case AlertMove.Mark: return alert.MarkAs((Mark)(detail % 3), by, now, Clocks.Default);
            case AlertMove.Widen: return alert.Widen(by, now, Clocks.Default, detail, last: detail % 3 == 0);
            case AlertMove.Escalate: return alert.Escalate(by, now, Clocks.Default, detail % 4 == 0 ? null : detail % 4, "x", detail % 2 == 0 ? null : TimeSpan.FromSeconds(60));
            case AlertMove.Close: return alert.Close(by, detail > 10 ? null : (Outcome)detail, detail % 4 == 0 ? " " : "because", now);
            case AlertMove.Merge: return alert.MergeInto(Some.Alert(detail % 3 == 0 ? Mode.Drill : Mode.Real, id: "other"), by, detail % 2 == 0 ? null : "same", now);
            case AlertMove.Reopen: return alert.Reopen(by, detail % 4 == 0 ? null : "again", now, Clocks.Default, TimeSpan.FromSeconds(30), ringsLeft: detail % 2 == 0);
            case AlertMove.Raise: return null;
            default:
                var mine = neighbours[detail % 4];
                switch (detail % 6)
                {
                    case 0 when alert.IsOpen: alert.Reinforce(Some.Raiser, silent: detail > 6, needed: 3, now, Clocks.Default); return null;
                    case 1: return alert.Tell((Kind)detail, null, Some.Raiser, now);
                    case 2: return alert.SaySafe(detail > 6, (SafeWord)(detail % 4), Some.Raiser, now);
                    case 3: return alert.Observe(Observation.Seen, null, Some.Of(mine), now);
                    case 4 when alert.State == AlertState.Taken: alert.RemindTaker(now, Clocks.Default); return null;
                    default: return alert.Answer(mine, (Reply)(tried.Who % 4), null, neighbours, Some.Of(mine), now, ringsLeft: true);
                }
        }
    }
}
