using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>
/// What a report says happened, taken from the rows each time it is read: nobody can edit it, only comment on it, and it is masked when
/// the rows are.
/// </summary>
/// <param name="Told">Every shop that was to hear, nearest first.</param>
/// <param name="Officers">Whoever of the station is named on the timeline.</param>
/// <param name="Timeline">As it happened, without what the station alone may read: a report is handed on.</param>
public sealed record ReportFacts(
    Header Header, Attendance Attendance, IReadOnlyList<StageTime> Stages, IReadOnlyList<Told> Told, IReadOnlyList<string> Officers,
    IReadOnlyList<Deviation> Deviations, IReadOnlyList<AlertLine> Timeline)
{
    public IEnumerable<Told> Reached => Told.Where(t => t.How == Heard.InTime);
    public IEnumerable<Told> Late => Told.Where(t => t.How == Heard.Late);
    public IEnumerable<Told> Unreached => Told.Where(t => t.How is Heard.Not or Heard.NotKnown);
    public IEnumerable<Told> NeverArrived => Told.Where(t => t.NeverArrived);

    /// <summary>Who was asked for a part in the unit and had not said no when it ended, by role.</summary>
    public IReadOnlyList<Told> Unit => [.. Told.Where(t => t.Role is not null).OrderBy(t => t.Role)];

    /// <summary>From the raise until somebody was there for each role that a unit cannot do without; none where it never stood.</summary>
    public TimeSpan? UnitFormed
    {
        get
        {
            var first = Muster.Core.Select(role => Unit.Where(t => t.Role == role).Min(t => t.Arrived)).ToList();
            return first.TrueForAll(t => t is not null) ? first.Max() : null;
        }
    }
}

/// <summary>What the report is about. The mode comes first: it stands wherever a report is read, printed or exported.</summary>
/// <param name="Masked">Names and words were taken away, as retention does; the figures stay.</param>
public sealed record Header(
    Mode Mode, string AlertId, string? DrillId, Kind Kind, int Level, bool Silent, string ShopId, string Shop, string Circle, string Area, string Station,
    DateTimeOffset RaisedAt, DateTimeOffset? TakenAt, string? TakenBy, DateTimeOffset EndedAt, string? EndedBy, Outcome? Outcome, string? Reason, bool Masked);

/// <summary>How many shops, not devices.</summary>
/// <param name="Coming">Who said so last, or came: who left when it was over had come.</param>
public sealed record Attendance(int Told, int Reached, int Answered, int Coming, int CannotCome, int Arrived, int Needed);

/// <summary>Whether a shop heard: late is after it had been given up, not known is where it was not given up when the alert ended.</summary>
public enum Heard { InTime, Late, Not, NotKnown }

/// <summary>One shop that was to hear, whatever of its devices did best.</summary>
/// <param name="Why">Why it was not reached.</param>
/// <param name="Answered">From the raise to its first answer.</param>
/// <param name="NeverArrived">It said that it was coming, and neither arrived nor said that it was not.</param>
public sealed record Told(string ShopId, string Name, int Ring, double? DistanceM, Heard How, Unreached? Why, Reply? Answer, string? AnswerReason, TimeSpan? Answered, TimeSpan? Arrived, bool NeverArrived)
{
    /// <summary>What it was asked to be in the unit, and to bring of its own.</summary>
    public UnitRole? Role { get; init; }
    public IReadOnlyList<GearKind> Brings { get; init; } = [];
}

/// <summary>What was not as it should have been.</summary>
public enum DeviationKind { NobodyToTell, NobodyReached, ShopsUnreached, NobodyCame, TooFewCame, NeverArrived, StageLate, StageNotReached, NotTaken, Climbed, HandedBack, TakerReminded, Reopened, PressedLate, OverQuota }

/// <param name="Count">How many, where that is said.</param>
/// <param name="By">By how much, where that is said.</param>
public sealed record Deviation(DeviationKind What, Stage? Stage = null, int? Count = null, TimeSpan? By = null);
