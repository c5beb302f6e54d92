using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary><c>/prove?to=PATH</c>: who are you, once more, before what matters; then back to where the person was.</summary>
public static class ProveEndpoints
{
    public static void MapProve(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/prove").RequireAuthorization().ExcludeFromDescription().DisableAntiforgery();
        own.MapGet("", async (HttpContext http, UserManager<Account> users, string? to, bool tab = false) => await Page(http, users, to, tab, tab ? Ours(to) : Came(http, to)));
        own.MapPost("", Answer);
        own.MapPost("/passkey", async (HttpContext http, SignInDesk desk) => await Papers.Form(http) is null ? Results.BadRequest() : Results.Content(await desk.PasskeyOptions(), "application/json"));
    }

    /// <summary>Null where the person proved who they are within the last minutes; else the way to do it, and back to <paramref name="to"/>.</summary>
    public static async Task<IResult?> First(HttpContext http, string to) =>
        await http.RequestServices.GetRequiredService<SignIns>().HasProved(http.User) ? null : Papers.To(http, "prove" + QueryString.Create("to", http.Request.PathBase + to));

    private static async Task<IResult> Answer(HttpContext http, UserManager<Account> users, Proof proof, Tries tries)
    {
        var form = await Papers.Form(http);
        var (to, tab, from) = ((string?)form?["to"], (string?)form?["tab"] == "True", Ours(form?["from"]));
        if (form is null) return await Page(http, users, to, tab, from, PaperSay.Expired);
        if (await users.FindByIdAsync(http.User.Actor().Id) is not { } me || !await tries.Begin(Tries.Door.SignIn, http) || !await proof.Give(http, me, form)) return await Page(http, users, to, tab, from, ProveSay.Wrong);
        tries.Right(Tries.Door.SignIn, http);
        var ours = Ours(to);
        return tab ? Papers.Page<ProvedPage>(http, new { To = ours }) : ours is null ? Papers.To(http, "account") : Results.LocalRedirect(ours);
    }

    private static string? Ours(string? address) => address is { Length: > 1 } && RedirectHttpResult.IsLocalUrl(address) ? address : null;

    // The page on which the person pressed, so that they can leave it at that: not the one that would only ask again.
    private static string? Came(HttpContext http, string? to)
    {
        if (http.Request.GetTypedHeaders().Referer is not { IsAbsoluteUri: true } page || page.Authority != http.Request.Host.Value || page.PathAndQuery == to) return null;
        var here = http.Request.PathBase.Value + "/";
        return page.AbsolutePath.StartsWith(here, StringComparison.Ordinal) && page.AbsolutePath != here + "prove" ? Ours(page.PathAndQuery) : null;
    }

    private static async Task<IResult> Page(HttpContext http, UserManager<Account> users, string? to, bool tab, string? from, Text? problem = null)
    {
        if (http.User.OwesSecondFactor()) return Papers.To(http, "sign-in/authenticator");
        if (await users.FindByIdAsync(http.User.Actor().Id) is not { } me) return Papers.To(http, "sign-in");
        var byPassword = me.PasswordHash is not null && (me.TwoFactorEnabled || !me.Roles.NeedTwoFactors());
        return Papers.Page<ProvePage>(http, new { Who = me.UserName, ByPassword = byPassword, WithCode = me.TwoFactorEnabled, ByPasskey = (await users.GetPasskeysAsync(me)).Count > 0, To = to, Tab = tab, From = from, Problem = problem });
    }
}
