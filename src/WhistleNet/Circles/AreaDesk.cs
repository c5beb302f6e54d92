using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>An area before and after circles are put somewhere else.</summary>
public sealed record AreaAfter(string Name, int Before, int After);

/// <summary>What would follow if circles were put into an area, or why it cannot be.</summary>
/// <param name="Drills">Drills and plans that go by one of the areas, as far as the asker may know of them, each with its area.</param>
public sealed record AreaLook(Text? Refused, IReadOnlyList<AreaAfter> Areas, IReadOnlyList<(string Title, string Area)> Drills)
{
    public static AreaLook No(Text why) => new(why, [], []);
}

/// <summary>A station's areas by hand: made, named, filled with circles, and removed when nothing is in them.</summary>
public sealed class AreaDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    public async Task<Text?> Make(Actor by, string stationId, string? name)
    {
        if (!by.May(Act.ManageShops, stationId)) return ProblemSay.Forbidden;
        if (CircleDesk.NameOf(name) is not { } clean) return AreaSay.NameMissing;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Areas.AnyAsync(a => a.StationId == stationId && a.Name == clean)) return AreaSay.Taken;
        var area = new Area { Id = Ids.New(), StationId = stationId, Name = clean };
        db.Areas.Add(area);
        return await Stored(db, transaction, by, Deed.AreaMade, area);
    }

    public async Task<Text?> Rename(Actor by, string areaId, string? name)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await Of(db, by, areaId) is not { } area) return ProblemSay.NotFound;
        if (CircleDesk.NameOf(name) is not { } clean) return AreaSay.NameMissing;
        if (area.Name == clean) return null;
        if (await db.Areas.AnyAsync(a => a.StationId == area.StationId && a.Name == clean)) return AreaSay.Taken;
        var before = area.Name;
        area.Name = clean;
        return await Stored(db, transaction, by, Deed.AreaSaved, area, before);
    }

    /// <summary>Takes an area away in which no circle is or ended, and which no drill names.</summary>
    public async Task<Text?> Remove(Actor by, string areaId)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Touch(Stamp.Town); // first: nobody puts a circle into it meanwhile
        if (await Of(db, by, areaId) is not { } area) return ProblemSay.NotFound;
        if (await db.Circles.AnyAsync(c => c.AreaId == areaId)) return AreaSay.NotEmpty;
        if (await db.Drills.AnyAsync(d => d.AreaId == areaId) || await db.DrillPlans.AnyAsync(p => p.AreaId == areaId)) return AreaSay.Named;
        db.Remove(area);
        return await Stored(db, transaction, by, Deed.AreaRemoved, area);
    }

    /// <summary>What would follow; nothing is stored.</summary>
    public async Task<AreaLook> Look(Actor by, string areaId, IReadOnlyCollection<string> circleIds)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Of(db, by, areaId) is not { } area) return AreaLook.No(ProblemSay.NotFound);
        var (moved, refused) = await Moved(db, area, circleIds);
        if (refused is { } why) return AreaLook.No(why);
        var touched = moved.Select(c => c.AreaId).Append(areaId).ToHashSet();
        var names = await db.Areas.AsNoTracking().Where(a => touched.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name);
        var now = await db.Circles.Where(c => touched.Contains(c.AreaId) && c.MergedIntoId == null).GroupBy(c => c.AreaId).Select(a => new { a.Key, Count = a.Count() }).ToDictionaryAsync(a => a.Key, a => a.Count);
        return new AreaLook(null,
            [.. touched.Select(id => new AreaAfter(names[id], now.GetValueOrDefault(id), now.GetValueOrDefault(id) + (id == areaId ? moved.Count : -moved.Count(c => c.AreaId == id)))).OrderBy(a => a.Name, StringComparer.CurrentCulture)],
            [.. (await Drills(db, by, area.StationId, touched)).Select(d => (d.Title, names[d.AreaId]))]);
    }

    /// <summary>Puts circles into an area; nothing where it is done, else why not, and nothing is.</summary>
    public async Task<Text?> Fill(Actor by, string areaId, IReadOnlyCollection<string> circleIds)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Touch(Stamp.Town); // first: what is read below stays as it is
        if (await Of(db, by, areaId) is not { } area) return ProblemSay.NotFound;
        var (moved, refused) = await Moved(db, area, circleIds);
        if (refused is not null) return refused;
        var ids = moved.Select(c => c.Id).ToList();
        await db.Circles.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.AreaId, areaId));
        var swaps = moved.Select(c => CircleState.Of(c) with { AreaId = c.AreaId }).Select(before => new Swap<CircleState>(before, before with { AreaId = areaId }));
        await db.Keep(area.StationId, BulkKind.Area, moved.Count, new Swaps([], [.. swaps], [], []), time.GetUtcNow());
        return await Stored(db, transaction, by, Deed.AreaFilled, area, moved.Count.ToString(CultureInfo.InvariantCulture));
    }

    // Strangers' areas are not there.
    private static async Task<Area?> Of(WhistleDb db, Actor by, string areaId) =>
        await db.Areas.SingleOrDefaultAsync(a => a.Id == areaId) is { } area && by.May(Act.ManageShops, area.StationId) ? area : null;

    // A circle that went into another stays where it ended.
    private static async Task<(List<Circle> Moved, Text? Refused)> Moved(WhistleDb db, Area into, IReadOnlyCollection<string> circleIds)
    {
        var moved = await db.Circles.AsNoTracking().Where(c => c.StationId == into.StationId && circleIds.Contains(c.Id) && c.MergedIntoId == null && c.AreaId != into.Id).ToListAsync();
        return moved.Count == 0 ? (moved, AreaSay.NothingChosen)
            : await db.IsBusy(into.StationId, [.. moved.Select(c => c.Id)]) ? (moved, CircleSay.Of(RegroupRefusal.Busy)) : (moved, null);
    }

    private static async Task<IEnumerable<(string Title, string AreaId)>> Drills(WhistleDb db, Actor by, string stationId, HashSet<string> areas)
    {
        if (!by.May(Act.SeeDrills, stationId)) return [];
        var drills = await db.Drills.AsNoTracking().Where(d => d.StationId == stationId && d.State == DrillState.Planned && d.AreaId != null && areas.Contains(d.AreaId)).ToListAsync();
        var plans = await db.DrillPlans.AsNoTracking().Where(p => p.StationId == stationId && p.EndedAt == null && p.AreaId != null && areas.Contains(p.AreaId)).ToListAsync();
        return drills.Where(by.MayKnow).Select(d => (d.Title, d.AreaId!)).Concat(plans.Select(p => (p.Title, p.AreaId!))).Distinct();
    }

    private async Task<Text?> Stored(WhistleDb db, IDbContextTransaction transaction, Actor by, Deed what, Area area, string? reason = null)
    {
        log.Note(db, by, what, area.Id, area.Name, reason);
        await hall.Store(db, transaction, Stamp.Town);
        return null;
    }
}
