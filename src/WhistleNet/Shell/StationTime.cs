using System.Globalization;
using WhistleNet.Circles;

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

    /// <summary>When the clock there says this, as <see cref="WallClock.Moment"/> takes an hour that is left out or comes twice.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => Zone.Moment(day.ToDateTime(time));
}
