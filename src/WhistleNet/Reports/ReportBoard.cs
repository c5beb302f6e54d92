using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>Answers questions about reports: what is owed, and what one says.</summary>
public sealed class ReportBoard(IDbContextFactory<WhistleDb> databases, ReportRounds rounds, CarriedBoard carried, TableBoard tables, TownHall hall, TimeProvider time)
{
    private const int MostShown = 200;

    /// <summary>One report with its facts, for whoever is not of the station without names and words; none where there is none, or it is not for this reader.</summary>
    public async Task<ReportRead?> One(Actor who, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { AlertId: not null } report || !who.May(Act.ReadReports, report.StationId)) return null;
        if (who.May(Act.SeeReports, report.StationId)) return await Read(db, report);
        return report.IsReleased ? (await Read(db, report)).ForOutside() : null;
    }

    /// <summary>Whether this is the report of a drill round a table, which is read on the drill's own page.</summary>
    public async Task<bool> IsOfTable(string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Reports.AnyAsync(r => r.Id == id && r.AlertId == null);
    }

    /// <summary>An alert's own report; made now, where it is owed and no round came by yet.</summary>
    /// <param name="carries">What its drill went out to test, where the caller knows; otherwise it is read.</param>
    public async Task<ReportRead?> OfAlert(Actor who, string alertId, IReadOnlyList<Retested>? carries = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == alertId) is not { IsOpen: false } alert || !who.May(Act.SeeReports, alert.StationId)) return null;
        await rounds.DraftOne(alertId);
        return await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.AlertId == alertId) is { } report ? await Read(db, report, carries) : null;
    }

    /// <summary>The reports of a station in one mode, newest first; drills and real alerts are never one list.</summary>
    public async Task<IReadOnlyList<ReportLine>> List(Actor who, string stationId, Mode mode, ReportStanding? standing)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var reports = Readable(db, who, stationId).Where(r => r.Mode == mode);
        reports = standing switch
        {
            ReportStanding.Complete => reports.Where(r => r.State == ReportState.Complete),
            ReportStanding.Incomplete => reports.Where(r => r.State == ReportState.Incomplete),
            null => reports,
            _ => reports.Where(r => r.State == ReportState.Owed),
        };
        var found = await reports.OrderByDescending(r => r.EndedAt).Take(MostShown).ToListAsync();
        return [.. found.Where(r => standing is null || r.At(now) == standing).Select(r => new ReportLine(r, r.At(now), NameOf(r.ShopId), CircleOf(r.CircleId)))];
    }

    /// <summary>How many of a station's reports stand how, for each mode apart.</summary>
    public async Task<IReadOnlyDictionary<(Mode Mode, ReportStanding Standing), int>> Counts(Actor who, string stationId)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var rows = await Readable(db, who, stationId)
            .GroupBy(r => new { r.Mode, r.State, Overdue = r.DueAt < now, Due = r.Reminded > 0 }).Select(g => new { g.Key.Mode, g.Key.State, g.Key.Overdue, g.Key.Due, Count = g.Count() }).ToListAsync();
        return rows.GroupBy(r => (r.Mode, r.State switch
        {
            ReportState.Complete => ReportStanding.Complete,
            ReportState.Incomplete => ReportStanding.Incomplete,
            _ => r.Overdue ? ReportStanding.Overdue : r.Due ? ReportStanding.Due : ReportStanding.Owed,
        })).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
    }

    /// <summary>In which part somebody is asked about a report; none where they took no part, or there is no such report.</summary>
    public async Task<(Report Report, Asked Asked)?> PartOf(WhistleDb db, Actor who, string reportId)
    {
        if (await db.Reports.SingleOrDefaultAsync(r => r.Id == reportId) is not { } report) return null;
        var asked = await AskedOf(db, report);
        return asked.FirstOrDefault(a => a.IsPerson ? a.Id == who.Id : who.IsShop && a.Id == who.ShopId) is { } mine ? (report, mine) : null;
    }

    /// <summary>The page of the six questions for whoever is asked.</summary>
    public async Task<Review?> ReviewFor(Actor who, string reportId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (!await db.Reports.AnyAsync(r => r.Id == reportId)) await rounds.DraftTables(); // a drill's, where no round came by yet
        if (await PartOf(db, who, reportId) is not var (report, asked)) return null;
        var answer = await db.ReportAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.ReportId == reportId && a.Side == asked.Side && a.AskedId == asked.Id);
        var about = report.AlertId is null ? await db.Drills.Where(d => d.Id == report.DrillId).Select(d => d.Title).SingleAsync() : NameOf(report.ShopId);
        return new(report, asked.Side, about, answer);
    }

    /// <summary>The newest report that a shop is asked about and has not answered; none where there is none.</summary>
    public async Task<string?> AskedOfShop(string shopId, string stationId)
    {
        var since = time.GetUtcNow() - ReportTimes.Default.Due;
        await using var db = await databases.CreateDbContextAsync();
        var open = await db.Reports.AsNoTracking().OfAlerts().Where(r => r.StationId == stationId && r.State == ReportState.Owed && r.EndedAt > since && r.Mode != Mode.Test
            && (r.ShopId == shopId || db.Notices.Any(n => n.AlertId == r.AlertId && n.ShopId == shopId && (n.Answer == Reply.Coming || n.Answer == Reply.Arrived)))
            && !db.ReportAnswers.Any(a => a.ReportId == r.Id && a.AskedId == shopId)).OrderByDescending(r => r.EndedAt).FirstOrDefaultAsync();
        var table = hall.Town.Shop(shopId) is { } shop ? await tables.OwedBy(db, shop, since) : null;
        return (table?.EndedAt > open?.EndedAt || open is null ? table : open)?.Id;
    }

    /// <summary>Who was asked and has not answered.</summary>
    public async Task<IReadOnlyList<Asked>> Missing(WhistleDb db, Report report) =>
        Asking.Missing(await AskedOf(db, report), await db.ReportAnswers.AsNoTracking().Where(a => a.ReportId == report.Id).ToListAsync());

    private async Task<IReadOnlyList<Asked>> AskedOf(WhistleDb db, Report report)
    {
        if (report.AlertId is null) return await tables.Asked(db, await db.Drills.AsNoTracking().SingleAsync(d => d.Id == report.DrillId));
        var (alert, facts) = await Facts(db, report);
        return Asking.Of(alert, facts);
    }

    private static IQueryable<Report> Readable(WhistleDb db, Actor who, string stationId)
    {
        var reports = db.Reports.AsNoTracking().OfAlerts().Where(r => r.StationId == stationId);
        return who.May(Act.SeeReports, stationId) ? reports : who.May(Act.ReadReports, stationId) ? reports.Where(r => r.State != ReportState.Owed) : reports.Where(_ => false);
    }

    private async Task<ReportRead> Read(WhistleDb db, Report report, IReadOnlyList<Retested>? carries = null)
    {
        carries ??= report.DrillId is { } drillId ? await carried.Of(await db.Drills.AsNoTracking().SingleAsync(d => d.Id == drillId)) : [];
        var (alert, facts) = await Facts(db, report);
        var answers = await db.ReportAnswers.AsNoTracking().Where(a => a.ReportId == report.Id).OrderBy(a => a.At).ToListAsync();
        var comments = await db.ReportComments.AsNoTracking().Where(c => c.ReportId == report.Id).OrderBy(c => c.At).ToListAsync();
        var improvements = await db.Improvements.AsNoTracking().Where(i => i.ReportId == report.Id).OrderBy(i => i.CreatedAt).ToListAsync();
        var tested = await db.Improvements.AsNoTracking().Where(i => i.StationId == report.StationId && i.CircleId == report.CircleId && i.CreatedAt < report.RaisedAt
            && (i.EndedAt == null || i.EndedAt >= report.EndedAt)).OrderBy(i => i.CreatedAt).ToListAsync();
        var asked = Asking.Of(alert, facts);
        return new(report, report.At(time.GetUtcNow()), facts, asked, Asking.Missing(asked, answers), answers, comments, improvements, [.. tested.Where(i => i.Retest.Counts(report.Mode) && carries.All(c => c.Improvement.Id != i.Id)).Select(i => new Tested(i, i.Retest.Value(report.Finished), i.MetByAlertId == report.AlertId))])
        {
            Carried = carries,
        };
    }

    private async Task<(Alert Alert, ReportFacts Facts)> Facts(WhistleDb db, Report report)
    {
        var alert = await db.Alerts.AsNoTracking().SingleAsync(a => a.Id == report.AlertId);
        var lines = await db.Lines.AsNoTracking().Where(l => l.AlertId == alert.Id).InOrder().ToListAsync();
        var notices = await db.Notices.AsNoTracking().Where(n => n.AlertId == alert.Id).ToListAsync();
        return (alert, ReportDraft.Of(alert, lines, notices, report.Measured, hall.Town));
    }

    private string NameOf(string shopId) => hall.Town.Shop(shopId)?.Name ?? shopId;

    private string CircleOf(string circleId) => hall.Town.Circle(circleId)?.Name ?? circleId;
}

