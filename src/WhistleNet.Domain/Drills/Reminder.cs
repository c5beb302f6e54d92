using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>What a plan is reminded of: 30 and 7 days and 1 day before, the day after, and then every 30 days.</summary>
public enum Reminding { Days30, Days7, Day1, Overdue }

/// <summary>One reminder of one due drill, given once: its key is what it reminds of.</summary>
public sealed class Reminder
{
    /// <summary>How long before a drill is due the first reminder of it is given.</summary>
    public static readonly TimeSpan First = TimeSpan.FromDays(30);

    public required string PlanId { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required Reminding What { get; init; }

    /// <summary>0, or for overdue ones which it is: 0 the next day, 1 thirty days later, and so on.</summary>
    public required int Number { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who was the first to say that they have seen it, and when.</summary>
    public DateTimeOffset? SeenAt { get; private set; }
    public string? SeenBy { get; private set; }
    public string? SeenById { get; private set; }

    /// <summary>Somebody has seen it; the first one counts.</summary>
    /// <returns>True where this was the first.</returns>
    public bool See(Actor by, DateTimeOffset now)
    {
        if (SeenAt is not null) return false;
        (SeenAt, SeenBy, SeenById) = (now, by.Name, by.Id);
        return true;
    }

    /// <summary>The newest reminder whose time has come; those that were missed meanwhile make no sense any more. None where it is early.</summary>
    public static (Reminding What, int Number)? Of(DateTimeOffset due, DateTimeOffset now) => (due - now) switch
    {
        var left when left > First => null,
        var left when left > TimeSpan.FromDays(7) => (Reminding.Days30, 0),
        var left when left > TimeSpan.FromDays(1) => (Reminding.Days7, 0),
        var left when left > TimeSpan.FromDays(-1) => (Reminding.Day1, 0),
        var left => (Reminding.Overdue, (int)((-left.TotalDays - 1) / 30)),
    };
}
