namespace WhistleNet.Reports;

/// <summary>A circle is held against circles like it, and said to differ only where chance alone would hardly do it.</summary>
public sealed class LikeCirclesTests
{
    private static readonly Period Year = Period.Last(365, new DateOnly(2026, 11, 28));

    [Fact]
    public void None_where_others_whistle_is_a_finding()
    {
        var found = Of(Circle("quiet", 12, 0), Circle("b", 12, 9), Circle("c", 12, 8), Circle("d", 12, 10));
        Assert.Equal(Finding.Fewer, found["quiet"].Finding);
        Assert.Equal(0.0, found["quiet"].Ratio);
        Assert.Equal(27, found["quiet"].Others.Count);
        Assert.Equal(Finding.AsOthers, found["b"].Finding);
    }

    [Fact]
    public void Many_more_are_a_finding_and_one_more_is_chance()
    {
        var found = Of(Circle("loud", 12, 20), Circle("b", 12, 4), Circle("c", 12, 5), Circle("d", 12, 4));
        Assert.Equal(Finding.More, found["loud"].Finding);
        Assert.Equal(20 / (13.0 / 3), found["loud"].Ratio!.Value, 1e-9);
        // 20 of 33 fell to a quarter of the shops: 0.4214 to 0.7709 of them (Clopper-Pearson by mpmath), so 2.18 to 10.10 times the others' rate.
        Assert.Equal(2.18, found["loud"].RatioInterval!.Value.Low, 0.01);
        Assert.Equal(10.10, found["loud"].RatioInterval!.Value.High, 0.01);
        Assert.Equal(Finding.AsOthers, Of(Circle("a", 12, 5), Circle("b", 12, 4), Circle("c", 12, 4), Circle("d", 12, 4))["a"].Finding);
    }

    [Fact]
    public void So_little_that_even_none_would_say_nothing_is_said_to_be_too_little()
    {
        var found = Of(Circle("a", 12, 0), Circle("b", 12, 1), Circle("c", 12, 1), Circle("d", 12, 0));
        Assert.All(found.Values, c => Assert.Equal(Finding.TooLittle, c.Finding));
        Assert.Equal(Finding.TooLittle, Of(Circle("alone", 12, 7))["alone"].Finding);
    }

    [Fact]
    public void It_is_held_against_about_as_many_shops_of_its_own_area_where_there_are_enough()
    {
        var found = Of(Circle("a", 12, 1), Circle("b", 12, 1), Circle("c", 10, 1), Circle("d", 15, 1), Circle("large", 40, 9), Circle("elsewhere", 12, 1, "north"), Circle("empty", 0, 0));
        Assert.Equal(["b", "c", "d"], found["a"].Like);
        Assert.Equal(["a", "b", "c", "d"], found["elsewhere"].Like); // its own area has no other
        Assert.Empty(found["large"].Like);
        Assert.Null(found["empty"].Rate.Value);
    }

    [Fact]
    public void A_rate_is_for_a_hundred_shops_and_a_month_with_its_interval()
    {
        var rate = Rate.Of(6, 50, Period.Last(61, new DateOnly(2026, 11, 28)));
        Assert.Equal(6 / (50 * (61 / (365.25 / 12)) / 100), rate.Value!.Value, 1e-9);
        Assert.Equal(2.2018943 / rate.HundredShopMonths, rate.Interval!.Value.Low, 1e-5); // half of chi-square(0.025, 12)
        Assert.Equal(13.0594736 / rate.HundredShopMonths, rate.Interval!.Value.High, 1e-5); // half of chi-square(0.975, 14)
    }

    private static Dictionary<string, Likeness> Of(params CircleCount[] circles) => LikeCircles.Compare(circles, Year).ToDictionary(l => l.Circle.CircleId);

    private static CircleCount Circle(string id, int shops, int whistles, string area = "south") => new(id, area, shops, whistles);
}
