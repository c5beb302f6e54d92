using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Alerts;

/// <summary>
/// One whistle, from the press to the closing. Its verbs decide and write the timeline in the same breath; time and people are
/// arguments. <see cref="Version"/> moves with everything a recipient should see, never with receipts.
/// </summary>
public sealed partial class Alert
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string CircleId { get; init; }
    public required string ShopId { get; init; }
    public required Mode Mode { get; init; }
    public string? DrillId { get; init; }
    public AlertState State { get; private set; }
    public Kind Kind { get; private set; }
    public int Level { get; private set; }
    public bool Silent { get; private set; }
    public string? Text { get; init; }

    /// <summary>By the server's clock; <see cref="PressedAt"/> is the device's claim.</summary>
    public required DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? PressedAt { get; init; }

    /// <summary>How long the press waited for a line, by what its device says; nothing below a minute, nor beyond the day that a device's clock may well be wrong by.</summary>
    public TimeSpan? Late => RaisedAt - PressedAt is { TotalMinutes: >= 1, TotalDays: <= 1 } waited ? waited : null;
    public DateTimeOffset LastPressAt { get; private set; }

    /// <summary>What the rungs' seconds count from: the raise, a reopening, or a handing back.</summary>
    public DateTimeOffset ClockFrom { get; private set; }

    /// <summary>The device that pressed; none where an officer raised for somebody on the telephone.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Over the shop's quota: the station alone hears it.</summary>
    public bool Limited { get; init; }

    public long Version { get; private set; }

    /// <summary>The highest version that some feed has announced; the sweep announces the rest.</summary>
    public long PublishedVersion { get; set; }

    /// <summary>When <see cref="Version"/> last moved.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The last ring that was called; 0 is the own circle, -1 where none was (see <see cref="Limited"/>).</summary>
    public int Ring { get; private set; }

    /// <summary>The last rung that was called; 0 for none.</summary>
    public int Rung { get; private set; }

    public DateTimeOffset? WidenDueAt { get; set; }
    public DateTimeOffset? TakeDueAt { get; private set; }
    public DateTimeOffset? FollowUpDueAt { get; private set; }
    public bool TakerReminded { get; private set; }

    /// <summary>It was open in a database older than what this house already knew: nobody is called, until somebody of the station does something with it.</summary>
    public DateTimeOffset? StaleSince { get; private set; }

    /// <summary>How many shops are coming or there.</summary>
    public int Coming { get; private set; }
    public required int Needed { get; set; }
    public bool Enough => Coming >= Needed;

    /// <summary>The shop where those who are asked to bring something meet before they go on; set with the move that made it so.</summary>
    public string? MeetAt { get; set; }

    public string? TakenById { get; private set; }
    public string? TakenBy { get; private set; }
    public DateTimeOffset? TakenAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? ClosedBy { get; private set; }
    public Outcome? Outcome { get; private set; }
    public string? Reason { get; private set; }
    public string? MergedInto { get; private set; }

    /// <summary>A report is owed from the closing on, whatever the mode.</summary>
    public bool ReportOwed { get; private set; }

    /// <summary>When each stage of the 1-3-5 was first reached, by the server's clock, so that every screen can count to it.</summary>
    public DateTimeOffset? SelfHelpAt { get; private set; }
    public DateTimeOffset? MutualHelpAt { get; private set; }
    public DateTimeOffset? OnSceneAt { get; private set; }

    public DateTimeOffset? ReachedAt(Stage stage) => stage switch
    {
        Stage.SelfHelp => SelfHelpAt,
        Stage.MutualHelp => MutualHelpAt,
        _ => OnSceneAt,
    };

    public List<AlertLine> Lines { get; } = [];

    public bool IsOpen => State != AlertState.Closed;

    /// <summary>The only way an alert begins. Whom it calls is <c>Hearing</c>'s to say; both clocks start here.</summary>
    /// <param name="firstRung">How long after the raise the first rung is due; none where the station has no ladder.</param>
    public static Alert Raise(Whistle whistle, Actor by, DateTimeOffset now, Clocks clocks, TimeSpan? firstRung)
    {
        var alarms = whistle.Mode != Mode.Test;
        var alert = new Alert
        {
            Id = whistle.AlertId, StationId = whistle.StationId, CircleId = whistle.CircleId, ShopId = whistle.ShopId,
            Mode = whistle.Mode, DrillId = whistle.DrillId, State = AlertState.Raised,
            Kind = whistle.Kind, Level = Alerts.Level.Of(whistle.Kind), Silent = whistle.Silent, Text = whistle.Text,
            RaisedAt = now, PressedAt = whistle.PressedAt, LastPressAt = now, ClockFrom = now,
            DeviceId = by.IsStation ? null : by.Id, Limited = whistle.Limited, Needed = whistle.Needed, Ring = whistle.Limited ? -1 : 0,
            WidenDueAt = alarms && !whistle.Limited ? now + clocks.Widen : null,
            TakeDueAt = alarms ? now + firstRung : null,
        };
        alert.Move(now);
        alert.Write(Entry.Raised, by, now, by.IsStation ? "via: phone" : whistle.Dropped is { Length: > 0 } dropped ? "dropped: " + dropped : null);
        return alert;
    }

    /// <summary>Another press while it is open: a line, never a refusal. A loud press makes a silent alert loud, never the reverse.</summary>
    /// <param name="needed">How many shops must come to a loud one; counts where this press makes it loud, as do the rings from the first on.</param>
    /// <returns>True where the alert became loud, so that the circle has to be called.</returns>
    public bool Reinforce(Actor by, bool silent, int needed, DateTimeOffset now, Clocks clocks)
    {
        var becomesLoud = Silent && !silent;
        LastPressAt = now;
        if (becomesLoud)
        {
            if (needed > Needed) MutualHelpAt = null; // more are needed now than had come
            (Silent, Needed, Ring) = (false, needed, Limited ? -1 : 0);
            WidenDueAt = Enough || Limited ? null : WidenDueAt ?? now + clocks.Widen;
        }
        Write(Entry.Reinforced, by, now);
        Move(now);
        return becomesLoud;
    }

    private void Move(DateTimeOffset now) => (Version, ChangedAt) = (Version + 1, now);

    private void Write(Entry what, Actor by, DateTimeOffset now, string? text = null, bool stationOnly = false) => Lines.Add(new AlertLine
    {
        AlertId = Id, At = now, What = what, Who = by.Name.Length > 0 ? by.Name : null, WhoId = by.Id,
        Text = string.IsNullOrWhiteSpace(text) ? null : text, StationOnly = stationOnly,
    });
}

/// <summary>What a press says, after the desk made sense of it.</summary>
/// <param name="Dropped">Names of malformed fields that were dropped: a badly worded cry for help is still one.</param>
public sealed record Whistle(
    string AlertId, string StationId, string CircleId, string ShopId, Mode Mode, Kind Kind, bool Silent, int Needed,
    string? DrillId = null, string? Text = null, DateTimeOffset? PressedAt = null, bool Limited = false, string? Dropped = null);
