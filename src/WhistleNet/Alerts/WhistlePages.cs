using Microsoft.AspNetCore.Http.HttpResults;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>The shop's page: a document of its own, without a circuit, that whistles with a script and without one.</summary>
public static class WhistlePages
{
    public static void MapWhistlePage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/w", Show).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/w/neighbours", Neighbours).RequireAuthorization(Doors.Api).ExcludeFromDescription();
        app.MapPost("/w/silent", SetSilent).RequireAuthorization(Doors.Api).AddEndpointFilter(BadField.Answer).ExcludeFromDescription();
        app.MapPost("/w/today", Today).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        // The token is checked by hand: whoever is in need gets the page again with a fresh one, not a bare refusal.
        app.MapPost("/w", Press).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Neighbours(HttpContext http, WhistleSheets sheets, TownHall hall) =>
        hall.Town.Shop(http.User.Actor().ShopId) is { } shop ? Results.Ok(new { neighbours = sheets.OnShiftNear(shop), silent = shop.Silent, bulletins = await sheets.Said(shop) }) : Results.NotFound();

    // JSON and our own origin, as every call of a browser's cookie: see Origins.
    private static async Task<IResult> SetSilent(HttpContext http, ShopDesk desk)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        if (!body.Says("silent")) return Problems.Bad(http, "silent is missing.");
        return await desk.SetSilent(http.User.Actor(), body.Flag("silent")) ? Results.Ok(new object()) : Problems.Forbidden(http);
    }

    // One tap, and the page again; whoever it is not for gets what the page says to them.
    private static async Task<IResult> Today(HttpContext http, DayDesk desk)
    {
        var who = http.User.Actor();
        if (who is { IsShop: true, ShopId: { } shop } && await Papers.Form(http) is { } form && form["closed"].ToString() is var closed && closed is "true" or "false") await desk.Today(who, shop, closed == "true");
        return Papers.To(http, "w");
    }

    private static async Task<IResult> Show(HttpContext http, WhistleSheets sheets)
    {
        if (http.Request.Cookies[DeviceCredential.ShopCookie] is { } token && http.User.Actor().IsShop && !http.IsDemoPane()) DeviceCredential.Keep(http, DeviceKind.Shop, token);
        return Page(http, await sheets.For(http, shell: http.Request.Query.ContainsKey("shell")));
    }

    private static async Task<IResult> Press(HttpContext http, WhistleSheets sheets, WhistleDesk desk, AlertBoard board)
    {
        var who = http.User.Actor();
        if (!who.IsShop) return Page(http, await sheets.For(http));
        if (await Papers.Form(http) is not { } form) return Page(http, await sheets.For(http) with { NotSent = true });

        var practice = form["mode"] == Mode.Test.Word();
        // A form without a usable id is still a cry for help.
        var pressId = Guid.TryParse(form["pressId"], out var printed) ? printed : Guid.NewGuid();
        var drill = form["drillId"] is [{ Length: > 0 } id] ? id : null;
        var request = new WhistleRequest(pressId.ToString("D"), IsTest: practice, IsDrill: drill is not null, drill, Kind.Unspecified, Silent: form["silent"] == "true", null, null, null, null);
        var ruling = await desk.Press(who, who.ShopId!, request);
        var sheet = await sheets.For(http);
        if (ruling.Refusal == Refusal.DrillNotRunning) return Page(http, sheet with { DrillOver = true });
        if (!ruling.Done) return Page(http, sheet with { NotSent = true });
        return Page(http, practice ? sheet with { Own = null, Practised = true } : sheet with { Own = await board.One(who, ruling.Value!.Press.AlertId) });
    }

    // Never stored anywhere: it carries a press id, and tomorrow's press must not be answered by yesterday's alert.
    private static RazorComponentResult<WhistlePage> Page(HttpContext http, WhistleSheet sheet)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<WhistlePage>(new { Sheet = sheet }) { PreventStreamingRendering = true };
    }
}
