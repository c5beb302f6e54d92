using Microsoft.AspNetCore.Identity;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Live;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>A person's own account: second factor, passkeys, password, station, signing out everywhere.</summary>
public static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("").RequireAuthorization().ExcludeFromDescription().DisableAntiforgery();
        own.MapGet("/account", Show);
        own.MapPost("/account/password", ChangePassword);
        own.MapPost("/account/passkey", AddPasskey);
        own.MapPost("/account/passkey/options", PasskeyOptions);
        own.MapPost("/account/passkey/remove", RemovePasskey);
        own.MapPost("/account/authenticator/renew", Renew);
        own.MapPost("/account/station", ChooseStation);
        own.MapGet("/sign-in/authenticator", ShowAuthenticator);
        own.MapPost("/sign-in/authenticator", TurnOn);
        app.MapPaper("/sign-out", (HttpContext http) => Papers.Page<SignOutPage>(http, new { }), Leave);
    }

    private static async Task<IResult> Show(HttpContext http, UserManager<Account> users, TownHall hall, Calling calling, bool saved = false) =>
        http.User.OwesSecondFactor() ? Papers.To(http, "sign-in/authenticator") : await Page(http, users, hall, calling, null, saved);

    private static async Task<IResult> ShowAuthenticator(HttpContext http, UserManager<Account> users, SecondFactor second) =>
        await Me(http, users) is not { } me ? Papers.To(http, "sign-in")
        : !await second.MayBeSetUp(me) ? Papers.To(http, "account")
        : Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me) });

    private static async Task<IResult> TurnOn(HttpContext http, UserManager<Account> users, SecondFactor second)
    {
        if (await Me(http, users) is not { } me || !await second.MayBeSetUp(me)) return Papers.To(http, "account");
        if (await Papers.Form(http) is not { } form) return Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me), Problem = (Text?)PaperSay.Expired });
        return await second.TurnOn(me, form["code"]) is { } codes
            ? Papers.Page<RecoveryPage>(http, new { Codes = codes, Next = Landing.Of(me.AsActor()) })
            : Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me), Problem = (Text?)SignInSay.CodeWrong });
    }

    private static async Task<IResult> PasskeyOptions(HttpContext http, UserManager<Account> users, AccountDesk desk) =>
        await Papers.Form(http) is null || await Me(http, users) is not { } me ? Results.BadRequest()
        : Results.Content(await desk.PasskeyOptions(me.Id, me.UserName!, me.Name), "application/json");

    // An officer who gave a password alone may add one only where there is no stronger way in yet.
    private static async Task<IResult> AddPasskey(HttpContext http, UserManager<Account> users, AccountDesk desk, SecondFactor second, SignInDesk signIn, TownHall hall, Calling calling)
    {
        if (await Papers.Form(http) is not { } form || await Me(http, users) is not { } me) return Papers.To(http, "account");
        var owes = http.User.OwesSecondFactor();
        if (owes && !await second.MayBeSetUp(me)) return Papers.To(http, "account");
        if (await desk.AddPasskey(me, Secret.Of(form).PasskeyJson) is { } why)
            return owes ? Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me), Problem = (Text?)why }) : await Page(http, users, hall, calling, why);
        await signIn.Admit(me, ActorClaims.ByPasskey);
        return Papers.To(http, owes ? Landing.Of(me.AsActor()) : "account?saved=true");
    }

    private static async Task<IResult> RemovePasskey(HttpContext http, UserManager<Account> users, SignInDesk signIn, TownHall hall, Calling calling)
    {
        if (await Mine(http, users) is not var (me, form)) return Papers.To(http, "account");
        if (me.PasswordHash is null && (await users.GetPasskeysAsync(me)).Count < 2) return await Page(http, users, hall, calling, AccountSay.LastWayIn);
        var id = new byte[1024];
        if (Convert.TryFromBase64String(form["id"].ToString(), id, out var length)) await users.RemovePasskeyAsync(me, id[..length]);
        return await Changed(http, users, signIn, me);
    }

    private static async Task<IResult> ChangePassword(HttpContext http, UserManager<Account> users, SignInDesk signIn, TownHall hall, Calling calling)
    {
        if (await Mine(http, users) is not var (me, form)) return Papers.To(http, "account");
        var (present, next) = (form["present"].ToString(), form["password"].ToString());
        if (PasswordAdvice.Of(next, me.UserName) is var strength and (Strength.TooShort or Strength.Guessable)) return await Page(http, users, hall, calling, PaperSay.Of(strength));
        var done = me.PasswordHash is null ? await users.AddPasswordAsync(me, next) : await users.ChangePasswordAsync(me, present, next);
        return done.Succeeded ? await Changed(http, users, signIn, me) : await Page(http, users, hall, calling, AccountSay.PresentWrong);
    }

    private static async Task<IResult> Renew(HttpContext http, UserManager<Account> users, SecondFactor second, SignInDesk signIn)
    {
        if (await Mine(http, users) is not var (me, _)) return Papers.To(http, "account");
        await second.TurnOff(me);
        await signIn.Admit(me, http.User.FindFirst(ActorClaims.Method)?.Value ?? ActorClaims.ByPassword);
        return Papers.To(http, "sign-in/authenticator");
    }

    private static async Task<IResult> ChooseStation(HttpContext http, UserManager<Account> users, SignInDesk signIn, TownHall hall)
    {
        if (await Mine(http, users) is not var (me, form) || !me.Roles.HasFlag(Role.Admin) || !hall.Town.Stations.ContainsKey(form["station"].ToString())) return Papers.To(http, "account");
        me.StationId = form["station"];
        return await Changed(http, users, signIn, me);
    }

    // Here alone no token is asked for: the console's button has none, a form from elsewhere is turned away by its origin, and the worst
    // of it would be that somebody has to sign in again. Everywhere is more than that.
    private static async Task<IResult> Leave(HttpContext http, UserManager<Account> users, SignInDesk signIn, Presence presence)
    {
        if (await Papers.Form(http) is { } form && form["everywhere"] == "1" && await Me(http, users) is { } me)
        {
            await users.UpdateSecurityStampAsync(me);
            presence.End(me.Id);
        }
        await signIn.SignOut();
        return Papers.To(http, "sign-in");
    }

    // What changes how one signs in ends every other sign-in, and renews this one.
    private static async Task<IResult> Changed(HttpContext http, UserManager<Account> users, SignInDesk signIn, Account me)
    {
        await users.UpdateSecurityStampAsync(me);
        await signIn.Admit(me, http.User.FindFirst(ActorClaims.Method)?.Value ?? ActorClaims.ByPassword);
        return Papers.To(http, "account?saved=true");
    }

    private static async Task<IResult> Page(HttpContext http, UserManager<Account> users, TownHall hall, Calling calling, Text? problem, bool saved = false) =>
        await Me(http, users) is { } me
            ? Papers.Page<AccountPage>(http, new { Sheet = await AccountSheet.For(users, me, hall, calling, saved), Problem = problem }) : Papers.To(http, "sign-in");

    /// <summary>The person and the form, where the form is good and the person has proved enough to change what they sign in with.</summary>
    private static async Task<(Account, IFormCollection)?> Mine(HttpContext http, UserManager<Account> users) =>
        !http.User.OwesSecondFactor() && await Papers.Form(http) is { } form && await Me(http, users) is { } me ? (me, form) : null;

    private static Task<Account?> Me(HttpContext http, UserManager<Account> users) => users.FindByIdAsync(http.User.Actor().Id);
}
