using Microsoft.AspNetCore.Http.Features;
using WhistleNet.Drills;

namespace WhistleNet.Shell;

/// <summary>Nobody has more than 32 KB to say in one request, but for an observer's photo. The lines of hub and circuit have a limit of the same size for each message.</summary>
public static class BodyLimit
{
    public const int Longest = 32 * 1024;

    public static void UseBodyLimit(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/_blazor") || http.Request.Path.StartsWithSegments("/hubs")) return next();
        var longest = http.Request.Path.StartsWithSegments("/observe") && http.Request.Path.Value!.EndsWith("/photos", StringComparison.Ordinal) ? Photo.Most : Longest;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = longest; // one sent in chunks does not say how long it is
        return http.Request.ContentLength > longest ? Problems.TooLarge(http).ExecuteAsync(http) : next();
    });
}
