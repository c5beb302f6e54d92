namespace WhistleNet.Shell;

/// <summary>What every answer says to the browser: our own scripts and nobody else's, in nobody else's frame.</summary>
public static class Headers
{
    /// <summary>Set by the demo alone, whose panes are frames of its own page.</summary>
    public const string OwnFrames = "WhistleNet:OwnFrames";

    public static void UseHeaders(this WebApplication app)
    {
        var frames = app.Configuration.GetValue<bool>(OwnFrames) ? "'self'" : "'none'";
        // Inline styles are MudBlazor's; inline scripts are nobody's.
        var policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
            + $"object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors {frames}";
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin"; // "no-referrer" would make the Origin of our own plain form null, and it would be turned away
            headers["Permissions-Policy"] = "screen-wake-lock=(self), autoplay=(self), geolocation=(), camera=(), microphone=()";
            return next();
        });
    }
}
