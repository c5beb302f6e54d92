using Microsoft.AspNetCore.Http.HttpResults;
using WhistleNet.Shell;

namespace WhistleNet.People;

public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapPaper("/sign-in", Show, Enter);
        app.MapPaper("/sign-in/code", (HttpContext http, string? to) => Papers.Page<CodePage>(http, new { To = to }), EnterCode);
        app.MapPost("/sign-in/passkey", Options).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static IResult Show(HttpContext http, Landing landing, string? to)
    {
        if (http.User.Identity?.IsAuthenticated != true) return Page(http, to);
        if (http.User.OwesSecondFactor()) return Papers.To(http, "sign-in/authenticator");
        var who = http.User.Actor();
        return to is null ? Papers.To(http, landing.Of(who)) : Papers.Page<SignInPage>(http, new { Who = who, Problem = (Text?)SignInSay.NotYours }, StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> Enter(HttpContext http, SignInDesk desk, Tries tries, Landing landing)
    {
        if (await Papers.Form(http) is not { } form) return Page(http, null, PaperSay.Expired);
        var (to, user) = ((string?)form["to"], (string?)form["user"]);
        if (!await tries.Begin(Tries.Door.SignIn, http)) return Page(http, to, SignInSay.Wrong, user);
        var (admission, account) = form["credential"] is { Count: 1 } key && key[0] is { Length: > 0 } json ? await desk.ByPasskey(json) : await desk.ByPassword(user, form["password"]);
        if (admission != Admission.Refused) tries.Right(Tries.Door.SignIn, http);
        if (admission == Admission.NeedsCode) return Papers.To(http, "sign-in/code" + QueryString.Create("to", to ?? ""));
        if (admission == Admission.Done) return In(http, landing, account!, to);
        return Page(http, to, SignInSay.Wrong, user);
    }

    private static async Task<IResult> EnterCode(HttpContext http, SignInDesk desk, Tries tries, Landing landing)
    {
        if (await Papers.Form(http) is not { } form) return Papers.Page<CodePage>(http, new { Problem = (Text?)PaperSay.Expired });
        var to = (string?)form["to"];
        if (await tries.Begin(Tries.Door.SignIn, http))
        {
            var (admission, account) = await desk.ByCode(form["code"]);
            if (admission == Admission.Done)
            {
                tries.Right(Tries.Door.SignIn, http);
                return In(http, landing, account!, to);
            }
        }
        return Papers.Page<CodePage>(http, new { To = to, Problem = (Text?)SignInSay.CodeWrong });
    }

    private static async Task<IResult> Options(HttpContext http, SignInDesk desk) =>
        await Papers.Form(http) is null ? Results.BadRequest() : Results.Content(await desk.PasskeyOptions(), "application/json");

    // Back to the page that asked for the sign-in, if it is one of ours.
    private static IResult In(HttpContext http, Landing landing, Account account, string? to) =>
        to is { Length: > 1 } && RedirectHttpResult.IsLocalUrl(to) ? Results.LocalRedirect(to) : Papers.To(http, landing.Of(account.AsActor()));

    private static IResult Page(HttpContext http, string? to, Text? problem = null, string? user = null) =>
        Papers.Page<SignInPage>(http, new { To = to, Problem = problem, User = user });
}
