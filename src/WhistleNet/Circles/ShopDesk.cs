using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What a station sets for a shop, and of it the owner for their own.</summary>
public sealed class ShopDesk(IDbContextFactory<WhistleDb> databases, TownHall hall)
{
    /// <summary>
    /// Hours, the trained mark (which an owner does not set) and the standing choice of the silent switch. Nothing where it is done, or
    /// why not.
    /// </summary>
    public async Task<Text?> Set(Actor who, string shopId, string? hours, bool trained, bool silent)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Shops.SingleOrDefaultAsync(s => s.Id == shopId) is not { } shop || !who.May(Act.SeeCircles, shop.StationId) && !who.MayFor(Act.ManageHours, shop.Id)) return ProblemSay.NotFound;
        var station = who.May(Act.ManageHours, shop.StationId);
        if (!station && !who.MayFor(Act.ManageHours, shop.Id)) return ProblemSay.Forbidden;
        var read = OpeningHours.TryParse(hours);
        if (read is null && !string.IsNullOrWhiteSpace(hours)) return ShopSay.HoursUnread;
        (shop.Hours, shop.Trained, shop.Silent) = (read, station ? trained : shop.Trained, silent);
        if (!db.ChangeTracker.HasChanges()) return null;
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Town);
        await transaction.CommitAsync();
        await hall.Refresh();
        return null;
    }
}
