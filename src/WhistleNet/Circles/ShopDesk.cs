using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What a station sets for a shop, and of it the owner for their own.</summary>
public sealed class ShopDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log)
{
    /// <summary>
    /// Hours, the trained mark (which an owner does not set), the standing choice of the silent switch, and whether it keeps the station's holidays (none: as it
    /// was). Nothing where it is done, or why not.
    /// </summary>
    public async Task<Text?> Set(Actor who, string shopId, string? hours, bool trained, bool silent, bool? keepsHolidays = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Shops.SingleOrDefaultAsync(s => s.Id == shopId) is not { } shop || !who.May(Act.SeeCircles, shop.StationId) && !who.MayFor(Act.ManageHours, shop.Id)) return ProblemSay.NotFound;
        var station = who.May(Act.ManageHours, shop.StationId);
        if (!station && !who.MayFor(Act.ManageHours, shop.Id)) return ProblemSay.Forbidden;
        var read = OpeningHours.TryParse(hours);
        if (read is null && !string.IsNullOrWhiteSpace(hours)) return ShopSay.HoursUnread;
        (shop.Hours, shop.Trained, shop.Silent, shop.KeepsHolidays) = (read, station ? trained : shop.Trained, silent, keepsHolidays ?? shop.KeepsHolidays);
        if (!db.ChangeTracker.HasChanges()) return null;
        log.Note(db, who, Deed.ShopSaved, shop.Id, shop.Name);
        await hall.Store(db, transaction, Stamp.Town);
        return null;
    }

    /// <summary>The silent switch, set by one of the shop's own devices for all of them. False where it is no device of a shop.</summary>
    public async Task<bool> SetSilent(Actor who, bool silent)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Shops.SingleOrDefaultAsync(s => s.Id == who.ShopId) is not { } shop || !who.MayFor(Act.SetSilent, shop.Id)) return false;
        shop.Silent = silent;
        if (!db.ChangeTracker.HasChanges()) return true;
        log.Note(db, who, Deed.ShopSaved, shop.Id, shop.Name);
        await hall.Store(db, transaction, Stamp.Town);
        return true;
    }
}
