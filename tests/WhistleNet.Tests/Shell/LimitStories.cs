using System.Net;
using System.Net.Http.Headers;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>How much is taken of what: at the limit, one over, and after the window.</summary>
public sealed class LimitStories
{
    [Fact]
    public async Task New_alerts_of_a_shop_three_in_ten_minutes_are_heard_by_all_the_fourth_by_the_station_none_refused()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (shop, console) = (world.Shop(0, 0), world.Console());
        async Task<Answer> PressAndClose()
        {
            var pressed = (await shop.Press()).Must(201);
            (await console.Do(pressed.AlertId, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
            return pressed;
        }
        for (var alerts = 0; alerts < WhistleDesk.Quota; alerts++) Assert.False((await PressAndClose()).Has("limited"));
        var over = await PressAndClose();
        Assert.True(over.Json.GetProperty("limited").GetBoolean());
        Assert.Equal("0", over["notified"]);
        Assert.False((await shop.Press(new { mode = "test" })).Must(201).Has("limited")); // practice has its own
        await world.Restart(after: WhistleDesk.QuotaWindow);
        Assert.False((await world.Shop(0, 0).Press()).Must(201).Has("limited"));
    }

    [Theory]
    [InlineData(Tries.Door.Enrol, 10)]
    [InlineData(Tries.Door.SignIn, 60)]
    public async Task Wrong_codes_and_passwords_of_an_address(Tries.Door door, int limit)
    {
        var time = new FakeTimeProvider();
        var tries = new Tries(time, new ConfigurationBuilder().Build());
        var here = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.7") } };
        for (var tried = 0; tried < limit; tried++)
        {
            Assert.False(await tries.AreUsedUp(door, here));
            tries.Wrong(door, here);
        }
        Assert.True(await tries.AreUsedUp(door, here));
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(await tries.AreUsedUp(door, here));
    }

    [Fact]
    public async Task Reports_of_the_policy_are_counted_sixty_a_minute_and_never_repeated()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        const string report = """{"csp-report":{"blocked-uri":"<script>alert(1)</script>"}}""";
        Task<Answer> Report(string body) => world.Stranger().Send(new HttpRequestMessage(HttpMethod.Post, CspReports.Path) { Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/csp-report")) });
        (await Report(new string('x', CspReports.Longest + 1))).Must(413);
        for (var sent = 0; sent < CspReports.PerMinute; sent++) Assert.Equal("", (await Report(sent == 0 ? new string('x', CspReports.Longest) : report)).Must(204).Text);
        (await Report(report)).Must(429);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        (await Report(report)).Must(204);
        Assert.Equal(CspReports.PerMinute + 1, world.The<CspReports>().Count);
    }

    [Fact]
    public async Task A_body_has_32_kilobytes_in_the_API_and_in_forms()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        using var http = world.Http();
        foreach (var (path, type) in new[] { ("/api/v1/whistles", "application/json"), ("/api/v1/devices/enrol", "application/json"), ("/sign-in", "application/x-www-form-urlencoded"), ("/enrol", "application/x-www-form-urlencoded"), ("/w", "application/x-www-form-urlencoded") })
            foreach (var (bytes, isTooLarge) in new[] { (BodyLimit.Longest, false), (BodyLimit.Longest + 1, true) })
            {
                using var answer = await http.PostAsync(path, new StringContent("x=" + new string('x', bytes - 2), MediaTypeHeaderValue.Parse(type)), TestContext.Current.CancellationToken);
                Assert.True(isTooLarge == (answer.StatusCode == HttpStatusCode.RequestEntityTooLarge) && (int)answer.StatusCode < 500, $"{path} {bytes}: {answer.StatusCode}");
            }
    }

    [Fact]
    public async Task A_connection_talks_two_thousand_times_at_once_then_two_hundred_a_second()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var phone = await world.Shop(0, 0).Listen();
        object beat = new { audio = true, visible = true };
        for (var calls = 0; calls < HubPace.Burst; calls++) await phone.Say("Beat", beat);
        Assert.Contains(HubPace.TooMany, (await Assert.ThrowsAsync<HubException>(() => phone.Say("Beat", beat))).Message, StringComparison.Ordinal);
        await (await world.Shop(0, 1).Listen()).Say("Beat", beat); // nobody else's
        world.Time.Advance(TimeSpan.FromSeconds(1));
        for (var calls = 0; calls < HubPace.PerSecond; calls++) await phone.Say("Beat", beat);
        await Assert.ThrowsAsync<HubException>(() => phone.Say("Beat", beat));
        (await phone.Press()).Must(201); // a whistle does not count
    }

    [Fact]
    public async Task A_message_over_32_kilobytes_ends_its_line()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var phone = await world.Shop(0, 0).Listen();
        await Assert.ThrowsAnyAsync<HubException>(() => phone.Say("Answer", "x", "coming", new string('x', 31 * 1024))); // read, and not found
        await Assert.ThrowsAnyAsync<Exception>(() => phone.Say("Answer", "x", "coming", new string('x', 33 * 1024)));
        await Eventually.True(() => !phone.IsConnected, "the line was ended");
    }

    [Fact]
    public async Task When_no_page_can_be_drawn_the_busy_page_still_whistles()
    {
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 2), (Pressure.PagesAtOnce, "1"), (Pressure.PagesWaiting, "0"));
        using var page = Occupy(world, "/account");
        using var whistlePage = Occupy(world, "/w");
        using var browser = world.Http();
        Assert.Equal(503, (int)(await browser.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        browser.DefaultRequestHeaders.Add("Cookie", "wn-device=" + world.Street.TokenOf(world.Street.DeviceOf(world.Street.Shop(0, 0))));
        using var busy = await browser.GetAsync("/w", TestContext.Current.CancellationToken);
        var text = await busy.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(503, (int)busy.StatusCode);
        Assert.Contains("tel:110", text, StringComparison.Ordinal);
        string Field(string name) => text.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];
        var form = new FormUrlEncodedContent(new[] { "__RequestVerificationToken", "pressId" }.Select(n => KeyValuePair.Create(n, Field(n))));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/w") { Content = form };
        using var sent = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("data-state=\"sent\"", await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await world.Shop(0, 1).Press()).Must(201);
        Assert.Equal(200, (await world.Stranger().Get("/health/live")).Code);
        page.Dispose();
        whistlePage.Dispose();
        Assert.Equal(302, (int)(await browser.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Whistles_are_answered_while_a_crowd_asks_for_pages()
    {
        await using var world = await World.With(circles: 2, shopsEach: 5);
        using var crowd = world.Http();
        var junk = Enumerable.Range(0, 500).Select(n => crowd.GetAsync(n % 3 == 0 ? "/w" : n % 3 == 1 ? "/sign-in/code" : "/nothing", TestContext.Current.CancellationToken)).ToList();
        foreach (var shop in world.Street.Shops) (await world.Device(world.Street.DeviceOf(shop)).Press()).Must(201);
        foreach (var answer in await Task.WhenAll(junk)) Assert.True((int)answer.StatusCode is < 500 or 503);
    }

    // Somebody whose page is being drawn for as long as this is held.
    private static RateLimitLease Occupy(World world, string path)
    {
        var somebody = new DefaultHttpContext { Request = { Path = path, Method = "GET" } };
        somebody.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(), path));
        var lease = world.The<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!.AttemptAcquire(somebody);
        Assert.True(lease.IsAcquired);
        return lease;
    }
}
