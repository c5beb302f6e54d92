using WhistleNet.Shell;

namespace WhistleNet.People;

public static class InviteEndpoints
{
    public static void MapInvite(this IEndpointRouteBuilder app)
    {
        app.MapPaper("/invite", Show, Accept);
        app.MapPost("/invite/passkey", Options).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, string? who, string? code, Invites invites) =>
        await invites.Who(who, code) is { } account ? Page(http, account, code) : Gone(http);

    private static async Task<IResult> Accept(HttpContext http, Invites invites, SignInDesk signIn, Landing landing)
    {
        var fresh = await Papers.Form(http) is not null;
        var form = await Papers.Typed(http);
        if (await invites.Who(form["who"], form["code"]) is not { } account) return Gone(http);
        if (!fresh) return Page(http, account, form["code"], PaperSay.Expired);
        var secret = Secret.Of(form);
        if (await invites.Accept(account, secret, http) is { } why) return Page(http, account, form["code"], new(why, why));
        await signIn.Admit(account, secret.Method);
        return Papers.To(http, account.Roles.NeedTwoFactors() && secret.PasskeyJson is null ? "sign-in/authenticator" : landing.Of(account.AsActor()));
    }

    private static async Task<IResult> Options(HttpContext http, Invites invites, AccountDesk desk) =>
        await Papers.Form(http) is { } form && await invites.Who(form["who"], form["code"]) is { } account
            ? Results.Content(await desk.PasskeyOptions(account.Id, account.UserName!, account.Name), "application/json") : Results.NotFound();

    private static IResult Page(HttpContext http, Account who, string? code, Text? problem = null) => Papers.Page<InvitePage>(http, new { Who = who, Code = code, Problem = problem });

    private static IResult Gone(HttpContext http) => Papers.Page<InvitePage>(http, new { Problem = (Text?)InviteSay.Gone }, StatusCodes.Status404NotFound);
}
