using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace WhistleNet.Demo;

/// <summary>The demo as its visitors meet it.</summary>
public sealed class DemoStories
{
    private static readonly string[] Devices = ["wn-device", "wn-wall", "wn-person"];

    [Fact]
    public async Task A_link_opened_twice_is_the_same_phone()
    {
        await using var house = await DemoHouse.Open();
        using (await house.Browser.GetAsync("enter/shop", TestContext.Current.CancellationToken)) { }
        var first = house.Cookie("wn-device");
        using var again = await house.Browser.GetAsync("enter/shop", TestContext.Current.CancellationToken);
        Assert.Equal("/w", again.Headers.Location?.ToString());
        Assert.NotNull(first);
        Assert.Equal(first, house.Cookie("wn-device"));
        using (await house.Browser.GetAsync("enter/shop2", TestContext.Current.CancellationToken)) { }
        Assert.NotEqual(first, house.Cookie("wn-device"));
    }

    [Fact]
    public async Task The_station_link_opens_the_console_of_the_station()
    {
        await using var house = await DemoHouse.Open();
        using var entered = await house.Browser.GetAsync("enter/station", TestContext.Current.CancellationToken);
        Assert.Equal("/station", entered.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await house.Browser.GetAsync("station", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(0, (await house.Get("api/v1/alerts?state=open")).GetProperty("alerts").GetArrayLength());
    }

    [Fact]
    public async Task Each_pane_is_somebody_of_its_own_whatever_the_browser_holds()
    {
        await using var house = await DemoHouse.Open();
        using (await house.Browser.GetAsync("enter/shop2", TestContext.Current.CancellationToken)) { }
        var held = house.Cookie("wn-device");
        var id = await house.Whistle();
        Assert.Equal("raiser", (await house.Get($"pane/shop/api/v1/alerts/{id}")).GetProperty("you").GetString());
        Assert.Equal("neighbour", (await house.Get($"pane/neighbour-1/api/v1/alerts/{id}")).GetProperty("you").GetString());
        var station = await house.Alert(id);
        Assert.Equal("station", station.GetProperty("you").GetString());
        Assert.Contains(Lines(station, "raised"), l => l.GetProperty("who").GetString() == "李秀英"); // not 王建国, whose cookie the browser holds
        using var page = await house.Browser.GetAsync("pane/shop/w", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(page.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], c => Devices.Any(d => c.StartsWith(d, StringComparison.Ordinal)));
        Assert.Equal(held, house.Cookie("wn-device"));
        Assert.Contains("class=\"demo-word\"", await house.Browser.GetStringAsync("pane/station/print/gear", TestContext.Current.CancellationToken), StringComparison.Ordinal); // a paper out of the demo says so
        Assert.DoesNotContain("demo-word", await house.Browser.GetStringAsync("privacy", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unreached_are_named_and_the_neighbours_come_over_the_hub()
    {
        await using var house = await DemoHouse.Open();
        var id = await house.Whistle();
        var unreached = Notices(await house.Alert(id)).Where(n => n.GetProperty("state").GetString() == "unreached").ToDictionary(n => n.GetProperty("name").GetString()!, n => n.GetProperty("reason").GetString());
        Assert.Equal("noDevice", unreached["锦绣裁缝铺"]);
        Assert.Equal("offDuty", unreached["百姓粮油店"]);
        await house.Push(20);
        await Eventually.True(async () => Answers(await house.Alert(id)) is { Count: 3 } said && said["晨光文具店"] == "coming" && said["阿珍理发店"] == "cannotCome", "two come and one cannot");
        await house.Push(60);
        await Eventually.True(async () => Answers(await house.Alert(id))["桥头面馆"] == "arrived", "who comes arrives");
    }

    [Fact]
    public async Task A_pushed_clock_widens_and_climbs()
    {
        await using var house = await DemoHouse.Open();
        var id = await house.Whistle();
        Assert.Empty(Lines(await house.Alert(id), "widened"));
        await house.Push(60);
        await Eventually.True(async () => Lines(await house.Alert(id), "widened").Any(), "the next ring is called");
        await Eventually.True(async () => Lines(await house.Alert(id), "escalated").Count() == 2, "the rungs at 30 and 60 s are called");
        await house.Push(30);
        await Eventually.True(async () => Lines(await house.Alert(id), "escalated").Any(l => l.ToString().Contains("青石桥头警务站", StringComparison.Ordinal)), "the street post is called at 90 s");
    }

    [Fact]
    public async Task A_cut_link_swallows_one_pane_and_gives_back_what_was_under_way()
    {
        await using var house = await DemoHouse.Open();
        using (await house.Browser.PostAsync("demo/links/shop?cut=true", null, TestContext.Current.CancellationToken)) { }
        var press = house.Whistle();
        Assert.Equal(0, (await house.Get("pane/station/api/v1/alerts?state=open")).GetProperty("alerts").GetArrayLength());
        Assert.False(press.IsCompleted);
        using (await house.Browser.PostAsync("demo/links/shop?cut=false", null, TestContext.Current.CancellationToken)) { }
        Assert.NotEmpty(await press);
    }

    [Fact]
    public async Task A_foreign_name_for_this_machine_is_turned_away()
    {
        await using var house = await DemoHouse.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "demo") { Headers = { Host = "whistle.example" } };
        using var answer = await house.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Only_our_own_page_may_frame_the_panes()
    {
        await using var house = await DemoHouse.Open();
        using var page = await house.Browser.GetAsync("demo", TestContext.Current.CancellationToken);
        Assert.Contains("frame-ancestors 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Lines(JsonElement alert, string what) => alert.GetProperty("lines").EnumerateArray().Where(l => l.GetProperty("what").GetString() == what);

    private static List<JsonElement> Notices(JsonElement alert) => [.. alert.GetProperty("notices").EnumerateArray()];

    private static Dictionary<string, string> Answers(JsonElement alert) => Notices(alert).Where(n => n.TryGetProperty("answer", out _))
        .ToDictionary(n => n.GetProperty("name").GetString()!, n => n.GetProperty("answer").GetString()!);
}
