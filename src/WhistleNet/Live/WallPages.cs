using Microsoft.AspNetCore.Http.HttpResults;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>The wall screen's page; for a screen that has its own credential, or for an officer who puts it on a second screen.</summary>
public static class WallPages
{
    public static void MapWallPage(this IEndpointRouteBuilder app) => app.MapGet("/wall", Show).AllowAnonymous().ExcludeFromDescription();

    private static RazorComponentResult<WallPage> Show(HttpContext http, TownHall hall, TimeProvider time)
    {
        var who = http.User.Actor();
        if (http.Request.Cookies[DeviceCredential.WallCookie] is { } token && who.Is(Role.Wall) && !http.Request.PathBase.StartsWithSegments("/pane")) DeviceCredential.Keep(http, DeviceKind.Wall, token);
        var station = who.Is(Role.Wall) || who.IsStation ? hall.Town.Stations.GetValueOrDefault(who.StationId ?? "") : null;
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<WallPage>(new { Station = station, Now = time.GetUtcNow() }) { PreventStreamingRendering = true };
    }
}
