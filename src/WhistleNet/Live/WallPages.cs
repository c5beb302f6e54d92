using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Live;

/// <summary>The wall screen's page; for a screen that has its own credential, or for an officer who puts it on a second screen.</summary>
public static class WallPages
{
    public static void MapWallPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/wall", IResult (HttpContext http, TownHall hall, TimeProvider time) => Show(http, hall, time)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/wall/map.svg", Drawn).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/wall/marks", Marked).AllowAnonymous().ExcludeFromDescription();
    }

    private static RazorComponentResult<WallPage> Show(HttpContext http, TownHall hall, TimeProvider time)
    {
        var who = http.User.Actor();
        if (http.Request.Cookies[DeviceCredential.WallCookie] is { } token && who.Is(Role.Wall) && !http.IsDemoPane()) DeviceCredential.Keep(http, DeviceKind.Wall, token);
        var station = StationOf(http, hall);
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<WallPage>(new { Station = station, Now = time.GetUtcNow() }) { PreventStreamingRendering = true };
    }

    // The same drawing as the last time is not sent again.
    private static IResult Drawn(HttpContext http, TownHall hall, WallMap map)
    {
        if (StationOf(http, hall) is not { } station) return Problems.NotFound(http);
        var svg = Encoding.ASCII.GetBytes(map.Svg(station.Id));
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(svg, "image/svg+xml", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 12))}\""));
    }

    private static async Task<IResult> Marked(HttpContext http, TownHall hall, WallMap map)
    {
        if (StationOf(http, hall) is not { } station) return Problems.NotFound(http);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await map.Marks(station.Id, http.RequestAborted));
    }

    private static Station? StationOf(HttpContext http, TownHall hall) =>
        http.User.Actor() is var who && (who.Is(Role.Wall) || who.IsStation) ? hall.Town.Stations.GetValueOrDefault(who.StationId ?? "") : null;
}
