using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>An improvement is met by a measurement or withdrawn by a person; nobody closes it by hand.</summary>
public enum ImprovementState { Open, Met, Withdrawn }

/// <summary>How an improvement stands against its due date.</summary>
public enum Standing { Open, Due, Overdue, Met, Withdrawn }

/// <summary>Why nothing was done to an improvement.</summary>
public enum NotImproved { ReasonMissing, NotOpen }

/// <summary>What is to be better, by whom and until when, and the measurement that will show it.</summary>
public sealed class Improvement
{
    /// <summary>This long before its date an improvement is "due"; our own choice.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    public required string Id { get; init; }
    public required string StationId { get; init; }

    /// <summary>The report that it came out of.</summary>
    public required string ReportId { get; init; }

    /// <summary>What the alert was about: the next drill plays a scenario of this kind.</summary>
    public required Kind Kind { get; init; }

    public required string Issue { get; init; }
    public required string Action { get; init; }

    /// <summary>Who sees to it, as people name them.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset DueAt { get; init; }
    public required Retest Retest { get; init; }

    /// <summary>The circle that is retested; the same as the retest's, for asking.</summary>
    public required string CircleId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedById { get; init; }
    public string? CreatedBy { get; init; }

    public ImprovementState State { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The alert that met it, and what it measured: seconds, or shops.</summary>
    public string? MetByAlertId { get; private set; }
    public double? MetWith { get; private set; }

    public string? WithdrawnById { get; private set; }
    public string? WithdrawnBy { get; private set; }
    public string? WithdrawnWhy { get; private set; }

    public Standing At(DateTimeOffset now) => State switch
    {
        ImprovementState.Met => Standing.Met,
        ImprovementState.Withdrawn => Standing.Withdrawn,
        _ => now > DueAt ? Standing.Overdue : now > DueAt - Ahead ? Standing.Due : Standing.Open,
    };

    /// <summary>Lets a finished alert meet it: only one that was raised after the improvement was written, of that place, in a mode that counts.</summary>
    /// <returns>True where it met it now; a second time changes nothing.</returns>
    public bool MeetBy(Finished alert, DateTimeOffset now)
    {
        if (State != ImprovementState.Open || alert.RaisedAt <= CreatedAt || !Retest.IsMetBy(alert)) return false;
        (State, EndedAt, MetByAlertId, MetWith) = (ImprovementState.Met, now, alert.AlertId, Retest.Value(alert));
        return true;
    }

    /// <summary>Gives it up, with a reason and a name.</summary>
    public NotImproved? Withdraw(Actor by, string? reason, DateTimeOffset now)
    {
        if (State != ImprovementState.Open) return NotImproved.NotOpen;
        if (string.IsNullOrWhiteSpace(reason)) return NotImproved.ReasonMissing;
        (State, EndedAt, WithdrawnById, WithdrawnBy, WithdrawnWhy) = (ImprovementState.Withdrawn, now, by.Id, by.Name, reason.Trim());
        return null;
    }
}
