using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Shell;

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
        await hall.Store(db, transaction, Stamp.Devices);
        return true;
    }

    /// <summary>Sends a device's whistles to the station alone for some days. Nothing where it is done, or why not.</summary>
    public Task<Text?> Restrict(Actor by, string deviceId, int days, string? why) => Change(by, deviceId, Deed.DeviceRestricted, FreeText.Cut(why),
        device => device.Restrict(days, FreeText.Cut(why), by, time.GetUtcNow()) ? null : AppealSay.RestrictWrong);

    public Task<Text?> Lift(Actor by, string deviceId) => Change(by, deviceId, Deed.RestrictionLifted, null, device =>
    {
        device.Lift(time.GetUtcNow());
        return null;
    });

    private async Task<Text?> Change(Actor by, string deviceId, Deed what, string? reason, Func<Device, Text?> change)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Devices.SingleOrDefaultAsync(d => d.Id == deviceId && d.Kind == DeviceKind.Shop) is not { } device || !by.May(Act.SeeFalseAlarms, device.StationId)) return ProblemSay.NotFound;
        if (!by.May(Act.Restrict, device.StationId)) return ProblemSay.Forbidden;
        if (change(device) is { } wrong) return wrong;
        if (!db.ChangeTracker.HasChanges()) return null;
        log.Note(db, by, what, device.Id, device.Name, reason);
        await hall.Store(db, transaction, Stamp.Devices);
        return null;
    }

    public static bool MayRevoke(Actor by, Device device) =>
        by.May(Act.ManageDevices, device.StationId) || device.ShopId is { } shop && by.MayFor(Act.ManageDevices, shop);
}
