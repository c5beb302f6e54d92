using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>Takes a credential back: from that moment it opens nothing, and its live lines are cut by <see cref="Farewell"/>.</summary>
public sealed class DeviceDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    /// <summary>True where it is revoked now; false where it is not there or not the actor's.</summary>
    public async Task<bool> Revoke(Actor by, string deviceId)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Devices.SingleOrDefaultAsync(d => d.Id == deviceId) is not { } device || !MayRevoke(by, device)) return false;
        device.RevokedAt ??= time.GetUtcNow();
        log.Note(db, by, Deed.DeviceRevoked, device.Id, device.Name);
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Devices);
        await transaction.CommitAsync();
        await hall.Refresh();
        return true;
    }

    public static bool MayRevoke(Actor by, Device device) =>
        by.May(Act.ManageDevices, device.StationId) || device.ShopId is { } shop && by.MayFor(Act.ManageDevices, shop);
}
