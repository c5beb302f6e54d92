using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.People;

public static class EnrolEndpoints
{
    public static void MapEnrol(this IEndpointRouteBuilder app) => app.MapPaper("/enrol", Show, Arm);

    public static void MapEnrolApi(this IEndpointRouteBuilder api) =>
        api.MapPost("/devices/enrol", Enrol).AllowAnonymous().Accepts<EnrolBody>("application/json").Produces<EnrolAnswer>(StatusCodes.Status201Created);

    private static async Task<IResult> Show(HttpContext http, string? code, EnrolDesk desk, TownHall hall, Tries tries)
    {
        if (string.IsNullOrWhiteSpace(code)) return Papers.Page<EnrolPage>(http, new { });
        return await Good(http, code, desk, tries) is { } good ? Ask(http, code, good, hall) : Gone(http);
    }

    private static async Task<IResult> Arm(HttpContext http, EnrolDesk desk, TownHall hall, Tries tries)
    {
        var fresh = await Papers.Form(http) is not null;
        var form = await Papers.Typed(http);
        if (await Good(http, form["code"], desk, tries) is not { } good) return Gone(http);
        if (!fresh) return Ask(http, form["code"], good, hall, PaperSay.Expired);
        if (EnrolDesk.NameOf(form["personName"]) is not { } name) return Ask(http, form["code"], good, hall, PaperSay.NameMissing);
        if (await desk.Enrol(form["code"], name, http) is not { } enrolled) return Gone(http);
        DeviceCredential.Keep(http, enrolled.Device.Kind, enrolled.Token);
        return Papers.To(http, enrolled.Device.Kind == DeviceKind.Wall ? "wall" : "w");
    }

    private static async Task<IResult> Enrol(HttpContext http, EnrolDesk desk, Tries tries)
    {
        if (await Body.Read(http) is not { } body) return Body.Unreadable(http);
        if (EnrolDesk.NameOf(body.Text("personName")) is not { } name) return Problems.Bad(http, EnrolSay.PersonMissing.ToString());
        var good = await Good(http, body.Text("code"), desk, tries);
        // Only a shop's device is made here: a wall's token belongs in its browser's cookie.
        return good is { Kind: DeviceKind.Shop } && await desk.Enrol(body.Text("code"), name, http) is { Shop: { } shop } made
            ? Results.Json(new EnrolAnswer(made.Device.Id, made.Token, shop.Id, shop.Name), statusCode: StatusCodes.Status201Created)
            : Problems.NotFound(http);
    }

    private static async Task<EnrolCode?> Good(HttpContext http, string? code, EnrolDesk desk, Tries tries)
    {
        if (await tries.AreUsedUp(Tries.Door.Enrol, http)) return null;
        if (await desk.Look(code) is { } good) return good;
        tries.Wrong(Tries.Door.Enrol, http);
        return null;
    }

    private static IResult Ask(HttpContext http, string? code, EnrolCode good, TownHall hall, Text? problem = null) =>
        Papers.Page<EnrolPage>(http, new { Code = code, IsWall = good.Kind == DeviceKind.Wall, ShopName = hall.Town.Shop(good.ShopId)?.Name, Problem = problem });

    private static IResult Gone(HttpContext http) => Papers.Page<EnrolPage>(http, new { Problem = (Text?)EnrolSay.Gone }, StatusCodes.Status404NotFound);
}

public sealed record EnrolBody(string Code, string PersonName);

public sealed record EnrolAnswer(string DeviceId, string Token, string ShopId, string ShopName);
