using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

public static class CircleEndpoints
{
    public static void MapCircles(this IEndpointRouteBuilder api) => api.MapGet("/circles", List).Produces<CircleList>()
        .WithSummary("The station's circles. Whether each could form a unit now (ready, reasons) is not worked out yet and left out.");

    private static IResult List(HttpContext http, RegisterBoard board)
    {
        var stations = board.Linked(http.User.Actor());
        return stations.Count == 0 ? Problems.Forbidden(http)
            : Results.Ok(new CircleList([.. stations.SelectMany(s => board.Circles(s.Id, null)).Select(c => new CircleView(c.Circle.Id, c.Circle.Name, c.Area, c.Shops, c.Linked))]));
    }
}

public sealed record CircleList(IReadOnlyList<CircleView> Circles);

/// <param name="Shops">How many.</param>
/// <param name="Linked">How many of them are heard from now.</param>
public sealed record CircleView(string Id, string Name, string Area, int Shops, int Linked);
