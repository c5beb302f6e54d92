using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>How far a sign-in got.</summary>
public enum Admission { Refused, NeedsCode, Done }

/// <summary>Lets people in. Whatever is wrong, the answer is the same and takes as long, so that nobody learns who has an account.</summary>
public sealed class SignInDesk(UserManager<Account> users, SignInManager<Account> signIn, Lockout lockout, AccessLog log)
{
    private static readonly Account Nobody = new() { Id = "nobody", UserName = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Tokens.New());

    public async Task<(Admission, Account?)> ByPassword(string? userName, string? password)
    {
        var account = string.IsNullOrWhiteSpace(userName) ? null : await users.FindByNameAsync(userName.Trim());
        // The same work for nobody, for somebody without a password, and for somebody who is paused, as for somebody.
        var mayTry = account?.PasswordHash is not null && await lockout.Begin(account);
        var right = users.PasswordHasher.VerifyHashedPassword(account ?? Nobody, mayTry ? account!.PasswordHash! : NobodysHash, password ?? "") != PasswordVerificationResult.Failed;
        if (!mayTry || !right) return await Refuse(account);
        await lockout.Right(account!);
        // A password alone must not add a second factor to an account that has a strong one already.
        if (account!.Roles.NeedTwoFactors() && !account.TwoFactorEnabled && (await users.GetPasskeysAsync(account)).Count > 0) return await Refuse(account);
        var result = await signIn.PasswordSignInAsync(account, password!, isPersistent: true, lockoutOnFailure: false);
        return result.Succeeded ? await Done(account, ActorClaims.ByPassword) : result.RequiresTwoFactor ? (Admission.NeedsCode, account) : await Refuse(account);
    }

    /// <summary>The second step: six digits of the authenticator, or one of the recovery codes.</summary>
    public async Task<(Admission, Account?)> ByCode(string? typed)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account) return await Refuse(null);
        if (!await lockout.Begin(account)) return await Refuse(account);
        var code = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c))]);
        var digits = code.Replace("-", "", StringComparison.Ordinal);
        var result = digits.Length == 6 && digits.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: true, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant());
        if (!result.Succeeded) return await Refuse(account);
        await lockout.Right(account);
        return await Done(account, ActorClaims.ByTwoFactors);
    }

    /// <summary>The question that a passkey answers; of whom is not asked, the passkey says it.</summary>
    public Task<string> PasskeyOptions() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<(Admission, Account?)> ByPasskey(string json)
    {
        var whose = await lockout.Whose(json);
        if (whose is not null && !await lockout.Begin(whose)) return await Refuse(whose);
        PasskeyAssertionResult<Account> answer;
        try
        {
            answer = await signIn.PerformPasskeyAssertionAsync(json);
        }
        catch (InvalidOperationException)
        {
            return await Refuse(whose); // no question was open
        }
        if (!answer.Succeeded || !await signIn.CanSignInAsync(answer.User)) return await Refuse(whose);
        await lockout.Right(answer.User);
        await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey); // its counter moved
        await Admit(answer.User, ActorClaims.ByPasskey);
        return await Done(answer.User, ActorClaims.ByPasskey);
    }

    // Where it cannot be written, the cookie that was prepared goes with the answer that is given up.
    private async Task<(Admission, Account?)> Done(Account account, string how)
    {
        await log.Write(account.AsActor().From(signIn.Context), Deed.SignIn, account.Id, account.Name, how);
        return (Admission.Done, account);
    }

    // Who it was is not known, only whose door it was; what was typed is not kept, it may be a password.
    private async Task<(Admission, Account?)> Refuse(Account? account)
    {
        await log.Write(new Actor("", "", Role.None, account?.StationId).From(signIn.Context), Deed.SignIn, account?.Id, account?.Name, result: Result.Refused);
        return (Admission.Refused, null);
    }

    /// <summary>Writes the cookie for somebody who has just proved who they are.</summary>
    /// <param name="method">How, in the words of <see cref="ActorClaims.Method"/>.</param>
    public Task Admit(Account account, string method) => signIn.SignInWithClaimsAsync(account, isPersistent: true, [new Claim(ActorClaims.Method, method)]);

    public Task SignOut() => signIn.SignOutAsync();
}
