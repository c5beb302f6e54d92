using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>Answers questions about alerts, each reader with the fields of their role.</summary>
public sealed class AlertBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, Boards boards)
{
    public async Task<AlertPage> List(Actor who, AlertQuery query)
    {
        await using var db = await databases.CreateDbContextAsync();
        var alerts = Visible(db, who).AsNoTracking();
        if (query.Open is { } open) alerts = open ? alerts.Where(a => a.State != AlertState.Closed) : alerts.Where(a => a.State == AlertState.Closed);
        if (query.Since is { } since) alerts = alerts.Where(a => a.ChangedAt >= since);
        if (query.After is var (at, id)) alerts = alerts.Where(a => a.ChangedAt > at || a.ChangedAt == at && string.Compare(a.Id, id) > 0);
        var page = await alerts.OrderBy(a => a.ChangedAt).ThenBy(a => a.Id).Take(query.Limit + 1).ToListAsync();
        var more = page.Count > query.Limit;
        if (more) page.RemoveAt(query.Limit);
        return new AlertPage([.. page.Select(a => AlertView.Of(NewsOf(a, who), a, null, null, null))], more ? AlertQuery.Next(page[^1]) : null);
    }

    public async Task<AlertView?> One(Actor who, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await Visible(db, who).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is not { } alert) return null;
        var notices = await db.Notices.AsNoTracking().Where(n => n.AlertId == id).OrderBy(n => n.Ring).ThenBy(n => n.DistanceM).ToListAsync();
        var seesAll = who.May(Act.SeeNotices, alert);
        var lines = seesAll ? await db.Lines.AsNoTracking().Where(l => l.AlertId == id).OrderBy(l => l.Id).ToListAsync() : null;
        var view = AlertView.Of(NewsOf(alert, who), alert, lines, seesAll ? notices : null, who.IsShop && alert.ShopId == who.ShopId ? notices : null);
        if (who.Is(Role.Wall)) return view with { ClosedBy = null };
        return who.IsShop && alert.ShopId != who.ShopId ? view with { YourAnswer = notices.Where(n => n.ShopId == who.ShopId).OrderBy(n => n.DeviceId == who.Id).LastOrDefault(n => n.Answer is not null)?.Answer?.Word() } : view;
    }

    private static IQueryable<Alert> Visible(WhistleDb db, Actor who) => who.IsShop
        ? db.Alerts.Where(a => a.ShopId == who.ShopId && (!a.Silent || a.DeviceId == who.Id)
            || a.ShopId != who.ShopId && db.Notices.Any(n => n.AlertId == a.Id && n.ShopId == who.ShopId))
        : who.IsStation || who.Is(Role.Wall | Role.Organizer) ? db.Alerts.Where(a => a.StationId == who.StationId) : db.Alerts.Where(a => false);

    private News NewsOf(Alert alert, Actor who) => who.IsShop ? boards.ForShop(alert, who.ShopId!) : News.For(alert, hall.Town, who.Is(Role.Wall) ? Reader.Wall : Reader.Station);
}

public sealed record AlertPage(IReadOnlyList<AlertView> Alerts, string? Next);
