using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Notes;

/// <summary>Open until a person writes down what came of it.</summary>
public enum MediationState { Open, Settled, NotSettled, HandedOn }

/// <summary>How a mediation stands against its day.</summary>
public enum MediationStanding { Open, Overdue, Over }

/// <summary>Why a mediation is not changed.</summary>
public enum MediationRefusal { IsOver, ResultMissing, DayPast }

/// <summary>
/// A mediation 矛盾化解 that is owed: by a real alert that was closed as one, or by a note. It has somebody who mediates, a day by which it is
/// looked after, and what came of it.
/// </summary>
public sealed class Mediation
{
    /// <summary>By when it is looked after where nobody said; our own choice.</summary>
    public const int Days = 14;

    /// <summary>Within how long a second one at the same address is a repeat.</summary>
    public const int RepeatMonths = 6;

    /// <summary>The alert's or the note's id: however often it is owed, it is one.</summary>
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public string? AlertId { get; init; }
    public string? NoteId { get; init; }
    public string? ShopId { get; init; }
    public string? CircleId { get; init; }
    public string? Place { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public string? Mediator { get; set; }
    public DateOnly DueOn { get; private set; }
    public MediationState State { get; private set; }
    public string? Result { get; set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? ClosedBy { get; set; }
    public int Version { get; private set; }

    /// <summary>Whether a finished alert owes one. Drills and tests never do, whatever they were closed as.</summary>
    public static bool IsOwedBy(Alert alert) => alert is { Mode: Mode.Real, State: AlertState.Closed, Outcome: Outcome.Mediation, ClosedAt: not null };

    public static Mediation Of(Alert alert, DateOnly today) => new()
    {
        Id = alert.Id, StationId = alert.StationId, AlertId = alert.Id, ShopId = alert.ShopId, CircleId = alert.CircleId, OpenedAt = alert.ClosedAt!.Value, DueOn = today.AddDays(Days),
    };

    public static Mediation Of(Note note, DateTimeOffset now, DateOnly today) => new()
    {
        Id = note.Id, StationId = note.StationId, NoteId = note.Id, ShopId = note.ShopId, CircleId = note.CircleId, Place = note.Place, OpenedAt = now, DueOn = today.AddDays(Days),
    };

    public MediationStanding At(DateOnly today) => State != MediationState.Open ? MediationStanding.Over : DueOn < today ? MediationStanding.Overdue : MediationStanding.Open;

    /// <summary>Says who mediates and by when.</summary>
    public MediationRefusal? Assign(string? mediator, DateOnly dueOn, DateOnly today)
    {
        if (State != MediationState.Open) return MediationRefusal.IsOver;
        if (dueOn < today && dueOn != DueOn) return MediationRefusal.DayPast;
        (Mediator, DueOn, Version) = (mediator, dueOn, Version + 1);
        return null;
    }

    /// <summary>Ends it. What came of it is said in words, also where nothing did.</summary>
    public MediationRefusal? Close(MediationState how, string? result, Actor by, DateTimeOffset now)
    {
        if (State != MediationState.Open) return MediationRefusal.IsOver;
        if (how == MediationState.Open || string.IsNullOrWhiteSpace(result)) return MediationRefusal.ResultMissing;
        (State, Result, ClosedAt, ClosedBy, Version) = (how, result, now, by.Name, Version + 1);
        return null;
    }
}
