using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>The station's moves. Each returns why it was refused, or nothing; a repeat by the same officer changes nothing.</summary>
public sealed partial class Alert
{
    public Refusal? Take(Actor by, DateTimeOffset now, Clocks clocks)
    {
        if (State == AlertState.Taken && TakenById == by.Id) return null;
        if (Begins(AlertMove.Take, by, now) is { } refusal) return refusal;
        (State, TakenById, TakenBy, TakenAt, TakeDueAt) = (AlertState.Taken, by.Id, by.Name, now, null);
        SelfHelpAt ??= now;
        FollowUp(now, clocks);
        Write(Entry.Taken, by, now);
        Move(now);
        return null;
    }

    /// <summary>Gives a taken alert back to the station; the next rung is due at once, and those after it in their own time.</summary>
    /// <param name="nextRung">The seconds of the next rung; none where no rung is left.</param>
    public Refusal? HandBack(Actor by, DateTimeOffset now, TimeSpan? nextRung)
    {
        if (Begins(AlertMove.HandBack, by, now) is { } refusal) return refusal;
        (State, TakenById, TakenBy, TakenAt, FollowUpDueAt, TakerReminded) = (AlertState.Raised, null, null, null, null, false);
        (ClockFrom, TakeDueAt) = (now - (nextRung ?? TimeSpan.Zero), nextRung is null ? null : now);
        Write(Entry.HandedBack, by, now);
        Move(now);
        return null;
    }

    public Refusal? MarkAs(Mark mark, Actor by, DateTimeOffset now, Clocks clocks, string? text = null)
    {
        if (Begins(AlertMove.Mark, by, now) is { } refusal) return refusal;
        if (by.Id == TakenById) FollowUp(now, clocks);
        if (mark == Mark.OnScene) OnSceneAt ??= now;
        Write(mark switch { Mark.OnScene => Entry.OnScene, Mark.Contained => Entry.Contained, _ => Entry.Note }, by, now, text);
        Move(now);
        return null;
    }

