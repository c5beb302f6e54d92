using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>Pages of other sites: what they send with somebody's cookie opens no line and changes nothing.</summary>
public sealed partial class OriginStories
{
    private static readonly string[] Wrong =
    [
        "null", "https://localhost", "http://localhost:80", "http://localhost:8080", "http://localhost.", "http://localhost.evil.example", "http://evil.example", "http://evil-localhost",
        "http://xlocalhost", "http://localhost@evil.example", "http://evil.example@localhost", "http://user:pass@localhost", "http://localhost/", "http://localhost/path", "http://localhost?x", "http://localhost#x",
        "http://127.0.0.1", "http://[::1]", "http://lоcalhost", "http://ⓛocalhost", "http://localhost ,http://evil.example", "http://localhost\thttp://evil.example", "ftp://localhost", "ws://localhost", "//localhost", "localhost",
        "file://", "chrome-extension://localhost", "http://localhost%00.evil.example", "http://localhost\\.evil.example",
    ];

    [Fact]
    public async Task No_line_opens_from_another_origin_and_none_without_an_origin_on_a_cookie()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var cast = await Cast.Of(world);
        var (officer, device) = (cast.Players.First(p => p is { Role: "officer", Stopped: false }), cast.Players.First(p => p is { Role: "device", Stopped: false }));
        var lines = new[] { "/hubs/whistle", "/hubs/whistle/", "/HUBS/whistle", "/_blazor", "/_blazor/", "/_BLAZOR" };
        foreach (var line in lines)
        {
            foreach (var origin in Wrong)
            {
                Assert.True(await Handshake(world, line, origin, officer.Cookie, null) is 403, $"{line} from {origin}, with a cookie");
                Assert.True(await Handshake(world, line, origin, $"wn-device={device.Token}", null) is 403, $"{line} from {origin}, with a device's cookie");
                Assert.True(await Handshake(world, line, origin, null, device.Token) is 403, $"{line} from {origin}, with a bearer");
            }
            Assert.Equal(403, await Handshake(world, line, null, officer.Cookie, null));
            Assert.Equal(403, await Handshake(world, line, null, officer.Cookie, ""));
            Assert.Equal(line.Contains("blazor", StringComparison.OrdinalIgnoreCase) ? 403 : 101, await Handshake(world, line, null, null, device.Token));
            Assert.Equal(101, await Handshake(world, line, "http://localhost", officer.Cookie, null));
        }
        Assert.Equal(403, await Handshake(world, "/_blazor", null, officer.Cookie, device.Token)); // the bearer would not be who comes in
    }

    [Fact]
    public async Task No_call_and_no_form_of_another_site_gets_through()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var cast = await Cast.Of(world);
        var paths = world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace("{id}", cast.Alerts["own"], StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(paths.Count > 30);
        var before = await Books(world);
        using var http = world.Http();
        foreach (var path in paths)
            foreach (var player in cast.Players.Where(p => p is { Cookie: not null, Stopped: false }))
                foreach (var (origin, site, type) in new[]
                {
                    ("https://evil.example", "cross-site", "application/x-www-form-urlencoded"), ("null", "cross-site", "text/plain"), ("http://localhost.evil.example", null, "application/json"),
                    (null, "cross-site", "text/plain"), (null, "same-site", "application/x-www-form-urlencoded"),
                })
                {
                    using var request = player.Ask("POST", path, type == "application/json" ? "{}" : "a=b", type);
                    request.Headers.Remove("Origin");
                    if (origin is not null) request.Headers.Add("Origin", origin);
                    if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
                    using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                    Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path} {player.Role} from {origin ?? "nowhere"}: {answer.StatusCode}");
                }
        // What an old browser may send without saying where it stands: the API takes no form of theirs, the forms ask for their token.
        foreach (var path in paths.Where(p => p != CspReports.Path))
            foreach (var player in cast.Players.Where(p => p is { Cookie: not null, Stopped: false }))
            {
                using var request = player.Ask("POST", path, "station=x&batch=y&code=z&everywhere=1&hours=&safe=a&duress=b&device=" + cast.Players[1].Actor.Id, "application/x-www-form-urlencoded");
                request.Headers.Remove("Origin");
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path} {player.Role}: {answer.StatusCode}");
            }
        Assert.Equal(before, await Books(world));
    }

    [Fact]
    public void Every_form_carries_its_token()
    {
        var source = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(source.FullName, "WhistleNet.sln"))) source = source.Parent!;
        var forms = Directory.EnumerateFiles(Path.Combine(source.FullName, "src", "WhistleNet"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Form().Matches(File.ReadAllText(file)).Select(form => (File: Path.GetFileName(file), Text: form.Value))).ToList();
        Assert.True(forms.Count > 15);
        Assert.Equal([], forms.Where(f => !f.Text.Contains("<AntiforgeryToken", StringComparison.Ordinal) && !f.Text.Contains("Token.FormFieldName", StringComparison.Ordinal)).Select(f => f.File));
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline, 5_000)]
    private static partial Regex Form();

    private static async Task<int> Handshake(World world, string path, string? origin, string? cookie, string? bearer)
    {
        var sockets = world.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            if (origin is not null) request.Headers.Origin = origin;
            if (cookie is not null) request.Headers.Cookie = cookie;
            if (bearer is not null) request.Headers.Authorization = "Bearer " + bearer;
        };
        try
        {
            using var socket = await sockets.ConnectAsync(new Uri("ws://localhost" + path), TestContext.Current.CancellationToken);
            socket.Abort();
            return 101;
        }
        catch (InvalidOperationException refused)
        {
            return int.Parse(refused.Message.Split(": ")[^1].TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    // Everything that any of these forms and calls could change.
    private static async Task<string> Books(World world)
    {
        await using var db = await world.Db();
        return string.Join('|', [
            .. (await db.Users.AsNoTracking().OrderBy(u => u.Id).ToListAsync()).Select(u => u.SecurityStamp), .. (await db.Devices.AsNoTracking().OrderBy(d => d.Id).ToListAsync()).Select(d => $"{d.Id}{d.RevokedAt}"),
            .. (await db.Alerts.AsNoTracking().OrderBy(a => a.Id).ToListAsync()).Select(a => $"{a.Id}{a.Version}"), .. (await db.Shops.AsNoTracking().OrderBy(s => s.Id).ToListAsync()).Select(s => $"{s.Silent}{s.Hours}"),
            $"{await db.EnrolCodes.CountAsync()} {await db.Presses.CountAsync()}",
        ]);
    }
}
