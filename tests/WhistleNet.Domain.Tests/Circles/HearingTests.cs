using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WhistleNet.Circles;

/// <summary>Who hears, against an oracle that knows no index and no shortcut.</summary>
public sealed class HearingTests
{
    public sealed record Scene(Shop[] Shops, HashSet<string> Closed, HashSet<string> Busy, int Ring, bool Silent);

    public static class Scenes
    {
        public static Arbitrary<Scene> Towns() => (
            from count in Gen.Choose(1, 140)
            from places in Gen.Zip(Gen.Choose(0, 120), Gen.Choose(0, 120)).ListOf(count)
            from marks in Gen.Zip(Gen.Choose(0, 9), Gen.Choose(0, 9)).ListOf(count)
            from ring in Gen.Choose(0, 3)
            from silent in Gen.Elements(true, false)
            select Make([.. places], [.. marks], ring, silent)).ToArbitrary();

        // A grid of about 13 by 9 metres a step, so that many shops share a point and many distances are equal.
        private static Scene Make((int Y, int X)[] places, (int Circle, int Mark)[] marks, int ring, bool silent)
        {
            var shops = places.Select((p, i) => Some.Shop($"s{i:000}", 45.70 + p.Y * 0.00012, 126.60 + p.X * 0.00012, "c" + marks[i].Circle % 4, trained: marks[i].Mark % 3 == 0)).ToArray();
            return new(shops, [.. shops.Skip(1).Where((_, i) => marks[i].Mark == 7).Select(s => s.Id)], [.. shops.Skip(1).Where((_, i) => marks[i].Mark == 8).Select(s => s.Id)], ring, silent);
        }
    }

    [Property(Arbitrary = [typeof(Scenes)], MaxTest = 300)]
    public void Who_hears_is_what_looking_at_every_shop_says(Scene scene)
    {
        var pressed = scene.Shops[0];
        var town = TownOf(scene.Shops);
        var heard = Hearing.Of(pressed, town, scene.Ring, scene.Silent, Rings.Default, s => !scene.Closed.Contains(s.Id), scene.Busy, Ledger.Today);
        var may = scene.Shops.Skip(1).Where(s => !scene.Closed.Contains(s.Id) && !scene.Busy.Contains(s.Id))
            .OrderBy(s => s.Place.MetresTo(pressed.Place)).ThenBy(s => s.Ref, StringComparer.Ordinal).ToList();
        double Far(Shop s) => s.Place.MetresTo(pressed.Place);
        var expected = (scene.Silent, scene.Ring) switch
        {
            (true, _) => may.Where(s => s.Trained && (Far(s) <= 800 || s.CircleId == pressed.CircleId)).Take(2),
            (_, 0) => may.Where(s => s.CircleId == pressed.CircleId),
            (_, 1) => may.Where(s => Far(s) <= 300).Take(24),
            (_, 2) => may.Where(s => Far(s) <= 800).Take(60),
            _ => [],
        };
        // Shops at one point may be told in any order: distances say it, and the set where nothing was cut off.
        var told = heard.Select(h => h.Shop.Id).ToList();
        Assert.Equal(expected.Select(Far), heard.Select(h => h.DistanceM));
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.DoesNotContain(pressed.Id, told);
        Assert.DoesNotContain(told, scene.Closed.Contains);
        Assert.DoesNotContain(told, scene.Busy.Contains);
        if (!scene.Silent) Assert.Equal(expected.Select(s => s.Id).Order(), told.Order());
        else Assert.All(heard, h => Assert.True(h.Shop.Trained));
    }

    [Property(Arbitrary = [typeof(Scenes)], MaxTest = 100)]
    public void Ring_after_ring_nobody_is_called_twice(Scene scene)
    {
        var (town, called) = (TownOf(scene.Shops), new HashSet<string>());
        for (var ring = 0; ring < 8; ring++)
        {
            foreach (var hearer in Hearing.Of(scene.Shops[0], town, ring, scene.Silent, Rings.Default, _ => true, called, Ledger.Today)) Assert.True(called.Add(hearer.Shop.Id));
        }
    }

    [Fact]
    public void A_shop_of_another_station_never_hears()
    {
        var here = Some.Shop("here", 45.7, 126.6);
        var theirs = new Shop { Id = "theirs", Ref = "t", StationId = "elsewhere", CircleId = "x", Name = "t", Lat = 45.7, Lon = 126.6 };
        var town = TownOf([here, theirs]);
        Assert.Empty(Hearing.Of(here, town, 1, false, Rings.Default, _ => true, new HashSet<string>(), Ledger.Today));
    }

    [Fact]
    public void A_silent_alert_calls_the_two_nearest_trained_and_then_the_next_two()
    {
        var shops = Enumerable.Range(0, 8).Select(i => Some.Shop($"s{i}", 45.7, 126.6 + i * 0.0002, trained: i % 2 == 1)).ToArray();
        var (town, called) = (TownOf(shops), new HashSet<string>());
        string[] Next(int ring)
        {
            string[] heard = [.. Hearing.Of(shops[0], town, ring, true, Rings.Default, _ => true, called, Ledger.Today).Select(h => h.Shop.Id)];
            called.UnionWith(heard);
            return heard;
        }
        Assert.Equal(["s1", "s3"], Next(0));
        Assert.Equal(["s5", "s7"], Next(1));
        Assert.Empty(Next(2));
        Assert.False(Hearing.AnyAfter(shops[0], town, 2, true, Rings.Default, _ => true, called, Ledger.Today));
    }

    [Fact]
    public void A_training_counts_quietly_until_its_last_day_and_not_the_day_after()
    {
        var shops = Enumerable.Range(0, 3).Select(i => Some.Shop($"s{i}", 45.7, 126.6 + i * 0.0002)).ToArray();
        (shops[1].TrainedUntil, shops[2].TrainedUntil) = (Ledger.Today, Ledger.Today.AddDays(1));
        string[] On(int days) => [.. Hearing.Of(shops[0], TownOf(shops), 0, true, Rings.Default, _ => true, new HashSet<string>(), Ledger.Today.AddDays(days)).Select(h => h.Shop.Id)];
        Assert.Equal(["s1", "s2"], On(0));
        Assert.Equal(["s2"], On(1));
        Assert.Empty(On(2));
    }

    [Theory]
    [InlineData(0, 0, 90, 0, 0)]
    [InlineData(0, 0, 0, 90, 90)]
    [InlineData(0, 0, -90, 0, 180)]
    [InlineData(0, 0, 0, -90, 270)]
    public void Bearings_are_degrees_from_north(double lat, double lon, double toLat, double toLon, double degrees) =>
        Assert.Equal(degrees, new Place(lat, lon).BearingTo(new Place(toLat, toLon)), 6);

    [Fact]
    public void A_hundredth_of_a_degree_of_latitude_is_1112_metres() =>
        Assert.Equal(1111.95, new Place(45.70, 126.6).MetresTo(new Place(45.71, 126.6)), 1);

    private static Town TownOf(IEnumerable<Shop> shops) => new(shops, [], [], []);
}