    /// <summary>Calls the next ring. The desk has asked <c>Hearing</c> whom that is; <paramref name="last"/> says that no ring is left.</summary>
    public Refusal? Widen(Actor by, DateTimeOffset now, Clocks clocks, int called, bool last)
    {
        if (Begins(AlertMove.Widen, by, now) is { } refusal) return refusal;
        Ring++;
        WidenDueAt = last || Enough ? null : now + clocks.Widen;
        if (by.Id == TakenById) FollowUp(now, clocks);
        Write(Entry.Widened, by, now, called.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Move(now);
        return null;
    }

    /// <summary>Calls a rung, or an officer by name (<paramref name="rung"/> then stays).</summary>
    /// <param name="whom">Whom it called, as people name them.</param>
    /// <param name="nextRung">The seconds of the rung after it; none where no rung is left.</param>
    public Refusal? Escalate(Actor by, DateTimeOffset now, Clocks clocks, int? rung, string whom, TimeSpan? nextRung)
    {
        if (Begins(AlertMove.Escalate, by, now) is { } refusal) return refusal;
        Rung = Math.Max(Rung, rung ?? 0);
        if (State == AlertState.Raised) TakeDueAt = ClockFrom + nextRung;
        if (by.Id == TakenById) FollowUp(now, clocks);
        Write(Entry.Escalated, by, now, whom);
        Move(now);
        return null;
    }

    /// <summary>Only a person closes a real alert, with an outcome and a reason; a drill's and a test's end as what they are.</summary>
    public Refusal? Close(Actor by, Outcome? outcome, string? reason, DateTimeOffset now)
    {
        if (Refuses(AlertMove.Close) is { } refusal) return refusal;
        if (by == Actor.System && Mode == Mode.Real) return Refusal.NotPermitted;
        if (outcome is not { } how) return Refusal.OutcomeMissing;
        if (!Mode.Outcomes().Contains(how)) return Refusal.OutcomeNotAllowed;
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.ReasonMissing;
        End(by, how, reason.Trim(), now);
        Write(Entry.Closed, by, now, $"{how.Word()}: {Reason}");
        return null;
    }

    /// <summary>Joins this alert to another of the same event and mode; its people hear of the other.</summary>
    public Refusal? MergeInto(Alert other, Actor by, string? reason, DateTimeOffset now)
    {
        if (Refuses(AlertMove.Merge) is { } refusal) return refusal;
        if (by == Actor.System && Mode == Mode.Real) return Refusal.NotPermitted;
        if (!other.IsOpen || other.Id == Id) return Refusal.NotOpen;
        if (other.Mode != Mode) return Refusal.ModeDiffers;
        MergedInto = other.Id;
        End(by, Alerts.Outcome.Duplicate, string.IsNullOrWhiteSpace(reason) ? "merged into " + other.Id : reason.Trim(), now);
        Write(Entry.Merged, by, now, other.Id);
        return null;
    }

    /// <summary>The other half of a merge: this alert is where the event goes on.</summary>
    public void HearOf(Alert merged, Actor by, DateTimeOffset now)
    {
        Write(Entry.Merged, by, now, "from " + merged.Id);
        Move(now);
    }

    /// <summary>Opens a closed alert again; both clocks run from now.</summary>
    public Refusal? Reopen(Actor by, string? reason, DateTimeOffset now, Clocks clocks, TimeSpan? firstRung, bool ringsLeft)
    {
        if (Refuses(AlertMove.Reopen) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.ReasonMissing;
        (State, ClosedAt, ClosedBy, Outcome, Reason, MergedInto, ReportOwed) = (AlertState.Raised, null, null, null, null, null, false);
        (TakenById, TakenBy, TakenAt, Rung) = (null, null, null, 0);
        (ClockFrom, TakeDueAt, WidenDueAt) = (now, now + firstRung, ringsLeft && !Enough ? now + clocks.Widen : null);
        Write(Entry.Reopened, by, now, reason.Trim());
        Move(now);
        return null;
    }

    /// <summary>
    /// Kind and level, without a sound. The shop tells the kind, which can raise the level and never lower it: a robber could
    /// otherwise undo the duress word. The station moves both.
    /// </summary>
    public Refusal? Tell(Kind? kind, int? level, Actor by, DateTimeOffset now)
    {
        if (!IsOpen) return Refusal.AlreadyClosed;
        var (newKind, newLevel) = (kind ?? Kind, level ?? (kind is { } k ? Math.Max(Level, Alerts.Level.Of(k)) : Level));
        if ((newKind, newLevel) == (Kind, Level)) return null;
        if (newKind != Kind) Write(Entry.Details, by, now, newKind.Word());
        if (newLevel != Level) Write(Entry.Details, by, now, $"level {newLevel}", stationOnly: true);
        (Kind, Level) = (newKind, newLevel);
        Move(now);
        return null;
    }

    /// <summary>Found in a backup that was put back, or after a long standstill: shown to the station, and no clock runs before a person decides.</summary>
    public void GoStale(DateTimeOffset now)
    {
        if (!IsOpen || StaleSince is not null) return;
        (StaleSince, WidenDueAt, TakeDueAt, FollowUpDueAt) = (now, null, null, null);
        Write(Entry.Note, Actor.System, now, "stale", stationOnly: true);
        Move(now);
        PublishedVersion = Version; // nobody is told: whoever looks, sees it
    }

    private Refusal? Refuses(AlertMove move) => ((AlertState?)State).Refuses(move);

    // What a person does with a stale alert makes it a live one again, and its clock starts there.
    private Refusal? Begins(AlertMove move, Actor by, DateTimeOffset now)
    {
        if (Refuses(move) is { } refusal) return refusal;
        if (StaleSince is not null && by != Actor.System) (StaleSince, ClockFrom) = (null, now);
        return null;
    }

    private void FollowUp(DateTimeOffset now, Clocks clocks)
    {
        if (State == AlertState.Taken) (FollowUpDueAt, TakerReminded) = (now + clocks.FollowUp, false);
    }

    private void End(Actor by, Outcome outcome, string reason, DateTimeOffset now)
    {
        (State, Outcome, Reason, ClosedAt, ClosedBy) = (AlertState.Closed, outcome, reason, now, by.Name);
        (WidenDueAt, TakeDueAt, FollowUpDueAt, StaleSince, TakerReminded, ReportOwed) = (null, null, null, null, false, Mode != Mode.Test);
        Move(now);
    }
}
