using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>Answers one question: which alerts of a station match?</summary>
public sealed class PastBoard(IDbContextFactory<WhistleDb> databases, Calling calling)
{
    public async Task<PastAlertsPage> Find(string stationId, PastQuery query)
    {
        await using var db = await databases.CreateDbContextAsync();
        var found = Matching(db, stationId, query);
        if (query.Hour is not null || query.Weekday is not null)
        {
            // No database knows the station's wall clock; the moments alone are read, and the rows of one page.
            var time = new StationTime(calling.ZoneOf(stationId));
            var ids = (await found.Select(a => new { a.Id, a.RaisedAt }).ToListAsync()).Where(a => IsThen(time.Here(a.RaisedAt).DateTime, query)).Select(a => a.Id).OrderDescending(StringComparer.Ordinal).ToList();
            var shown = ids.Skip((query.Page - 1) * PastQuery.PageSize).Take(PastQuery.PageSize).ToList();
            return new(await db.Alerts.AsNoTracking().Where(a => shown.Contains(a.Id)).OrderByDescending(a => a.Id).ToListAsync(), ids.Count);
        }
        var count = await found.CountAsync();
        // Ids are ordered by time, so the newest first needs no index of its own.
        var page = await found.OrderByDescending(a => a.Id).Skip((query.Page - 1) * PastQuery.PageSize).Take(PastQuery.PageSize).ToListAsync();
        return new(page, count);
    }

    /// <summary>Those that a figure is of.</summary>
    internal static IQueryable<Alert> Of(IQueryable<Alert> alerts, Tally tally)
    {
        var outcomes = Tallies.Of(tally).Cast<Outcome?>().ToList();
        return tally.HasOpen() ? alerts.Where(a => a.State != AlertState.Closed || outcomes.Contains(a.Outcome)) : alerts.Where(a => a.State == AlertState.Closed && outcomes.Contains(a.Outcome));
    }

    private static bool IsThen(DateTime here, PastQuery query) => (query.Hour is not { } hour || here.Hour == hour) && (query.Weekday is not { } day || Cuts.DayOf(here) == day);

    private IQueryable<Alert> Matching(WhistleDb db, string stationId, PastQuery query)
    {
        var alerts = db.Alerts.AsNoTracking().Where(a => a.StationId == stationId);
        if (query.State is { } state) alerts = alerts.Where(a => a.State == state);
        if (query.Mode is { } mode) alerts = alerts.Where(a => a.Mode == mode);
        else if (!query.AnyMode) alerts = alerts.Where(a => a.Mode != Mode.Test);
        if (query.Kind is { } kind) alerts = alerts.Where(a => a.Kind == kind);
        if (query.Outcome is { } outcome) alerts = alerts.Where(a => a.Outcome == outcome);
        if (query.CircleId is { } circle) alerts = alerts.Where(a => a.CircleId == circle);
        if (query.Tally is { } tally) alerts = Of(alerts, tally);
        if (query.AreaId is { } area) alerts = area == Cuts.None ? alerts.Where(a => !db.Circles.Any(c => c.Id == a.CircleId)) : alerts.Where(a => db.Circles.Any(c => c.Id == a.CircleId && c.AreaId == area)); // of circles that ended too
        if (query.PoliceGridId is { } police) alerts = police == Cuts.None ? alerts.Where(a => !db.Shops.Any(s => s.Id == a.ShopId && s.PoliceGridId != null)) : alerts.Where(a => db.Shops.Any(s => s.Id == a.ShopId && s.PoliceGridId == police));
        if (query.CommunityGridId is { } community) alerts = community == Cuts.None ? alerts.Where(a => !db.Shops.Any(s => s.Id == a.ShopId && s.CommunityGridId != null)) : alerts.Where(a => db.Shops.Any(s => s.Id == a.ShopId && s.CommunityGridId == community));
        if (query.Unreached is { } shop) alerts = NeverHeard.Among(db, alerts, shop == PastQuery.AnyShop ? null : shop);
        var time = new StationTime(calling.ZoneOf(stationId));
        if (query.From is { } from && time.StartOf(from) is var first) alerts = alerts.Where(a => a.RaisedAt >= first);
        if (query.Until is { } until && time.StartOf(until.AddDays(1)) is var after) alerts = alerts.Where(a => a.RaisedAt < after);
        if (query.Words is not { } words) return alerts;
        var like = "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        return alerts.Where(a => EF.Functions.Like(a.Reason, like, "\\") || EF.Functions.Like(a.TakenBy, like, "\\") || EF.Functions.Like(a.ClosedBy, like, "\\")
            || EF.Functions.Like(a.Text, like, "\\") || a.Id == words
            || db.Shops.Any(s => s.Id == a.ShopId && (EF.Functions.Like(s.Name, like, "\\") || EF.Functions.Like(s.Street, like, "\\") || s.Ref == words)));
    }
}

/// <summary>One page of the list, and how many match in all.</summary>
public sealed record PastAlertsPage(IReadOnlyList<Alert> Alerts, int Count)
{
    public int Pages => Math.Max(1, (Count + PastQuery.PageSize - 1) / PastQuery.PageSize);
}
