using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What stands on a person's own page.</summary>
/// <param name="SignIns">Where they are signed in.</param>
/// <param name="Here">Which of these this browser is.</param>
/// <param name="Stations">Those to choose from; only for an administrator.</param>
public sealed record AccountSheet(
    Account Account, IReadOnlyList<UserPasskeyInfo> Passkeys, int RecoveryLeft, IReadOnlyList<SignIn> SignIns, string? Here, IReadOnlyList<Station> Stations, StationTime Time, bool Saved);

/// <summary>Puts that page together.</summary>
public sealed class AccountSheets(UserManager<Account> users, SignIns signIns, TownHall hall, Calling calling)
{
    public async Task<AccountSheet> Of(ClaimsPrincipal person, Account account, bool saved) => new(
        account, [.. await users.GetPasskeysAsync(account)], await users.CountRecoveryCodesAsync(account), await signIns.Of(account), person.FindFirstValue(SignIns.Claim),
        account.Roles.HasFlag(Role.Admin) ? [.. hall.Town.Stations.Values.OrderBy(s => s.Name, StringComparer.Ordinal)] : [],
        new StationTime(calling.ZoneOf(account.StationId ?? "")), saved);
}
