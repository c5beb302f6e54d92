using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Drills;

namespace WhistleNet.Reports;

/// <summary>Answers questions about improvements: how they stand, and which the next drill of a circle carries.</summary>
public sealed class ImprovementBoard(IDbContextFactory<WhistleDb> databases, TimeProvider time)
{
    private const int MostShown = 300;

    /// <summary>A station's improvements by how they stand, the soonest due first; of those that are over the newest first.</summary>
    public async Task<ILookup<Standing, Improvement>> Of(string stationId)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var here = db.Improvements.AsNoTracking().Where(i => i.StationId == stationId);
        var open = await here.Where(i => i.State == ImprovementState.Open).OrderBy(i => i.DueAt).Take(MostShown).ToListAsync();
        var over = await here.Where(i => i.State != ImprovementState.Open).OrderByDescending(i => i.EndedAt).Take(MostShown).ToListAsync();
        return open.Concat(over).ToLookup(i => i.At(now));
    }

    /// <summary>
    /// What the next drill of these circles carries: their open improvements that a drill can meet, and the kinds of event whose scenario
    /// tests the most of them, most first.
    /// </summary>
    public async Task<(IReadOnlyList<Improvement> Open, IReadOnlyList<Alerts.Kind> Proposed)> ForDrill(IReadOnlyCollection<string> circleIds)
    {
        await using var db = await databases.CreateDbContextAsync();
        var open = Carried.By(DrillForm.Live, circleIds, await db.Improvements.AsNoTracking().Where(i => i.State == ImprovementState.Open && circleIds.Contains(i.CircleId)).ToListAsync());
        return (open, [.. open.GroupBy(i => i.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)]);
    }
}
