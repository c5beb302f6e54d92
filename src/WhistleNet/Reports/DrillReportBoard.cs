using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>
/// Answers one question: what did a whole drill show, over all its alerts? It is read from the rows and from its alerts' own reports each time, and
/// keeps nothing: what people say is said there, once.
/// </summary>
public sealed class DrillReportBoard(IDbContextFactory<WhistleDb> databases, DrillBoard drills, ScriptBoard scripts, ObserverBoard observers, CommsBoard comms, ReportBoard reports, TableBoard tables)
{
    /// <summary>
    /// As far as the drill has come; none for whoever may not know of it, and none at all of one that is secret still: nothing has happened, and
    /// who reads a report stands in the log, where the auditor would learn of it.
    /// </summary>
    public async Task<DrillRead?> Of(Actor who, string drillId)
    {
        if (await drills.One(who, drillId) is not { Drill: { IsSecret: false } drill } seen || !who.May(Act.SeeReports, drill.StationId)) return null;
        var read = new List<ReportRead>();
        foreach (var alert in seen.Alerts.Where(a => a is { Mode: Mode.Drill, State: AlertState.Closed }))
        {
            if (await reports.OfAlert(who, alert.Id, seen.Carries) is { } report) read.Add(report with { Carried = [] }); // said once, of the whole drill
        }
        return new DrillRead(seen, await scripts.Of(drill), read, await observers.Of(who, drill), await comms.Of(drill)) { Heard = await HeardEnd(drill), Table = await tables.Of(who, drill) };
    }

    /// <summary>The drills of somebody's station that were held, the newest first, with how many of their reports are complete.</summary>
    public async Task<IReadOnlyList<DrillReportLine>> List(Actor who)
    {
        var held = (await drills.List(who)).Select(d => d.Drill).Where(d => d is { StartedAt: not null, State: DrillState.Over, IsSecret: false }).OrderByDescending(d => d.EndedAt).ToList();
        var ids = held.ConvertAll(d => d.Id);
        await using var db = await databases.CreateDbContextAsync();
        var states = (await db.Reports.AsNoTracking().Where(r => r.DrillId != null && ids.Contains(r.DrillId)).Select(r => new { r.DrillId, r.State }).ToListAsync()).ToLookup(r => r.DrillId, r => r.State);
        return [.. held.Select(d => new DrillReportLine(d, states[d.Id].Count(s => s == ReportState.Complete), states[d.Id].Count()))];
    }

    // Before its end nobody could have heard of it, and a quiet test alarms nobody who would have to be told.
    private async Task<IReadOnlyList<EndHeard>> HeardEnd(Drill drill)
    {
        if (drill.State != DrillState.Over) return [];
        await using var db = await databases.CreateDbContextAsync();
        var called = await db.Alerts.AsNoTracking().Where(a => a.DrillId == drill.Id && a.Mode == Mode.Drill)
            .Join(db.Notices.AsNoTracking().Where(n => n.To == To.Shop), a => a.Id, n => n.AlertId, (a, n) => new { Alert = a, Notice = n }).ToListAsync();
        return EndHeard.Of(called.Select(c => (c.Alert, c.Notice)), drill.AnnounceDueAt);
    }
}

/// <summary>The report of a whole drill in a list.</summary>
/// <param name="Complete">How many reports of it are complete, of those that its alerts, or the table, owe.</param>
public sealed record DrillReportLine(Drill Drill, int Complete, int Of);

/// <summary>A whole drill as it is read.</summary>
/// <param name="Script">How its scenario went; none for a communication test.</param>
/// <param name="Reports">Of its alerts that are over, in their order.</param>
/// <param name="Comms">The shops of a communication test; of another drill none.</param>
public sealed record DrillRead(DrillSeen Seen, Script? Script, IReadOnlyList<ReportRead> Reports, IReadOnlyList<ObserverSeen> Observers, IReadOnlyList<CommsLine> Comms)
{
    /// <summary>What nothing of a drill is ever read, printed or exported without.</summary>
    public static Mode Mode => Mode.Drill;

    /// <summary>Of each shop that it called, whether it heard that the drill was over; who did not comes first.</summary>
    public IReadOnlyList<EndHeard> Heard { get; init; } = [];

    /// <summary>What those who sat round a table say; none of a drill of another form.</summary>
    public TableRead? Table { get; init; }

    public Drill Drill => Seen.Drill;
    public IEnumerable<Improvement> Improvements => Reports.SelectMany(r => r.Improvements).Concat(Table?.Improvements ?? []);
    public IEnumerable<Tested> Tested => Reports.SelectMany(r => r.Tested).GroupBy(t => t.Improvement.Id).Select(g => g.OrderByDescending(t => t.Met).First());
}
