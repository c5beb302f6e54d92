using System.Globalization;
using System.Text;
using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>
/// <c>/gear/{id}/inspect</c>: an inspection on any phone, without a circuit, where a label's code leads; for the station, and for the people of the shop where
/// the item is. Beside it the ledger as CSV, the labels and the photos.
/// </summary>
public static class GearEndpoints
{
    /// <summary>So many labels are printed at once.</summary>
    public const int MostLabels = 240;

    public static void MapGear(this IEndpointRouteBuilder app)
    {
        app.MapGet("/gear/{id}/inspect", Show).RequireAuthorization().ExcludeFromDescription();
        app.MapPost("/gear/{id}/inspect", Inspect).RequireAuthorization().DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/gear/{id}/photos/{photo}", Picture).RequireAuthorization(Doors.Console).ExcludeFromDescription();
        app.MapGet("/gear/export", Export).RequireAuthorization(Doors.Console).ExcludeFromDescription();
        app.MapGet("/print/gear", Labels).RequireAuthorization(Doors.Console).ExcludeFromDescription();
    }

    /// <summary>What stands in an address; what cannot be read counts as not asked.</summary>
    public static GearQuery Asked(string? search, string? kind, string? circle, string? shop, string? show) =>
        new(string.IsNullOrWhiteSpace(search) ? null : search, Words.Parse<GearKind>(kind), string.IsNullOrEmpty(circle) ? null : circle, string.IsNullOrEmpty(shop) ? null : shop, Words.Parse<ShowGear>(show) ?? ShowGear.All);

    private static IResult Show(HttpContext http, string id, GearBoard board) => board.One(http.User.Actor(), id) is { } now ? Page(http, now) : Problems.NotFound(http);

    private static async Task<IResult> Inspect(HttpContext http, string id, GearBoard board, GearDesk desk)
    {
        var who = http.User.Actor();
        if (board.One(who, id) is not { } now) return Problems.NotFound(http);
        var form = await Papers.Form(http);
        var typed = form ?? await Papers.Typed(http);
        var ticked = typed["tick"].Select(Words.Parse<GearCheck>).OfType<GearCheck>().ToList();
        var (problem, photo) = (form is null ? PaperSay.Expired : (Text?)null, (Photo?)null);
        if (problem is null && form!.Files["photo"] is { Length: > 0 } file && (photo = await Taken(file)) is null) problem = GearPageSay.NoPhoto;
        var result = typed["result"].ToString();
        if (problem is null && result is not "passed" and not "faulty") problem = GearPageSay.Result;
        problem ??= await desk.Inspect(who, id, new Inspected(result == "passed", ticked, typed["note"], FromAddress.Day(typed["expires"]), photo));
        return problem is not null ? Page(http, now, problem, ticked, typed["note"]) : Papers.To(http, who.ShopId is null ? $"gear/{id}" : $"gear/{id}/inspect?done=true");
    }

    private static async Task<Photo?> Taken(IFormFile file)
    {
        if (file.Length > Photo.Most) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return Photo.Of(bytes.ToArray());
    }

    private static IResult Page(HttpContext http, GearNow now, Text? problem = null, IReadOnlyList<GearCheck>? ticked = null, string? note = null) => Papers.Page<InspectPage>(http, new
    {
        Now = now, Problem = problem, Ticked = ticked ?? [], Note = note, Done = http.Request.Query["done"] == "true" && problem is null, Back = http.User.Actor().ShopId is null ? $"gear/{now.Item.Id}" : "my-shop",
    });

    private static async Task<IResult> Picture(HttpContext http, string id, string photo, GearBoard board, PhotoFolder folder)
    {
        if (board.One(http.User.Actor(), id) is null || !(await board.History(id)).Any(l => l.Photo == photo) || folder.PathOf(id, photo) is not { } path) return Problems.NotFound(http);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(path, photo.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg", photo);
    }

    private static async Task<IResult> Export(HttpContext http, GearBoard board, AccessLog log, string? search, string? kind, string? circle, string? shop, string? show)
    {
        var who = http.User.Actor();
        if (who.StationId is not { } station || !who.May(Act.SeeGear, station)) return Problems.NotFound(http);
        var found = board.Find(station, Asked(search, kind, circle, shop, show) with { ByName = true });
        await log.Write(who, Deed.GearExported, station, found.Count.ToString(CultureInfo.InvariantCulture));
        var csv = new StringBuilder(CsvRecords.Line([.. GearList.Columns, "state", "out_to", "shop", "circle"]));
        foreach (var (item, at, circleName, trouble, _) in found)
        {
            csv.Append(CsvRecords.Line(new[]
            {
                item.Serial, GearSay.Of(item.Kind).ToString(), at?.Ref, item.Keeper, GearPage.Day(item.InServiceSince), GearPage.Day(item.ExpiresOn), GearPage.Day(item.NextInspectionOn),
                (trouble is { } why ? GearSay.Of(why) : GearPageSay.Usable).ToString(), item.OutTo, at?.Name, circleName,
            }.Select(CsvRecords.Cell)));
        }
        http.Response.Headers.CacheControl = "no-store";
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", $"gear-{board.Today(station):yyyy-MM-dd}.csv");
    }

    private static IResult Labels(HttpContext http, GearBoard board, PublicAddress address, string? search, string? kind, string? circle, string? shop, string? show)
    {
        var who = http.User.Actor();
        if (who.StationId is not { } station || !who.May(Act.SeeGear, station)) return Problems.NotFound(http);
        var found = board.Find(station, Asked(search, kind, circle, shop, show)).OrderBy(n => n.Circle, StringComparer.Ordinal).ThenBy(n => n.Shop?.Ref, StringComparer.Ordinal).ThenBy(n => n.Item.Serial, StringComparer.Ordinal).ToList();
        return Papers.Page<GearLabels>(http, new { Labels = found.Take(MostLabels).Select(n => (n, address.Of(http, $"gear/{n.Item.Id}/inspect"))).ToList(), All = found.Count });
    }
}
