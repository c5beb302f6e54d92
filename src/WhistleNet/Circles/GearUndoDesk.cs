using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What taking the last import of gear back would do.</summary>
public sealed record GearUndoLook(RegisterChange Change, GearUndo Undo);

/// <summary>Takes the last import of a station's gear ledger back, as far as nobody touched an item since.</summary>
public sealed class GearUndoDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    /// <summary>None where there is nothing to take back, or it is not theirs.</summary>
    public async Task<GearUndoLook?> Look(Actor by, string stationId)
    {
        if (!by.May(Act.ManageGear, stationId)) return null;
        await using var db = await databases.CreateDbContextAsync();
        return await db.LastChange(stationId, ofGear: true) is { } last ? new GearUndoLook(last, Of(last.Swaps.Gear, await Items(db, last.Swaps.Gear).AsNoTracking().ToListAsync())) : null;
    }

    /// <summary>
    /// Nothing where it is done; else why not. A few items at a time, each with its record in a transaction of its own, so that a whistle waits for no more than that; broken off, what is
    /// left of it can be taken back once more.
    /// </summary>
    /// <param name="changeId">The one that was looked at; a newer one has to be looked at first.</param>
    public async Task<Text?> Do(Actor by, string stationId, string changeId)
    {
        if (!by.May(Act.ManageGear, stationId)) return ProblemSay.Forbidden;
        var why = await InParts(by, stationId, changeId);
        await hall.Refresh();
        return why;
    }

    private async Task<Text?> InParts(Actor by, string stationId, string changeId)
    {
        for (var first = true; ; first = false)
        {
            if (!first) await Breath.Take();
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await db.LastChange(stationId, ofGear: true) is not { } last || last.Id != changeId) return first ? SetupSay.UndoneAlready : null;
            var (some, rest) = (last.Swaps.Gear.Take(GearDesk.RowsAtOnce).ToList(), last.Swaps.Gear.Skip(GearDesk.RowsAtOnce).ToList());
            var items = await Items(db, some).ToDictionaryAsync(g => g.Id);
            var undo = Of(some, items.Values);
            foreach (var back in undo.Back) items[back.Id].Change(back.ShopId, items[back.Id].Keeper, back.ExpiresOn, by, time.GetUtcNow());
            await db.GearLines.Where(l => undo.Gone.Contains(l.GearId)).ExecuteDeleteAsync();
            db.Gear.RemoveRange(undo.Gone.Select(id => items[id]));
            if (rest.Count == 0) await db.RegisterChanges.Where(c => c.Id == last.Id).ExecuteDeleteAsync();
            else await db.Keep(stationId, last.What, rest.Count, Swaps.OfGear(rest), last.At, id: last.Id);
            log.Note(db, by, Deed.RegisterUndone, stationId, SetupSay.Of(last.What).In(Language.Zh) + " " + some.Count);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                return SetupSay.Meanwhile; // somebody had one of them in hand: nothing of these is stored
            }
            await db.Touch(Stamp.Gear);
            await transaction.CommitAsync();
            if (rest.Count == 0) return null;
        }
    }

    private GearUndo Of(IEnumerable<Swap<GearAt>> swaps, IEnumerable<Gear> items) => new(swaps, items, shop => hall.Town.Shop(shop) is not null);

    private static IQueryable<Gear> Items(WhistleDb db, IReadOnlyCollection<Swap<GearAt>> swaps)
    {
        var ids = swaps.Select(s => s.After!.Id).ToList();
        return db.Gear.Where(g => ids.Contains(g.Id));
    }
}
