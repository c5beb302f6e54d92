using WhistleNet.Alerts;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

public static class CircleEndpoints
{
    public static void MapCircles(this IEndpointRouteBuilder api) => api.MapGet("/circles", List).Produces<CircleList>()
        .WithSummary("The station's circles, and whether each could form a unit now; reasons are empty where it could, else words: tooFewShops, tooFewOpen, tooFewDevices, tooFewOnShift, nobodyTrained, noShield, noFork, neverDrilled, drillTooLongAgo.");

    private static async Task<IResult> List(HttpContext http, RegisterBoard board, ReadinessBoard readiness)
    {
        var stations = board.Linked(http.User.Actor());
        if (stations.Count == 0) return Problems.Forbidden(http);
        var circles = new List<CircleView>();
        foreach (var station in stations)
        {
            circles.AddRange((await readiness.Of(station.Id, board.Circles(station.Id, null)))
                .Select(c => new CircleView(c.Now.Circle.Id, c.Now.Circle.Name, c.Now.Area, c.Now.Shops, c.Now.Linked, c.Readiness.Ready, [.. c.Readiness.Gaps.Select(g => g.Why.Word())])));
        }
        return Results.Ok(new CircleList(circles));
    }
}

public sealed record CircleList(IReadOnlyList<CircleView> Circles);

/// <param name="Shops">How many.</param>
/// <param name="Linked">How many of them are heard from now.</param>
/// <param name="Ready">Whether it could form a unit now.</param>
/// <param name="Reasons">Why not, as words of <see cref="NotReady"/>.</param>
public sealed record CircleView(string Id, string Name, string Area, int Shops, int Linked, bool Ready, IReadOnlyList<string> Reasons);
