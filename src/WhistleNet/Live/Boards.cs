using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>Answers one question: what does this client have to know right now?</summary>
public sealed class Boards(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
{
    private const int MostClosed = 200;
    private static readonly TimeSpan RecentlyClosed = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UnconfirmedClosed = TimeSpan.FromDays(1);

    public async Task<Board> For(Actor who, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var alerts = who.IsShop ? await OfShop(db, who, now, cancel) : await OfStation(db, who, now, cancel);
        return new Board(News.Time(now), alerts, await Drills(db, who, now, cancel));
    }

    // Those that run; and those that were told to be drills a moment ago, for a page that was away then.
    private async Task<List<DrillNews>> Drills(WhistleDb db, Actor who, DateTimeOffset now, CancellationToken cancel)
    {
        var (shop, recently) = (hall.Town.Shop(who.ShopId), now - RecentlyClosed);
        var station = who.IsShop ? shop?.StationId : who.StationId;
        var drills = await db.Drills.AsNoTracking().Where(d => d.StationId == station && (d.State == DrillState.Running || d.State == DrillState.Over && d.AnnouncedAt > recently)).ToListAsync(cancel);
        return [.. drills.Select(d => who.IsShop ? DrillNews.For(d, shop!) : who.MayKnow(d) || who.Is(Role.Wall) && !d.IsSecret ? DrillNews.Of(d) : null).OfType<DrillNews>()];
    }

    private async Task<List<News>> OfStation(WhistleDb db, Actor who, DateTimeOffset now, CancellationToken cancel)
    {
        var recently = now - RecentlyClosed;
        var lately = now - UnconfirmedClosed;
        var you = who.Is(Role.Wall) ? Reader.Wall : Reader.Station;
        var here = db.Alerts.AsNoTracking().ToldTo(you).Where(a => a.StationId == who.StationId && a.Mode != Mode.Test);
        var open = await here.Where(a => a.State == AlertState.Raised || a.State == AlertState.Taken).OrderBy(a => a.RaisedAt).ToListAsync(cancel);
        var closed = await here.Where(a => a.State == AlertState.Closed && a.ChangedAt > lately && (a.ClosedAt > recently
                || a.ClosedAt > lately && db.Notices.Any(n => n.AlertId == a.Id && n.DeviceId == who.Id && n.Version < a.Version)))
            .OrderByDescending(a => a.ClosedAt).Take(MostClosed).ToListAsync(cancel);
        return [.. open.Concat(closed).Select(a => News.For(a, hall.Town, you))];
    }

    private async Task<List<News>> OfShop(WhistleDb db, Actor who, DateTimeOffset now, CancellationToken cancel)
    {
        var recently = now - RecentlyClosed;
        var lately = now - UnconfirmedClosed;
        var station = hall.Town.Shop(who.ShopId)?.StationId;
        var heard = db.SeenBy(who).AsNoTracking().ToldTo(Reader.Neighbour).Where(a => a.StationId == station); // by the index: thousands ask at once after a restart
        var open = await heard.Where(a => a.State == AlertState.Raised || a.State == AlertState.Taken).OrderBy(a => a.RaisedAt).ToListAsync(cancel);
        var closed = await heard.Where(a => a.State == AlertState.Closed && a.ChangedAt > lately && a.Mode != Mode.Test && (a.ClosedAt > recently
                || a.ClosedAt > lately && db.Notices.Any(n => n.AlertId == a.Id && n.DeviceId == who.Id && n.Version < a.Version)))
            .OrderByDescending(a => a.ClosedAt).Take(MostClosed).ToListAsync(cancel);
        return [.. open.Concat(closed).Select(a => ForShop(a, who.ShopId!))];
    }

    /// <summary>An alert as a shop's device sees it.</summary>
    public News ForShop(Alert alert, string shopId)
    {
        if (alert.ShopId == shopId) return News.For(alert, hall.Town, Reader.Raiser);
        var (from, to) = (hall.Town.Shop(shopId)?.Place, hall.Town.Shop(alert.ShopId)?.Place);
        return News.For(alert, hall.Town, Reader.Neighbour, to is { } at ? from?.MetresTo(at) : null, to is { } there ? from?.BearingTo(there) : null);
    }
}
