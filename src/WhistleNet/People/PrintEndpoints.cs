using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.People;

/// <summary>
/// <c>/print/codes?circle=ID</c> (several, or none for the whole station; or <c>shop=ID</c>; <c>sheets=zh|en|both</c>; <c>part=N</c> of a large house): asks first, since every print makes new codes,
/// then gives one A4 sheet for each shop.
/// </summary>
public static class PrintEndpoints
{
    public static void MapPrint(this IEndpointRouteBuilder app)
    {
        app.MapGet("/print/codes", Ask).RequireAuthorization().ExcludeFromDescription();
        app.MapPost("/print/codes", Make).RequireAuthorization().DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/print/codes/revoke", Revoke).RequireAuthorization().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Ask(HttpContext http, CodeDesk desk, TownHall hall)
    {
        var choice = Choice.Read(http.Request.Query.ToDictionary(q => q.Key, q => q.Value), http.User.Actor(), hall, notAsked: true);
        if (choice is not null && await ProveEndpoints.First(http, http.Request.Path + http.Request.QueryString) is { } first) return first;
        return choice is null ? NotYours(http) : await Page(http, choice, desk);
    }

    private static async Task<IResult> Make(HttpContext http, CodeDesk desk, TownHall hall, PublicAddress address, Calling calling)
    {
        var form = await Papers.Form(http);
        var fields = form ?? await Papers.Typed(http);
        if (Choice.Read(fields.ToDictionary(f => f.Key, f => f.Value), http.User.Actor(), hall, notAsked: false) is not { } choice) return NotYours(http);
        if (form is null) return await Page(http, choice, desk, PaperSay.Expired);
        if (await ProveEndpoints.First(http, "/print/codes" + choice.Asked(choice.Language, choice.Part)) is { } first) return first;
        var codes = await desk.ForPaper(http.User.Actor(), choice.Shops, Ids.New());
        return Papers.Page<PrintSheets>(http, new
        {
            Sheets = codes.Select(c => new PrintedSheet(c.Shop!, CircleName(hall, c.Shop!), c.Code, address.Of(http, "enrol?code=" + c.Code), Until(calling, c))).ToList(),
            Enrol = address.Of(http, "enrol"), choice.Language,
        });
    }

    private static async Task<IResult> Revoke(HttpContext http, CodeDesk desk)
    {
        if (await ProveEndpoints.First(http, "/print/codes") is { } first) return first;
        if (await Papers.Form(http) is { } form && (string?)form["station"] is { } station && (string?)form["batch"] is { } batch) await desk.RevokeBatch(http.User.Actor(), station, batch);
        return Papers.To(http, "print/codes");
    }

    private static async Task<IResult> Page(HttpContext http, Choice choice, CodeDesk desk, Shell.Text? problem = null) => Papers.Page<PrintPage>(http, new
    {
        Choice = choice, Problem = problem, Batches = choice.StationId is null ? [] : await desk.Batches(http.User.Actor(), choice.StationId),
    });

    private static IResult NotYours(HttpContext http) => Papers.To(http, "sign-in" + QueryString.Create("to", "/print/codes"));

    private static string CircleName(TownHall hall, Shop shop) => hall.Town.Circles.TryGetValue(shop.CircleId, out var circle) ? circle.Name : "";

    private static string Until(Calling calling, IssuedCode code) =>
        TimeZoneInfo.ConvertTime(code.ExpiresAt, calling.ZoneOf(code.Shop!.StationId)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One sheet of paper.</summary>
public sealed record PrintedSheet(Shop Shop, string Circle, string Code, string Link, string Until);
