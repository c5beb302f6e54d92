using Microsoft.AspNetCore.Http.HttpResults;

namespace WhistleNet.Demo;

/// <summary>The side-by-side page and its levers: cut a pane's link, push the clock, start a drill.</summary>
internal static class DemoPages
{
    private const int MostSeconds = 24 * 60 * 60;

    public static void MapDemoPage(this IEndpointRouteBuilder demo)
    {
        demo.MapGet("/demo", IResult (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return new RazorComponentResult<DemoPage> { PreventStreamingRendering = true };
        });
        demo.MapGet("/demo/now", (DemoBoard board) => board.Now());
        demo.MapPost("/demo/links/{word}", SetLink);
        demo.MapPost("/demo/clock", PushClock);
        demo.MapPost("/demo/drill", TurnDrill);
    }

    private static async Task<IResult> SetLink(string word, bool cut, Links links, DemoBoard board)
    {
        if (!DemoPart.Panes.Any(p => p.Word == word)) return Results.NotFound();
        if (cut) links.Of(word).Cut();
        else links.Of(word).Mend();
        return Results.Ok(await board.Now());
    }

    private static async Task<IResult> PushClock(int seconds, DemoHand hand, DemoBoard board)
    {
        if (seconds is < 1 or > MostSeconds) return Results.BadRequest();
        hand.Push(TimeSpan.FromSeconds(seconds));
        return Results.Ok(await board.Now());
    }

    private static async Task<IResult> TurnDrill(DemoDrill drill, DemoBoard board, int pace = 1)
    {
        if (pace is not (1 or DemoDrill.Fast)) return Results.BadRequest();
        await drill.Turn(pace);
        return Results.Ok(await board.Now());
    }
}
