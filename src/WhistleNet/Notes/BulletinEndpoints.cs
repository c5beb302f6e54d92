using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>A word to the shops over HTTP, for consoles of other makes; and what a shop's phone has read.</summary>
public static class BulletinEndpoints
{
    public static void MapBulletins(this IEndpointRouteBuilder api) => api.MapPost("/bulletins", Say).Accepts<BulletinBody>("application/json", "*/*").Produces<BulletinView>(StatusCodes.Status201Created)
        .WithSummary("Says a word to the shops of the station, or of circles. It never sounds; six an hour, beyond that 429 with Retry-After.");

    public static void MapReading(this IEndpointRouteBuilder app) => app.MapPost("/w/bulletins", Read).RequireAuthorization(Doors.Api).AddEndpointFilter(BadField.Answer).ExcludeFromDescription();

    private static async Task<IResult> Say(HttpContext http, BulletinDesk desk)
    {
        var who = http.User.Actor();
        if (who.StationId is not { } station || !who.May(Act.SayToShops, station)) return Problems.Forbidden(http);
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        var said = await desk.Say(who, body.Text("text"), body.Texts("circleIds"));
        if (said.Wait is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            return Problems.Problem(http, StatusCodes.Status429TooManyRequests, said.Problem!.Value);
        }
        return said.Problem is { } why ? Problems.Bad(http, why.In(Language.Of(http))) : Results.Json(new BulletinView(said.Id!), statusCode: StatusCodes.Status201Created);
    }

    // JSON and our own origin, as every call of a browser's cookie: see Origins; or the plain page's form, which gets the page again.
    private static async Task<IResult> Read(HttpContext http, BulletinDesk desk)
    {
        if (http.Request.HasFormContentType)
        {
            if (await Papers.Form(http) is { } form) await desk.Read(http.User.Actor(), form["id"]);
            return Papers.To(http, "w");
        }
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        return await desk.Read(http.User.Actor(), body.Text("id")) ? Results.Ok(new object()) : Problems.NotFound(http);
    }
}

public sealed record BulletinBody(string Text, IReadOnlyList<string>? CircleIds);

public sealed record BulletinView(string BulletinId);

/// <summary>A word as a shop's phone shows it.</summary>
public sealed record BulletinHere(string Id, string Kind, string Text, string At)
{
    public static BulletinHere Of(Bulletin said) => new(said.Id, said.Kind.Word(), said.Text ?? "", News.Time(said.At));
}
