namespace WhistleNet.Circles;

/// <summary>Circles changed by hand: what would follow, and that nobody is left alone.</summary>
public sealed class RegroupTests
{
    [Fact]
    public void Shops_move_and_both_circles_say_how_many_and_how_wide_they_become()
    {
        var town = Ward.Of(("a", 4), ("b", 3));
        var moved = Regroup.Move(town, Ward.Station, ["a3"], "b");
        Assert.Null(moved.Refused);
        Assert.Equal([("a", 4, 3), ("b", 3, 4)], moved.Circles.Select(c => (c.Id!, c.Before.Count, c.After.Count)));
        Assert.True(moved.Circles[1].WidthM > moved.Circles[1].WidthBeforeM);
    }

    [Fact]
    public void A_circle_keeps_at_least_one_shop_and_joining_two_is_the_way_to_end_one()
    {
        var town = Ward.Of(("a", 2), ("b", 2));
        Assert.Equal(RegroupRefusal.WouldBeEmpty, Regroup.Move(town, Ward.Station, ["a0", "a1"], "b").Refused);
        Assert.Equal(RegroupRefusal.WouldBeEmpty, Regroup.Split(town, Ward.Station, "a", ["a0", "a1"], "new").Refused);
        var merged = Regroup.Merge(town, Ward.Station, "a", "b");
        Assert.Equal((null, "a", "b", 2), (merged.Refused, merged.Merged, merged.Into, merged.Moves.Count));
        Assert.Equal(4, merged.Circles.Single(c => c.Id == "b").After.Count);
    }

    [Fact]
    public void The_centre_shop_that_leaves_is_said_beforehand()
    {
        var town = Ward.Of(("a", 3), ("b", 1));
        town.Circles["a"].CentreShopId = "a1";
        Assert.True(Regroup.Move(town, Ward.Station, ["a1"], "b").Circles[0].LosesCentre);
        Assert.False(Regroup.Move(town, Ward.Station, ["a2"], "b").Circles[0].LosesCentre);
        Assert.True(Regroup.Split(town, Ward.Station, "a", ["a1"], "c").Circles[0].LosesCentre);
    }

    [Fact]
    public void What_is_not_there_or_another_stations_or_nothing_at_all_is_refused_by_name()
    {
        var town = Ward.Of(("a", 2), ("b", 2));
        Assert.Equal(RegroupRefusal.NotThere, Regroup.Move(town, Ward.Station, ["x"], "b").Refused);
        Assert.Equal(RegroupRefusal.NotThere, Regroup.Move(town, Ward.Station, ["a0"], "x").Refused);
        Assert.Equal(RegroupRefusal.NotThere, Regroup.Move(town, "other", ["a0"], "b").Refused);
        Assert.Equal(RegroupRefusal.NothingChosen, Regroup.Move(town, Ward.Station, [], "b").Refused);
        Assert.Equal(RegroupRefusal.SameCircle, Regroup.Move(town, Ward.Station, ["a0"], "a").Refused);
        Assert.Equal(RegroupRefusal.SameCircle, Regroup.Merge(town, Ward.Station, "a", "a").Refused);
        Assert.Equal(RegroupRefusal.NotThere, Regroup.Split(town, Ward.Station, "a", ["b0"], "new").Refused);
        Assert.Equal(RegroupRefusal.NameMissing, Regroup.Split(town, Ward.Station, "a", ["a0"], null).Refused);
    }

    [Fact]
    public void A_circle_that_went_into_another_is_none_any_more_and_what_names_it_finds_the_other()
    {
        var town = Ward.Of(("a", 2), ("b", 2));
        town.Circles["a"].MergedIntoId = "b";
        town = new Town(town.Shops, [.. town.Circles.Values], [], []);
        Assert.Equal(["b", "b", "a"], [.. town.Circles.Keys, town.Standing("a"), town.Circle("a")!.Name]);
        Assert.Equal(["b"], new Drills.Scope(["a", "b"], null).Circles(town));
    }
}

/// <summary>A few circles of a few shops, 8 m apart, for rules about registers.</summary>
internal static class Ward
{
    public const string Station = "station";

    public static Town Of(params (string Circle, int Shops)[] circles) => new(
        circles.SelectMany((c, row) => Enumerable.Range(0, c.Shops).Select(i => Shop($"{c.Circle}{i}", c.Circle, row, i))),
        circles.Select(c => new Circle { Id = c.Circle, StationId = Station, AreaId = "area", Name = c.Circle }), [], []);

    public static Shop Shop(string id, string circle, int row = 0, int number = 0) =>
        new() { Id = id, Ref = id, StationId = Station, CircleId = circle, Name = id + "店", Lat = 45.7 + 0.001 * row, Lon = 126.6 + 0.0001 * number };
}
