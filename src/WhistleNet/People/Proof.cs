using Microsoft.AspNetCore.Identity;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>Asks somebody who is signed in who they are, once more: by a passkey, or by the password and the authenticator, where they have one.</summary>
public sealed class Proof(UserManager<Account> users, SignInManager<Account> signIn, Lockout lockout, SignIns signIns, AccessLog log)
{
    /// <summary>True where it was the same person; it then holds for <see cref="SignIns.Proved"/>. A wrong one is a wrong try of the account.</summary>
    public async Task<bool> Give(HttpContext http, Account me, IFormCollection form)
    {
        var right = await lockout.Begin(me) && (form["credential"] is { Count: 1 } key && key[0] is { Length: > 0 } json ? await IsPasskeyOf(me, json) : await IsPassword(me, form["password"], form["code"]));
        await log.Write(http.User.Actor(), Deed.Proved, me.Id, me.Name, result: right ? Result.Done : Result.Refused);
        if (!right) return false;
        await lockout.Right(me);
        await signIns.Prove(http.User);
        return true;
    }

    /// <summary>True where this is the password that is to be changed. A wrong one is a wrong try of the account, and recorded; what was right is recorded with the change.</summary>
    public async Task<bool> OfPresentPassword(HttpContext http, Account me, string present)
    {
        var right = await lockout.Begin(me) && await users.CheckPasswordAsync(me, present);
        if (right) await lockout.Right(me);
        else await log.Write(http.User.Actor(), Deed.PasswordChanged, me.Id, me.Name, result: Result.Refused);
        return right;
    }

    private async Task<bool> IsPassword(Account me, string? password, string? code)
    {
        if (me.PasswordHash is null || me.Roles.NeedTwoFactors() && !me.TwoFactorEnabled) return false; // the passkey is all that is strong enough
        if (!await users.CheckPasswordAsync(me, password ?? "")) return false;
        return !me.TwoFactorEnabled || await users.VerifyTwoFactorTokenAsync(me, TokenOptions.DefaultAuthenticatorProvider, new string([.. (code ?? "").Where(char.IsAsciiDigit)]));
    }

    private async Task<bool> IsPasskeyOf(Account me, string json)
    {
        try
        {
            if (await signIn.PerformPasskeyAssertionAsync(json) is not { Succeeded: true } answer || answer.User.Id != me.Id) return false;
            await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey); // its counter moved
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // no question was open
        }
    }
}
