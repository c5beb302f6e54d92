using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>Who comes in by which door. Deny is the default; what somebody may do inside is <see cref="Permits"/>'s to say.</summary>
public static class Doors
{
    /// <summary>Everybody with a credential, in the API.</summary>
    public const string Api = "api";

    /// <summary>Whoever belongs to a shop or a station: devices, walls, console clients, people.</summary>
    public const string Hub = "hub";

    /// <summary>People at the consoles.</summary>
    public const string Console = "console";

    /// <summary>Whoever may read reports: people at the consoles, and the consultative group, for whom no other page of theirs is a door.</summary>
    public const string Reports = "reports";

    /// <summary>The cookie of a person who signed in.</summary>
    public const string PersonCookie = "wn-person";

    private const Role OfConsole = Role.Officer | Role.DutyCommander | Role.Organizer | Role.Admin | Role.Auditor;

    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>Picks the device's credential or the person's cookie for a request.</summary>
    private const string Either = "WhistleNet";

    public static WebApplicationBuilder AddDoors(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, DeviceCredential>(DeviceCredential.SchemeName, null)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = PersonCookie;
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/sign-in";
                cookie.ReturnUrlParameter = "to";
                cookie.ExpireTimeSpan = SignIns.Idle;
                cookie.Events.OnSigningIn = context => context.HttpContext.RequestServices.GetRequiredService<SignIns>().Begin(context);
                cookie.Events.OnValidatePrincipal = StillStands;
                cookie.Events.OnRedirectToLogin = context => Turn(context, Problems.Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => Turn(context, Problems.Forbidden);
            }));
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Api, p => p.RequireAuthenticatedUser().RequireAssertion(c => c.User.Actor().Roles != Role.None))
            .AddPolicy(Hub, p => p.RequireAssertion(c => c.User.Actor() is var who && (who.IsShop || who.StationId is not null && who.Is(Role.Wall | Role.Officer | Role.DutyCommander | Role.OfficerToken | Role.Organizer))))
            .AddPolicy(Reports, p => p.RequireAssertion(c => c.User.Actor().Is(OfConsole | Role.Consultative)))
            .AddPolicy(Console, p => p.RequireAssertion(c => c.User.Actor().Is(OfConsole)));
        return builder;
    }

    // A page leads to the sign-in; a program gets its answer.
    private static Task Turn(RedirectContext<CookieAuthenticationOptions> context, Func<HttpContext, IResult> answer)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/hubs") || path.StartsWithSegments("/w")) return answer(context.HttpContext).ExecuteAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    // A disabled person is out at their next request, and so is an ended sign-in, and whoever has another role or password by now; what another process
    // changed is found within the half minute of the account's stamp.
    private static async Task StillStands(CookieValidatePrincipalContext context)
    {
        var hall = context.HttpContext.RequestServices.GetRequiredService<TownHall>();
        var who = context.Principal!.Actor().Id;
        if (!hall.Roster.HasStopped(who) && await context.HttpContext.RequestServices.GetRequiredService<SignIns>().Stands(context.Principal!))
        {
            if (hall.Roster.StampOf(who) is { } stamp && stamp != context.Principal!.FindFirstValue(StampClaim)) context.Properties.IssuedUtc = null; // old enough to be asked now
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    // A bearer is a device. In a browser the shop's page, the API and the hub belong to the device that the browser is, if it is
    // one; everything else belongs to the person who signed in.
    private static string Choose(HttpContext http)
    {
        var path = http.Request.Path;
        var forDevices = path.StartsWithSegments("/w") || path.StartsWithSegments("/wall") || path.StartsWithSegments("/api") || path.StartsWithSegments("/hubs");
        if (!forDevices) return IdentityConstants.ApplicationScheme;
        var isPerson = http.Request.Cookies.ContainsKey(PersonCookie) && DeviceCredential.Token(http.Request) is not { Length: > 0 };
        return isPerson ? IdentityConstants.ApplicationScheme : DeviceCredential.SchemeName;
    }
}
