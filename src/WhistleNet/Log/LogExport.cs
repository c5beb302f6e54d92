using System.Text;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary><c>/log/export</c>, asked as the page is: the rows as CSV with a byte order mark, in which no cell is a formula.</summary>
public static class LogExport
{
    public static void MapLog(this WebApplication app) => app.MapGet("/log/export", Export).RequireAuthorization(Doors.Console).ExcludeFromDescription();

    private static async Task<IResult> Export(HttpContext http, LogBoard board, Calling calling, string? kept, string? action, string? who, string? @object, string? from, string? until)
    {
        var reader = http.User.Actor();
        if (LogBoard.MayRead(reader) && await ProveEndpoints.First(http, "/log" + http.Request.QueryString) is { } first) return first;
        if (await board.Export(reader, LogQuery.Read(kept, action, who, @object, from, until, null)) is not { } found) return Problems.NotFound(http);
        var time = new StationTime(calling.ZoneOf(reader.StationId ?? ""));
        var csv = new StringBuilder(CsvRecords.Line("chain", "row", "time", "mode", "action", "result", "actor", "actor_id", "roles", "device", "ip", "object", "object_id", "text"));
        foreach (var r in found.Rows)
        {
            csv.Append(CsvRecords.Line(new[]
            {
                r.Chain, Text(r.Seq), time.Here(r.At).ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture), r.Mode is { } mode ? AlertSay.Of(mode).ToString() : "", r.What.ToString(),
                DeedSay.Of(r.Refused ? Result.Refused : Result.Done).ToString(), r.Who, r.WhoId, r.Roles is { } roles ? PeopleSay.All(roles) : "", r.Device, r.Ip, r.Object, r.ObjectId, r.Text,
            }.Select(CsvRecords.Cell)));
        }
        http.Response.Headers.CacheControl = "no-store";
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", $"log-{time.Here(found.Rows.Count > 0 ? found.Rows[0].At : default):yyyy-MM-dd}.csv");
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
