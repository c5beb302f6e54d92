using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using WhistleNet.Data;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>The secret that an authenticator shares, as a person types it and as it is scanned.</summary>
public sealed record AuthenticatorKey(string Written, string Address);

/// <summary>An account's second factor: the authenticator and its recovery codes.</summary>
public sealed class SecondFactor(UserManager<Account> users, SignInDesk signIn, AccessLog log, WhistleDb db)
{
    private const string Issuer = "WhistleNet";
    private const int RecoveryCodes = 8;

    /// <summary>The key that is to be scanned; made at the first look.</summary>
    public async Task<AuthenticatorKey> Key(Account account)
    {
        if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } key)
        {
            // As the store keeps it, but without moving the stamp: a look at the page must not end the sign-in of whoever is scanning it.
            key = users.GenerateNewAuthenticatorKey();
            await users.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", key);
        }
        var written = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        var label = UrlEncoder.Default.Encode($"{Issuer}:{account.UserName}");
        return new AuthenticatorKey(written, $"otpauth://totp/{label}?secret={key}&issuer={Issuer}&digits=6");
    }

    /// <summary>Turns it on, once the authenticator has shown that it knows the key; answers the recovery codes, or null.</summary>
    public async Task<IReadOnlyList<string>?> TurnOn(Actor by, Account account, string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits)) return null;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await users.SetTwoFactorEnabledAsync(account, true);
        log.Note(db, by, Deed.SecondFactorSet, account.Id, account.Name);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await db.Touch(Stamp.Devices);
        await transaction.CommitAsync();
        await signIn.Admit(account, ActorClaims.ByTwoFactors);
        return [.. codes!];
    }

    /// <summary>Forgets it, so that another telephone can be set up.</summary>
    public async Task TurnOff(Actor by, Account account)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await users.SetTwoFactorEnabledAsync(account, false);
        log.Note(db, by, Deed.SecondFactorRenewed, account.Id, account.Name);
        await users.ResetAuthenticatorKeyAsync(account);
        await db.Touch(Stamp.Devices);
        await transaction.CommitAsync();
    }

    /// <summary>Whether a password alone may set one up: not where a stronger way in exists already.</summary>
    public async Task<bool> MayBeSetUp(Account account) => !account.TwoFactorEnabled && (!account.Roles.NeedTwoFactors() || (await users.GetPasskeysAsync(account)).Count == 0);
}
