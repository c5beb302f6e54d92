using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace WhistleNet.Demo;

/// <summary>
/// Stands before the whole house: lets in this machine alone, under a name of this machine (a foreign page that points its own name
/// at us is turned away), and turns <c>/pane/{word}/…</c> into that pane's identity with the rest as its path.
/// </summary>
internal sealed class FrontDoor(PaneCookies cookies, Links links) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(Pass);
        next(app);
    };

    private async Task Pass(HttpContext http, RequestDelegate next)
    {
        if (http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from) || !IsThisMachine(http.Request.Host.Host))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (!http.Request.Path.StartsWithSegments("/pane", out var rest))
        {
            await next(http);
            return;
        }
        var path = rest.Value ?? "";
        var end = path.IndexOf('/', 1) is > 0 and var slash ? slash : path.Length;
        if (DemoPart.Panes.FirstOrDefault(p => path.Length > 1 && p.Word == path[1..end]) is not { } pane) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (path.Length - end <= 1) http.Response.Redirect($"/pane/{pane.Word}/{pane.Home}{http.Request.QueryString}");
        else await Through(http, pane, path[end..], next);
    }

    private async Task Through(HttpContext http, DemoPart pane, string path, RequestDelegate next)
    {
        var link = links.Of(pane.Word);
        try
        {
            await link.Up(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return; // whoever asked has given up
        }
        if (http.Features.Get<IHttpUpgradeFeature>() is { } upgrade) http.Features.Set<IHttpUpgradeFeature>(new Wire(upgrade, link));
        http.Request.PathBase = http.Request.PathBase.Add($"/pane/{pane.Word}");
        http.Request.Path = path;
        await cookies.Put(http, pane);
        await next(http);
    }

    private static bool IsThisMachine(string host) => host == "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}
