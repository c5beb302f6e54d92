namespace WhistleNet.Circles;

public sealed class JoiningTests
{
    private static readonly Place Here = new(45.7, 126.6);

    [Fact]
    public void A_new_shop_joins_the_nearest_circle_with_room()
    {
        var joined = Joining.Of([new Spot("new", Here)], Circles(("near", 12, 20), ("farther", 12, 200)), 12);
        Assert.Equal("near", joined.Joining["new"]);
        Assert.Empty(joined.Formed);
    }

    [Fact]
    public void A_full_circle_is_passed_over()
    {
        var joined = Joining.Of([new Spot("new", Here)], Circles(("full", 15, 20), ("farther", 12, 200)), 12);
        Assert.Equal("farther", joined.Joining["new"]);
    }

    [Fact]
    public void A_new_market_forms_its_own_circles()
    {
        var market = Enumerable.Range(0, 24).Select(i => new Spot($"{i:00}", North(1_000 + 5 * i)));
        var joined = Joining.Of(market, Circles(("old", 10, 0)), 12);
        Assert.Empty(joined.Joining);
        Assert.Equal([12, 12], joined.Formed.Select(c => c.Count));
    }

    [Fact]
    public void A_few_shops_a_street_away_are_not_left_among_themselves()
    {
        var joined = Joining.Of([new Spot("a", North(500)), new Spot("b", North(510))], Circles(("old", 10, 0)), 12);
        Assert.Equal(["old", "old"], joined.Joining.Values);
    }

    [Fact]
    public void A_shop_out_in_the_fields_is_a_circle_of_its_own_until_others_come()
    {
        var joined = Joining.Of([new Spot("farm", North(5_000))], Circles(("old", 10, 0)), 12);
        Assert.Empty(joined.Joining);
        Assert.Equal("farm", Assert.Single(Assert.Single(joined.Formed)).Ref);
    }

    private static Dictionary<string, IReadOnlyList<Place>> Circles(params (string Id, int Shops, double MetresNorth)[] circles) =>
        circles.ToDictionary(c => c.Id, c => (IReadOnlyList<Place>)[.. Enumerable.Repeat(North(c.MetresNorth), c.Shops)]);

    private static Place North(double metres) => Here with { Lat = Here.Lat + metres / 111_195 };
}
