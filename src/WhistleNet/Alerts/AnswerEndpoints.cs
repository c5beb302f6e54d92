using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

public static class AnswerEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts");
        alerts.MapPost("/{id}/answers", Answer).Accepts<AnswerBody>("application/json", "*/*").Produces<NoticeNews>();
        alerts.MapPost("/{id}/observations", Observe).Accepts<ObservationBody>("application/json", "*/*");
        alerts.MapPost("/{id}/safe", Safe).Accepts<SafeBody>("application/json", "*/*");
    }

    private static async Task<IResult> Answer(HttpContext http, string id, AnswerDesk desk)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        if (body.Word<Reply>("answer", out var bad) is not { } reply) return bad ?? Body.Missing<Reply>(http, "answer");
        var ruling = await desk.Answer(http.User.Actor(), id, reply, body.Text("reason"));
        return ruling.Done ? Results.Ok(NoticeNews.Of(ruling.Value!)) : Problems.Of(http, ruling);
    }

    private static async Task<IResult> Observe(HttpContext http, string id, AnswerDesk desk)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        if (body.Word<Observation>("observation", out var bad) is not { } what) return bad ?? Body.Missing<Observation>(http, "observation");
        var ruling = await desk.Observe(http.User.Actor(), id, what, body.Text("text"));
        return ruling.Done ? Results.Ok(new object()) : Problems.Of(http, ruling);
    }

    // The same body and status whatever was typed: whoever stands behind the shopkeeper reads nothing from it.
    private static async Task<IResult> Safe(HttpContext http, string id, AnswerDesk desk)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        var ruling = await desk.SaySafe(http.User.Actor(), id, body.Text("word"), body.Flag("mistake"));
        return ruling.Done ? Results.Ok(new object()) : Problems.Of(http, ruling);
    }
}

public sealed record AnswerBody(string Answer, string? Reason);

public sealed record ObservationBody(string Observation, string? Text);

public sealed record SafeBody(string? Word, bool? Mistake);