/// <summary>One report in a list.</summary>
public sealed record ReportLine(Report Report, ReportStanding Standing, string Shop, string Circle);

/// <summary>What somebody who took part is asked about, and what they answered already.</summary>
/// <param name="About">The shop that whistled; or the title of a drill round a table.</param>
public sealed record Review(Report Report, Side Side, string About, ReportAnswer? Answer);

/// <summary>An improvement that this alert tested, and that no drill went out with: of those <see cref="ReportRead.Carried"/> tells.</summary>
/// <param name="Value">What it measured: seconds or shops; none where it was not reached.</param>
public sealed record Tested(Improvement Improvement, double? Value, bool Met);

/// <summary>Who was asked about a report, and what they and others said.</summary>
public sealed record Voices(Report Report, ReportStanding Standing, IReadOnlyList<Asked> Asked, IReadOnlyList<Asked> Missing, IReadOnlyList<ReportAnswer> Answers, IReadOnlyList<ReportComment> Comments);

/// <summary>A report as it is read: what is kept, the facts from the rows, and what people added.</summary>
public sealed record ReportRead(
    Report Report, ReportStanding Standing, ReportFacts Facts, IReadOnlyList<Asked> Asked, IReadOnlyList<Asked> Missing, IReadOnlyList<ReportAnswer> Answers,
    IReadOnlyList<ReportComment> Comments, IReadOnlyList<Improvement> Improvements, IReadOnlyList<Tested> Tested)
{
    public Mode Mode => Report.Mode;

    public Voices Voices => new(Report, Standing, Asked, Missing, Answers, Comments);

    /// <summary>Read by whoever is not of the station.</summary>
    public bool IsOutside { get; private init; }

    /// <summary>As they read it: what the station made of the facts stays, since it was written to be handed on; whoever wrote, answered or sees to something is not named.</summary>
    public ReportRead ForOutside() =>
        this with { IsOutside = true, Facts = Facts.ForOutside(), Asked = [.. Asked.Select(Unnamed)], Missing = [.. Missing.Select(Unnamed)], Answers = [], Comments = [] };

    private static Asked Unnamed(Asked asked) => asked.IsPerson ? asked with { Name = "–" } : asked;

    /// <summary>What the drill went out to test, over all its alerts; none of a real alert.</summary>
    public IReadOnlyList<Retested> Carried { get; init; } = [];
}
