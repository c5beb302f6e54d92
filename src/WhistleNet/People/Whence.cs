using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace WhistleNet.People;

/// <summary>
/// Puts into each request's principal where it comes from, so that a circuit, which outlives its request, still knows. Kept in no cookie.
/// </summary>
public sealed class Whence(IHttpContextAccessor accessor) : IClaimsTransformation
{
    public const string Ip = "wn:ip";
    public const string Device = "wn:device";

    private static readonly string[] Browsers = ["Edg", "OPR", "MicroMessenger", "HuaweiBrowser", "Firefox", "Chrome", "Safari"]; // the first that is named: each names those after it, too
    private static readonly string[] Systems = ["Windows", "Android", "iPhone", "iPad", "HarmonyOS", "Mac OS", "Linux"];

    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (accessor.HttpContext is not { } http || principal.Identity is not ClaimsIdentity identity || identity.HasClaim(c => c.Type == Ip)) return Task.FromResult(principal);
        identity.AddClaim(new(Ip, IpOf(http)));
        if (BrowserOf(http) is { } browser) identity.AddClaim(new(Device, browser));
        return Task.FromResult(principal);
    }

    public static string IpOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Browser and system in a few words; null where it says nothing that we know.</summary>
    public static string? BrowserOf(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        var known = new[] { First(Browsers, agent), First(Systems, agent) }.Where(w => w is not null).ToList();
        return known.Count == 0 ? null : string.Join(" · ", known);
    }

    private static string? First(string[] words, string agent) => Array.Find(words, w => agent.Contains(w, StringComparison.Ordinal));
}

public static class Whences
{
    /// <summary>The same actor, with where this request comes from.</summary>
    public static Actor From(this Actor who, HttpContext http) => who with { Ip = Whence.IpOf(http), Device = Whence.BrowserOf(http) };
}
