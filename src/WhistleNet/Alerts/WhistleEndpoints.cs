using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

public static class WhistleEndpoints
{
    public static void MapWhistles(this IEndpointRouteBuilder api) => api.MapPost("/whistles", Press)
        .WithSummary("One press. The same press id is the same whistle for ever; none is refused for quota.")
        .Accepts<WhistleBody>("application/json", "*/*").Produces<WhistleAnswer>(StatusCodes.Status201Created).Produces<WhistleAnswer>();

    private static async Task<IResult> Press(HttpContext http, WhistleDesk desk)
    {
        if (await ReadBody(http) is not { } body) return Problems.TooLarge(http);
        if (WhistleRequest.Read(body, out var why) is not { } request) return Problems.Bad(http, why);
        var who = http.User.Actor();
        if (!who.IsShop && !who.IsStation) return Problems.Forbidden(http);
        if ((who.IsStation ? request.ShopId : who.ShopId) is not { Length: > 0 } shopId) return Problems.Bad(http, "shopId says for which shop the officer raises.");

        var ruling = await desk.Press(who, shopId, request);
        if (!ruling.Done) return Problems.Of(http, ruling);
        var (press, isNew) = ruling.Value!;
        return Results.Json(WhistleAnswer.Of(press), statusCode: isNew && !press.Reinforced ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<byte[]?> ReadBody(HttpContext http)
    {
        if (http.Request.ContentLength > WhistleRequest.LongestBody) return null;
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0;)
        {
            body.Write(chunk, 0, read);
            if (body.Length > WhistleRequest.LongestBody) return null;
        }
        return body.ToArray();
    }
}

/// <summary>What a press may carry; only <c>pressId</c> is needed.</summary>
public sealed record WhistleBody(string PressId, string? Mode, string? DrillId, string? Kind, bool? Silent, string? Text, DateTimeOffset? PressedAt, WhistlePosition? Position, string? ShopId);

public sealed record WhistlePosition(double Lat, double Lon);

/// <summary>The answer to a press; a repeat gets the same.</summary>
public sealed record WhistleAnswer(string AlertId, string PressId, string Mode, string RaisedAt, long Version, int Notified, bool? Reinforced, bool? Limited)
{
    public static WhistleAnswer Of(Press press) => new(press.AlertId, press.PressId, press.Mode.Word(), News.Time(press.RaisedAt), press.Version, press.Notified,
        press.Reinforced ? true : null, press.Limited ? true : null);
}
