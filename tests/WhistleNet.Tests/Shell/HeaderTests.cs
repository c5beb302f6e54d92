using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>What every answer says to the browser, whatever it answers.</summary>
public sealed class HeaderTests
{
    private static readonly string[] Addresses =
    [
        "/", "/w", "/w?shell", "/wall", "/wall/map.svg", "/wall/marks", "/sign-in", "/sign-in/code", "/sign-out", "/enrol", "/enrol?code=x", "/first?code=x", "/invite?who=x&code=y", "/account", "/sign-in/authenticator",
        "/my-shop", "/print/codes", "/station", "/alerts", "/alerts/x", "/shops", "/shops/x", "/circles", "/circles/x", "/circles/enrolled", "/shops/unplaced", "/setup", "/map", "/grids", "/gear", "/gear/x", "/gear/export", "/print/gear", "/people", "/members", "/duty", "/settings", "/log", "/log/export", "/not-found", "/nothing",
        "/statistics", "/statistics/export", "/notes", "/mediations", "/bulletins", "/w/notes", "/print/handover/x", "/print/hand-on/x",
        "/false-alarms", "/w/appeal", "/w/my-data", "/my-data", "/privacy",
        "/api/v1/alerts", "/api/v1/nothing", "/health/live", "/health/ready", "/openapi/v1.json", "/w.js", "/icon.svg", "/sw.js", "/manifest.webmanifest", "/_framework/blazor.web.js",
    ];

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("https://whistle.example")]
    public async Task Every_answer_says_whose_scripts_and_frames_it_takes(string house)
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var cast = await Cast.Of(world);
        using var http = world.Server.CreateClient();
        foreach (var address in Addresses)
            foreach (var role in new[] { "anonymous", "admin", "officer" })
            {
                using var request = cast.Players.First(p => p.Role == role && !p.Stopped).Ask("GET", house + address);
                request.Headers.Add("Accept", "text/html");
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                string Of(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
                var (policy, secure) = (Of("Content-Security-Policy"), house.StartsWith("https", StringComparison.Ordinal));
                Assert.True(policy.Contains("script-src 'self';", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) && policy.Contains("report-uri /csp-reports", StringComparison.Ordinal), $"{address} {role}: {policy}");
                Assert.Equal(secure, policy.Contains("report-to csp", StringComparison.Ordinal));
                Assert.Equal("nosniff", Of("X-Content-Type-Options"));
                Assert.Equal("same-origin", Of("Referrer-Policy"));
                Assert.Contains("geolocation=()", Of("Permissions-Policy"), StringComparison.Ordinal);
                Assert.Equal(secure ? "max-age=31536000; includeSubDomains" : "", Of("Strict-Transport-Security"));
                Assert.Equal(secure ? "csp=\"/csp-reports\"" : "", Of("Reporting-Endpoints"));
            }
    }

    [Fact]
    public async Task An_answer_in_place_of_a_broken_one_says_the_same_and_a_name_that_is_everybodys_gets_no_year_of_TLS()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var http = world.Server.CreateClient();
        using var tooLong = await http.PostAsync("https://localhost/sign-in", new StringContent(new string('x', BodyLimit.Longest + 1)), TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)tooLong.StatusCode);
        Assert.True(tooLong.Headers.Contains("Content-Security-Policy"));
        Assert.False(tooLong.Headers.Contains("Strict-Transport-Security"));
    }
}
