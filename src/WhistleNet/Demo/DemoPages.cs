using Microsoft.AspNetCore.Http.HttpResults;
using WhistleNet.Live;

namespace WhistleNet.Demo;

/// <summary>The side-by-side page and its levers: cut a pane's link, push the clock, start a drill.</summary>
internal static class DemoPages
{
    private const int MostSeconds = 24 * 60 * 60;

    public static void MapDemoPage(this IEndpointRouteBuilder demo)
    {
        demo.MapGet("/demo", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return new RazorComponentResult<DemoPage> { PreventStreamingRendering = true };
        });
        demo.MapGet("/demo/now", (DemoBoard board) => board.Now());
        demo.MapPost("/demo/links/{word}", SetLink);
        demo.MapPost("/demo/clock", PushClock);
        demo.MapPost("/demo/drill", async (DemoDrill drill, DemoBoard board) =>
        {
            await drill.Turn();
            return Results.Ok(await board.Now());
        });
    }

    private static async Task<IResult> SetLink(string word, bool cut, Links links, DemoBoard board)
    {
        if (!DemoPart.Panes.Any(p => p.Word == word)) return Results.NotFound();
        if (cut) links.Of(word).Cut();
        else links.Of(word).Mend();
        return Results.Ok(await board.Now());
    }

    private static async Task<IResult> PushClock(int seconds, DemoClock clock, Presence presence, Links links, DemoBoard board)
    {
        if (seconds is < 1 or > MostSeconds) return Results.BadRequest();
        clock.Push(TimeSpan.FromSeconds(seconds));
        // A pushed clock is no silence: whoever is connected was heard all the while.
        var cut = DemoPart.Panes.Where(p => links.Of(p.Word).IsCut).Select(p => p.Id).ToHashSet();
        foreach (var (id, sign) in presence.All.Where(s => s.Value.Connections > 0 && !cut.Contains(s.Key))) presence.Beat(id);
        return Results.Ok(await board.Now());
    }
}
