using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.People;

/// <summary>A person as the list shows them.</summary>
public sealed record PersonLine(string Id, string Name, string UserName, Role Roles, string? StationId, string? ShopId, string? ShopName, bool Disabled, bool LockedOut, bool NeverSignedIn, bool TwoFactors);

/// <summary>Answers who the people are that somebody may manage.</summary>
public sealed class PeopleBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
{
    public Task<IReadOnlyList<PersonLine>> Of(Actor by) => Read(by, db => db.Users.Where(a => by.StationId == null || a.StationId == by.StationId || a.StationId == null));

    /// <summary>The owner and the staff of one shop.</summary>
    public Task<IReadOnlyList<PersonLine>> OfShop(Actor by, string shopId) => Read(by, db => db.Users.Where(a => a.ShopId == shopId));

    private async Task<IReadOnlyList<PersonLine>> Read(Actor by, Func<WhistleDb, IQueryable<Account>> whom)
    {
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow();
        var accounts = await whom(db).AsNoTracking().ToListAsync();
        var withPasskey = (await db.Set<IdentityUserPasskey<string>>().AsNoTracking().Select(p => p.UserId).ToListAsync()).ToHashSet();
        return [.. accounts.Where(a => PeopleDesk.MaySee(by, a)).OrderBy(a => a.DisabledAt is not null).ThenBy(a => a.Name, StringComparer.CurrentCulture).Select(a => new PersonLine(
            a.Id, a.Name, a.UserName!, a.Roles, a.StationId, a.ShopId, hall.Town.Shop(a.ShopId)?.Name, a.DisabledAt is not null, a.LockoutEnd > now,
            a.PasswordHash is null && !withPasskey.Contains(a.Id), a.TwoFactorEnabled || withPasskey.Contains(a.Id)))];
    }
}
