using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>
/// Answers one question: what do a station's alerts of some time show? For one mode at a time: real alerts and drills are never in one figure,
/// and tests are in none. It reads a few columns of each alert once, and never while something is written.
/// </summary>
public sealed class StatisticsBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, TimeProvider time)
{
    /// <summary>What day it is at a station.</summary>
    public DateOnly Today(string stationId) => new StationTime(calling.ZoneOf(stationId)).DayOf(time.GetUtcNow());

    public async Task<Statistics> Of(string stationId, StatisticsQuery asked)
    {
        var (clock, town) = (new StationTime(calling.ZoneOf(stationId)), hall.Town);
        await using var db = await databases.CreateDbContextAsync();
        var query = asked with { Period = asked.Period.Since(await First(db, stationId, clock)) };
        var (after, before) = (clock.StartOf(query.Period.From), clock.StartOf(query.Period.Until.AddDays(1)));
        var alerts = db.Alerts.AsNoTracking().Where(a => a.StationId == stationId && a.Mode != Mode.Test && a.RaisedAt >= after && a.RaisedAt < before);
        if (query.CircleId is { } circle) alerts = alerts.Where(a => a.CircleId == circle);
        var rows = await alerts.Select(a => new { a.Id, a.Mode, a.CircleId, a.ShopId, a.DrillId, a.Kind, a.State, a.Outcome, a.RaisedAt, a.SelfHelpAt, a.MutualHelpAt, a.OnSceneAt }).ToListAsync();
        var past = rows.Select(a => new PastAlert(a.Id, a.Mode, a.CircleId, a.ShopId, a.DrillId, a.Kind, a.State, a.Outcome, clock.Here(a.RaisedAt).DateTime, a.SelfHelpAt - a.RaisedAt, a.MutualHelpAt - a.RaisedAt, a.OnSceneAt - a.RaisedAt))
            .Where(a => query.AreaId is null || Cuts.AreaOf(a.CircleId, town) == query.AreaId).ToList();
        var missed = await NeverHeard.Of(db, alerts.Where(a => a.Mode == query.Mode)).ToListAsync();
        var history = new History(query.Mode, past, missed);
        var circles = town.Circles.Values.Where(c => c.StationId == stationId && (query.CircleId is null || c.Id == query.CircleId) && (query.AreaId is null || c.AreaId == query.AreaId)).ToDictionary(c => c.Id, c => town.InCircle(c.Id).Count());
        return new(query, history, history.By(query.Cut, town), circles, Likeness(history, town, circles, query), SinceDrill.Of(past));
    }

    // A rate needs a whole station to stand beside: where one circle was asked for, there is nobody to be like.
    private static IReadOnlyList<Likeness> Likeness(History history, Town town, Dictionary<string, int> circles, StatisticsQuery query)
    {
        if (query.Mode != Mode.Real) return [];
        var whistles = history.Of(Tally.Counted).CountBy(a => a.CircleId).ToDictionary();
        return LikeCircles.Compare([.. circles.Select(c => new CircleCount(c.Key, town.Circles[c.Key].AreaId, c.Value, whistles.GetValueOrDefault(c.Key)))], query.Period);
    }

    // Of whatever mode: a station whose shops practise could have whistled.
    private static async Task<DateOnly?> First(WhistleDb db, string stationId, StationTime clock) =>
        await db.Alerts.Where(a => a.StationId == stationId).MinAsync(a => (DateTimeOffset?)a.RaisedAt) is { } at ? clock.DayOf(at) : null;
}

/// <summary>What the statistics say of one mode.</summary>
/// <param name="Query">What was asked, its period without the days before the station's first press.</param>
/// <param name="Circles">The circles that are there today, and how many shops each has.</param>
/// <param name="Like">Real alerts alone.</param>
public sealed record Statistics(StatisticsQuery Query, History History, IReadOnlyList<(string Key, Figures Figures)> Parts, IReadOnlyDictionary<string, int> Circles, IReadOnlyList<Likeness> Like, IReadOnlyList<SinceDrill> Since)
{
    public Mode Mode => Query.Mode;
    public int Shops => Circles.Values.Sum();
}
