using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace WhistleNet.Circles;

/// <summary>Coordinates of the three systems, against values that gcoord 1.0.7 (npm, MIT) gave once for the same WGS-84 points.</summary>
public sealed class DatumTests
{
    /// <summary>WGS-84, GCJ-02 and BD-09, latitude before longitude.</summary>
    public static TheoryData<string, double, double, double, double, double, double> Known => new()
    {
        { "北京天安门", 39.908722, 116.397499, 39.9101255, 116.4037426, 39.9164647, 116.4101156 },
        { "库伦镇", 42.7309, 121.7768, 42.7331260, 121.7823798, 42.7393507, 121.7888143 },
        { "奈曼", 42.85, 120.65, 42.8521141, 120.6554175, 42.8577665, 120.6620535 },
        { "哈尔滨", 45.7567, 126.6424, 45.7586511, 126.6483698, 45.7643456, 126.6549993 },
        { "上海", 31.2304, 121.4737, 31.2284577, 121.4782231, 31.2343106, 121.4847815 },
        { "广州", 23.1291, 113.2644, 23.1264233, 113.2697296, 23.1327113, 113.2761508 },
        { "深圳", 22.5431, 114.0579, 22.5403828, 114.0630140, 22.5460416, 114.0695640 },
        { "成都", 30.5728, 104.0668, 30.5703461, 104.0693055, 30.5763519, 104.0757830 },
        { "重庆", 29.563, 106.5516, 29.5601513, 106.5553176, 29.5664660, 106.5617482 },
        { "西安", 34.3416, 108.9398, 34.3400445, 108.9444556, 34.3462741, 108.9509014 },
        { "乌鲁木齐", 43.8256, 87.6168, 43.8268054, 87.6196499, 43.8329498, 87.6260998 },
        { "拉萨", 29.65, 91.1, 29.6473003, 91.1015683, 29.6534194, 91.1080374 },
        { "昆明", 25.0389, 102.7183, 25.0359345, 102.7197524, 25.0422391, 102.7261629 },
        { "海口", 20.044, 110.1999, 20.0418860, 110.2041924, 20.0476626, 110.2107350 },
        { "三亚", 18.2528, 109.5119, 18.2510948, 109.5159843, 18.2568766, 109.5225318 },
        { "漠河", 52.9722, 122.5386, 52.9737129, 122.5456286, 52.9797988, 122.5520985 },
        { "喀什", 39.4704, 75.9898, 39.4706270, 75.9927550, 39.4765899, 75.9992636 },
        { "武汉", 30.5928, 114.3055, 30.5903906, 114.3109449, 30.5960999, 114.3175127 },
        { "银川", 38.4872, 106.2309, 38.4876595, 106.2352989, 38.4935655, 106.2418119 },
        { "石家庄", 38.0428, 114.5149, 38.0434189, 114.5208735, 38.0492348, 114.5274384 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_known_point_is_the_same_point_in_every_system(string where, double lat, double lon, double gcjLat, double gcjLon, double bdLat, double bdLon)
    {
        var (point, gcj, bd) = (new Place(lat, lon), new Place(gcjLat, gcjLon), new Place(bdLat, bdLon));
        Assert.True(point.MetresTo(gcj) > 100, where);
        foreach (var (there, datum) in new[] { (point, Datum.Wgs84), (gcj, Datum.Gcj02), (bd, Datum.Bd09) })
        {
            Assert.InRange(there.ToWgs84(datum).MetresTo(point), 0, 1);
            Assert.InRange(point.In(datum).MetresTo(there), 0, 1);
            Assert.InRange(point.In(datum).ToWgs84(datum).MetresTo(point), 0, 1);
        }
    }

    [Theory]
    [InlineData("Vancouver", 49.2827, -123.1207)]
    [InlineData("Berlin", 52.52, 13.405)]
    [InlineData("Sydney", -33.8688, 151.2093)]
    [InlineData("Tokyo", 35.6812, 139.7671)]
    [InlineData("Seoul", 37.5665, 126.978)]
    [InlineData("Singapore", 1.3521, 103.8198)]
    [InlineData("Hanoi", 21.0278, 105.8342)]
    [InlineData("Ulaanbaatar", 47.9185, 106.9177)]
    [InlineData("Choibalsan", 48.0716, 114.5285)]
    [InlineData("Bishkek", 42.8746, 74.5698)]
    [InlineData("Almaty", 43.238, 76.889)]
    [InlineData("Kathmandu", 27.7172, 85.324)]
    [InlineData("Vladivostok", 43.1155, 131.8855)]
    [InlineData("台北", 25.033, 121.5654)]
    public void Outside_nothing_is_shifted(string where, double lat, double lon)
    {
        var point = new Place(lat, lon);
        Assert.All(Enum.GetValues<Datum>(), datum => Assert.True(point.ToWgs84(datum) == point && point.In(datum) == point, where));
    }

    public static class World
    {
        public static Arbitrary<Place> Places() =>
            Gen.Zip(Gen.Choose(-9_000, 9_000), Gen.Choose(-18_000, 18_000)).Select(p => new Place(p.Item1 / 100d, p.Item2 / 100d)).ToArbitrary();
    }

    [Property(Arbitrary = [typeof(World)], MaxTest = 2_000)]
    public void Far_from_china_nothing_is_shifted_and_in_its_midst_everything_comes_back(Place point)
    {
        if (point.Lat is < 17.5 or > 54 || point.Lon is < 73 or > 135.5) Assert.All(Enum.GetValues<Datum>(), datum => Assert.Equal(point, point.ToWgs84(datum)));
        var inside = new Place(26 + Math.Abs(point.Lat) / 90 * 12, 102 + Math.Abs(point.Lon) / 180 * 12);
        Assert.All(Enum.GetValues<Datum>(), datum => Assert.InRange(inside.In(datum).ToWgs84(datum).MetresTo(inside), 0, 1));
    }
}
