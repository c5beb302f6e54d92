using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary><c>/w/notes</c>: a shop's people write a note from the phone that whistles. A page beside the whistle, never in its way.</summary>
public static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        app.MapGet("/w/notes", (HttpContext http, NoteBoard board, TownHall hall, Calling calling, bool saved = false) => Show(http, board, hall, calling, null, null, saved)).RequireAuthorization(Doors.Api).ExcludeFromDescription();
        app.MapPost("/w/notes", Write).RequireAuthorization(Doors.Api).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Write(HttpContext http, NoteDesk desk, NoteBoard board, TownHall hall, Calling calling)
    {
        var who = http.User.Actor();
        if (Mine(http, hall) is not { } shop) return Problems.NotFound(http);
        var form = await Papers.Form(http);
        var sent = form ?? await Papers.Typed(http);
        var typed = new NoteTyped(Words.Parse<NoteKind>(sent["kind"]), sent["text"], sent["here"] == "1" ? shop.Id : null, sent["place"]);
        return (form is null ? PaperSay.Expired : await desk.Write(who, typed)) is { } why ? await Show(http, board, hall, calling, typed, why, saved: false) : Papers.To(http, "w/notes?saved=true");
    }

    private static async Task<IResult> Show(HttpContext http, NoteBoard board, TownHall hall, Calling calling, NoteTyped? typed, Text? problem, bool saved) => Mine(http, hall) is not { } shop ? Problems.NotFound(http)
        : Papers.Page<ShopNotesPage>(http, new { Shop = shop, Time = new StationTime(calling.ZoneOf(shop.StationId)), Mine = await board.Mine(http.User.Actor()), Typed = typed, Problem = problem, Saved = saved && problem is null });

    private static Shop? Mine(HttpContext http, TownHall hall) => hall.Town.Shop(http.User.Actor().ShopId) is { } shop && http.User.Actor().MayFor(Act.WriteNotes, shop.Id) ? shop : null;
}
