using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;

namespace WhistleNet.Reports;

/// <summary>Answers one question: which improvements does a drill test, and which did it meet?</summary>
public sealed class CarriedBoard(IDbContextFactory<WhistleDb> databases, ReportRounds rounds)
{
    /// <summary>Before the start those that it would go out with now, then those that it went out with; none of one that was called off.</summary>
    public async Task<IReadOnlyList<Retested>> Of(Drill drill)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (drill.StartedAt is null) return drill.State != DrillState.Planned ? [] : [.. (await Open(db, drill)).Select(i => new Retested(i, Carrying.Waiting))];
        if (drill.State == DrillState.Over) await rounds.Draft(await Owed(db, drill)); // where no round came by yet
        var over = drill.State == DrillState.Over && (await Owed(db, drill)).Count == 0;
        var measured = (await db.Reports.AsNoTracking().OfAlerts().Where(r => r.DrillId == drill.Id && r.Mode == Mode.Drill).ToListAsync()).ConvertAll(r => r.Finished);
        var carried = await db.Improvements.AsNoTracking().Where(i => db.Carried.Any(c => c.DrillId == drill.Id && c.ImprovementId == i.Id)).OrderBy(i => i.DueAt).ThenBy(i => i.Id).ToListAsync();
        return [.. carried.Select(i => Retested.Of(i, measured, over))];
    }

    /// <summary>A drill begins: what it goes out to test is written down.</summary>
    public static async Task Keep(WhistleDb db, Drill drill, DateTimeOffset now) =>
        db.Carried.AddRange((await Open(db, drill)).Select(i => new Carried { DrillId = drill.Id, ImprovementId = i.Id, At = now }));

    private static async Task<IReadOnlyList<Improvement>> Open(WhistleDb db, Drill drill) =>
        Carried.By(drill.Form, drill.CircleIds, await db.Improvements.AsNoTracking().Where(i => i.StationId == drill.StationId && i.State == ImprovementState.Open).ToListAsync());

    private static Task<List<string>> Owed(WhistleDb db, Drill drill) =>
        db.Alerts.Where(a => a.DrillId == drill.Id && a.Mode == Mode.Drill && a.ReportOwed && !db.Reports.Any(r => r.AlertId == a.Id)).Select(a => a.Id).ToListAsync();
}
