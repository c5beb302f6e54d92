using Microsoft.AspNetCore.Identity;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What stands on a person's own page.</summary>
/// <param name="Stations">Those to choose from; only for an administrator.</param>
public sealed record AccountSheet(Account Account, IReadOnlyList<UserPasskeyInfo> Passkeys, int RecoveryLeft, IReadOnlyList<Station> Stations, StationTime Time, bool Saved)
{
    public static async Task<AccountSheet> For(UserManager<Account> users, Account account, TownHall hall, Calling calling, bool saved) => new(
        account, [.. await users.GetPasskeysAsync(account)], await users.CountRecoveryCodesAsync(account),
        account.Roles.HasFlag(Role.Admin) ? [.. hall.Town.Stations.Values.OrderBy(s => s.Name, StringComparer.Ordinal)] : [],
        new StationTime(calling.ZoneOf(account.StationId ?? "")), saved);
}
