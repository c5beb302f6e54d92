using Microsoft.AspNetCore.Identity;
using WhistleNet.Data;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>Saves what a person changed about how they sign in, with its record and an end to all their sign-ins, in one transaction.</summary>
public sealed class AccountChange(UserManager<Account> users, AccessLog log, WhistleDb db)
{
    /// <param name="first">What saves by itself and belongs to the change.</param>
    public async Task Save(Actor by, Account account, Deed what, Func<Task>? first = null, string? reason = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (first is not null) await first();
        log.Note(db, by, what, account.Id, account.Name, reason);
        await users.UpdateSecurityStampAsync(account);
        await db.Touch(Stamp.Devices); // every other sign-in of theirs ends, and so do its lines
        await transaction.CommitAsync();
    }
}
