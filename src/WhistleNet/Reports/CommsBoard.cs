using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Drills;

namespace WhistleNet.Reports;

/// <summary>Answers one question: whom did a communication test reach, and whom did the ones before it?</summary>
public sealed class CommsBoard(IDbContextFactory<WhistleDb> databases)
{
    /// <summary>How many tests a shop's trend looks back over, this one among them.</summary>
    public const int Trend = 6;

    /// <summary>The shops of a test, who was not reached first; nothing of a drill of another form, or that has not begun.</summary>
    public async Task<IReadOnlyList<CommsLine>> Of(Drill drill)
    {
        if (drill is not { Form: DrillForm.Comms, StartedAt: { } started }) return [];
        await using var db = await databases.CreateDbContextAsync();
        var tests = await db.Drills.AsNoTracking().Where(d => d.StationId == drill.StationId && d.Form == DrillForm.Comms && d.StartedAt <= started).OrderByDescending(d => d.StartedAt).Take(Trend).Select(d => d.Id).ToListAsync();
        var rows = await db.Alerts.AsNoTracking().Where(a => a.DrillId != null && tests.Contains(a.DrillId) && drill.CircleIds.Contains(a.CircleId))
            .Join(db.Notices.AsNoTracking(), a => a.Id, n => n.AlertId, (a, n) => new { Test = a.DrillId!, a.RaisedAt, Notice = n }).ToListAsync();
        var byTest = rows.ToLookup(r => r.Test, r => (r.RaisedAt, r.Notice));
        var results = tests.AsEnumerable().Reverse().Select(test => CommsTest.Of(byTest[test]).ToDictionary(s => s.ShopId)).ToList(); // the oldest first
        return [.. CommsTest.Of(byTest[drill.Id]).Select(shop => new CommsLine(shop, [.. results.Select(r => r.GetValueOrDefault(shop.ShopId)).OfType<ShopTested>().Select(s => s.IsReached)]))];
    }
}

/// <summary>One shop of a communication test.</summary>
/// <param name="Trend">Whether it was reached in its last tests, this one last.</param>
public sealed record CommsLine(ShopTested Shop, IReadOnlyList<bool> Trend);
