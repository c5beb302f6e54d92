using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>
/// Signs in whoever holds a device's token: as bearer, as <c>access_token</c> of the hub's WebSocket, or in the browser's cookie.
/// It never expires by inactivity; a revoked one gets 401 <c>deviceRevoked</c>.
/// </summary>
public sealed class DeviceCredential(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TownHall hall, IDbContextFactory<WhistleDb> databases, RevokedPresses pressed)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Device";
    public const string ShopCookie = "wn-device";
    public const string WallCookie = "wn-wall";
    private const string RevokedItem = "wn:revoked";

    /// <summary>Keeps a browser a device: for ten years, renewed at each visit, out of reach of scripts.</summary>
    public static void Keep(HttpContext http, DeviceKind kind, string token) => http.Response.Cookies.Append(kind == DeviceKind.Wall ? WallCookie : ShopCookie, token, new CookieOptions
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(3650), Path = "/",
    });

    /// <summary>Whether this request came with a credential that was revoked.</summary>
    public static Device? Revoked(HttpContext http) => http.Items[RevokedItem] as Device;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token(Request) is not { Length: > 0 } token) return AuthenticateResult.NoResult();
        var hash = Tokens.Hash(token);
        // Another verb may have issued it a moment ago, before the hall read its stamp.
        var device = hall.Roster.ByHash(hash) ?? await Unknown(hash);
        if (device is null) return AuthenticateResult.Fail("unknown credential");
        if (device.IsRevoked)
        {
            Context.Items[RevokedItem] = device;
            if (Request.Path.StartsWithSegments("/api/v1/whistles") || Request.Path == "/w" && HttpMethods.IsPost(Request.Method)) pressed.Saw(device);
            return AuthenticateResult.Fail("revoked credential");
        }
        return AuthenticateResult.Success(new AuthenticationTicket(device.AsActor().AsPrincipal(Scheme.Name), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Problems.Unauthorized(Context).ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.Forbidden(Context).ExecuteAsync(Context);

    /// <summary>The token of a request, from wherever it may stand.</summary>
    public static string? Token(HttpRequest request) => Bearer(request) ?? request.Cookies[request.Path.StartsWithSegments("/wall") || request.Query["as"] == "wall" ? WallCookie : ShopCookie];

    /// <summary>The token that a request carries itself, which no foreign page can add to one.</summary>
    public static string? Bearer(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        if (bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return bearer["Bearer ".Length..].Trim();
        return request.Path.StartsWithSegments("/hubs") && request.Query["access_token"].ToString() is { Length: > 0 } query ? query : null;
    }

    private async Task<Device?> Unknown(string hash)
    {
        await using var db = await databases.CreateDbContextAsync(Context.RequestAborted);
        return await db.Devices.AsNoTracking().SingleOrDefaultAsync(d => d.TokenHash == hash, Context.RequestAborted);
    }
}
