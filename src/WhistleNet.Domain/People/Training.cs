namespace WhistleNet.People;

/// <summary>What somebody was trained in.</summary>
public enum TrainingKind { Defence, FirstAid, Fire }

/// <summary>A training of a member, and how long it counts.</summary>
public sealed class Training
{
    /// <summary>How long before its end the station is reminded.</summary>
    public const int SoonDays = 30;

    /// <summary>Our own choice, a year; the form begins with it.</summary>
    public const int UsualMonths = 12;

    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string MemberId { get; init; }
    public required TrainingKind Kind { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public required DateOnly Until { get; init; }

    public bool InDate(DateOnly day) => On <= day && day <= Until;

    /// <summary>
    /// The last day on which somebody of these has a training for the joint defence; none where nobody has. Only that kind makes a shop a trained one: who can
    /// bandage is not for that called quietly to a robbery. One that is yet to come counts from its own day on, and is added when it was held.
    /// </summary>
    public static DateOnly? LastDay(IEnumerable<(Member Member, Training Training)> all, DateOnly today) => all
        .Where(t => t.Training.Kind == TrainingKind.Defence && t.Training.On <= today && t.Member.IsHere && t.Member.Kinds.Answers())
        .Max(t => (DateOnly?)t.Training.Until);
}
