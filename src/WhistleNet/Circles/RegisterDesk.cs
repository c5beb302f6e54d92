using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A list on its way into a register.</summary>
/// <param name="Unplaced">Rows without a place.</param>
public sealed record Arriving(IReadOnlyList<ShopRow> Rows, IReadOnlyList<ShopRow> Unplaced, int CircleSize)
{
    public const int UsualSize = 12;
}

/// <summary>Brings a list of shops into a station's register.</summary>
public sealed class RegisterDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    /// <summary>What is read and worked out is not locked, and what is written takes a fraction of a second: a press meanwhile hardly waits.</summary>
    /// <param name="zone">The time zone (IANA) of a station that is being made; one that is there keeps its own.</param>
    public async Task<Brought> Bring(string stationName, IReadOnlyList<ShopRow> rows, int circleSize, string? notice, string? zone = null, CancellationToken cancel = default)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var seen = await db.TownStamp(cancel);
            var known = await db.Stations.SingleOrDefaultAsync(s => s.Name == stationName, cancel);
            var station = known ?? new Station { Id = Ids.New(), Name = stationName };
            var brought = await WorkedOut(db, station, new Arriving(rows, [], circleSize), seen, cancel);
            station.DataNotice = notice ?? station.DataNotice;

            if (known is null) station.TimeZone = zone ?? station.TimeZone;
            if (known is null) db.AddRange([station, .. Rung.Defaults(station.Id, Ids.New)]);
            if (await Stored(db, brought, Verb.Administrator with { StationId = station.Id }, BulkKind.Import, cancel)) return brought;
        }
    }

    /// <summary>What a list would make of a station's register; nothing is stored. None where it is not theirs.</summary>
    public async Task<Brought?> Look(Actor by, string stationId, Arriving list)
    {
        if (!by.May(Act.ManageShops, stationId)) return null;
        await using var db = await databases.CreateDbContextAsync();
        var seen = await db.TownStamp();
        return await db.Stations.SingleOrDefaultAsync(s => s.Id == stationId) is { } station ? await WorkedOut(db, station, list, seen, default) : null;
    }

    /// <summary>Stores a list as it was looked at. Where the register changed meanwhile it is worked out again, and has to be looked at again.</summary>
    /// <returns>Nothing where it is in; else why not, and nothing is.</returns>
    public async Task<Text?> Bring(Actor by, Brought looked, BulkKind what = BulkKind.Import)
    {
        if (!by.May(Act.ManageShops, looked.StationId)) return ProblemSay.Forbidden;
        await using var db = await databases.CreateDbContextAsync();
        if (!await Stored(db, looked, by, what, default)) return SetupSay.Meanwhile;
        await hall.Refresh();
        return null;
    }

    private static async Task<Brought> WorkedOut(WhistleDb db, Station station, Arriving list, long seen, CancellationToken cancel)
    {
        var intake = new Intake(station,
            await db.Areas.AsNoTracking().Where(a => a.StationId == station.Id).ToListAsync(cancel),
            await db.Circles.AsNoTracking().Where(c => c.StationId == station.Id).ToListAsync(cancel),
            await db.Shops.AsNoTracking().Where(s => s.StationId == station.Id).ToListAsync(cancel),
            await db.Grids.AsNoTracking().Where(g => g.StationId == station.Id).ToListAsync(cancel), Ids.New);
        intake.Take(list.Rows, list.CircleSize);
        var waiting = new WaitingList(station.Id, await db.Unplaced.AsNoTracking().Where(u => u.StationId == station.Id).ToListAsync(cancel), Ids.New);
        waiting.Take(intake.Shops.Select(s => s.Ref).ToHashSet(), list.Unplaced);
        return new Brought(intake, waiting, list.Rows.Count, station, seen);
    }

    // False where somebody else changed the register: it has to be worked out again.
    private async Task<bool> Stored(WhistleDb db, Brought brought, Actor by, BulkKind what, CancellationToken cancel)
    {
        var (intake, waiting) = (brought.Intake, brought.Waiting);
        List<Shop> touched = [.. intake.NewShops, .. intake.Changed];
        db.AddRange([.. intake.NewAreas, .. intake.NewGrids, .. intake.NewCircles, .. waiting.New]);
        db.RemoveRange(waiting.Gone);
        db.UpdateRange(waiting.Changed);
        if (touched.Count == 0 && !db.ChangeTracker.HasChanges()) return true;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.TownStamp(cancel) != brought.Seen) return false;
        var count = touched.Count + waiting.New.Count + waiting.Changed.Count;
        log.Note(db, by, what == BulkKind.Place ? Deed.ShopPlaced : Deed.ShopsImported, what == BulkKind.Place ? intake.NewShops[0].Id : brought.StationId, what == BulkKind.Place ? intake.NewShops[0].Name : count.ToString(CultureInfo.InvariantCulture));
        if (touched.Count + waiting.Swaps.Count > 0) await db.Keep(brought.StationId, what, count, intake.Swaps with { Unplaced = waiting.Swaps }, time.GetUtcNow(), cancel: cancel);
        await db.SaveChangesAsync(cancel);
        await db.Dialect.PutShops(db, touched, cancel);
        await db.Touch(Stamp.Town, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

/// <summary>What an import did, and the register after it.</summary>
/// <param name="seen">The register that it was worked out against.</param>
public sealed class Brought(Intake intake, WaitingList waiting, int rows, Station station, long seen)
{
    internal Intake Intake => intake;
    internal WaitingList Waiting => waiting;
    internal long Seen => seen;
    public string StationId => station.Id;
    public int NewUnplaced => waiting.New.Count;
    public int Placed => waiting.Gone.Count;

    /// <summary>Whether storing it would change nothing.</summary>
    public bool ChangesNothing => New + Changed + waiting.Swaps.Count == 0;

    /// <summary>Every circle with its shops, as they will be; those that are new first.</summary>
    public IReadOnlyList<(Circle Circle, IReadOnlyList<Shop> Shops, bool IsNew)> Formed => _formed ??= Form();
    private IReadOnlyList<(Circle, IReadOnlyList<Shop>, bool)>? _formed;

    /// <summary>Whether a shop was there before.</summary>
    public bool IsStored(Shop shop) => !(_new ??= [.. intake.NewShops.Select(s => s.Id)]).Contains(shop.Id);
    private HashSet<string>? _new;

    private List<(Circle, IReadOnlyList<Shop>, bool)> Form()
    {
        var (made, members) = (intake.NewCircles.Select(c => c.Id).ToHashSet(), intake.Shops.ToLookup(s => s.CircleId));
        return [.. intake.Circles.Where(c => members.Contains(c.Id)).OrderBy(c => !made.Contains(c.Id)).Select(c => (c, (IReadOnlyList<Shop>)[.. members[c.Id]], made.Contains(c.Id)))];
    }

    public int New => intake.NewShops.Count;
    public int Changed => intake.Changed.Count;
    public int Same => rows - New - Changed;
    public int NewCircles => intake.NewCircles.Count;
    public int Circles => intake.Circles.Count(c => c.MergedIntoId is null);
    public int Areas => intake.Circles.Select(c => c.AreaId).Distinct().Count();
    public string? Notice => station.DataNotice;
    public string TimeZone => station.TimeZone;

    /// <summary>Every circle's greatest distance between two of its shops, in metres, narrowest first.</summary>
    public IReadOnlyList<double> Widths { get; } = [.. intake.Shops.GroupBy(s => s.CircleId).Select(c => CircleMaker.WidthM(c.Select(s => s.Place))).Order()];
}
