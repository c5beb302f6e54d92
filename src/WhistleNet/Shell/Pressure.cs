using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.StaticAssets;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>
/// When more is asked than can be answered, page loads go first: only so many pages are drawn at once, a few more wait their turn, and
/// the rest get a small page that still whistles. A press, the API, the hub and the health checks are in no lane and wait for nobody.
/// </summary>
public static class Pressure
{
    /// <summary>How many pages are drawn at once; drawing takes the processor, so that more would only be slower.</summary>
    public const string PagesAtOnce = "WhistleNet:Limits:PagesAtOnce";

    /// <summary>How many more wait for their turn.</summary>
    public const string PagesWaiting = "WhistleNet:Limits:PagesWaiting";

    /// <summary>How many consoles may be open on one server.</summary>
    public const string Circuits = "WhistleNet:Limits:Circuits";

    /// <summary>How many of them one person may hold: enough for every screen of a room that shares an account, twice, since a line that broke is held until it is missed; too few to shut the others out.</summary>
    public const string CircuitsEach = "WhistleNet:Limits:CircuitsPerPerson";

    // These wait on purpose after a wrong code or password, and must not keep anybody else from a page.
    private const int DoorsAtOnce = 256;
    private static readonly PathString[] SlowDoors = ["/sign-in", "/enrol", "/first", "/invite"];

    private enum Lane { Free, Whistle, Page, Door, Circuit }

    public static WebApplicationBuilder AddPressure(this WebApplicationBuilder builder)
    {
        var pages = builder.Configuration.GetValue(PagesAtOnce, Math.Max(4, 2 * Environment.ProcessorCount));
        var waiting = builder.Configuration.GetValue(PagesWaiting, 100);
        var (circuits, each) = (builder.Configuration.GetValue(Circuits, 2_000), builder.Configuration.GetValue(CircuitsEach, 100));
        builder.Services.AddRateLimiter(limits =>
        {
            var ofOne = PartitionedRateLimiter.Create<HttpContext, string>(http => LaneOf(http) != Lane.Circuit ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetConcurrencyLimiter(http.User.Actor().Id, _ => new() { PermitLimit = each }));
            var ofAll = PartitionedRateLimiter.Create<HttpContext, Lane>(http => LaneOf(http) switch
            {
                Lane.Free => RateLimitPartition.GetNoLimiter(Lane.Free),
                Lane.Circuit => RateLimitPartition.GetConcurrencyLimiter(Lane.Circuit, _ => new() { PermitLimit = circuits }),
                Lane.Door => RateLimitPartition.GetConcurrencyLimiter(Lane.Door, _ => new() { PermitLimit = DoorsAtOnce }),
                var page => RateLimitPartition.GetConcurrencyLimiter(page, _ => new() { PermitLimit = pages, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }),
            });
            limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(ofOne, ofAll);
            limits.OnRejected = (context, _) => new(Busy(context.HttpContext));
        });
        return builder;
    }

    private static Lane LaneOf(HttpContext http)
    {
        var (request, endpoint) = (http.Request, http.GetEndpoint());
        if (request.Path.StartsWithSegments("/_blazor")) return http.IsLine() ? Lane.Circuit : Lane.Free;
        if (endpoint is null || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return Lane.Free;
        if (request.Path.StartsWithSegments("/w")) return HttpMethods.IsGet(request.Method) ? Lane.Whistle : Lane.Free; // a press is never held up
        if (request.Path.StartsWithSegments("/wall", out var behind) && behind.Value is "" or "/") return Lane.Whistle; // what is drawn behind its alerts waits with the pages
        if (request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/hubs") || request.Path.StartsWithSegments("/health") || request.Path == CspReports.Path) return Lane.Free;
        return SlowDoors.Any(d => request.Path.StartsWithSegments(d)) ? Lane.Door : Lane.Page;
    }

    // Drawn without a component, since the components are what there is too much of.
    private static Task Busy(HttpContext http)
    {
        var token = http.User.Actor().IsShop ? http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http) : null;
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "5";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(BusyPage.Of(Language.Of(http), http.Request.PathBase, token), http.RequestAborted);
    }
}
