using System.Text.RegularExpressions;

namespace WhistleNet.Circles;

/// <summary>A town as a sheet that a wall can carry: light, true to the metre, and without a name.</summary>
public sealed class WallSheetTests
{
    private static readonly Place Corner = new(45.70, 126.60);

    [Fact]
    public void Seven_thousand_shops_are_a_handful_of_elements_and_fewer_bytes_than_a_photograph()
    {
        var shops = Enumerable.Range(0, 7_101).Select(i => ShopAt(45.70 + i / 90 * 0.0009, 126.60 + i % 90 * 0.00011, $"街{i / 90}")).ToList();
        var sheet = WallSheet.Of(shops, shops.Chunk(12).Select(c => c.Select(s => s.Place)));
        var svg = sheet.With(shops.Select(s => s.Place).Index().GroupBy(s => s.Index % 4).Select(of => ($"state-{of.Key}", of.Select(s => s.Item))));
        Assert.Equal(6, Regex.Count(svg, "<path", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(7_101, Regex.Count(svg, "h0", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.InRange(svg.Length, 50_000, 130_000);
        Assert.DoesNotContain("街", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("小店", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_on_the_sheet_is_a_metre_on_the_street()
    {
        var (east, south) = (new Place(45.70, 126.61), new Place(45.69, 126.60));
        var sheet = WallSheet.Of([.. new[] { Corner, east, south }.Select(p => ShopAt(p.Lat, p.Lon))], []);
        Assert.Equal((60, 60), sheet.At(Corner));
        Assert.Equal(Corner.MetresTo(east), sheet.At(east).X - 60, 1.0);
        Assert.Equal(Corner.MetresTo(south), sheet.At(south).Y - 60, 1.0);
        Assert.Equal((sheet.At(east).X + 60, sheet.At(south).Y + 60), (sheet.Width, sheet.Height));
    }

    [Fact]
    public void Lines_and_dots_lie_where_their_shops_stand()
    {
        var shops = new[] { ShopAt(45.70, 126.60, "学府路"), ShopAt(45.70, 126.601, "学府路"), ShopAt(45.699, 126.6005) };
        var sheet = WallSheet.Of(shops, [shops.Select(s => s.Place)]);
        var (a, b, c) = (sheet.At(shops[0].Place), sheet.At(shops[1].Place), sheet.At(shops[2].Place));
        var svg = sheet.With([("linked", [shops[2].Place, shops[0].Place])]);
        Assert.Contains($"""class="map-shop linked" d="m{c.X} {c.Y}h0m{a.X - c.X}{a.Y - c.Y}h0" """.TrimEnd(), svg, StringComparison.Ordinal);
        Assert.Contains($"""class="map-streets" d="m{a.X} {a.Y}l{b.X - a.X} 0" """.TrimEnd(), svg, StringComparison.Ordinal);
        Assert.Matches("""class="map-circles" d="m\d+ \d+(l-?\d+[ -]\d+){2}z" """.TrimEnd(), svg);
    }

    [Fact]
    public void One_shop_in_another_town_leaves_this_one_its_size_and_a_town_without_shops_is_an_empty_sheet()
    {
        var near = Enumerable.Range(0, 5).Select(i => ShopAt(45.70 + i * 0.001, 126.60)).ToList();
        var alone = WallSheet.Of(near, []);
        var sheet = WallSheet.Of([.. near, ShopAt(31.2, 121.5)], []);
        Assert.Equal((alone.Width, alone.Height), (sheet.Width, sheet.Height));
        Assert.Contains("viewBox=\"0 0 1 1\"", WallSheet.Of([], []).With([]), StringComparison.Ordinal);
    }

    private static Shop ShopAt(double lat, double lon, string? street = null) =>
        new() { Id = Guid.NewGuid().ToString("N"), StationId = Street.StationId, CircleId = "", Ref = "", Name = "小店", Street = street, Lat = lat, Lon = lon };
}
