using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

public static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts");
        alerts.MapGet("/", List).Produces<AlertPage>();
        alerts.MapGet("/{id}", One).Produces<AlertView>();
        alerts.MapPost("/{id}/take", (HttpContext http, string id, AlertDesk desk, AlertBoard board) => Moved(http, board, desk.Take(Who(http), id))).Produces<AlertView>();
        alerts.MapPost("/{id}/handBack", (HttpContext http, string id, AlertDesk desk, AlertBoard board) => Moved(http, board, desk.HandBack(Who(http), id))).Produces<AlertView>();
        alerts.MapPost("/{id}/widen", (HttpContext http, string id, AlertDesk desk, AlertBoard board) => Moved(http, board, desk.Widen(Who(http), id))).Produces<AlertView>();
        alerts.MapPost("/{id}/marks", Marks).Accepts<MarkBody>("application/json", "*/*").Produces<AlertView>();
        alerts.MapPost("/{id}/escalate", Escalate).Accepts<EscalateBody>("application/json", "*/*").Produces<AlertView>();
        alerts.MapPost("/{id}/close", Close).Accepts<CloseBody>("application/json", "*/*").Produces<AlertView>();
        alerts.MapPost("/{id}/reopen", Reopen).Accepts<ReopenBody>("application/json", "*/*").Produces<AlertView>();
        alerts.MapPost("/{id}/merge", Merge).Accepts<MergeBody>("application/json", "*/*").Produces<AlertView>();
        alerts.MapPost("/{id}/details", Details).Accepts<DetailsBody>("application/json", "*/*").Produces<AlertView>();
    }

    private static async Task<IResult> List(HttpContext http, AlertBoard board, string? state, string? since, string? limit, string? after) =>
        AlertQuery.Read(state, since, limit, after, out var why) is { } query ? Results.Ok(await board.List(Who(http), query)) : Problems.Bad(http, why);

    private static async Task<IResult> One(HttpContext http, string id, AlertBoard board, AccessLog log)
    {
        var who = Who(http);
        if (await board.One(who, id) is not { } view) return Problems.NotFound(http);
        if (who.Is(Role.Officer | Role.DutyCommander | Role.Organizer)) await log.Write(who, Deed.AlertRead, id, reason: id);
        return Results.Ok(view);
    }

    private static async Task<IResult> Marks(HttpContext http, string id, AlertDesk desk, AlertBoard board)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        return body.Word<Mark>("mark", out var bad) is not { } mark
            ? bad ?? Body.Missing<Mark>(http, "mark")
            : await Moved(http, board, desk.MarkAs(Who(http), id, mark, body.Text("text")));
    }

    private static async Task<IResult> Escalate(HttpContext http, string id, AlertDesk desk, AlertBoard board) =>
        await Body.Read(http) is { } body ? await Moved(http, board, desk.Escalate(Who(http), id, body.TextOrNumber("to"))) : Body.Unreadable(http);

    private static async Task<IResult> Close(HttpContext http, string id, AlertDesk desk, AlertBoard board)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        var outcome = body.Word<Outcome>("outcome", out var bad);
        return bad ?? await Moved(http, board, desk.Close(Who(http), id, outcome, body.Text("reason")));
    }

    private static async Task<IResult> Reopen(HttpContext http, string id, AlertDesk desk, AlertBoard board) =>
        await Body.Read(http) is { } body ? await Moved(http, board, desk.Reopen(Who(http), id, body.Text("reason"))) : Body.Unreadable(http);

    private static async Task<IResult> Merge(HttpContext http, string id, AlertDesk desk, AlertBoard board)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        return body.Text("into") is { } into
            ? await Moved(http, board, desk.Merge(Who(http), id, into, body.Text("reason")))
            : Problems.Bad(http, "into names the alert that this one is merged into.");
    }

    private static async Task<IResult> Details(HttpContext http, string id, AlertDesk desk, AlertBoard board)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        var kind = body.Word<Kind>("kind", out var bad);
        if (bad is not null) return bad;
        if (!body.Number("level", Level.Lowest, Level.ThreatToLife, out var level)) return Problems.Bad(http, "level is a whole number from 0 to 4.");
        return await Moved(http, board, desk.Tell(Who(http), id, kind, level));
    }

    private static async Task<IResult> Moved(HttpContext http, AlertBoard board, Task<Ruling<Alert>> move)
    {
        var ruling = await move;
        return ruling.Done ? Results.Ok(await board.One(Who(http), ruling.Value!.Id)) : Problems.Of(http, ruling);
    }

    private static Actor Who(HttpContext http) => http.User.Actor();
}

public sealed record MarkBody(string Mark, string? Text);

public sealed record EscalateBody(string? To);

public sealed record CloseBody(string Outcome, string Reason);

public sealed record ReopenBody(string Reason);

public sealed record MergeBody(string Into, string? Reason);

public sealed record DetailsBody(string? Kind, int? Level);
