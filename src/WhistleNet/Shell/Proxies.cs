using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using WhistleNet.Data;

namespace WhistleNet.Shell;

/// <summary>
/// A TLS proxy in front of us says in headers who asked and by which name. Anybody can write such headers, so they count only from
/// the addresses that <c>WhistleNet:Proxies</c> names (comma between them; <c>127.0.0.1</c> for one on this machine).
/// </summary>
public static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration["WhistleNet:Proxies"] is not { Length: > 0 } named) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var text in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IPAddress.TryParse(text, out var address)) throw new CannotStart($"WhistleNet:Proxies names '{text}', which is no IP address: write the proxy's address.");
            options.KnownProxies.Add(address);
        }
        app.UseForwardedHeaders(options);
    }
}
