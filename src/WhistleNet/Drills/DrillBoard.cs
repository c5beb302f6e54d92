using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Drills;

/// <summary>A drill with what became of it.</summary>
public sealed record DrillSeen(Drill Drill, IReadOnlyList<DrillAlert> Alerts, IReadOnlyList<DrillLine> Lines)
{
    /// <summary>What it is about; read where one drill is looked at.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The improvements that it tests, and what it made of them; read where one drill is looked at.</summary>
    public IReadOnlyList<Retested> Carries { get; init; } = [];

    /// <summary>Who observes it; read where one drill is looked at.</summary>
    public IReadOnlyList<Observer> Observers { get; init; } = [];

    /// <summary>The report of its first alert, once that is over; a drill of several has one for each.</summary>
    public string? ReportId { get; init; }
}

/// <summary>An alert of a drill as it is listed; never a real one.</summary>
public sealed record DrillAlert(string Id, Mode Mode, AlertState State, DateTimeOffset RaisedAt, string ShopId);

/// <summary>Answers one question: which drills are there, and how far are they?</summary>
public sealed class DrillBoard(IDbContextFactory<WhistleDb> databases, CarriedBoard carried, TownHall hall, TimeProvider time)
{
    private const int Most = 500;

    /// <summary>The drills of somebody's station that they may know of: those that run first, then by their time, the newest first.</summary>
    public async Task<IReadOnlyList<DrillSeen>> List(Actor who)
    {
        if (who.StationId is not { } station || !who.May(Act.SeeDrills, station)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var drills = await db.Drills.AsNoTracking().Where(d => d.StationId == station).OrderByDescending(d => d.StartsAt).Take(Most).ToListAsync();
        return await With(db, [.. drills.Where(who.MayKnow).OrderByDescending(d => d.IsRunning)], lines: false);
    }

    public async Task<DrillSeen?> One(Actor who, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        var drill = await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id);
        if (drill is null || !who.MayKnow(drill)) return null;
        var carries = await carried.Of(drill); // first: it has the reports made that are owed
        return (await With(db, [drill], lines: true)).Single() with { Scenario = await ScenarioBoard.Find(db, drill.StationId, drill.Scenario), Carries = carries, Observers = await ObserverBoard.Named(db, drill.Id) };
    }

    /// <summary>When a shop's circle drills next, as far as its people are told beforehand; never what it is about.</summary>
    public async Task<DateTimeOffset?> NextFor(Actor who, Shop shop)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var planned = await db.Drills.AsNoTracking().Where(d => d.StationId == shop.StationId && d.State == DrillState.Planned && d.StartsAt > now).OrderBy(d => d.StartsAt).ToListAsync();
        return planned.Find(d => who.MayExpect(d, new Scope(d.CircleIds, d.AreaId).Circles(hall.Town), shop.CircleId))?.StartsAt;
    }

    /// <summary>What a console shows of drills: those that run, and those that are over and of which not everybody was told yet.</summary>
    public async Task<IReadOnlyList<Drill>> Now(Actor who)
    {
        await using var db = await databases.CreateDbContextAsync();
        var drills = await db.Drills.AsNoTracking().Where(d => d.StationId == who.StationId && (d.State == DrillState.Running || d.State == DrillState.Over && d.AnnouncedAt == null)).ToListAsync();
        return [.. drills.Where(who.MayKnow)];
    }

    private static async Task<IReadOnlyList<DrillSeen>> With(WhistleDb db, List<Drill> drills, bool lines)
    {
        var ids = drills.ConvertAll(d => d.Id);
        var alerts = (await db.Alerts.AsNoTracking().Where(a => a.DrillId != null && ids.Contains(a.DrillId)).OrderBy(a => a.RaisedAt)
            .Select(a => new { a.DrillId, Alert = new DrillAlert(a.Id, a.Mode, a.State, a.RaisedAt, a.ShopId) }).ToListAsync()).ToLookup(a => a.DrillId!, a => a.Alert);
        var reports = (await db.Reports.AsNoTracking().OfAlerts().Where(r => r.DrillId != null && ids.Contains(r.DrillId)).OrderBy(r => r.RaisedAt).Select(r => new { r.DrillId, r.Id }).ToListAsync()).ToLookup(r => r.DrillId!, r => r.Id);
        var written = lines ? (await db.DrillLines.AsNoTracking().Where(l => ids.Contains(l.DrillId)).OrderBy(l => l.At).ThenBy(l => l.Seq).ToListAsync()).ToLookup(l => l.DrillId) : null;
        return [.. drills.Select(d => new DrillSeen(d, [.. alerts[d.Id]], written is null ? [] : [.. written[d.Id]]) { ReportId = reports[d.Id].FirstOrDefault() })];
    }
}
