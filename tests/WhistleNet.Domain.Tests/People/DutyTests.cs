namespace WhistleNet.People;

/// <summary>The duty roster: who is on, where it is short, and what is refused where it is typed.</summary>
public sealed class DutyTests
{
    private static readonly DateTimeOffset Eight = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero); // eight in the morning in Shanghai

    private static DateTimeOffset At(double hours) => Eight.AddHours(hours);

    private static Shift On(string who, double from, double until, string? id = null) => new() { Id = id ?? $"{who}{from}", StationId = "station", WhoId = who, From = At(from), Until = At(until) };

    private static string Told(IEnumerable<CoverGap> gaps) => string.Join(' ', gaps.Select(g => $"{(g.From - Eight).TotalHours}-{(g.Until - Eight).TotalHours}:{g.Have}"));

    [Fact]
    public void A_shift_that_began_in_the_evening_is_on_after_midnight_and_ends_on_the_minute()
    {
        Shift[] night = [On("wang", 12, 24), On("li", 16, 18)];
        Assert.Equal(["wang", "li"], Duty.On(night, At(17)));
        Assert.Equal(["wang"], Duty.On(night, At(23.99)));
        Assert.Empty(Duty.On(night, At(24)));
        Assert.Empty(Duty.On(night, At(11.99)));
    }

    [Theory]
    [InlineData(null, 0, 8, ShiftFlaw.Nobody)]
    [InlineData("", 0, 8, ShiftFlaw.Nobody)]
    [InlineData("wang", 8, 8, ShiftFlaw.TooShort)]
    [InlineData("wang", 8, 7, ShiftFlaw.TooShort)]
    [InlineData("wang", 0, 25.5, ShiftFlaw.TooLong)]
    [InlineData("wang", -9, -1, ShiftFlaw.Over)]
    [InlineData("wang", 11, 13, ShiftFlaw.TwiceAtOnce)]
    [InlineData("wang", 8, 12, null)]
    [InlineData("wang", 24, 30, null)]
    [InlineData("li", 11, 13, null)]
    [InlineData("li", 0, 25, null)] // round the clock in a night that is an hour longer
    public void What_is_typed_wrong_is_said(string? who, double from, double until, ShiftFlaw? flaw) =>
        Assert.Equal(flaw, Duty.Wrong(who, At(from), At(until), [On("wang", 12, 24)], Eight));

    [Fact]
    public void Gaps_are_the_stretches_in_which_fewer_are_on_than_the_station_wants()
    {
        Shift[] shifts = [On("wang", 0, 8), On("li", 4, 12), On("zhao", 12, 20)];
        Assert.Equal("20-24:0", Told(Duty.Gaps(shifts, Eight, At(24), 1)));
        Assert.Equal("0-4:1 8-20:1 20-24:0", Told(Duty.Gaps(shifts, Eight, At(24), 2)));
        Assert.Equal("", Told(Duty.Gaps(shifts, Eight, At(24), 0)));
        Assert.Equal("0-24:0", Told(Duty.Gaps([], Eight, At(24), 1)));
        Assert.Equal("0-8:1", Told(Duty.Gaps([On("wang", 0, 8), On("wang", 0, 8, "again")], Eight, At(8), 2))); // one person is one
    }

    [Fact]
    public void Two_change_places_unless_one_would_then_stand_twice()
    {
        var (one, other) = (On("wang", 0, 8), On("li", 8, 16));
        Assert.Null(Duty.Swap(one, other, [one, other], Eight));
        Assert.Equal(("li", "wang"), (one.WhoId, other.WhoId));
        Assert.Equal(ShiftFlaw.TwiceAtOnce, Duty.Swap(one, other, [one, other, On("wang", 4, 6)], Eight));
        Assert.Equal(("li", "wang"), (one.WhoId, other.WhoId));
        Assert.Equal(ShiftFlaw.TwiceAtOnce, Duty.Swap(one, On("li", 20, 22), [one], Eight));
        Assert.Equal(ShiftFlaw.Over, Duty.Swap(one, other, [one, other], At(9)));
    }

    [Fact]
    public void Who_takes_over_goes_on_from_now_to_the_end_and_nobody_is_missing_between()
    {
        var shift = On("wang", 0, 8);
        Assert.Null(Duty.HandOver(shift, "li", [shift], At(3), "new", out var next));
        Assert.Equal((At(3), At(3), At(8), "li"), (shift.Until, next!.From, next.Until, next.WhoId));
        Assert.Empty(Duty.Gaps([shift, next], Eight, At(8), 1));
        Assert.Equal(ShiftFlaw.NotNow, Duty.HandOver(shift, "zhao", [shift, next], At(3), "x", out _));
        Assert.Equal(ShiftFlaw.TwiceAtOnce, Duty.HandOver(next, "zhao", [next, On("zhao", 6, 10)], At(4), "x", out _));
        Assert.Equal(ShiftFlaw.TwiceAtOnce, Duty.HandOver(next, "li", [next], At(4), "x", out _));
        Assert.Equal(ShiftFlaw.Nobody, Duty.HandOver(next, null, [next], At(4), "x", out _));
    }
}
