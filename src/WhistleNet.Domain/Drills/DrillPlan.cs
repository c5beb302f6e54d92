using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>
/// When circles drill again 演练计划. The last completed drill dates the next: so many months after it, or the next time of a cron line in the
/// station's time zone. A plan reminds; it starts nothing.
/// </summary>
public sealed class DrillPlan
{
    public const int MostMonths = 24;

    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string Title { get; set; }

    /// <summary>Where; none where <see cref="AreaId"/> says it.</summary>
    public required List<string> CircleIds { get; set; }

    /// <summary>The area whose circles drill, those that it has when a drill of it is planned and when that starts.</summary>
    public string? AreaId { get; init; }

    public required string Scenario { get; set; }
    public required DrillForm Form { get; set; }
    public required int Minutes { get; set; }

    /// <summary>Who observes its drills; nobody any more once it is ended.</summary>
    public IReadOnlyList<ObserverPost> Observers { get; set; } = [];

    /// <summary>The telephones of the ladder that its drills may ring, by the numbers of their rungs; otherwise nothing of a drill goes to a telephone.</summary>
    public List<int> PhoneRungs { get; set; } = [];

    /// <summary>Months from one completed drill to the next, 1 to <see cref="MostMonths"/>; none where <see cref="Cron"/> says when.</summary>
    public int? EveryMonths { get; set; }

    /// <summary>The hour of the day, at the station, for a plan by months.</summary>
    public TimeOnly At { get; set; }

    /// <summary>Five fields, in the station's time zone.</summary>
    public string? Cron { get; set; }

    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
    public DateTimeOffset? LastCompletedAt { get; private set; }
    public string? LastDrillId { get; private set; }

    /// <summary>A slow result asks for the next one in half the time; until a good one.</summary>
    public bool Shortened { get; private set; }

    /// <summary>When the next is due; none where it was ended.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndedBy { get; private set; }
    public string? Reason { get; private set; }
    public long Version { get; private set; }

    public IReadOnlyList<string> CirclesIn(Town town) => new Scope(CircleIds, AreaId).Circles(town);

    public bool IsOverdue(DateTimeOffset now) => DueAt < now;

    /// <summary>The months that count now: half of what was planned, rounded up, after a slow drill.</summary>
    public int? MonthsNow => EveryMonths is { } months && Shortened ? (months + 1) / 2 : EveryMonths;

    /// <summary>When the next is due after this moment, on a day that the station's calendar does not exclude; none where there is none in years.</summary>
    /// <param name="closed">Holidays and market days.</param>
    /// <param name="cron">The next time of a cron line after a moment; a well-kept library's to say.</param>
    public DateTimeOffset? After(DateTimeOffset moment, TimeZoneInfo zone, IReadOnlySet<DateOnly> closed, Func<string, DateTimeOffset, DateTimeOffset?> cron)
    {
        if (Cron is { } line)
        {
            var next = cron(line, moment);
            while (next is { } at && closed.Contains(DayOf(at, zone))) next = cron(line, at);
            return next;
        }
        var day = DayOf(moment, zone).AddMonths(MonthsNow ?? 1);
        while (closed.Contains(day)) day = day.AddDays(1);
        return zone.Moment(day.ToDateTime(At));
    }

    /// <summary>A drill of it ran to its end.</summary>
    /// <param name="slow">A stage was late or not reached.</param>
    public void Completed(string drillId, DateTimeOffset at, bool slow)
    {
        if (LastCompletedAt >= at) return;
        (LastCompletedAt, LastDrillId, Shortened) = (at, drillId, slow);
        Version++;
    }

    public Refusal? Stop(Actor by, string? reason, DateTimeOffset now)
    {
        if (EndedAt is not null) return null;
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.ReasonMissing;
        (EndedAt, EndedBy, Reason, DueAt, Observers) = (now, by.Name, reason.Trim(), null, []);
        Version++;
        return null;
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
