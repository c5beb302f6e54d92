using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using WhistleNet.Drills;

namespace WhistleNet.Live;

/// <summary>What a wall draws behind its alerts: the town, who whistles, who comes from where.</summary>
public sealed class WallMapStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wall_sees_who_whistles_and_who_comes_each_with_its_mode_and_asks_for_the_same_town_once()
    {
        var street = Street.Of(circles: 2, shopsEach: 4);
        var screen = street.AddWall("大屏");
        await using var world = await World.With(street);
        await world.Shop(0, 1).Listen();
        using var http = world.Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", street.TokenOf(screen));

        using var town = await http.GetAsync("/wall/map.svg", Cancel);
        var svg = await town.Content.ReadAsStringAsync(Cancel);
        Assert.Equal("image/svg+xml", town.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("小店", svg, StringComparison.Ordinal);
        Assert.Equal(1, Dots(svg, "linked"));
        Assert.Equal(7, Dots(svg, "no-link"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/wall/map.svg") { Headers = { IfNoneMatch = { town.Headers.ETag! } } };
        using var same = await http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await Marks(http));

        var drill = await world.Planned(world.Console());
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        var practice = (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201).AlertId;
        Assert.Equal((practice, "drill", 0), Told(Assert.Single(await Marks(http))));

        var id = (await world.Shop(1, 0).Press()).Must(201).AlertId; // ends the drill
        (await world.Shop(1, 1).Do(id, "answers", new { answer = "coming" })).Must(200);
        (await world.Shop(1, 2).Do(id, "answers", new { answer = "cannotCome" })).Must(200);
        var real = Assert.Single(await Marks(http));
        Assert.Equal((id, "real", 1), Told(real));
        Assert.Equal(street.Shop(1, 0).Place.MetresTo(street.Shop(1, 1).Place), real.GetProperty("coming")[0][0].GetInt32() - real.GetProperty("at")[0].GetInt32(), 1.5);
        (await world.Console().Do(id, "close", new { outcome = "slip", reason = "误触" })).Must(200);
        Assert.Empty(await Marks(http));
    }

    private static async Task<List<JsonElement>> Marks(HttpClient wall) => [.. JsonDocument.Parse(await wall.GetStringAsync("/wall/marks", Cancel)).RootElement.EnumerateArray()];

    private static (string?, string?, int) Told(JsonElement mark) => (mark.GetProperty("alertId").GetString(), mark.GetProperty("mode").GetString(), mark.GetProperty("coming").GetArrayLength());

    private static int Dots(string svg, string state) => Regex.Count(Regex.Match(svg, $"map-shop {state}\" d=\"([^\"]*)", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, "h0", RegexOptions.None, TimeSpan.FromSeconds(1));
}
