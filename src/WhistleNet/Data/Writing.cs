using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Data;

/// <summary>One piece of work inside the writer's transaction: the database, the time, and what to announce after the commit.</summary>
public sealed class Writing(WhistleDb db, DateTimeOffset now)
{
    private readonly List<(Alert Alert, IReadOnlyList<Notice>? Audience, IReadOnlyList<Notice> Changed)> _moved = [];
    private readonly List<Notice> _notices = [];
    private readonly List<Drill> _drills = [];
    private readonly List<(Drill Drill, IReadOnlyList<Telling> Told)> _told = [];

    public WhistleDb Db => db;
    public DateTimeOffset Now => now;

    /// <summary>What a press has to know before it is one.</summary>
    internal Task<Earlier> Earlier(Shop shop, string pressId, Mode mode, DateTimeOffset since) => db.Dialect.Earlier(db, shop, pressId, mode, since, default);

    /// <summary>What shops answered to the other open real alerts of a station.</summary>
    internal Task<List<Elsewhere>> Elsewhere(Alert alert) => db.Dialect.Elsewhere(db, alert.StationId, alert.Id, default);

    /// <summary>Stores a new alert with its timeline, its press and whom it calls: sentence by sentence, for saving them through EF costs a press three times as much.</summary>
    /// <param name="press">None where nobody pressed: the house tests its ways.</param>
    public async Task Raise(Alert alert, Press? press, IReadOnlyCollection<Notice> notices)
    {
        await db.Seal(alert.Lines, default);
        await db.Statements.Insert(alert, default);
        foreach (var line in alert.Lines)
        {
            try
            {
                await db.Statements.Insert(line, default);
            }
            catch (DbException taken) when (db.Dialect.IsTaken(taken))
            {
                throw new PlaceTaken(taken);
            }
        }
        if (press is not null) await db.Statements.Insert(press, default);
        await db.Dialect.InsertNotices(db, notices, default);
    }

    public Task<Alert?> Alert(string id) => db.Alerts.SingleOrDefaultAsync(a => a.Id == id);

    public Task<Drill?> Drill(string? id) => id is null ? Task.FromResult<Drill?>(null) : db.Drills.SingleOrDefaultAsync(d => d.Id == id);

    public Task<List<Notice>> Notices(string alertId) => db.Notices.Where(n => n.AlertId == alertId).ToListAsync();

    /// <summary>Whether somebody may see this alert, by what the database knows under this transaction.</summary>
    public Task<bool> IsSeenBy(Actor who, string alertId) => db.SeenBy(who).AnyAsync(a => a.Id == alertId);

    /// <summary>Tells everybody concerned of an alert that moved, after the commit.</summary>
    /// <param name="audience">All its notices where the caller has them; otherwise they are read.</param>
    /// <param name="changed">The notices that changed or are new, for the station.</param>
    public void Announce(Alert alert, IReadOnlyList<Notice>? audience = null, IReadOnlyList<Notice>? changed = null) =>
        _moved.Add((alert, audience, changed ?? []));

    /// <summary>Tells the station that deliveries moved; nothing that a recipient sees.</summary>
    public void AnnounceNotices(IEnumerable<Notice> changed) => _notices.AddRange(changed);

    /// <summary>Tells everybody concerned of a drill that moved, after the commit and before the alerts that moved with it.</summary>
    public void Announce(Drill drill) => _drills.Add(drill);

    /// <summary>Tells what of a drill's scenario is due, to whom it is for.</summary>
    public void Announce(Drill drill, IReadOnlyList<Telling> told) => _told.Add((drill, told));

    internal async Task<List<AlertNews>> Announced()
    {
        var news = new List<AlertNews>();
        foreach (var drill in _drills) news.Add(AlertNews.Of(drill, drill.AnnouncedAt is null ? [] : await CalledIn(drill)));
        news.AddRange(_told.Select(t => AlertNews.Of(t.Drill, []) with { Told = t.Told }));
        news.AddRange(_notices.GroupBy(n => (n.StationId, n.AlertId)).Select(of => AlertNews.OfNotices(of.Key.StationId, of.Key.AlertId, [.. of])));
        foreach (var (alert, audience, changed) in _moved)
        {
            var all = audience ?? await db.Notices.AsNoTracking().Where(n => n.AlertId == alert.Id).ToListAsync();
            news.Add(new AlertNews(alert.StationId, alert.Id, alert, all, changed));
        }
        return news;
    }

    // Whoever the widening called from other circles took part as well.
    private Task<List<Notice>> CalledIn(Drill drill) =>
        db.Notices.AsNoTracking().Where(n => n.To == To.Shop && db.Alerts.Any(a => a.Id == n.AlertId && a.DrillId == drill.Id)).ToListAsync();
}

/// <summary>Somebody else wrote into our chain, or a commit was made of which we did not hear: the line has to be bound anew.</summary>
internal sealed class PlaceTaken(Exception why) : Exception("The place in the chain is taken", why)
{
    /// <summary>Whether this is why a save failed.</summary>
    public static bool Is(Exception broken) => broken is PlaceTaken || broken is DbUpdateException saved && !Reserve.IsFull(saved) && saved.Entries.Any(e => e.Entity is AlertLine);
}
