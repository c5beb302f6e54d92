using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WhistleNet.Circles;

/// <summary>A town drawn out of its shops.</summary>
public sealed class StreetsTests
{
    private static readonly Place Corner = new(45.70, 126.60);

    [Fact]
    public void A_street_runs_along_its_shops_whatever_their_order_and_breaks_where_nobody_knows()
    {
        var east = new[] { 40, 0, 120, 80, 900, 940 }.Select(x => At("青石桥街", 0, x));
        var lines = Streets.Of([.. east, At("独户巷", 50, 50), At(null, 10, 10)]);
        Assert.Equal(["青石桥街", "青石桥街"], lines.Select(l => l.Name));
        Assert.Equal([0, 40, 80, 120], lines[0].Along.Select(East).Order()); // either end may come first
        Assert.Equal(lines[0].Along.Select(East), lines[0].Along.Select(East).First() == 0 ? [0, 40, 80, 120] : [120, 80, 40, 0]);
        Assert.Equal([900, 940], lines[1].Along.Select(East).Order());
    }

    [Fact]
    public void It_runs_down_the_middle_of_shops_on_both_sides()
    {
        var line = Assert.Single(Streets.Of(Enumerable.Range(0, 20).Select(n => At("两边街", n % 2 * 12, n * 15))));
        Assert.All(line.Along, p => Assert.InRange((p.Lat - Corner.Lat) * 111_195, 4, 8));
    }

    [Fact]
    public void One_shop_or_two_at_one_door_are_no_street() => Assert.Empty(Streets.Of([At("一号巷", 0, 0), At("一号巷", 0, 0), At("二号巷", 5, 5)]));

    public static class Clouds
    {
        public static Arbitrary<Place[]> Places() =>
            Gen.Zip(Gen.Choose(-6, 6), Gen.Choose(-6, 6)).ListOf().Select(all => all.Select(p => new Place(45.7 + p.Item1 * 0.001, 126.6 + p.Item2 * 0.001)).ToArray()).ToArbitrary();
    }

    [Property(Arbitrary = [typeof(Clouds)], MaxTest = 500)]
    public void An_outline_turns_one_way_and_leaves_nobody_outside(Place[] places)
    {
        var outline = Streets.Outline(places);
        Assert.All(outline, corner => Assert.Contains(corner, places));
        if (outline.Count < 3) return;
        for (var i = 0; i < outline.Count; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
            Assert.All(places, p => Assert.True((b.Lon - a.Lon) * (p.Lat - a.Lat) - (b.Lat - a.Lat) * (p.Lon - a.Lon) >= -1e-12));
        }
    }

    private static Shop At(string? street, double north, double east)
    {
        var shop = Some.Shop($"{street}-{north}-{east}", Corner.Lat + north / 111_195, Corner.Lon + east / (111_195 * Math.Cos(Corner.Lat * Math.PI / 180)));
        shop.Street = street;
        return shop;
    }

    private static int East(Place p) => (int)Math.Round((p.Lon - Corner.Lon) * 111_195 * Math.Cos(Corner.Lat * Math.PI / 180));
}
