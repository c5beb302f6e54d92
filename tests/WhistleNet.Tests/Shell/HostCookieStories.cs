using System.Net;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>What a browser is given to keep, with TLS and without.</summary>
public sealed class HostCookieStories
{
    private const string Tls = "https://whistle.example";
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Theory]
    [InlineData(Tls, "__Host-")]
    [InlineData("http://localhost", "")]
    public async Task Under_TLS_every_cookie_is_bound_to_the_host_and_all_are_out_of_reach_of_scripts(string house, string prefix)
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        using var browser = new Browser(world, house);
        var code = (await world.The<CodeDesk>().ForPaper(Admin, [world.Street.Shop(0, 0)], "batch"))[0].Code;
        await browser.Open("/enrol?code=" + code);
        Assert.Equal("/w", await browser.Send("/enrol", ("code", code), ("personName", "老张")));
        Assert.Contains(world.Street.Shop(0, 0).Name, await browser.Open("/w"), StringComparison.Ordinal);

        var (link, _) = await world.The<PeopleDesk>().Invite(Admin, new Invitation("李", "li", Role.Organizer));
        await browser.Open("/" + link!.Path);
        Assert.Equal("/circles", await browser.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", "the tram bell rings at six")));
        Assert.Contains("data-testid=\"save\"", await browser.Open("/account"), StringComparison.Ordinal);

        Assert.Contains(browser.Given, c => c.StartsWith(prefix + "wn-device=", StringComparison.Ordinal));
        Assert.Contains(browser.Given, c => c.StartsWith(prefix + "wn-person=", StringComparison.Ordinal));
        Assert.Contains(browser.Given, c => c.Contains("Antiforgery", StringComparison.Ordinal));
        foreach (var cookie in browser.Given)
        {
            Assert.StartsWith(prefix, cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            if (prefix.Length > 0) Assert.Matches("(?i)path=/;.*secure|secure.*path=/(;|$)", cookie);
        }
        await browser.Open("/sign-out");
        Assert.Equal("/sign-in", await browser.Send("/sign-out"));
        Assert.StartsWith("->", await browser.Open("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_was_enrolled_under_the_old_name_stays_a_device_and_is_renewed_under_the_new()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var token = world.Street.TokenOf(world.Street.DeviceOf(world.Street.Shop(0, 0)));
        using var phone = new Browser(world, Tls, ("wn-device", token));
        Assert.Contains(world.Street.Shop(0, 0).Name, await phone.Open("/w"), StringComparison.Ordinal);
        Assert.Contains(phone.Given, c => c.StartsWith("__Host-wn-device=" + token, StringComparison.Ordinal));
        Assert.Contains(phone.Given, c => c.StartsWith("wn-device=;", StringComparison.Ordinal) && c.Contains("max-age=0", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["__Host-wn-device"], phone.Kept.Where(n => n.EndsWith("wn-device", StringComparison.Ordinal)));
        Assert.Contains(world.Street.Shop(0, 0).Name, await phone.Open("/w"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_cookie_without_the_prefix_opens_nothing_under_TLS()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var officer = (await Cast.Of(world)).Players.First(p => p is { Role: "officer", Stopped: false }).Cookie!.Split('=', 2);
        using var planted = new Browser(world, Tls, (officer[0], officer[1]));
        Assert.StartsWith("->", await planted.Open("/account"), StringComparison.Ordinal);
        using var own = new Browser(world, Tls, ("__Host-" + officer[0], officer[1]));
        Assert.DoesNotContain("->", await own.Open("/account"), StringComparison.Ordinal);
    }

    /// <summary>A browser that keeps what it is given, as one at this address would.</summary>
    private sealed class Browser(World world, string house, params (string Name, string Value)[] kept) : IDisposable
    {
        private const string TokenField = "name=\"__RequestVerificationToken\" value=\"";
        private readonly HttpClient _http = world.Server.CreateClient();
        private readonly Dictionary<string, string> _jar = kept.ToDictionary(k => k.Name, k => k.Value);
        private string _token = "";

        public List<string> Given { get; } = [];
        public IEnumerable<string> Kept => _jar.Keys;

        public Task<string> Open(string path) => Ask(new HttpRequestMessage(HttpMethod.Get, house + path));

        public async Task<string> Send(string path, params (string Name, string Value)[] fields)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, house + path) { Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", _token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))) };
            request.Headers.Add("Origin", house);
            return (await Ask(request)).Replace("->", "", StringComparison.Ordinal);
        }

        public void Dispose() => _http.Dispose();

        private async Task<string> Ask(HttpRequestMessage request)
        {
            if (_jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _jar.Select(c => $"{c.Key}={c.Value}")));
            using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Given.Add(cookie);
                var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0].Split('=', 2)[1]);
                if (value.Length == 0) _jar.Remove(name);
                else _jar[name] = value;
            }
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            if (text.Contains(TokenField, StringComparison.Ordinal)) _token = text.Split(TokenField)[1].Split('"')[0];
            return answer.Headers.Location is { } to ? "->" + to : text;
        }
    }
}
