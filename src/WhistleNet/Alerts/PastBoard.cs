using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>Answers one question: which alerts of a station match?</summary>
public sealed class PastBoard(IDbContextFactory<WhistleDb> databases, Calling calling)
{
    public async Task<PastAlertsPage> Find(string stationId, PastQuery query)
    {
        await using var db = await databases.CreateDbContextAsync();
        var found = Matching(db, stationId, query);
        var count = await found.CountAsync();
        // Ids are ordered by time, so the newest first needs no index of its own.
        var page = await found.OrderByDescending(a => a.Id).Skip((query.Page - 1) * PastQuery.PageSize).Take(PastQuery.PageSize).ToListAsync();
        return new(page, count);
    }

    private IQueryable<Alert> Matching(WhistleDb db, string stationId, PastQuery query)
    {
        var alerts = db.Alerts.AsNoTracking().Where(a => a.StationId == stationId);
        if (query.State is { } state) alerts = alerts.Where(a => a.State == state);
        if (query.Mode is { } mode) alerts = alerts.Where(a => a.Mode == mode);
        else if (!query.AnyMode) alerts = alerts.Where(a => a.Mode != Mode.Test);
        if (query.Kind is { } kind) alerts = alerts.Where(a => a.Kind == kind);
        if (query.Outcome is { } outcome) alerts = alerts.Where(a => a.Outcome == outcome);
        if (query.CircleId is { } circle) alerts = alerts.Where(a => a.CircleId == circle);
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
