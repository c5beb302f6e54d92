namespace WhistleNet.Alerts;

/// <summary>What can be done to an alert.</summary>
public enum AlertMove { Raise, Take, HandBack, Mark, Widen, Escalate, Close, Merge, Reopen }

/// <summary>The life of an alert: the whole state table, and the name of every refusal.</summary>
public static class AlertLife
{
    /// <summary>The state after a move; null where the move is refused. No state means that there is no alert yet.</summary>
    public static AlertState? After(this AlertState? state, AlertMove move) => (state, move) switch
    {
        (null, AlertMove.Raise) => AlertState.Raised,
        (AlertState.Raised, AlertMove.Take) => AlertState.Taken,
        (AlertState.Taken, AlertMove.HandBack) => AlertState.Raised,
        (AlertState.Raised or AlertState.Taken, AlertMove.Mark or AlertMove.Widen or AlertMove.Escalate) => state,
        (AlertState.Raised or AlertState.Taken, AlertMove.Close or AlertMove.Merge) => AlertState.Closed,
        (AlertState.Closed, AlertMove.Reopen) => AlertState.Raised,
        _ => null,
    };

    /// <summary>Why <see cref="After"/> said no; null where it said yes. The same officer's second take never comes here.</summary>
    public static Refusal? Refuses(this AlertState? state, AlertMove move) => state.After(move) is not null ? null : (state, move) switch
    {
        (AlertState.Closed, _) => Refusal.AlreadyClosed,
        (AlertState.Taken, AlertMove.Take) => Refusal.AlreadyTaken,
        (AlertState.Raised, AlertMove.HandBack) => Refusal.NotTaken,
        (_, AlertMove.Reopen) => Refusal.NotClosed,
        _ => Refusal.NotOpen,
    };

    /// <summary>
    /// The outcomes that a person may give an alert of this mode. A drill's and a test's alerts end as what they are,
    /// so that neither is ever counted among real ones, nor a real one hidden among them.
    /// </summary>
    public static IEnumerable<Outcome> Outcomes(this Mode mode) => mode switch
    {
        Mode.Drill => [Outcome.Drill],
        Mode.Test => [Outcome.Test],
        _ => Enum.GetValues<Outcome>().Where(o => o is not (Outcome.Drill or Outcome.Test)),
    };
}
