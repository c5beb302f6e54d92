namespace WhistleNet.Reports;

/// <summary>Days that figures are taken over, both ends among them.</summary>
public sealed record Period(DateOnly From, DateOnly Until)
{
    /// <summary>A month of the year's average length, so that rates of a February and a March compare.</summary>
    public const double DaysOfMonth = 365.25 / 12;

    public const int Most = 3660;

    public int Days => Math.Max(1, Until.DayNumber - From.DayNumber + 1);
    public double Months => Days / DaysOfMonth;

    public bool Has(DateOnly day) => day >= From && day <= Until;

    /// <summary>The last so many days, today among them.</summary>
    public static Period Last(int days, DateOnly today) => new(today.AddDays(1 - days), today);

    /// <summary>From one day to the other, whichever of them was named first, and no longer than ten years.</summary>
    public static Period Between(DateOnly one, DateOnly other)
    {
        var (from, until) = one <= other ? (one, other) : (other, one);
        return until.DayNumber - from.DayNumber >= Most ? new(until.AddDays(1 - Most), until) : new(from, until);
    }

    /// <summary>Without the days before the station had pressed at all: a rate over days that could have no whistle would be too low.</summary>
    public Period Since(DateOnly? first) => first is { } day && day > From && day <= Until ? this with { From = day } : this;
}
