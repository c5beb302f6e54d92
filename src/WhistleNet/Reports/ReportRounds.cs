using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Log;

namespace WhistleNet.Reports;

/// <summary>
/// What is due about reports: make those that are owed, remind, close those whose time is over. Each is one line for a timetable, asks
/// the rows what is due, and done twice does nothing more.
/// </summary>
public sealed class ReportRounds(IDbContextFactory<WhistleDb> databases, TownHall hall, Retention retention, ReportTimes times, TimeProvider time) : IDisposable
{
    private const int Together = 50;
    private readonly Turnstile _one = new(); // a round and a reader who asks at the same moment make one report, not two

    /// <summary>Makes the reports that finished alerts, and drills round a table, owe; an alert's meets the improvements of its place in the same transaction.</summary>
    /// <returns>How many were made, or measured anew.</returns>
    public async Task<int> Draft(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var known = retention.NamesGo(time.GetUtcNow()); // before this an alert's words are masked, and nothing can be measured
        return await DraftTables(stop) + await Draft(await db.Alerts.Where(a => a.State == AlertState.Closed && a.ReportOwed && a.ClosedAt > known && !db.Reports.Any(r => r.AlertId == a.Id && r.EndedAt == a.ClosedAt)).Select(a => a.Id).ToListAsync(stop), stop);
    }

    /// <summary>Makes the reports that these alerts owe, so many together as are stored in one transaction.</summary>
    /// <returns>How many were made, or measured anew.</returns>
    public async Task<int> Draft(IReadOnlyCollection<string> alertIds, CancellationToken stop = default)
    {
        using var turn = await _one.Enter(stop);
        var made = 0;
        foreach (var some in alertIds.Chunk(Together)) made += await Make(some, stop);
        return made;
    }

    /// <summary>Makes the reports that drills round a table owe.</summary>
    public async Task<int> DraftTables(CancellationToken stop = default)
    {
        using var turn = await _one.Enter(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var known = retention.NamesGo(time.GetUtcNow());
        var owing = (await db.Drills.AsNoTracking().Where(d => d.Form == DrillForm.TableTop && d.State == DrillState.Over && d.EndedAt > known && !db.Reports.Any(r => r.Id == d.Id)).ToListAsync(stop)).Where(Report.IsOwedBy).ToList();
        foreach (var drill in owing) db.Reports.Add(Report.Of(drill, (await ScenarioBoard.Find(db, drill.StationId, drill.Scenario))?.Kind ?? Kind.Unspecified, times, retention.Names));
        try
        {
            await db.SaveChangesAsync(stop);
            return owing.Count;
        }
        catch (DbUpdateException broken) when (broken.InnerException is DbException taken && db.Dialect.IsTaken(taken))
        {
            return 0; // somebody else made one of them at this moment; the next round makes the rest
        }
    }

    /// <summary>Makes the report of this alert, if it owes one.</summary>
    public async Task<bool> DraftOne(string alertId, CancellationToken stop = default) => await Draft([alertId], stop) > 0;

    /// <summary>Reminds of reports that are waited for.</summary>
    public Task<int> Remind(CancellationToken stop = default) => Each(r => r.RemindAt <= time.GetUtcNow(), report => report.Remind(time.GetUtcNow(), times), stop);

    /// <summary>Closes reports whose time is over as incomplete; they stay on their list, with who is missing.</summary>
    public Task<int> CloseOverdue(CancellationToken stop = default) => Each(r => r.DueAt < time.GetUtcNow(), report => report.CloseOverdue(time.GetUtcNow()), stop);

    /// <summary>What each station is reminded of: reports of which a reminder was given, and improvements that are due or overdue.</summary>
    public async Task<ILookup<string, Signal>> Waiting(CancellationToken stop = default)
    {
        var (now, ahead) = (time.GetUtcNow(), time.GetUtcNow() + Improvement.Ahead);
        await using var db = await databases.CreateDbContextAsync(stop);
        var reports = await db.Reports.AsNoTracking().Where(r => r.State == ReportState.Owed && r.Reminded > 0).OrderBy(r => r.DueAt).Select(r => new { r.StationId, r.ShopId, r.Mode, Table = r.AlertId == null ? db.Drills.Where(d => d.Id == r.Id).Select(d => d.Title).FirstOrDefault() : null }).ToListAsync(stop);
        var improvements = await db.Improvements.AsNoTracking().Where(i => i.State == ImprovementState.Open && i.DueAt < ahead).OrderBy(i => i.DueAt).Select(i => new { i.StationId, i.Issue, i.DueAt }).ToListAsync(stop);
        return reports.GroupBy(r => (r.StationId, r.Mode)).Select(g => (g.Key.StationId, new Signal(Grade.Supervision, ReportSay.Waiting(g.Key.Mode), [.. g.Select(r => r.Table ?? hall.Town.Shop(r.ShopId)?.Name ?? r.ShopId).Distinct()])))
            .Concat(improvements.GroupBy(i => (i.StationId, Late: i.DueAt < now)).Select(g => (g.Key.StationId, new Signal(Grade.Supervision, g.Key.Late ? ImprovementSay.SomeOverdue : ImprovementSay.SomeDue, [.. g.Select(i => i.Issue)]))))
            .ToLookup(s => s.StationId, s => s.Item2);
    }

    public void Dispose() => _one.Dispose();

    private async Task<int> Make(string[] alertIds, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var made = 0;
        foreach (var id in alertIds) made += await Add(db, id, stop) ? 1 : 0;
        try
        {
            await db.SaveChangesAsync(stop);
            return made;
        }
        catch (DbUpdateException) when (alertIds.Length > 1) // which of them another node made first is seen one by one
        {
            made = 0;
            foreach (var id in alertIds) made += await Make([id], stop);
            return made;
        }
        catch (DbUpdateException)
        {
            if (await IsMade(alertIds[0], stop)) return 0;
            throw;
        }
    }

    private async Task<bool> Add(WhistleDb db, string alertId, CancellationToken stop)
    {
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == alertId, stop) is not { State: AlertState.Closed, ReportOwed: true } alert) return false;
        var report = await db.Reports.SingleOrDefaultAsync(r => r.AlertId == alertId, stop);
        if (report?.EndedAt == alert.ClosedAt) return false;
        var measured = Measured.Of(alert, await db.Lines.AsNoTracking().Where(l => l.AlertId == alertId).ToListAsync(stop), await db.Notices.AsNoTracking().Where(n => n.AlertId == alertId).ToListAsync(stop), hall.Town.TargetsOf(alert.CircleId));
        if (report is null) db.Reports.Add(report = Report.Of(alert, measured, times, Ids.New(), retention.Names));
        else report.Follow(alert, measured, times, retention.Names);
        foreach (var improvement in await db.Improvements.Where(i => i.StationId == alert.StationId && i.State == ImprovementState.Open).ToListAsync(stop)) improvement.MeetBy(report.Finished, time.GetUtcNow());
        return true;
    }

    private async Task<bool> IsMade(string alertId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Reports.AnyAsync(r => r.AlertId == alertId && db.Alerts.Any(a => a.Id == alertId && a.ClosedAt == r.EndedAt), stop);
    }

    private async Task<int> Each(System.Linq.Expressions.Expression<Func<Report, bool>> due, Func<Report, bool> act, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var done = (await db.Reports.Where(r => r.State == ReportState.Owed).Where(due).ToListAsync(stop)).Count(act);
        await db.SaveChangesAsync(stop);
        return done;
    }
}
