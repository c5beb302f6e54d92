using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>Answers one question: what does this client have to know right now?</summary>
public sealed class Boards
{
    internal const int MostClosed = 200;
    internal static readonly TimeSpan RecentlyClosed = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan UnconfirmedClosed = TimeSpan.FromDays(1);
    private readonly IDbContextFactory<WhistleDb> _databases;
    private readonly TownHall _hall;
    private readonly TimeProvider _time;
    private readonly Gathering<Shop, Dictionary<string, ShopReading>> _shops;

    public Boards(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
    {
        (_databases, _hall, _time) = (databases, hall, time);
        _shops = new(Read);
    }

    public async Task<Board> For(Actor who, CancellationToken cancel = default)
    {
        if (who.IsShop) return await ForShop(who, cancel);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var now = _time.GetUtcNow();
        var drills = await Drills(db, who.StationId, now).ToListAsync(cancel);
        return new Board(News.Time(now), await OfStation(db, who, now, cancel),
            [.. drills.Where(d => who.MayKnow(d) || who.Is(Role.Wall) && !d.IsSecret).Select(d => DrillNews.Of(d))]);
    }

    /// <summary>Those that run; and those that were told to be drills a moment ago, for a page that was away then.</summary>
    internal static IQueryable<Drill> Drills(WhistleDb db, string? stationId, DateTimeOffset now)
    {
        var recently = now - RecentlyClosed;
        return db.Drills.AsNoTracking().Where(d => d.StationId == stationId && (d.State == DrillState.Running || d.State == DrillState.Over && d.AnnouncedAt > recently));
    }

    private async Task<Board> ForShop(Actor who, CancellationToken cancel)
    {
        if (_hall.Town.Shop(who.ShopId) is not { } shop) return new Board(News.Time(_time.GetUtcNow()), [], []);
        var reading = (await _shops.Ask(shop).WaitAsync(cancel))[shop.StationId];
        return new Board(News.Time(_time.GetUtcNow()), [.. reading.For(who).Select(a => ForShop(a, shop.Id, reading.Asked(a, shop.Id)))], [.. reading.Drills.Select(d => DrillNews.For(d, shop)).OfType<DrillNews>()]);
    }

    private async Task<Dictionary<string, ShopReading>> Read(IReadOnlyList<Shop> asking)
    {
        await using var db = await _databases.CreateDbContextAsync();
        var readings = new Dictionary<string, ShopReading>();
        foreach (var station in asking.GroupBy(s => s.StationId)) readings[station.Key] = await ShopReading.Of(db, station.Key, [.. station.Select(s => s.Id).Distinct()], _time.GetUtcNow());
        return readings;
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
        return [.. open.Concat(closed).Select(a => News.For(a, _hall.Town, you))];
    }

    /// <summary>An alert as a shop's device sees it.</summary>
    /// <param name="asked">A notice of the shop that asks it for a part in the unit.</param>
    public News ForShop(Alert alert, string shopId, Notice? asked = null)
    {
        if (alert.ShopId == shopId) return News.For(alert, _hall.Town, Reader.Raiser);
        var (from, to) = (_hall.Town.Shop(shopId)?.Place, _hall.Town.Shop(alert.ShopId)?.Place);
        var news = News.For(alert, _hall.Town, Reader.Neighbour);
        return news.To(asked).From(to is { } at ? from?.MetresTo(at) : null, to is { } there ? from?.BearingTo(there) : null);
    }
}
