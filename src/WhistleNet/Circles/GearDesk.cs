using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What somebody typed of an item.</summary>
/// <param name="InspectedOn">When it was last inspected; none where it never was.</param>
public sealed record GearTyped(GearKind Kind, string? Serial, string? ShopId, string? Keeper, DateOnly? InServiceSince = null, DateOnly? ExpiresOn = null, DateOnly? InspectedOn = null);

/// <summary>What an inspection found.</summary>
public sealed record Inspected(bool Passed, IReadOnlyList<GearCheck> Ticked, string? Note = null, DateOnly? ExpiresOn = null, Photo? Photo = null);

/// <summary>Keeps the gear ledger. Each verb answers nothing where it is done, or why not; every server sees a change within a second, this one at once.</summary>
public sealed class GearDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, PhotoFolder photos, AccessLog log, TimeProvider time)
{
    public const int LongestSerial = 40;
    internal const int RowsAtOnce = 200;

    public async Task<Text?> Enter(Actor by, string stationId, GearTyped typed)
    {
        if (!by.May(Act.ManageGear, stationId)) return ProblemSay.Forbidden;
        var (now, today) = Now(stationId);
        if (SerialOf(typed.Serial) is not { } serial) return GearPageSay.SerialMissing;
        if (hall.Town.Shop(typed.ShopId) is not { } shop || shop.StationId != stationId) return GearPageSay.ShopMissing;
        if (typed.InServiceSince > today || typed.InspectedOn > today) return GearPageSay.NotYet;
        if (!PolicyOf(stationId).Allows(typed.Kind)) return GearSay.Of(GearRefusal.NotAllowed);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Gear.AnyAsync(g => g.StationId == stationId && g.Serial == serial)) return GearPageSay.SerialTaken;
        var item = new Gear
        {
            Id = Ids.New(), StationId = stationId, Kind = typed.Kind, Serial = serial, ShopId = shop.Id, Keeper = EnrolDesk.NameOf(typed.Keeper), InServiceSince = typed.InServiceSince ?? today,
            ExpiresOn = typed.ExpiresOn, NextInspectionOn = typed.InspectedOn?.AddDays(typed.Kind.Rule().EveryDays),
        };
        item.Enter(by, now);
        db.Gear.Add(item);
        log.Note(db, by, Deed.GearSaved, item.Id, serial);
        await hall.Store(db, transaction, Stamp.Gear);
        return null;
    }

    public Task<Text?> Change(Actor by, string id, string? shopId, string? keeper, DateOnly? expiresOn) => Do(by, id, Act.ManageGear, Deed.GearSaved, (item, now) =>
        hall.Town.Shop(shopId) is not { } shop || shop.StationId != item.StationId ? GearPageSay.ShopMissing : Say(item.Change(shop.Id, EnrolDesk.NameOf(keeper), expiresOn, by, now)));

    /// <param name="occasion">The id of an open alert or a running drill of the station; none for the shift.</param>
    public async Task<Text?> Issue(Actor by, string id, string? to, string? occasion)
    {
        if (await OccasionOf(by, occasion) is not { } what) return GearPageSay.OccasionOver;
        return await Do(by, id, Act.ManageGear, Deed.GearIssued, (item, now) => Say(item.Issue(EnrolDesk.NameOf(to), what, PolicyOf(item.StationId), by, now)));
    }

    public Task<Text?> Return(Actor by, string id, string? note) => Do(by, id, Act.ManageGear, Deed.GearReturned, (item, now) => Say(item.Return(by, now, FreeText.Cut(note))));

    public Task<Text?> Scrap(Actor by, string id, string? reason) => Do(by, id, Act.ManageGear, Deed.GearScrapped, (item, now) => Say(item.Scrap(FreeText.Cut(reason), by, now)));

    /// <summary>By the station, or by a person of the shop where it is.</summary>
    public async Task<Text?> Inspect(Actor by, string id, Inspected found)
    {
        if (hall.Ledger.OfStation(by.StationId ?? "").FirstOrDefault(g => g.Id == id) is not { } there || !by.May(Act.InspectGear, there.StationId) && !by.MayFor(Act.InspectGear, there.ShopId)) return ProblemSay.NotFound;
        var photo = found.Photo is { } taken ? $"{Ids.New()}.{taken.Extension}" : null;
        if (photo is not null) await photos.Keep(there.Id, photo, found.Photo!);
        var why = await Do(by, id, Act.InspectGear, Deed.GearInspected, (item, now) => Say(found.Passed
            ? item.Pass(found.Ticked, found.ExpiresOn, by, now, Now(item.StationId).Today, FreeText.Cut(found.Note), photo)
            : item.Fail(found.Ticked, by, now, FreeText.Cut(found.Note), photo)));
        if (why is not null && photo is not null) photos.Forget(id, photo);
        return why;
    }

    /// <summary>
    /// Brings a list into the ledger: new items go in, those that are there take the list's shop, keeper and date and keep their inspections. A few at a
    /// time, each in a transaction of its own, so that a whistle waits for no more than that; broken off, it is brought once more.
    /// </summary>
    /// <param name="store">False to look first at what it would do.</param>
    public async Task<GearBrought?> Bring(Actor by, string stationId, GearList list, bool store = true)
    {
        if (!by.May(Act.ManageGear, stationId) && by.Id != Verb.Administrator.Id) return null;
        var ((now, today), change) = (Now(stationId), Ids.New());
        var brought = new GearBrought(list.Bad, hall.Town, stationId, PolicyOf(stationId), by, now, today);
        foreach (var (part, rows) in list.Rows.Chunk(RowsAtOnce).Index())
        {
            if (store && part > 0) await Breath.Take();
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = store ? await db.Database.BeginTransactionAsync() : null;
            var serials = rows.Select(r => r.Serial).ToList();
            var before = brought.New + brought.Changed;
            db.Gear.AddRange(brought.Take(rows, await db.Gear.Where(g => g.StationId == stationId && serials.Contains(g.Serial)).ToDictionaryAsync(g => g.Serial)));
            if (transaction is null || brought.New + brought.Changed == before) continue;
            log.Note(db, by with { StationId = stationId }, Deed.GearImported, stationId, (brought.New + brought.Changed - before).ToString(CultureInfo.InvariantCulture));
            await db.Keep(stationId, BulkKind.Gear, brought.New + brought.Changed, Swaps.OfGear(brought.Swaps), now, id: change);
            await db.SaveChangesAsync();
            await db.Touch(Stamp.Gear);
            await transaction.CommitAsync();
        }
        if (store) await hall.Refresh();
        return brought;
    }

    /// <summary>As it stands on the label: one line, nothing unseen; none where nothing is left or it is too long.</summary>
    public static string? SerialOf(string? typed) => ShopFields.Clean(typed ?? "") is { Length: <= LongestSerial } serial ? serial : null;

    private GearPolicy PolicyOf(string stationId) => hall.Town.Stations.GetValueOrDefault(stationId)?.Gear ?? GearPolicy.Default;

    private (DateTimeOffset At, DateOnly Today) Now(string stationId) => (time.GetUtcNow(), calling.DayAt(stationId, time.GetUtcNow()));

    private static Text? Say(GearRefusal? refusal) => refusal is { } why ? GearSay.Of(why) : null;

    // Two people with one item in the same moment: whoever was second asks the rule again.
    private async Task<Text?> Do(Actor by, string id, Act act, Deed deed, Func<Gear, DateTimeOffset, Text?> what)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await db.Gear.SingleOrDefaultAsync(g => g.Id == id) is not { } item || !by.May(Act.SeeGear, item.StationId) && !by.MayFor(Act.SeeGear, item.ShopId)) return ProblemSay.NotFound;
            if (!by.May(act, item.StationId) && !by.MayFor(act, item.ShopId)) return ProblemSay.Forbidden;
            var version = item.Version;
            if (what(item, time.GetUtcNow()) is { } why) return why;
            if (item.Version == version) return null;
            log.Note(db, by, deed, item.Id, item.Serial);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                continue;
            }
            await db.Touch(Stamp.Gear);
            await transaction.CommitAsync();
            await hall.Refresh();
            return null;
        }
    }

    private async Task<Occasion?> OccasionOf(Actor by, string? id)
    {
        if (string.IsNullOrEmpty(id)) return Occasion.None;
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.StationId == by.StationId && a.Mode != Mode.Test && a.State != AlertState.Closed) is { } alert) return new Occasion(alert.Id, alert.DrillId);
        return await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.StationId == by.StationId && d.State == DrillState.Running) is { IsSecret: false } drill && by.MayKnow(drill) ? new Occasion(DrillId: drill.Id) : null;
    }
}
