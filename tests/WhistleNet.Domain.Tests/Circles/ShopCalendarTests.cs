using System.Globalization;

namespace WhistleNet.Circles;

/// <summary>When a shop is open with its special days, on days that a person can check; 28 November 2026 is a Saturday.</summary>
public sealed class ShopCalendarTests
{
    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
    private static DateTime At(string local) => DateTime.Parse(local, CultureInfo.InvariantCulture);

    private static Shop Bar(string? hours = "Mo-Su 18:00-02:00", bool keeps = false) => new()
    {
        Id = "bar", Ref = "bar", StationId = "station", CircleId = "circle", Name = "bar", Hours = hours is null ? null : OpeningHours.TryParse(hours), KeepsHolidays = keeps,
    };

    private static SpecialDay Special(string from, string? hours = null, string? until = null, string? shop = "bar", bool yearly = false, bool forAll = false) => new()
    {
        Id = $"{from}{until}{hours}{shop}{yearly}", StationId = "station", ShopId = shop, From = Day(from), Until = Day(until ?? from), Yearly = yearly,
        Hours = hours is null ? null : OpeningHours.TryParse(hours), ForAll = forAll,
    };

    private static bool Open(Shop shop, string local, params SpecialDay[] days) => new ShopCalendar(days).OpenAt(shop, At(local));

    [Theory]
    [InlineData("2026-11-28 17:59", false)]
    [InlineData("2026-11-28 18:00", false)] // closed that day
    [InlineData("2026-11-28 23:59", false)]
    [InlineData("2026-11-29 01:59", false)] // what would have begun on Saturday did not
    [InlineData("2026-11-28 01:59", true)] // Friday's night runs to its end
    [InlineData("2026-11-28 02:00", false)]
    [InlineData("2026-11-29 18:00", true)]
    public void A_closed_day_takes_away_what_would_begin_on_it_and_not_the_night_before(string local, bool open) =>
        Assert.Equal(open, Open(Bar(), local, Special("2026-11-28")));

    [Theory]
    [InlineData("2026-11-28 09:00", true)]
    [InlineData("2026-11-28 18:30", false)]
    [InlineData("2026-11-29 03:59", true)] // other hours past midnight as well
    [InlineData("2026-11-29 04:00", false)]
    public void Other_hours_stand_in_place_of_the_weeks_and_may_run_past_midnight_too(string local, bool open) =>
        Assert.Equal(open, Open(Bar(), local, Special("2026-11-28", "08:00-12:00,22:00-04:00")));

    [Fact]
    public void A_shop_without_hours_is_always_open_but_on_its_closed_days()
    {
        var closed = Special("2026-11-28", until: "2026-11-29");
        Assert.True(Open(Bar(null), "2026-11-27 23:59", closed));
        Assert.False(Open(Bar(null), "2026-11-28 00:00", closed));
        Assert.False(Open(Bar(null), "2026-11-29 23:59", closed));
        Assert.True(Open(Bar(null), "2026-11-30 00:00", closed));
    }

    [Fact]
    public void A_stations_day_counts_for_all_or_for_those_that_keep_its_holidays_and_never_for_another_stations()
    {
        var (all, some) = (Special("2026-11-28", shop: null, forAll: true), Special("2026-11-28", shop: null));
        Assert.False(Open(Bar(), "2026-11-28 19:00", all));
        Assert.True(Open(Bar(), "2026-11-28 19:00", some));
        Assert.False(Open(Bar(keeps: true), "2026-11-28 19:00", some));
        var elsewhere = new Shop { Id = "x", Ref = "x", StationId = "other", CircleId = "c", Name = "x", KeepsHolidays = true };
        Assert.True(Open(elsewhere, "2026-11-28 19:00", all, some));
    }

    [Fact]
    public void The_own_day_goes_before_the_stations_a_dated_one_before_a_yearly_and_the_shorter_before_the_longer()
    {
        var holiday = Special("2026-10-01", until: "2026-10-07", shop: null, forAll: true);
        Assert.True(Open(Bar(), "2026-10-03 19:00", holiday, Special("2026-10-03", "18:00-20:00")));
        Assert.True(Open(Bar(), "2026-10-03 19:00", Special("2025-10-03", yearly: true), Special("2026-10-03", "18:00-20:00")));
        Assert.True(Open(Bar(), "2026-10-03 19:00", Special("2026-10-01", until: "2026-10-07"), Special("2026-10-03", "18:00-20:00")));
    }

    [Theory]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-02", true)]
    [InlineData("2027-01-03", false)]
    [InlineData("2026-12-30", false)]
    [InlineData("2031-01-01", true)]
    public void A_yearly_one_comes_each_year_also_over_the_turn_of_the_year(string day, bool on) =>
        Assert.Equal(on, Special("2020-12-31", until: "2021-01-02", yearly: true).IsOn(Day(day)));

    [Theory]
    [InlineData("2026-11-28 12:00", "2026-11-28")] // before it opens: the day
    [InlineData("2026-11-28 20:00", "2026-11-28")]
    [InlineData("2026-11-29 01:00", "2026-11-28")] // after midnight: the evening that still runs, and tomorrow evening stays open
    [InlineData("2026-11-29 02:00", "2026-11-29")]
    public void Closed_today_closes_the_day_whose_hours_run(string local, string days) =>
        Assert.Equal(days, string.Join(' ', ShopCalendar.Empty.Today(Bar(), At(local)).Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void What_one_tap_closed_is_closed_at_that_moment_and_known_until_its_night_is_over()
    {
        foreach (var local in new[] { "2026-11-28 12:00", "2026-11-28 20:00", "2026-11-29 01:00", "2026-11-29 02:00" })
        {
            SpecialDay[] taps = [.. ShopCalendar.Empty.Today(Bar(), At(local)).Select(d => Special(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
            Assert.False(Open(Bar(), local, taps));
            Assert.Equal(taps, new ShopCalendar(taps).ClosedNow(Bar(), At(local)));
        }
        Assert.Empty(new ShopCalendar([Special("2026-11-28")]).ClosedNow(Bar(), At("2026-11-29 02:00")));
        Assert.Empty(new ShopCalendar([Special("2026-11-28", until: "2026-11-30")]).ClosedNow(Bar(), At("2026-11-28 20:00"))); // a holiday that was planned is no tap
    }
}
