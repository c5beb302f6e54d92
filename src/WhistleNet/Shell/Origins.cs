using WhistleNet.Live;
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

    private static bool Guarded(HttpContext http) => http.IsLine() || !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

    private static bool IsOurs(HttpContext http)
    {
        var request = http.Request;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0) return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        if (request.Headers.Cookie.Count == 0 || DeviceCredential.Bearer(request) is { Length: > 0 }) return !http.IsLine() || request.Path.StartsWithSegments("/hubs");
        // A cookie without an origin: never on a live line. Else a page's own form in an old browser, which the fetch metadata or the
        // antiforgery token tells; in the API, which has no token, nothing that a foreign page's form could have sent.
        return !http.IsLine() && request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => true,
            "" => !request.Path.StartsWithSegments("/api") || !request.HasFormContentType && request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true,
            _ => false,
        };
    }
}
