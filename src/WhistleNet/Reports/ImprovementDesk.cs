using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>Writes improvements down and withdraws them. It cannot close one: only a measurement does.</summary>
public sealed class ImprovementDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    private const int MostYears = 5;

    /// <summary>None where it is stored; else what is wrong, with the reason where a condition cannot be measured, and nothing was.</summary>
    public async Task<Text?> Add(Actor by, string reportId, ImprovementTyped typed)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reportId) is not { } report || !by.May(Act.Improve, report.StationId)) return ProblemSay.Forbidden;
        if (FreeText.Cut(typed.Issue) is not { } issue || FreeText.Cut(typed.Action) is not { } action || FreeText.Cut(typed.Owner) is not { } owner) return ImprovementSay.FieldMissing;
        var now = time.GetUtcNow();
        if (typed.DueAt is not { } due || due <= now || due > now.AddYears(MostYears)) return ImprovementSay.DateMissing;
        if (typed.Retest.Read(report.StationId, hall.Town, shop => hall.Roster.OfShop(shop).Any(), out var why) is not { } retest) return ImprovementSay.Of(why!.Value);
        var improvement = new Improvement
        {
            Id = Ids.New(), StationId = report.StationId, ReportId = report.Id, Kind = report.Kind, Issue = issue, Action = action, Owner = owner, DueAt = due,
            Retest = retest, CircleId = retest.CircleId, CreatedAt = now, CreatedById = by.Id, CreatedBy = by.Name,
        };
        db.Improvements.Add(improvement);
        log.Note(db, by, Deed.ImprovementSaved, improvement.Id, issue, report.AlertId);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Gives one up, with a reason and a name.</summary>
    public async Task<Text?> Withdraw(Actor by, string improvementId, string? reason)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Improvements.SingleOrDefaultAsync(i => i.Id == improvementId) is not { } improvement || !by.May(Act.Improve, improvement.StationId)) return ProblemSay.Forbidden;
        if (improvement.Withdraw(by, FreeText.Cut(reason), time.GetUtcNow()) is { } refusal) return ImprovementSay.Of(refusal);
        log.Note(db, by, Deed.ImprovementWithdrawn, improvement.Id, improvement.Issue, improvement.WithdrawnWhy);
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ImprovementSay.Of(NotImproved.NotOpen); // a measurement met it at this moment
        }
    }
}

/// <summary>An improvement as somebody typed it.</summary>
public sealed record ImprovementTyped(string? Issue, string? Action, string? Owner, DateTimeOffset? DueAt, RetestTyped Retest);
