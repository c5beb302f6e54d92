namespace WhistleNet.Shell;

/// <summary>
/// Cross-origin rules do not cover WebSockets, and a cookie travels with a form from anywhere: whatever changes something or opens
/// a live line must come from our own pages, or carry a bearer, which no foreign page can add.
/// </summary>
public static class Origins
{
    public static void UseOrigins(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (Guarded(http.Request) && !IsOurs(http.Request))
        {
            await Problems.Forbidden(http).ExecuteAsync(http);
            return;
        }
        await next(http);
    });

    private static bool Guarded(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs") || request.Path == "/_blazor" || !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0) return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
        if (request.Headers.Authorization.Count > 0 || request.Query.ContainsKey("access_token")) return true;
        // No origin: a bearer's client, or a page's own form in an old browser, which the fetch metadata or the antiforgery token tells.
        return request.Headers.Cookie.Count == 0 || request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none" && !request.Path.StartsWithSegments("/hubs") && !request.Path.StartsWithSegments("/_blazor");
    }
}
