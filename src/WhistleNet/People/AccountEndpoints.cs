using Microsoft.AspNetCore.Identity;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
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
        own.MapPost("/account/sign-ins/end", EndSignIn);
        own.MapGet("/sign-in/authenticator", ShowAuthenticator);
        own.MapPost("/sign-in/authenticator", TurnOn);
        app.MapPaper("/sign-out", (HttpContext http) => Papers.Page<SignOutPage>(http, new { }), Leave);
    }

    private static async Task<IResult> Show(HttpContext http, UserManager<Account> users, AccountSheets sheets, bool saved = false) =>
        http.User.OwesSecondFactor() ? Papers.To(http, "sign-in/authenticator") : await Page(http, users, sheets, null, saved);

    private static async Task<IResult> ShowAuthenticator(HttpContext http, UserManager<Account> users, SecondFactor second) =>
        await Me(http, users) is not { } me ? Papers.To(http, "sign-in")
        : !await second.MayBeSetUp(me) ? Papers.To(http, "account")
        : Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me) });

    private static async Task<IResult> TurnOn(HttpContext http, UserManager<Account> users, SecondFactor second, Landing landing)
    {
        if (await Me(http, users) is not { } me || !await second.MayBeSetUp(me)) return Papers.To(http, "account");
        if (await Papers.Form(http) is not { } form) return Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me), Problem = (Text?)PaperSay.Expired });
        return await second.TurnOn(http.User.Actor(), me, form["code"]) is { } codes
            ? Papers.Page<RecoveryPage>(http, new { Codes = codes, Next = landing.Of(me.AsActor()) })
            : Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me), Problem = (Text?)SignInSay.CodeWrong });
    }

    private static async Task<IResult> PasskeyOptions(HttpContext http, UserManager<Account> users, AccountDesk desk) =>
        await Papers.Form(http) is null || await Me(http, users) is not { } me ? Results.BadRequest()
        : Results.Content(await desk.PasskeyOptions(me.Id, me.UserName!, me.Name), "application/json");

    // An officer who gave a password alone may add one only where there is no stronger way in yet.
    private static async Task<IResult> AddPasskey(HttpContext http, UserManager<Account> users, AccountDesk desk, SecondFactor second, SignInDesk signIn, AccountSheets sheets, Landing landing)
    {
        if (await Papers.Form(http) is not { } form || await Me(http, users) is not { } me) return Papers.To(http, "account");
        var owes = http.User.OwesSecondFactor();
        if (owes && !await second.MayBeSetUp(me)) return Papers.To(http, "account");
        if (await desk.AddPasskey(http.User.Actor(), me, Secret.Of(form).PasskeyJson) is { } why)
            return owes ? Papers.Page<AuthenticatorPage>(http, new { Key = await second.Key(me), Problem = (Text?)why }) : await Page(http, users, sheets, why);
        await signIn.Admit(me, ActorClaims.ByPasskey);
        return Papers.To(http, owes ? landing.Of(me.AsActor()) : "account?saved=true");
    }

    private static async Task<IResult> RemovePasskey(HttpContext http, UserManager<Account> users, SignInDesk signIn, AccountChange change, AccountSheets sheets)
    {
        if (await Mine(http, users) is not var (me, form)) return Papers.To(http, "account");
        if (me.PasswordHash is null && (await users.GetPasskeysAsync(me)).Count < 2) return await Page(http, users, sheets, AccountSay.LastWayIn);
        var id = new byte[1024];
        if (Convert.TryFromBase64String(form["id"].ToString(), id, out var length) && await users.GetPasskeyAsync(me, id[..length]) is not null) await change.Save(http.User.Actor(), me, Deed.PasskeyRemoved, () => users.RemovePasskeyAsync(me, id[..length]));
        return await Again(http, signIn, me);
    }

    private static async Task<IResult> ChangePassword(HttpContext http, UserManager<Account> users, SignInDesk signIn, AccountChange change, AccountSheets sheets, Proof proof, Tries tries)
    {
        if (await Mine(http, users) is not var (me, form)) return Papers.To(http, "account");
        var (present, next) = (form["present"].ToString(), form["password"].ToString());
        if (PasswordAdvice.Of(next, me.UserName) is var strength and (Strength.TooShort or Strength.Guessable)) return await Page(http, users, sheets, PaperSay.Of(strength));
        if (me.PasswordHash is not null)
        {
            if (!await tries.Begin(Tries.Door.SignIn, http) || !await proof.OfPresentPassword(http, me, present)) return await Page(http, users, sheets, AccountSay.PresentWrong);
            tries.Right(Tries.Door.SignIn, http);
        }
        me.PasswordHash = users.PasswordHasher.HashPassword(me, next);
        await change.Save(http.User.Actor(), me, Deed.PasswordChanged);
        return await Again(http, signIn, me);
    }

    private static async Task<IResult> Renew(HttpContext http, UserManager<Account> users, SecondFactor second, SignInDesk signIn)
    {
        if (await Mine(http, users) is not var (me, _)) return Papers.To(http, "account");
        await second.TurnOff(http.User.Actor(), me);
        await signIn.Admit(me, http.User.FindFirst(ActorClaims.Method)?.Value ?? ActorClaims.ByPassword);
        return Papers.To(http, "sign-in/authenticator");
    }

    private static async Task<IResult> ChooseStation(HttpContext http, UserManager<Account> users, SignInDesk signIn, AccountChange change, TownHall hall)
    {
        if (await Mine(http, users) is not var (me, form) || !me.Roles.HasFlag(Role.Admin) || !hall.Town.Stations.ContainsKey(form["station"].ToString())) return Papers.To(http, "account");
        me.StationId = form["station"];
        await change.Save(http.User.Actor(), me, Deed.StationChosen, reason: me.StationId);
        return await Again(http, signIn, me);
    }

    private static async Task<IResult> EndSignIn(HttpContext http, UserManager<Account> users, SignIns signIns)
    {
        if (await Mine(http, users) is not var (_, form)) return Papers.To(http, "account");
        await signIns.End(http.User.Actor(), form["id"].ToString());
        return Papers.To(http, "account?saved=true");
    }

    // Whoever comes without a token, as from a console that was open for weeks, is asked once more.
    private static async Task<IResult> Leave(HttpContext http, UserManager<Account> users, SignInDesk signIn, SignIns signIns, Presence presence, AccessLog log, WhistleDb db)
    {
        if (await Papers.Form(http) is not { } form) return Papers.Page<SignOutPage>(http, new { });
        var everywhere = form["everywhere"] == "1";
        if (everywhere && await Me(http, users) is { } me)
        {
            await users.UpdateSecurityStampAsync(me);
            await db.Touch(Stamp.Devices);
            presence.End(me.Id);
        }
        await signIns.Leave(http.User);
        await signIn.SignOut();
        if (http.User.Actor() is { Id.Length: > 0 } who) await log.Try(who, Deed.SignOut, name: everywhere ? "everywhere" : null); // nobody is kept in because it cannot be written down
        return Papers.To(http, "sign-in");
    }

    // What changes how one signs in ended every other sign-in; this one is renewed.
    private static async Task<IResult> Again(HttpContext http, SignInDesk signIn, Account me)
    {
        await signIn.Admit(me, http.User.FindFirst(ActorClaims.Method)?.Value ?? ActorClaims.ByPassword);
        return Papers.To(http, "account?saved=true");
    }

    private static async Task<IResult> Page(HttpContext http, UserManager<Account> users, AccountSheets sheets, Text? problem, bool saved = false) =>
        await Me(http, users) is { } me
            ? Papers.Page<AccountPage>(http, new { Sheet = await sheets.Of(http.User, me, saved), Problem = problem }) : Papers.To(http, "sign-in");

    /// <summary>The person and the form, where the form is good and the person has proved enough to change what they sign in with.</summary>
    private static async Task<(Account, IFormCollection)?> Mine(HttpContext http, UserManager<Account> users) =>
        !http.User.OwesSecondFactor() && await Papers.Form(http) is { } form && await Me(http, users) is { } me ? (me, form) : null;

    private static Task<Account?> Me(HttpContext http, UserManager<Account> users) => users.FindByIdAsync(http.User.Actor().Id);
}
