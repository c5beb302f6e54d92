using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The after-action report over HTTP, as JSON and as CSV. Who may not read reports at all gets 403; what is not theirs is not there.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports");
        reports.MapGet("/", OfAlert).Produces<ReportView>();
        reports.MapGet("/{id}", One).Produces<ReportView>();
        reports.MapGet("/{id}.json", One).Produces<ReportView>();
        reports.MapGet("/{id}.csv", Csv).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        var whole = api.MapGroup("/drills/{id}");
        whole.MapGet("/report", Drill).Produces<DrillReportView>().WithSummary("What a whole drill showed, over all its alerts; while it runs, as far as it has come.");
        whole.MapGet("/report.json", Drill).Produces<DrillReportView>();
        whole.MapGet("/report.csv", DrillCsv).Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> OfAlert(HttpContext http, ReportBoard board, AccessLog log, string? alert)
    {
        if (!MayRead(http, out var who)) return Problems.Forbidden(http);
        if (string.IsNullOrWhiteSpace(alert)) return Problems.Bad(http, "alert names the alert whose report is asked for.");
        return await Given(http, who, await board.OfAlert(who, alert), log);
    }

    private static async Task<IResult> One(HttpContext http, string id, ReportBoard board, AccessLog log) =>
        MayRead(http, out var who) ? await Given(http, who, await board.One(who, id), log) : Problems.Forbidden(http);

    private static async Task<IResult> Csv(HttpContext http, string id, ReportBoard board, AccessLog log, Calling calling, string? layout)
    {
        if (!MayRead(http, out var who)) return Problems.Forbidden(http);
        if (await board.One(who, id) is not { } read) return Problems.NotFound(http);
        await log.Write(who, Deed.ReportExported, id, read.Facts.Header.Shop, read.Report.AlertId);
        http.Response.Headers.CacheControl = "no-store";
        var (mode, time) = (read.Mode, new StationTime(calling.ZoneOf(read.Report.StationId)));
        return Results.File(ReportCsv.Of(read, mode, Words.Parse<Layout>(layout) ?? Layout.Own, time), "text/csv; charset=utf-8", $"{mode.Word()}-report-{time.Here(read.Report.EndedAt):yyyy-MM-dd-HHmm}.csv");
    }

    private static async Task<IResult> Given(HttpContext http, Actor who, ReportRead? read, AccessLog log)
    {
        if (read is null) return Problems.NotFound(http);
        await log.Write(who, Deed.ReportExported, read.Report.Id, read.Facts.Header.Shop, read.Report.AlertId);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(ReportView.Of(read, read.Mode));
    }

    private static async Task<IResult> Drill(HttpContext http, string id, DrillReportBoard board, AccessLog log, TownHall hall)
    {
        if (!MayRead(http, out var who)) return Problems.Forbidden(http);
        return await Exported(http, who, id, board, log) is { } read ? Results.Ok(DrillReportView.Of(read, DrillRead.Mode, hall.Town)) : Problems.NotFound(http);
    }

    private static async Task<IResult> DrillCsv(HttpContext http, string id, DrillReportBoard board, AccessLog log, TownHall hall, Calling calling, string? layout)
    {
        if (!MayRead(http, out var who)) return Problems.Forbidden(http);
        if (await Exported(http, who, id, board, log) is not { } read) return Problems.NotFound(http);
        var time = new StationTime(calling.ZoneOf(read.Drill.StationId));
        return Results.File(DrillReportCsv.Of(read, DrillRead.Mode, Words.Parse<Layout>(layout) ?? Layout.Own, time, hall.Town), "text/csv; charset=utf-8", $"{DrillRead.Mode.Word()}-report-{time.Here(read.Drill.StartedAt ?? read.Drill.StartsAt):yyyy-MM-dd-HHmm}.csv");
    }

    private static async Task<DrillRead?> Exported(HttpContext http, Actor who, string id, DrillReportBoard board, AccessLog log)
    {
        if (await board.Of(who, id) is not { } read) return null;
        await log.Write(who, Deed.ReportExported, id, read.Drill.Title);
        http.Response.Headers.CacheControl = "no-store";
        return read;
    }

    private static bool MayRead(HttpContext http, out Actor who)
    {
        who = http.User.Actor();
        return who.StationId is { } station && who.May(Act.SeeReports, station);
    }
}
