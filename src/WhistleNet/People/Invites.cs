using Microsoft.AspNetCore.Identity;
using WhistleNet.Data;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>
/// The one-time link by which an invited person chooses how to sign in. It ends with its first use, because the account's stamp moves;
/// a new one begins afresh: the old password, passkeys and second factor are gone.
/// </summary>
public sealed class Invites(UserManager<Account> users, AccountDesk desk, AccessLog log, WhistleDb db)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    private const string Purpose = "invite";

    public async Task<string> Path(Account account) =>
        $"invite?who={account.Id}&code={Uri.EscapeDataString(await users.GenerateUserTokenAsync(account, TokenOptions.DefaultProvider, Purpose))}";

    /// <summary>Whom a link invites; null where it was used, is too old, or is none.</summary>
    public async Task<Account?> Who(string? id, string? code) =>
        id is { Length: > 0 } && code is { Length: > 0 } && await users.FindByIdAsync(id) is { DisabledAt: null } account
        && await users.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, Purpose, code) ? account : null;

    /// <summary>Gives the person what they chose; why not, where that is no good.</summary>
    public async Task<string?> Accept(Account account, Secret secret, HttpContext http)
    {
        if (AccountDesk.Weak(secret, account.UserName!) is { } weak) return weak;
        var passkey = secret.PasskeyJson is null ? null : await desk.Attest(account, secret.PasskeyJson);
        if (secret.PasskeyJson is not null && passkey is null) return PaperSay.PasskeyFailed.ToString(); // before anything is thrown away
        var password = passkey is null ? users.PasswordHasher.HashPassword(account, secret.Password!) : null; // slow: before anything is locked
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var old in await users.GetPasskeysAsync(account)) await users.RemovePasskeyAsync(account, old.CredentialId);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        if (passkey is not null) await users.AddOrUpdatePasskeyAsync(account, passkey);
        (account.PasswordHash, account.LockoutEnd) = (password, null);
        log.Note(db, account.AsActor().From(http), Deed.InviteAccepted, account.Id, account.Name);
        await users.UpdateSecurityStampAsync(account); // saves the rest as well
        await transaction.CommitAsync();
        return null;
    }
}
