using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.People;

/// <summary>
/// Pauses an account after its wrong tries of an hour, be they passwords, codes or passkeys, one after the other or not. Sign-ins that
/// stand go on, and so does every whistle; a right try says nothing about the wrong ones and forgives none.
/// </summary>
public sealed class Lockout(UserManager<Account> users, WhistleDb db, Tries tries, TimeProvider time)
{
    /// <summary>Whether this proof may be looked at. It counts as wrong until <see cref="Right"/> is said.</summary>
    public async Task<bool> Begin(Account account)
    {
        if (account.LockoutEnd > time.GetUtcNow()) return false;
        var number = tries.Begin(account);
        if (tries.IsLast(number)) await Pause(account, time.GetUtcNow() + Tries.Window);
        return number > 0;
    }

    public async Task Right(Account account)
    {
        tries.Right(account);
        await Pause(account, null); // it was the last, and right
    }

    /// <summary>Whose passkey a browser names, good or not.</summary>
    public async Task<Account?> Whose(string passkeyJson)
    {
        try
        {
            using var json = JsonDocument.Parse(passkeyJson);
            return json.RootElement.TryGetProperty("id", out var id) && id.GetString() is { } text && Base64Url.IsValid(text) ? await users.FindByPasskeyIdAsync(Base64Url.DecodeFromChars(text)) : null;
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // Not by saving the account: two tries at once must not refuse each other for a row that moved. What saves it later writes the same.
    private async Task Pause(Account account, DateTimeOffset? until)
    {
        if (account.LockoutEnd == until) return;
        account.LockoutEnd = until;
        await db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LockoutEnd, until));
    }
}
