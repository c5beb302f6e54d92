using System.Globalization;

namespace WhistleNet.Shell;

/// <summary>Times as the station's wall clock shows them.</summary>
public sealed record StationTime(TimeZoneInfo Zone)
{
    public static readonly StationTime Utc = new(TimeZoneInfo.Utc);

    /// <summary><c>14:03:07</c></summary>
    public string Time(DateTimeOffset at) => Here(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-24 14:03</c></summary>
    public string DayAndTime(DateTimeOffset at) => Here(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-24</c></summary>
    public string Day(DateTimeOffset at) => Here(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Here(at).DateTime);

    /// <summary>The first moment of a day at the station.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>When the clock there says this; a time that a change of clocks leaves out is taken as if it did not.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
