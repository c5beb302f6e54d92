using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>What a proxy's headers say counts from the proxy that the configuration names, and from nobody else.</summary>
public sealed class ProxyStories : IAsyncDisposable
{
    private const string Proxy = "10.0.0.7";
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-proxy-").FullName;
    private readonly WebApplicationFactory<Program> _app;

    public ProxyStories() => _app = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseSetting("WhistleNet:DataDir", _folder).UseSetting("WhistleNet:Proxies", Proxy));

    [Fact]
    public async Task From_the_proxy_links_are_https_under_its_name_and_tries_are_the_askers_own()
    {
        var asked = await Ask(Proxy, forwardedFor: "203.0.113.5");
        Assert.Equal("https://whistle.example/enrol", The<PublicAddress>().Of(asked, "enrol"));
        UseUp(asked);
        Assert.True(await The<Tries>().AreUsedUp(Tries.Door.Enrol, await Ask(Proxy, "203.0.113.5")));
        Assert.False(await The<Tries>().AreUsedUp(Tries.Door.Enrol, await Ask(Proxy, "203.0.113.6")));
    }

    [Fact]
    public async Task From_anybody_else_they_are_ignored_and_no_invented_address_buys_more_tries()
    {
        var asked = await Ask("198.51.100.9", forwardedFor: "203.0.113.5");
        Assert.Equal("http://here.example/enrol", The<PublicAddress>().Of(asked, "enrol"));
        UseUp(asked);
        Assert.True(await The<Tries>().AreUsedUp(Tries.Door.Enrol, await Ask("198.51.100.9", "203.0.113.6")));
        Assert.False(await The<Tries>().AreUsedUp(Tries.Door.Enrol, await Ask(Proxy, "203.0.113.5")));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    private void UseUp(HttpContext http)
    {
        for (var tried = 0; tried < 10; tried++) The<Tries>().Wrong(Tries.Door.Enrol, http);
    }

    private Task<HttpContext> Ask(string from, string forwardedFor) => _app.Server.SendAsync(http =>
    {
        (http.Connection.RemoteIpAddress, http.Request.Scheme, http.Request.Host, http.Request.Path) = (IPAddress.Parse(from), "http", new HostString("here.example"), "/sign-in");
        http.Request.Headers["X-Forwarded-For"] = forwardedFor;
        http.Request.Headers["X-Forwarded-Proto"] = "https";
        http.Request.Headers["X-Forwarded-Host"] = "whistle.example";
    });
}
