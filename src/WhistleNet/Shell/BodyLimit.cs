using Microsoft.AspNetCore.Http.Features;
using WhistleNet.Drills;

namespace WhistleNet.Shell;

/// <summary>Nobody has more than 32 KB to say in one request, but for a photo. The lines of hub and circuit have a limit of the same size for each message.</summary>
public static class BodyLimit
{
    public const int Longest = 32 * 1024;

    public static void UseBodyLimit(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/_blazor") || http.Request.Path.StartsWithSegments("/hubs")) return next();
        var longest = Longest + (TakesPhoto(http.Request.Path) ? Photo.Most : 0);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = longest; // one sent in chunks does not say how long it is
        return http.Request.ContentLength > longest ? Problems.TooLarge(http).ExecuteAsync(http) : next();
    });

    private static bool TakesPhoto(PathString path) =>
        path.StartsWithSegments("/observe") && path.Value!.EndsWith("/photos", StringComparison.Ordinal) || path.StartsWithSegments("/gear") && path.Value!.EndsWith("/inspect", StringComparison.Ordinal);
}
