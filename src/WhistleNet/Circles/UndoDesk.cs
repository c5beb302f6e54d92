using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What taking the last bulk change back would do.</summary>
public sealed record UndoLook(RegisterChange Change, Undo Undo);

/// <summary>Takes the last bulk change of a station's register back, as far as nothing else moved what it touched.</summary>
public sealed class UndoDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log)
{
    /// <summary>None where there is nothing to take back, or it is not theirs.</summary>
    public async Task<UndoLook?> Look(Actor by, string stationId)
    {
        if (!by.May(Act.ManageShops, stationId)) return null;
        await using var db = await databases.CreateDbContextAsync();
        return await db.LastChange(stationId) is { } last ? new UndoLook(last, await Of(db, last)) : null;
    }

    /// <summary>Nothing where it is done; else why not, and nothing is.</summary>
    /// <param name="changeId">The one that was looked at; a newer one has to be looked at first.</param>
    public async Task<Text?> Do(Actor by, string stationId, string changeId)
    {
        if (!by.May(Act.ManageShops, stationId)) return ProblemSay.Forbidden;
        await using var db = await databases.CreateDbContextAsync();
        var seen = await db.TownStamp();
        if (await db.LastChange(stationId) is not { } last || last.Id != changeId) return SetupSay.UndoneAlready;
        var undo = await Of(db, last);
        await using var transaction = await db.Database.BeginTransactionAsync(); // what was read is not locked; whether it holds is asked again
        await db.Touch(Stamp.Town);
        if (await db.TownStamp() != seen + 1 || (await db.Dialect.UsedShops(db, undo.GoneShops, default)).Count > 0) return SetupSay.Meanwhile;
        var circles = last.Swaps.Circles.Select(c => c.After!.Id).Concat(last.Swaps.Shops.SelectMany(s => new[] { s.Before?.CircleId, s.After?.CircleId })).OfType<string>().Distinct().ToList();
        if (await db.IsBusy(stationId, circles)) return CircleSay.Of(RegroupRefusal.Busy);
        if (await db.AreAwaited(stationId, undo.GoneCircles)) return SetupSay.Awaited;
        await Write(db, stationId, undo);
        db.Remove(last);
        log.Note(db, by, Deed.RegisterUndone, stationId, SetupSay.Of(last.What).In(Language.Zh) + " " + last.Count);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await hall.Refresh();
        return null;
    }

    private static async Task<Undo> Of(WhistleDb db, RegisterChange change)
    {
        var station = change.StationId;
        var came = change.Swaps.Shops.Where(s => s.Before is null).Select(s => s.After!.Id).ToList();
        var used = await db.Dialect.UsedShops(db, came, default);
        return new Undo(change.Swaps, await db.Shops.AsNoTracking().Where(s => s.StationId == station).ToListAsync(), await db.Circles.AsNoTracking().Where(c => c.StationId == station).ToListAsync(),
            await db.Unplaced.AsNoTracking().Where(u => u.StationId == station).ToListAsync(), used.Contains, await db.Areas.Where(a => a.StationId == station).Select(a => a.Id).ToListAsync());
    }

    private static async Task Write(WhistleDb db, string stationId, Undo undo)
    {
        await db.Shops.Where(s => undo.GoneShops.Contains(s.Id)).ExecuteDeleteAsync();
        foreach (var circle in undo.Shops.GroupBy(s => s.CircleId))
        {
            var ids = circle.Select(s => s.Id).ToList();
            await db.Shops.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.CircleId, circle.Key));
        }
        await db.Dialect.PutShops(db, [.. undo.Shops.Select(s => s.ToShop(stationId))], default);
        foreach (var back in undo.CirclesBack)
            await db.Circles.Where(c => c.Id == back.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.MergedIntoId, back.MergedIntoId).SetProperty(x => x.CentreShopId, back.CentreShopId));
        foreach (var area in undo.CirclesBack.Where(c => c.AreaId is not null).GroupBy(c => c.AreaId!))
        {
            var ids = area.Select(c => c.Id).ToList();
            await db.Circles.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.AreaId, area.Key));
        }
        await db.Circles.Where(c => undo.GoneCircles.Contains(c.Id)).ExecuteDeleteAsync();
        await db.Areas.Where(a => undo.GoneAreas.Contains(a.Id)).ExecuteDeleteAsync();
        await db.Unplaced.Where(u => undo.GoneUnplaced.Contains(u.Id)).ExecuteDeleteAsync();
        foreach (var back in undo.UnplacedBack)
        {
            await db.Unplaced.Where(u => u.Id == back.Id).ExecuteDeleteAsync();
            db.Unplaced.Add(back.ToUnplaced(stationId));
        }
    }
}
