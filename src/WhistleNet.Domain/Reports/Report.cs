using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>Owed from the end of the alert on; complete once everybody asked has answered and it is rated; incomplete where its time ran out before.</summary>
public enum ReportState { Owed, Complete, Incomplete }

/// <summary>How a report stands against its due date.</summary>
public enum ReportStanding { Owed, Due, Overdue, Complete, Incomplete }

/// <summary>
/// The after-action report of one alert, or of one drill round a table, which has none. It keeps what people add, and the figures that were
/// measured at the end; the facts are read from the rows by <see cref="ReportDraft"/> whenever it is read.
/// </summary>
public sealed class Report
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string CircleId { get; init; }
    public required string ShopId { get; init; }
    public required Mode Mode { get; init; }
    public string? AlertId { get; init; }
    public string? DrillId { get; init; }

    public Kind Kind { get; private set; }
    public Outcome? Outcome { get; private set; }
    public required DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset EndedAt { get; private set; }
    public Measured Measured { get; private set; } = null!;

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Until when it says who said what; its figures stay.</summary>
    public DateTimeOffset KeepUntil { get; private set; }

    /// <summary>How many reminders were given.</summary>
    public int Reminded { get; private set; }
    public DateTimeOffset? RemindAt { get; private set; }

    public ReportState State { get; private set; }

    /// <summary>When it was complete, or closed as incomplete.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether it is read by whoever is not of the station: once it is complete, or its time is over.</summary>
    public bool IsReleased => State != ReportState.Owed;

    public Assessment Assessment { get; private set; } = Assessment.Empty;

    /// <summary>Moves with each assessment, so that of two people who write at once the second is told.</summary>
    public int Edition { get; private set; }
    public string? AssessedBy { get; set; }
    public DateTimeOffset? AssessedAt { get; private set; }

    /// <summary>The report that a finished alert owes.</summary>
    public static Report Of(Alert alert, Measured measured, ReportTimes times, string id, TimeSpan keep)
    {
        var report = new Report { Id = id, StationId = alert.StationId, CircleId = alert.CircleId, ShopId = alert.ShopId, Mode = alert.Mode, AlertId = alert.Id, DrillId = alert.DrillId, RaisedAt = alert.RaisedAt };
        report.Follow(alert, measured, times, keep);
        return report;
    }

    /// <summary>Round a table there is no alert that could owe a report: the drill itself does, unless a real alert broke it off.</summary>
    public static bool IsOwedBy(Drill drill) => drill is { Form: DrillForm.TableTop, State: DrillState.Over, End: not DrillEnd.RealAlert, StartedAt: not null, EndedAt: not null };

    /// <summary>The report that such a drill owes. Its id is the drill's: however often it is made, the drill has one.</summary>
    public static Report Of(Drill drill, Kind kind, ReportTimes times, TimeSpan keep)
    {
        var ended = drill.EndedAt!.Value;
        return new Report
        {
            Id = drill.Id, StationId = drill.StationId, CircleId = drill.CircleIds[0], ShopId = drill.PressShopId ?? "", Mode = Mode.Drill, DrillId = drill.Id, RaisedAt = drill.StartedAt!.Value,
            Kind = kind, Outcome = Alerts.Outcome.Drill, EndedAt = ended, Measured = Measured.Nothing, DueAt = ended + times.Due, KeepUntil = ended + keep, RemindAt = times.NextReminder(ended, 0),
        };
    }

    /// <summary>The alert ended again after it was opened again: measured anew, with all its time; what people said stays.</summary>
    /// <returns>False where this is the end that the report already tells of.</returns>
    public bool Follow(Alert alert, Measured measured, ReportTimes times, TimeSpan keep)
    {
        if (alert.ClosedAt is not { } ended || ended == EndedAt) return false;
        (Kind, Outcome, EndedAt, Measured) = (alert.Kind, alert.Outcome, ended, measured);
        (DueAt, KeepUntil, State, ClosedAt, Reminded) = (ended + times.Due, ended + keep, ReportState.Owed, null, 0);
        RemindAt = times.NextReminder(ended, 0);
        if (Outcome == Alerts.Outcome.Duplicate) (State, ClosedAt, RemindAt) = (ReportState.Complete, ended, null); // the other alert's report asks
        return true;
    }

    public ReportStanding At(DateTimeOffset now) => State switch
    {
        ReportState.Complete => ReportStanding.Complete,
        ReportState.Incomplete => ReportStanding.Incomplete,
        _ => now > DueAt ? ReportStanding.Overdue : Reminded > 0 ? ReportStanding.Due : ReportStanding.Owed,
    };

    /// <summary>Gives the reminders that are due; several that were missed are one.</summary>
    public bool Remind(DateTimeOffset now, ReportTimes times)
    {
        if (State != ReportState.Owed || RemindAt is not { } at || at > now) return false;
        while (RemindAt <= now) RemindAt = times.NextReminder(EndedAt, ++Reminded);
        return true;
    }

    /// <summary>Takes down what people make of the facts.</summary>
    /// <param name="edition">The edition that was read before it was written.</param>
    /// <returns>False where somebody else wrote meanwhile.</returns>
    public bool Assess(Assessment assessment, DateTimeOffset keepUntil, int edition, Actor by, DateTimeOffset now)
    {
        if (edition != Edition) return false;
        (Assessment, KeepUntil, AssessedBy, AssessedAt, Edition) = (assessment, keepUntil, by.Name, now, Edition + 1);
        return true;
    }

    /// <summary>Closes it as incomplete once its time is over. Who is missing is still asked, and it can still become complete.</summary>
    public bool CloseOverdue(DateTimeOffset now)
    {
        if (State != ReportState.Owed || now <= DueAt) return false;
        (State, ClosedAt, RemindAt) = (ReportState.Incomplete, now, null);
        return true;
    }

    /// <summary>Completes it as soon as nobody is missing and every objective is rated; round a table there is none to rate.</summary>
    public bool Complete(bool anyoneMissing, DateTimeOffset now)
    {
        if (State == ReportState.Complete || anyoneMissing || AlertId is not null && !Assessment.IsRated) return false;
        (State, ClosedAt, RemindAt) = (ReportState.Complete, now, null);
        return true;
    }

    /// <summary>Whether its times are told of in percentiles: a table has none, a slip needed nobody, and a duplicate is another's whistle.</summary>
    public bool Counts => AlertId is not null && Outcome is not (Alerts.Outcome.Slip or Alerts.Outcome.Duplicate);

    public Finished Finished => new(AlertId ?? "", CircleId, ShopId, Mode, RaisedAt, Measured);
}

/// <summary>When people are reminded of a report, and when its time is over; both counted from the end. Data, with the numbers as default.</summary>
public sealed record ReportTimes(TimeSpan Due, IReadOnlyList<TimeSpan> Reminders)
{
    public static readonly ReportTimes Default = new(TimeSpan.FromDays(7), [TimeSpan.FromHours(2), TimeSpan.FromHours(24), TimeSpan.FromDays(3)]);

    public DateTimeOffset? NextReminder(DateTimeOffset ended, int given) => given < Reminders.Count ? ended + Reminders[given] : null;
}
