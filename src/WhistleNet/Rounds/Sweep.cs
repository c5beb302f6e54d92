using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Rounds;

/// <summary>One full round of what is due: announce, widen, climb, follow up, give up, ask units anew, end practices. Each asks again inside the writer.</summary>
public sealed class Sweep(IDbContextFactory<WhistleDb> databases, AlertWriter writer, AlertDesk desk, DrillRound drills, TownHall hall)
{
    private static readonly TimeSpan Unpublished = TimeSpan.FromSeconds(1);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await hall.Refresh(stop);
        var broken = new List<Exception>();
        foreach (var (id, what) in await Due(now, stop)) await Try(() => writer.Write(w => Do(w, id, what)), broken, stop);
        await Try(async () =>
        {
            foreach (var drill in await drills.Due(now, stop)) await Try(() => drills.Do(drill), broken, stop);
        }, broken, stop);
        await Try(() => GiveUpOnTheSilent(now, stop), broken, stop);
        await Try(async () =>
        {
            foreach (var id in await Unheard(now, stop)) await Try(() => writer.Write(w => AskAnew(w, id)), broken, stop);
        }, broken, stop);
        if (broken.Count > 0) throw new AggregateException("Not everything that was due could be done", broken);
    }

    /// <summary>No alert is open.</summary>
    public async Task<bool> IsCalm(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return !await db.Alerts.AnyAsync(a => a.State == AlertState.Raised || a.State == AlertState.Taken, stop);
    }

    // One alert that cannot be moved must not keep the others waiting; the round still counts as failed.
    private static async Task Try(Func<Task> chore, List<Exception> broken, CancellationToken stop)
    {
        try
        {
            await chore();
        }
        catch (Exception why) when (!stop.IsCancellationRequested)
        {
            broken.Add(why);
        }
    }

    private enum Chore { Announce, Widen, Climb, FollowUp, EndPractice }

    private async Task<List<(string Id, Chore What)>> Due(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var unannounced = now - Unpublished;
        var open = await db.Alerts.AsNoTracking().Where(a => a.State != AlertState.Closed
            && (a.WidenDueAt <= now || a.TakeDueAt <= now || a.FollowUpDueAt <= now || a.PublishedVersion < a.Version || a.Mode == Mode.Test && a.DrillId == null)).ToListAsync(stop);
        var closed = await db.Alerts.AsNoTracking()
            .Where(a => a.State == AlertState.Closed && a.PublishedVersion < a.Version && a.ChangedAt < unannounced).Select(a => a.Id).ToListAsync(stop);
        return
        [
            .. open.Where(a => a.PublishedVersion < a.Version && a.ChangedAt < unannounced).Select(a => (a.Id, Chore.Announce)),
            .. closed.Select(id => (id, Chore.Announce)),
            .. open.Where(a => a.WidenDueAt <= now).Select(a => (a.Id, Chore.Widen)),
            .. open.Where(a => a.TakeDueAt <= now).Select(a => (a.Id, Chore.Climb)),
            .. open.Where(a => a.FollowUpDueAt <= now).Select(a => (a.Id, Chore.FollowUp)),
            .. open.Where(a => a.Mode == Mode.Test && a.DrillId is null && now - a.RaisedAt >= ClocksOf(a).Practice).Select(a => (a.Id, Chore.EndPractice)),
        ];
    }

    // Whatever was due a moment ago is asked again under the writer: an officer may have been quicker.
    private async Task<bool> Do(Writing w, string id, Chore what)
    {
        if (await w.Alert(id) is not { } alert) return false;
        switch (what)
        {
            case Chore.Announce when alert.PublishedVersion < alert.Version:
                w.Announce(alert);
                return true;
            case Chore.Widen when alert.WidenDueAt <= w.Now:
                return await desk.WidenNow(w, alert, Actor.System) is null;
            case Chore.Climb when alert.TakeDueAt <= w.Now && alert.State == AlertState.Raised:
                return await desk.Climb(w, alert, Actor.System, hall.Ladders.After(alert.StationId, alert.Rung)) is null;
            case Chore.FollowUp when alert.FollowUpDueAt <= w.Now && alert.State == AlertState.Taken:
                if (alert.RemindTaker(w.Now, ClocksOf(alert))) return await desk.Climb(w, alert, Actor.System, hall.Ladders.After(alert.StationId, alert.Rung)) is null;
                w.Announce(alert);
                return true;
            case Chore.EndPractice when alert is { Mode: Mode.Test, DrillId: null, IsOpen: true }:
                if (alert.Close(Actor.System, Outcome.Test, "practice press", w.Now) is null) w.Announce(alert);
                return true;
            default:
                return false;
        }
    }

    // Asks for those whose unit may count on somebody who has gone silent; what that is, the rule decides under the writer. A shop that answered, or one of whose phones knows, is none.
    private async Task<List<string>> Unheard(DateTimeOffset now, CancellationToken stop)
    {
        var longAgo = now - ShortestSilence;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Alerts.AsNoTracking().Where(a => a.State != AlertState.Closed && a.MeetAt != null && a.OnSceneAt == null && a.StaleSince == null && a.ChangedAt <= longAgo
            && db.Notices.Any(n => n.AlertId == a.Id && n.Role != null
                && !db.Notices.Any(m => m.AlertId == a.Id && m.ShopId == n.ShopId && (m.Answer != null || m.Version >= a.Version || m.State != Delivery.Unreached && m.At > longAgo)))).Select(a => a.Id).ToListAsync(stop);
    }

    private async Task<bool> AskAnew(Writing w, string id) => await w.Alert(id) is { } alert && await desk.AskAnew(w, alert);

    // Each station may set its own seconds: asked by the shortest, decided by its own.
    private TimeSpan ShortestSilence => hall.Town.Stations.Values.Select(s => s.Clocks.DeviceSilent).DefaultIfEmpty(Clocks.Default.DeviceSilent).Min();

    private async Task GiveUpOnTheSilent(DateTimeOffset now, CancellationToken stop)
    {
        var longAgo = now - ShortestSilence;
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await Silent(db, longAgo).AnyAsync(stop)) return;
        await writer.Write(async w =>
        {
            var silent = await Silent(w.Db, longAgo).ToListAsync(stop);
            var given = silent.Where(n => w.Now - n.At >= hall.Town.ClocksOf(n.StationId).DeviceSilent && n.GiveUp(Unreached.DeviceSilent, w.Now)).ToList();
            w.AnnounceNotices(given);
            return given.Count;
        });
    }

    /// <summary>Who was told and has not confirmed since then.</summary>
    public static IQueryable<Notice> Silent(WhistleDb db, DateTimeOffset longAgo) => db.Notices.Where(n => (n.State == Delivery.Pushed || n.State == Delivery.Queued) && n.At <= longAgo);

    private Clocks ClocksOf(Alert alert) => hall.Town.ClocksOf(alert.StationId);
}
