using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>
/// What is open or was closed lately at one station, as far as some of its shops were told of it. After a restart thousands of devices ask within seconds; asked one
/// by one, three questions each, the last of nine thousand had its board half a minute later.
/// </summary>
public sealed class ShopReading
{
    private readonly ILookup<string, Notice> _calls;
    private readonly HashSet<(string AlertId, string? DeviceId)> _presses;
    private readonly IReadOnlyList<Alert> _open, _closed;
    private readonly DateTimeOffset _recently;

    private ShopReading(IReadOnlyList<Alert> open, IReadOnlyList<Alert> closed, IEnumerable<Notice> calls, IEnumerable<(string, string?)> presses, IReadOnlyList<Drill> drills, DateTimeOffset recently)
    {
        (_open, _closed, Drills, _recently) = (open, closed, drills, recently);
        (_calls, _presses) = (calls.ToLookup(c => c.AlertId), [.. presses]);
    }

    public IReadOnlyList<Drill> Drills { get; }

    /// <param name="shops">Whose devices ask; all of the station.</param>
    public static async Task<ShopReading> Of(WhistleDb db, string stationId, IReadOnlyCollection<string> shops, DateTimeOffset now, CancellationToken cancel = default)
    {
        var (recently, lately) = (now - Boards.RecentlyClosed, now - Boards.UnconfirmedClosed);
        var told = db.Alerts.AsNoTracking().ToldTo(Reader.Neighbour).Where(a => a.StationId == stationId)
            .Where(a => EF.Parameter(shops).Contains(a.ShopId) || db.Notices.Any(n => n.AlertId == a.Id && EF.Parameter(shops).Contains(n.ShopId!)));
        var open = await told.Where(a => a.State == AlertState.Raised || a.State == AlertState.Taken).OrderBy(a => a.RaisedAt).ToListAsync(cancel);
        var closed = await told.Where(a => a.State == AlertState.Closed && a.ChangedAt > lately && a.ClosedAt > lately && a.Mode != Mode.Test).OrderByDescending(a => a.ClosedAt).ToListAsync(cancel);
        var drills = await Boards.Drills(db, stationId, now).ToListAsync(cancel);
        if (open.Count + closed.Count == 0) return new([], [], [], [], drills, recently);

        var ids = open.Concat(closed).Select(a => a.Id).ToList();
        var calls = await db.Notices.Where(n => EF.Parameter(ids).Contains(n.AlertId) && EF.Parameter(shops).Contains(n.ShopId!)).AsNoTracking().ToListAsync(cancel);
        var hidden = open.Concat(closed).Where(a => a.IsHidden()).Select(a => a.Id).ToList();
        var presses = hidden.Count == 0 ? [] : await db.Presses.Where(p => EF.Parameter(hidden).Contains(p.AlertId)).Select(p => new { p.AlertId, p.DeviceId }).ToListAsync(cancel);
        return new(open, closed, calls, presses.Select(p => (p.AlertId, p.DeviceId)), drills, recently);
    }

    /// <summary>What this device has to know: what is open, the oldest first; then what was closed in the last minutes or whose closing it has not confirmed, the newest first.</summary>
    public IEnumerable<Alert> For(Actor who) =>
        _open.Where(a => IsSeenBy(a, who)).Concat(_closed.Where(a => (a.ClosedAt > _recently || IsUnconfirmed(a, who)) && IsSeenBy(a, who)).Take(Boards.MostClosed));

    /// <summary>A notice of a shop that asks it for a part in the unit.</summary>
    public Notice? Asked(Alert alert, string shopId) => _calls[alert.Id].FirstOrDefault(n => n.ShopId == shopId && n.Role is not null);

    private bool IsSeenBy(Alert alert, Actor who) => alert.IsSeenBy(who, _presses.Contains((alert.Id, who.Id)), _calls[alert.Id].Any(c => c.ShopId == who.ShopId));

    private bool IsUnconfirmed(Alert alert, Actor who) => _calls[alert.Id].Any(c => c.DeviceId == who.Id && c.Version < alert.Version);
}
