using Microsoft.AspNetCore.SignalR;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>
/// Cross-origin rules do not cover WebSockets, and a cookie travels with a form from anywhere: whatever changes something or opens
/// a live line must come from our own pages, or carry a bearer, which no foreign page can add.
/// </summary>
public static class Origins
{
    public static void UseOrigins(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (Guarded(http) && !IsOurs(http))
        {
            await Problems.Forbidden(http).ExecuteAsync(http);
            return;
        }
        await next(http);
    });

    private static bool Guarded(HttpContext http) => IsLine(http) || !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

    // By what would answer and not by the address, which can be written in several ways.
    private static bool IsLine(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null;

    private static bool IsOurs(HttpContext http)
    {
        var request = http.Request;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0) return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        if (request.Headers.Cookie.Count == 0 || DeviceCredential.Bearer(request) is { Length: > 0 }) return !IsLine(http) || request.Path.StartsWithSegments("/hubs");
        // A cookie without an origin: never on a live line. Else a page's own form in an old browser, which the fetch metadata or the
        // antiforgery token tells; in the API, which has no token, nothing that a foreign page's form could have sent.
        return !IsLine(http) && request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => true,
            "" => !request.Path.StartsWithSegments("/api") || !request.HasFormContentType && request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true,
            _ => false,
        };
    }
}
