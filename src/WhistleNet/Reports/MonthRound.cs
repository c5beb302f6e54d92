using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Reports;

/// <summary>
/// Writes down once a month for each circle how its ordinary week stood, so that what came of a year's trouble can be seen. Each walk takes a few of those that have no row of this month yet:
/// a county's circles are through within days, and no start waits for them.
/// </summary>
public sealed class MonthRound(IDbContextFactory<WhistleDb> databases, TownHall hall, ReadinessBoard readiness, Alerts.Calling calling, TimeProvider time) : IDisposable
{
    private const int CirclesAtOnce = 200;
    private readonly Turnstile _one = new(); // at the start and on the hour at once: the second finds nothing left

    public void Dispose() => _one.Dispose();

    public async Task Walk(CancellationToken stop = default)
    {
        using var turn = await _one.Enter(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var now = time.GetUtcNow();
        var months = hall.Town.Stations.Keys.ToDictionary(s => s, s => MonthOf(calling.DayAt(s, now)));
        var earliest = months.Count == 0 ? DateOnly.MaxValue : months.Values.Min();
        var there = (await db.ReadyMonths.AsNoTracking().Where(m => m.Month >= earliest).Select(m => new { m.CircleId, m.Month }).ToListAsync(stop)).Select(m => (m.CircleId, m.Month)).ToHashSet();
        var missing = hall.Town.Circles.Values.Where(c => months.ContainsKey(c.StationId) && hall.Town.InCircle(c.Id).Any() && !there.Contains((c.Id, months[c.StationId]))).OrderBy(c => c.Id, StringComparer.Ordinal).Take(CirclesAtOnce).ToList();
        foreach (var circle in missing)
        {
            var hours = readiness.Week(circle).Hours;
            int Count(HourState state) => hours.Count(h => h.State == state);
            db.ReadyMonths.Add(new ReadyMonth { CircleId = circle.Id, StationId = circle.StationId, Month = months[circle.StationId], Ready = Count(HourState.Ready), Gap = Count(HourState.Gap), Shut = Count(HourState.Shut) });
        }
        if (missing.Count > 0) await db.SaveChangesAsync(stop);
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
