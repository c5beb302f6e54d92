using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>Answers one question: who sat round the table in a drill that made no alert, and what did they say afterwards?</summary>
public sealed class TableBoard(IDbContextFactory<WhistleDb> databases, ReportRounds rounds, TownHall hall, TimeProvider time)
{
    /// <summary>What is said to such a drill; none of another form, or while it is not over.</summary>
    public async Task<TableRead?> Of(Actor who, Drill drill)
    {
        if (!Report.IsOwedBy(drill) || !who.May(Act.SeeReports, drill.StationId)) return null;
        await rounds.DraftTables(); // where no round came by yet
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == drill.Id) is not { } report) return null; // it was masked before anybody asked
        var asked = await Asked(db, drill);
        var answers = await db.ReportAnswers.AsNoTracking().Where(a => a.ReportId == report.Id).OrderBy(a => a.At).ToListAsync();
        var comments = await db.ReportComments.AsNoTracking().Where(c => c.ReportId == report.Id).OrderBy(c => c.At).ToListAsync();
        var improvements = await db.Improvements.AsNoTracking().Where(i => i.ReportId == report.Id).OrderBy(i => i.CreatedAt).ToListAsync();
        return new(new Voices(report, report.At(time.GetUtcNow()), asked, Asking.Missing(asked, answers), answers, comments), improvements);
    }

    /// <summary>The newest one that a shop is asked about and has not answered; none where there is none.</summary>
    public async Task<Report?> OwedBy(WhistleDb db, Shop shop, DateTimeOffset since)
    {
        var open = await db.Reports.AsNoTracking().Where(r => r.StationId == shop.StationId && r.AlertId == null && r.State == ReportState.Owed && r.EndedAt > since
            && !db.ReportAnswers.Any(a => a.ReportId == r.Id && a.AskedId == shop.Id)).OrderByDescending(r => r.EndedAt).ToListAsync();
        if (open.Count == 0) return null;
        var ids = open.ConvertAll(r => r.Id);
        var here = (await db.Drills.AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync()).Where(d => d.CircleIds.Contains(shop.CircleId)).Select(d => d.Id).ToHashSet();
        return open.Find(r => here.Contains(r.Id));
    }

    /// <summary>The shops of its circles that have a device to answer with, who came to observe, and whoever held it.</summary>
    public async Task<IReadOnlyList<Asked>> Asked(WhistleDb db, Drill drill)
    {
        var shops = drill.CircleIds.SelectMany(hall.Town.InCircle).Where(s => hall.Roster.OfShop(s.Id).Any()).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => (s.Id, s.Name));
        var lines = await db.DrillLines.AsNoTracking().Where(l => l.DrillId == drill.Id && (l.What == DrillEntry.Planned || l.What == DrillEntry.Started)).OrderBy(l => l.At).ToListAsync();
        return Asking.RoundTheTable(shops, await ObserverBoard.Named(db, drill.Id), lines);
    }
}

/// <summary>What those who sat round a table made of it.</summary>
/// <param name="Improvements">Those that came out of it.</param>
public sealed record TableRead(Voices Voices, IReadOnlyList<Improvement> Improvements);
