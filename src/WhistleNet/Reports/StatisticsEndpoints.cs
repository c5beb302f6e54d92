using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary><c>/statistics/export</c>: what the page shows, as CSV, of one mode.</summary>
public static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder app) => app.MapGet("/statistics/export", Export).RequireAuthorization(Doors.Console).ExcludeFromDescription();

    private static async Task<IResult> Export(HttpContext http, StatisticsBoard board, TownHall hall, AccessLog log, string? mode, string? period, string? from, string? until, string? cut, string? circle, string? area)
    {
        var who = http.User.Actor();
        if (who.StationId is not { } station || !who.May(Act.SeeReports, station)) return Shell.Problems.NotFound(http);
        var of = await board.Of(station, StatisticsQuery.Read(mode, period, from, until, cut, circle, area, board.Today(station)));
        await log.Write(who, Deed.StatisticsExported, station, of.Mode.Word());
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(StatisticsCsv.Of(of, of.Mode, hall.Town), "text/csv; charset=utf-8", $"{of.Mode.Word()}-statistics-{board.Today(station):yyyy-MM-dd}.csv");
    }
}
