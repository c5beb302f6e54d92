using Microsoft.AspNetCore.Mvc;
using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>Every refusal as RFC 9457 problem+json: what happened, what is still safe, what to do next.</summary>
public static class Problems
{
    public static IResult Of<T>(HttpContext http, Ruling<T> ruling) where T : class
    {
        if (ruling.Denied == Denied.NotFound) return NotFound(http);
        if (ruling.Denied == Denied.Forbidden) return Forbidden(http);
        return Refused(http, ruling.Refusal!.Value, ruling.Value as Alert, ruling.Value as Drill);
    }

    /// <summary>A move that the rule refused, with the present state, and who was first and when.</summary>
    public static IResult Refused(HttpContext http, Refusal refusal, Alert? alert = null, Drill? drill = null)
    {
        var more = new Dictionary<string, object?> { ["refusal"] = refusal.Word() };
        if (drill is not null) more["state"] = drill.State.Word();
        if (alert is not null)
        {
            more["state"] = alert.State.Word();
            if (alert.TakenBy is not null) (more["takenBy"], more["takenAt"]) = (alert.TakenBy, alert.TakenAt is { } at ? News.Time(at) : null);
            if (alert.ClosedBy is not null) (more["closedBy"], more["closedAt"]) = (alert.ClosedBy, alert.ClosedAt is { } at ? News.Time(at) : null);
        }
        return Problem(http, StatusCodes.Status409Conflict, ProblemSay.Of(refusal), more);
    }

    public static IResult NotFound(HttpContext http) => Problem(http, StatusCodes.Status404NotFound, ProblemSay.NotFound);

    public static IResult Forbidden(HttpContext http) => Problem(http, StatusCodes.Status403Forbidden, ProblemSay.Forbidden, new() { ["refusal"] = Refusal.NotPermitted.Word() });

    public static IResult Unauthorized(HttpContext http) => DeviceCredential.Revoked(http) is null
        ? Problem(http, StatusCodes.Status401Unauthorized, ProblemSay.NoCredential)
        : Problem(http, StatusCodes.Status401Unauthorized, ProblemSay.Of(Refusal.DeviceRevoked), new() { ["refusal"] = Refusal.DeviceRevoked.Word() });

    /// <summary>A field that cannot be read; <paramref name="known"/> lists the words that can.</summary>
    public static IResult Bad(HttpContext http, string detail, IEnumerable<string>? known = null) =>
        Problem(http, StatusCodes.Status400BadRequest, ProblemSay.BadRequest, known is null ? new() { ["detail"] = detail } : new() { ["detail"] = detail, ["known"] = known });

    public static IResult TooLarge(HttpContext http) => Problem(http, StatusCodes.Status413PayloadTooLarge, ProblemSay.TooLarge);

    public static IResult Problem(HttpContext http, int status, Text title, Dictionary<string, object?>? more = null)
    {
        var detail = more?.Remove("detail", out var said) == true ? said as string : null;
        return Results.Problem(new ProblemDetails { Status = status, Title = title.In(Language.Of(http)), Detail = detail, Extensions = more ?? [] });
    }
}
