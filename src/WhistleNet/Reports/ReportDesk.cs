using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>Takes down what people add to a report. The facts are not among it: nobody can change them.</summary>
public sealed class ReportDesk(IDbContextFactory<WhistleDb> databases, ReportBoard board, AccessLog log, TimeProvider time)
{
    /// <summary>The assessment as a whole; none where it is stored, else what is wrong, and nothing was.</summary>
    /// <param name="keepUntil">The last day on which it says who said what.</param>
    /// <param name="edition">The edition that was read before it was written.</param>
    public async Task<Text?> Assess(Actor by, string reportId, Assessment assessment, DateTimeOffset keepUntil, int edition)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Mine(db, by, Act.AssessReports, reportId) is not { } report) return ProblemSay.Forbidden;
        if (assessment.Ratings.Any(r => string.IsNullOrWhiteSpace(r.Evidence))) return ReportSay.EvidenceMissing;
        if (assessment.Problems.Any(p => string.IsNullOrWhiteSpace(p.What) || string.IsNullOrWhiteSpace(p.Cause))) return ReportSay.CauseMissing;
        if (keepUntil < report.EndedAt || keepUntil > report.EndedAt.AddYears(MostYears)) return ReportSay.KeepRange;
        if (!report.Assess(assessment, keepUntil, edition, by, time.GetUtcNow())) return ReportSay.SomebodyElse;
        report.Complete((await board.Missing(db, report)).Count > 0, time.GetUtcNow());
        log.Note(db, by, Deed.ReportSaved, report.Id, reason: report.AlertId);
        return await Stored(db);
    }

    public async Task<Text?> Comment(Actor by, string reportId, string? text)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Mine(db, by, Act.CommentReports, reportId) is not { } report) return ProblemSay.Forbidden;
        if (FreeText.Cut(text) is not { } said) return ReportSay.CommentMissing;
        db.ReportComments.Add(new ReportComment { Id = Ids.New(), ReportId = report.Id, At = time.GetUtcNow(), WhoId = by.Id, Who = by.Name, Text = said });
        log.Note(db, by, Deed.ReportSaved, report.Id, reason: report.AlertId);
        return await Stored(db);
    }

    /// <summary>The six answers of one who took part; a later one replaces it.</summary>
    /// <returns>False where they did not take part, or there is no such report.</returns>
    public async Task<bool> Answer(Actor by, string reportId, Ticks ticked, string? wentWell, string? toImprove)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await board.PartOf(db, by, reportId) is not var (report, asked)) return false;
        var answer = await db.ReportAnswers.SingleOrDefaultAsync(a => a.ReportId == reportId && a.Side == asked.Side && a.AskedId == asked.Id);
        if (answer is null) db.ReportAnswers.Add(answer = new ReportAnswer { ReportId = reportId, AskedId = asked.Id, Side = asked.Side, WhoId = by.Id });
        (answer.At, answer.WhoId, answer.Who, answer.Ticked, answer.WentWell, answer.ToImprove) = (time.GetUtcNow(), by.Id, by.Name, ticked, FreeText.Cut(wentWell), FreeText.Cut(toImprove));
        var missing = await board.Missing(db, report);
        report.Complete(missing.Any(m => m != asked), time.GetUtcNow());
        return await Stored(db) is null;
    }

    private const int MostYears = 10;

    private static async Task<Report?> Mine(WhistleDb db, Actor by, Act act, string reportId) =>
        await db.Reports.SingleOrDefaultAsync(r => r.Id == reportId) is { } report && by.May(act, report.StationId) ? report : null;

    private static async Task<Text?> Stored(WhistleDb db)
    {
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReportSay.SomebodyElse;
        }
    }
}
