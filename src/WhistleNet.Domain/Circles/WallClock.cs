namespace WhistleNet.Circles;

/// <summary>What the clock on a wall says, where clocks are put forward and back.</summary>
public static class WallClock
{
    /// <summary>When the clock there says this. An hour that a change of the clocks leaves out is the first that there is after it; one that it brings twice is the first of the two.</summary>
    public static DateTimeOffset Moment(this TimeZoneInfo zone, DateTime local)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The same hour so many days later, however long those days are.</summary>
    public static DateTimeOffset DaysLater(this TimeZoneInfo zone, DateTimeOffset at, int days) => days == 0 ? at : zone.Moment(TimeZoneInfo.ConvertTime(at, zone).DateTime.AddDays(days));
}
