using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>
/// A shop changes hands, leaves, or turns out to be another one entered twice. Nothing that happened is changed: its alerts and reports keep their shop. What opened
/// doors for the people before opens none any more.
/// </summary>
public sealed class ShopMoveDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, PeopleDesk people, AccessLog log, TimeProvider time)
{
    /// <summary>Somebody else has the shop now: devices and codes are revoked, accounts stopped, members gone, words and the trained mark taken back. Gear and hours stay.</summary>
    public Task<Text?> HandOver(Actor by, string shopId) => Move(by, shopId, Deed.ShopHandedOver, (_, shop) =>
    {
        (shop.SafeWord, shop.DuressWord, shop.Trained, shop.TrainedUntil) = (null, null, false, null);
        return Task.FromResult<Text?>(null);
    });

    /// <summary>It is no part of the joint defence any more: nobody calls it, and it stands in no circle's count.</summary>
    public Task<Text?> Leave(Actor by, string shopId) => Move(by, shopId, Deed.ShopLeft, async (db, shop) =>
    {
        if (await db.Gear.AnyAsync(g => g.ShopId == shop.Id && g.State != GearState.Scrapped)) return ShopMoveSay.HasGear;
        (shop.SafeWord, shop.DuressWord, shop.TrainedUntil, shop.LeftAt) = (null, null, null, time.GetUtcNow());
        return null;
    });

    /// <summary>
    /// It is the same shop as another: gear, members and special days become that one's, and it leaves. Its devices must be enrolled anew: a credential belongs to
    /// one shop for ever.
    /// </summary>
    public Task<Text?> Merge(Actor by, string shopId, string intoId) => Move(by, shopId, Deed.ShopLeft, async (db, shop) =>
    {
        if (shopId == intoId || await db.Shops.SingleOrDefaultAsync(s => s.Id == intoId && s.StationId == shop.StationId && s.LeftAt == null) is not { } into) return ShopMoveSay.NotThatOne;
        await db.Gear.Where(g => g.ShopId == shop.Id).ExecuteUpdateAsync(g => g.SetProperty(x => x.ShopId, into.Id).SetProperty(x => x.Version, x => x.Version + 1));
        await db.SpecialDays.Where(d => d.ShopId == shop.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.ShopId, into.Id));
        await db.Members.Where(m => m.ShopId == shop.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.ShopId, into.Id));
        if (shop.TrainedUntil > (into.TrainedUntil ?? DateOnly.MinValue)) into.TrainedUntil = shop.TrainedUntil;
        into.Trained |= shop.Trained;
        (shop.SafeWord, shop.DuressWord, shop.TrainedUntil, shop.LeftAt) = (null, null, null, time.GetUtcNow());
        await db.Touch(Stamp.Gear);
        await db.Touch(Stamp.Days);
        return null;
    }, intoId);

    private async Task<Text?> Move(Actor by, string shopId, Deed what, Func<WhistleDb, Shop, Task<Text?>> move, string? reason = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Shops.SingleOrDefaultAsync(s => s.Id == shopId && s.LeftAt == null) is not { } shop) return ProblemSay.NotFound;
        if (!by.May(Act.ManageShops, shop.StationId) || !by.May(Act.ManagePeople, shop.StationId)) return ProblemSay.Forbidden;
        if (await db.Alerts.AnyAsync(a => a.ShopId == shop.Id && a.State != AlertState.Closed)) return ShopMoveSay.AlertOpen;
        if (await move(db, shop) is { } why) return why;

        var now = time.GetUtcNow();
        await db.Devices.Where(d => d.ShopId == shop.Id && d.RevokedAt == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.RevokedAt, now));
        await db.EnrolCodes.Where(c => c.ShopId == shop.Id && c.UsedAt == null && c.RevokedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.RevokedAt, now));
        await db.Members.Where(m => m.ShopId == shop.Id && m.LeftAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.LeftAt, now));
        var accounts = await db.Users.Where(u => u.ShopId == shop.Id && u.DisabledAt == null).Select(u => u.Id).ToListAsync();
        log.Note(db, by, what, shop.Id, shop.Name, reason);
        await db.SaveChangesAsync();
        foreach (var stamp in new[] { Stamp.Town, Stamp.Devices, Stamp.Duty }) await db.Touch(stamp);
        await transaction.CommitAsync();
        foreach (var account in accounts) await people.Disable(by, account); // each is a deed of its own, and ends their sign-ins
        await hall.Refresh();
        return null;
    }
}
