using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>
/// Answers one question: how quickly did each circle reach 1-3-5, month by month? For one mode at a time: real alerts and drills are
/// never in one figure, and tests are in none. Of circles, never of shops, and in the order of their names: it is no league table.
/// </summary>
public sealed class StatisticsBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, TimeProvider time)
{
    /// <summary>How many months back.</summary>
    public const int Months = 12;

    public async Task<IReadOnlyList<CircleMonth>> Of(string stationId, Mode mode)
    {
        if (mode == Mode.Test) return [];
        var clock = new StationTime(calling.ZoneOf(stationId));
        var today = clock.Here(time.GetUtcNow());
        var first = clock.StartOf(new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months));
        await using var db = await databases.CreateDbContextAsync();
        var reports = await db.Reports.AsNoTracking().Where(r => r.StationId == stationId && r.Mode == mode && r.RaisedAt >= first).ToListAsync();
        return [.. reports.Where(r => r.Counts).GroupBy(r => (Month: MonthOf(clock.Here(r.RaisedAt)), r.CircleId))
            .Select(g => new CircleMonth(g.Key.Month, hall.Town.Circle(g.Key.CircleId)?.Name ?? g.Key.CircleId, hall.Town.TargetsOf(g.Key.CircleId),
                Stages.All.ToDictionary(s => s, s => Percentiles.Of(g.Select(r => r.Measured.Of(s))))))
            .OrderByDescending(c => c.Month).ThenBy(c => c.Circle, StringComparer.CurrentCulture)];
    }

    private static DateOnly MonthOf(DateTimeOffset at) => new(at.Year, at.Month, 1);
}

/// <summary>One circle in one month, in one mode.</summary>
public sealed record CircleMonth(DateOnly Month, string Circle, Targets Targets, IReadOnlyDictionary<Stage, Percentiles> Stages);
