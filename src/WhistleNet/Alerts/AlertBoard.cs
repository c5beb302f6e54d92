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
        var alerts = db.SeenBy(who).AsNoTracking();
        if (query.Open is { } open) alerts = open ? alerts.Where(a => a.State != AlertState.Closed) : alerts.Where(a => a.State == AlertState.Closed);
        if (query.Since is { } since) alerts = alerts.Where(a => a.ChangedAt >= since);
        if (query.After is var (at, id)) alerts = alerts.Where(a => a.ChangedAt > at || a.ChangedAt == at && string.Compare(a.Id, id) > 0);
        var page = await alerts.OrderBy(a => a.ChangedAt).ThenBy(a => a.Id).Take(query.Limit + 1).ToListAsync();
        var more = page.Count > query.Limit;
        if (more) page.RemoveAt(query.Limit);
        var ids = page.Select(a => a.Id).ToList();
        var asked = who.IsShop ? await db.Notices.AsNoTracking().Where(n => EF.Parameter(ids).Contains(n.AlertId) && n.ShopId == who.ShopId && n.Role != null).ToListAsync() : [];
        return new AlertPage([.. page.Select(a => ViewOf(a, who, null, null, null, asked.Find(n => n.AlertId == a.Id)))], more ? AlertQuery.Next(page[^1]) : null);
    }

    public async Task<AlertView?> One(Actor who, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.SeenBy(who).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is not { } alert) return null;
        var notices = await db.Notices.AsNoTracking().Where(n => n.AlertId == id).OrderBy(n => n.Ring).ThenBy(n => n.DistanceM).ToListAsync();
        var seesAll = who.May(Act.SeeNotices, alert);
        var lines = seesAll ? await db.Lines.AsNoTracking().Where(l => l.AlertId == id).InOrder().ToListAsync() : null;
        var view = ViewOf(alert, who, lines, seesAll ? notices : null, who.IsShop && alert.ShopId == who.ShopId ? notices : null, notices.Find(n => n.ShopId == who.ShopId && n.Role is not null));
        return who.IsShop && alert.ShopId != who.ShopId ? view with { YourAnswer = notices.Where(n => n.ShopId == who.ShopId).OrderBy(n => n.DeviceId == who.Id).LastOrDefault(n => n.Answer is not null)?.Answer?.Word() } : view;
    }

    private AlertView ViewOf(Alert alert, Actor who, IEnumerable<AlertLine>? lines, IEnumerable<Notice>? notices, IEnumerable<Notice>? answers, Notice? asked)
    {
        var view = AlertView.Of(NewsOf(alert, who, asked), alert, lines, notices, answers);
        return who.Is(Role.Wall) ? view with { ClosedBy = null, Text = null, Reason = null } : view; // a wall shows nobody's name, and free words may hold one
    }

    private News NewsOf(Alert alert, Actor who, Notice? asked) => who.IsShop ? boards.ForShop(alert, who.ShopId!, asked) : News.For(alert, hall.Town, who.Is(Role.Wall) ? Reader.Wall : Reader.Station);
}

/// <param name="Next">What to ask for with <c>after</c> to read on; nothing on the last page.</param>
public sealed record AlertPage(IReadOnlyList<AlertView> Alerts, string? Next);
