using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Data;

/// <summary>One piece of work inside the writer's transaction: the database, the time, and what to announce after the commit.</summary>
public sealed class Writing(WhistleDb db, DateTimeOffset now)
{
    private readonly List<(Alert Alert, IReadOnlyList<Notice>? Audience, IReadOnlyList<Notice> Changed)> _moved = [];
    private readonly List<Notice> _notices = [];

    public WhistleDb Db => db;
    public DateTimeOffset Now => now;

    /// <summary>What a press has to know before it is one.</summary>
    internal Task<Earlier> Earlier(string shopId, string pressId, Mode mode, DateTimeOffset since) => db.Dialect.Earlier(db, shopId, pressId, mode, since, default);

    /// <summary>What shops answered to the other open real alerts of a station.</summary>
    internal Task<List<Elsewhere>> Elsewhere(Alert alert) => db.Dialect.Elsewhere(db, alert.StationId, alert.Id, default);

    /// <summary>Stores a new alert with its timeline, its press and whom it calls: sentence by sentence, for saving them through EF costs a press three times as much.</summary>
    public async Task Raise(Alert alert, Press press, IReadOnlyCollection<Notice> notices)
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
        await db.Statements.Insert(press, default);
        await db.Dialect.InsertNotices(db, notices, default);
    }

    public Task<Alert?> Alert(string id) => db.Alerts.SingleOrDefaultAsync(a => a.Id == id);

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

    internal async Task<List<AlertNews>> Announced()
    {
        var news = _notices.GroupBy(n => (n.StationId, n.AlertId)).Select(of => AlertNews.OfNotices(of.Key.StationId, of.Key.AlertId, [.. of])).ToList();
        foreach (var (alert, audience, changed) in _moved)
        {
            var all = audience ?? await db.Notices.AsNoTracking().Where(n => n.AlertId == alert.Id).ToListAsync();
            news.Add(new AlertNews(alert.StationId, alert.Id, alert, all, changed));
        }
        return news;
    }
}

/// <summary>Somebody else wrote into our chain, or a commit was made of which we did not hear: the line has to be bound anew.</summary>
internal sealed class PlaceTaken(Exception why) : Exception("The place in the chain is taken", why)
{
    /// <summary>Whether this is why a save failed.</summary>
    public static bool Is(Exception broken) => broken is PlaceTaken || broken is DbUpdateException saved && !Reserve.IsFull(saved) && saved.Entries.Any(e => e.Entity is AlertLine);
}
