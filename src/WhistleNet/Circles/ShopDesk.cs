using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What a station sets for a shop.</summary>
public sealed class ShopDesk(IDbContextFactory<WhistleDb> databases, TownHall hall)
{
    /// <summary>Hours, the trained mark and the standing choice of the silent switch. Nothing where it is done, or why not.</summary>
    public async Task<Text?> Set(Actor who, string shopId, string? hours, bool trained, bool silent)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Shops.SingleOrDefaultAsync(s => s.Id == shopId) is not { } shop || !who.May(Act.SeeCircles, shop.StationId)) return ProblemSay.NotFound;
        if (!who.May(Act.ManageHours, shop.StationId)) return ProblemSay.Forbidden;
        var read = OpeningHours.TryParse(hours);
        if (read is null && !string.IsNullOrWhiteSpace(hours)) return ShopSay.HoursUnread;
        (shop.Hours, shop.Trained, shop.Silent) = (read, trained, silent);
        if (!db.ChangeTracker.HasChanges()) return null;
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Town);
        await transaction.CommitAsync();
        await hall.Refresh();
        return null;
    }
}
