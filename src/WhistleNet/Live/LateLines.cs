using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace WhistleNet.Live;

/// <summary>
/// Lines that were opened while the house was already stopping. SignalR closes the lines it has when the stop begins, and a page whose line
/// closed is back within milliseconds, before the door is shut: nobody would ever close that second line, and the server would wait its
/// whole time of grace (30 s) for it.
/// </summary>
public static class LateLines
{
    /// <summary>Whether a live line is asked for: by what would answer and not by the address, which can be written in several ways.</summary>
    public static bool IsLine(this HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null;

    public static void UseLateLines(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!http.IsLine()) { await next(http); return; }
        // The server asks this of each connection when no further one can come: those that SignalR knew have said farewell by then.
        var shutting = http.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        await using var _ = shutting.UnsafeRegister(static line => ((HttpContext)line!).Abort(), http);
        await next(http);
    });
}
