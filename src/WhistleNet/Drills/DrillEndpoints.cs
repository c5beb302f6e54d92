using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

public static class DrillEndpoints
{
    public static void MapDrills(this IEndpointRouteBuilder api)
    {
        var drills = api.MapGroup("/drills");
        drills.MapPost("/", Plan).Accepts<DrillBody>("application/json", "*/*").Produces<DrillView>(StatusCodes.Status201Created)
            .WithSummary("Plans a drill. It starts when a person starts it, or by itself at startsAt where it is armed and no real alert is open.");
        drills.MapGet("/", List).Produces<DrillList>();
        drills.MapGet("/{id}", One).Produces<DrillView>();
        drills.MapPost("/{id}/start", (HttpContext http, string id, DrillDesk desk, DrillBoard board) => Moved(http, board, desk.Start(Who(http), id))).Produces<DrillView>();
        drills.MapPost("/{id}/announce", (HttpContext http, string id, DrillDesk desk, DrillBoard board) => Moved(http, board, desk.Announce(Who(http), id))).Produces<DrillView>();
        drills.MapPost("/{id}/stop", Stop).Accepts<DrillReason>("application/json", "*/*").Produces<DrillView>();
        drills.MapPost("/{id}/cancel", Cancel).Accepts<DrillReason>("application/json", "*/*").Produces<DrillView>();
    }

    private static async Task<IResult> List(HttpContext http, DrillBoard board, ScenarioBoard scenarios)
    {
        var who = Who(http);
        return who.StationId is not { } station || !who.May(Act.SeeDrills, station) ? Problems.Forbidden(http)
            : Results.Ok(new DrillList([.. (await board.List(who)).Select(DrillView.Of)], await scenarios.Names(station)));
    }

    private static async Task<IResult> One(HttpContext http, string id, DrillBoard board) =>
        await board.One(Who(http), id) is { } seen ? Results.Ok(DrillView.Of(seen)) : Problems.NotFound(http);

    private static async Task<IResult> Plan(HttpContext http, DrillDesk desk, DrillBoard board, TownHall hall, ScenarioBoard scenarios, TimeProvider time)
    {
        var who = Who(http);
        if (who.StationId is not { } station || !who.May(Act.RunDrills, station)) return Problems.Forbidden(http);
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        var form = body.Word<DrillForm>("form", out var bad);
        if (bad is not null) return bad;
        if (!body.Number("minutes", 1, DrillRequest.MostMinutes, out var minutes)) return Problems.Bad(http, DrillSay.NeedsMinutes.In(Language.Of(http)));
        IReadOnlyList<Scenario> known = [.. (await scenarios.Newest(station)).Select(s => s.Scenario)];
        var asked = new DrillRequest(body.Text("title"), body.Texts("circleIds"), body.Text("scenario"), form, body.Flag("blind"), body.Time("startsAt"), body.Flag("armed"), minutes, body.Text("pressShopId"),
            body.Each("observers", o => new ObserverPost(o.Text("name") ?? "", o.Text("shopId"))), body.Text("areaId"), body.Numbers("phoneRungs"));
        if (asked.Read(who, hall.Town, hall.Ladders.Of(station), known, time.GetUtcNow(), out var why) is not { } plan)
            return Problems.Bad(http, why.In(Language.Of(http)), why == DrillSay.NeedsScenario ? [.. known.Select(s => s.Id)] : why == DrillSay.NeedsForm ? Words.All<DrillForm>() : null);
        var ruling = await desk.Plan(who, plan);
        return ruling.Done ? Results.Json(DrillView.Of((await board.One(who, ruling.Value!.Id))!), statusCode: StatusCodes.Status201Created) : Problems.Of(http, ruling);
    }

    private static async Task<IResult> Stop(HttpContext http, string id, DrillDesk desk, DrillBoard board) =>
        await Body.Read(http) is { } body ? await Moved(http, board, desk.Stop(Who(http), id, body.Text("reason"))) : Body.Unreadable(http);

    private static async Task<IResult> Cancel(HttpContext http, string id, DrillDesk desk, DrillBoard board) =>
        await Body.Read(http) is { } body ? await Moved(http, board, desk.Cancel(Who(http), id, body.Text("reason"))) : Body.Unreadable(http);

    private static async Task<IResult> Moved(HttpContext http, DrillBoard board, Task<Ruling<Drill>> move)
    {
        var ruling = await move;
        return ruling.Done ? Results.Ok(DrillView.Of((await board.One(Who(http), ruling.Value!.Id))!)) : Problems.Of(http, ruling);
    }

    private static Actor Who(HttpContext http) => http.User.Actor();
}

/// <summary>What a plan carries; the last seven may be left out, circleIds where areaId stands for all circles of an area, and <c>scenario</c> where <c>form</c> is <c>comms</c>, which plays none.</summary>
public sealed record DrillBody(string Title, IReadOnlyList<string>? CircleIds, string? Scenario, string Form, DateTimeOffset StartsAt, int Minutes, bool? Blind, bool? Armed, string? PressShopId, IReadOnlyList<ObserverBody>? Observers, string? AreaId, IReadOnlyList<int>? PhoneRungs);

/// <summary>Somebody who is to observe, and the shop of its circles at which they stand; none for anywhere.</summary>
public sealed record ObserverBody(string Name, string? ShopId);

public sealed record DrillReason(string Reason);
