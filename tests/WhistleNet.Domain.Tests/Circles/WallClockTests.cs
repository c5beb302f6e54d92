using System.Globalization;

namespace WhistleNet.Circles;

/// <summary>Hours on the wall where clocks are put forward and back; an hour that is left out or comes twice is asked of plans of drills.</summary>
public sealed class WallClockTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-10-23T20:00", 25, 13)] // in its second night the hour after two comes twice
    [InlineData("2027-03-26T20:00", 23, 11)] // and is left out
    public void A_shift_that_is_repeated_keeps_its_hours_on_the_wall_over_both_changes(string first, int hoursToTheThird, int thatNight)
    {
        var evening = DateTime.Parse(first, CultureInfo.InvariantCulture);
        var (from, until) = (Berlin.Moment(evening), Berlin.Moment(evening.AddHours(12)));
        DateTimeOffset Begins(int day) => Berlin.DaysLater(from, day);
        for (var day = 0; day <= 7; day++)
        {
            var ends = Berlin.DaysLater(until, day);
            Assert.Equal((evening.AddDays(day), evening.AddDays(day).AddHours(12)), (Here(Begins(day)), Here(ends)));
            Assert.Equal(day == 1 ? thatNight : 12, (ends - Begins(day)).TotalHours);
        }
        Assert.Equal((24, hoursToTheThird, 24), ((Begins(1) - Begins(0)).TotalHours, (Begins(2) - Begins(1)).TotalHours, (Begins(3) - Begins(2)).TotalHours));
    }

    private static DateTime Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Berlin).DateTime;
}
