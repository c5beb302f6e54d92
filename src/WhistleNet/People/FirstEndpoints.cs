using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.People;

public static class FirstEndpoints
{
    public static void MapFirst(this IEndpointRouteBuilder app)
    {
        app.MapPaper("/first", Show, Make);
        app.MapPost("/first/passkey", Options).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static IResult Show(HttpContext http, FirstLink link, string? code) =>
        link.Opens(code) ? Page(http, code) : Page(http, null, FirstSay.Gone, StatusCodes.Status404NotFound);

    private static async Task<IResult> Make(HttpContext http, FirstLink link, AccountDesk desk, SignInDesk signIn, Landing landing)
    {
        if (await Papers.Form(http) is not { } form) return Page(http, (await Papers.Typed(http))["code"], PaperSay.Expired);
        var (code, name, user, secret) = ((string?)form["code"], EnrolDesk.NameOf(form["name"]), EnrolDesk.NameOf(form["user"]), Secret.Of(form));
        if (!link.Opens(code)) return Page(http, null, FirstSay.Gone, StatusCodes.Status404NotFound);
        if (name is null || user is null) return Page(http, code, PaperSay.NameMissing, name: name, user: user);
        var (account, why) = await desk.MakeFirst(code!, name, user, secret);
        if (account is null) return Page(http, code, new(why!, why!), name: name, user: user);
        await signIn.Admit(account, secret.Method);
        return Papers.To(http, landing.Of(account.AsActor()));
    }

    private static async Task<IResult> Options(HttpContext http, FirstLink link, AccountDesk desk)
    {
        if (await Papers.Form(http) is not { } form || !link.Opens(form["code"])) return Results.NotFound();
        var (name, user) = (EnrolDesk.NameOf(form["name"]), EnrolDesk.NameOf(form["user"]));
        return name is null || user is null ? Results.BadRequest() : Results.Content(await desk.PasskeyOptions(Ids.New(), user, name), "application/json");
    }

    private static IResult Page(HttpContext http, string? code, Text? problem = null, int status = StatusCodes.Status200OK, string? name = null, string? user = null) =>
        Papers.Page<FirstPage>(http, new { Code = code, Problem = problem, Name = name, User = user }, status);
}
