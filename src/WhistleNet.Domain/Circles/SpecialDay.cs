namespace WhistleNet.Circles;

/// <summary>
/// A day, or some days in a row, with other hours than the week says: a holiday, a market day, "closed today". A shop's own, or its station's for many shops.
/// </summary>
public sealed class SpecialDay
{
    /// <summary>As long as a summer; what lasts longer is a change of the hours themselves.</summary>
    public const int MostDays = 93;

    public required string Id { get; init; }
    public required string StationId { get; init; }

    /// <summary>Whose it is; none for the station's own calendar.</summary>
    public string? ShopId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last of them; the same day for one.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Comes again each year on the same dates.</summary>
    public bool Yearly { get; init; }

    /// <summary>The hours instead; none where it is closed.</summary>
    public OpeningHours? Hours { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Of a station's day: it counts for all its shops, not only for those that keep its holidays.</summary>
    public bool ForAll { get; init; }

    public bool IsClosed => Hours is null;
    public bool IsOneDay => From == Until && !Yearly;
    public int Days => Until.DayNumber - From.DayNumber + 1;

    public bool IsOn(DateOnly day)
    {
        if (!Yearly) return day >= From && day <= Until;
        var (from, until, at) = (OfYear(From), OfYear(Until), OfYear(day));
        return from <= until ? at >= from && at <= until : at >= from || at <= until; // over the turn of the year
    }

    /// <summary>Whether it still comes, on this day or after it.</summary>
    public bool IsAhead(DateOnly day) => Yearly || Until >= day;

    private static int OfYear(DateOnly day) => day.Month * 100 + day.Day;
}
