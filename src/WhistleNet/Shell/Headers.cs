using System.Net;

namespace WhistleNet.Shell;

/// <summary>What every answer says to the browser: our own scripts and nobody else's, in nobody else's frame.</summary>
public static class Headers
{
    /// <summary>Set by the demo alone, whose panes are frames of its own page.</summary>
    public const string OwnFrames = "WhistleNet:OwnFrames";

    private const string AYear = "max-age=31536000; includeSubDomains";

    public static void UseHeaders(this WebApplication app)
    {
        var frames = app.Configuration.GetValue<bool>(OwnFrames) ? "'self'" : "'none'";
        var tiles = Circles.MapTiles.Of(app.Configuration) is { } ground ? " " + ground.Origin : "";
        // Inline styles are MudBlazor's; inline scripts are nobody's.
        var policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " + $"img-src 'self' data:{tiles}; connect-src 'self'; "
            + $"object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors {frames}; report-uri ";
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() => // at the end, since an answer in place of a broken one begins with no headers
            {
                var headers = http.Response.Headers;
                var reports = http.Request.PathBase + CspReports.Path;
                headers.ContentSecurityPolicy = policy + reports;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin"; // "no-referrer" would make the Origin of our own plain form null, and it would be turned away
                headers["Permissions-Policy"] = "screen-wake-lock=(self), autoplay=(self), geolocation=(), camera=(), microphone=(), payment=(), usb=(), display-capture=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (LeavesIdle(http.Request)) headers.Connection = "close";
                if (!http.Request.IsHttps) return Task.CompletedTask;
                // The newer way to report is for TLS alone, and where it is named the older one is not used.
                headers.ContentSecurityPolicy = policy + reports + "; report-to csp";
                headers["Reporting-Endpoints"] = $"csp=\"{reports}\"";
                if (IsAName(http.Request.Host.Host)) headers.StrictTransportSecurity = AYear;
                return Task.CompletedTask;
            });
            return next();
        });
    }

    // "localhost" is everybody's: a year of TLS there would be forced upon other programs of this machine.
    private static bool IsAName(string host) => host != "localhost" && !IPAddress.TryParse(host.Trim('[', ']'), out _);

    // After a change of network idle connections are dead and look alive: one press waited on four of them in turn, 7 s. A browser of ours
    // is left none to choose; what it asks now and then may call anew. Devices and rigs with a token of their own keep theirs.
    private static bool LeavesIdle(HttpRequest request) =>
        HttpProtocol.IsHttp11(request.Protocol) && request.Headers.Upgrade.Count == 0 && request.Headers.Cookie.Count > 0;
}
