using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Alerts;

/// <summary>Answers one question: what does a station's console have to show right now?</summary>
public sealed class StationBoard(IDbContextFactory<WhistleDb> databases, Readers readers, TimeProvider time)
{
    private const int MostClosed = 20;
    private static readonly TimeSpan RecentlyClosed = TimeSpan.FromMinutes(30);

    /// <summary>Whether a console shows this alert at all: a practice press and a quiet test of the ways alarm nobody, the station included.</summary>
    public static bool Shows(Alert alert) => alert.Mode != Mode.Test;

    public async Task<IReadOnlyList<AlertNow>> Read(string stationId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var recently = time.GetUtcNow() - RecentlyClosed;
        var here = db.Alerts.AsNoTracking().Where(a => a.StationId == stationId && a.Mode != Mode.Test);
        var open = await here.Where(a => a.State == AlertState.Raised || a.State == AlertState.Taken).ToListAsync();
        var closed = await here.Where(a => a.State == AlertState.Closed && a.ClosedAt > recently).OrderByDescending(a => a.ClosedAt).Take(MostClosed).ToListAsync();
        return await With(db, [.. open, .. closed]);
    }

    /// <summary>One alert of the station, however old.</summary>
    public async Task<AlertNow?> One(string stationId, string alertId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var alerts = await db.Alerts.AsNoTracking().Where(a => a.StationId == stationId && a.Id == alertId).ToListAsync();
        return (await With(db, alerts)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<AlertNow>> With(WhistleDb db, List<Alert> alerts)
    {
        var ids = alerts.ConvertAll(a => a.Id);
        var notices = (await db.Notices.AsNoTracking().Where(n => ids.Contains(n.AlertId)).ToListAsync()).ToLookup(n => n.AlertId);
        var lines = (await db.Lines.AsNoTracking().Where(l => ids.Contains(l.AlertId)).InOrder().ToListAsync()).ToLookup(l => l.AlertId);
        return [.. alerts.Select(a => new AlertNow(a, AlertNow.Newest([], notices[a.Id]), [.. lines[a.Id]], readers.Of(a.Id)))];
    }
}
