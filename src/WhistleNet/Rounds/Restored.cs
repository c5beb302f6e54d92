using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.Rounds;

/// <summary>
/// Before the first press: is this the database that the house had when it last lived? Where it is an older one, or where the house stood
/// still for long, its open alerts ring nobody; the station sees them as old and decides on each.
/// </summary>
public sealed class Restored(IDbContextFactory<WhistleDb> databases, LastTick last, AlertFeed feed, Node node, TimeProvider time, ILogger<Restored> log)
{
    /// <summary>Whoever whistled this long ago has been helped or has telephoned: a siren now would send people to a quiet shop.</summary>
    public static readonly TimeSpan LongStandstill = TimeSpan.FromHours(1);

    /// <returns>How many alerts were found stale.</returns>
    public async Task<int> Look()
    {
        await using var db = await databases.CreateDbContextAsync();
        var known = last.Read();
        if (known is not null) (time as SteadyClock)?.NotBefore(known.At);
        var now = time.GetUtcNow();
        var newest = await db.Alerts.MaxAsync(a => (DateTimeOffset?)a.ChangedAt);
        var isOlder = newest is not null && (known is null || newest < known.NewestChange || now - known.At > LongStandstill);
        List<Alert> stale = isOlder ? await db.Alerts.Where(a => a.State != AlertState.Closed && a.StaleSince == null && a.Mode != Mode.Test).ToListAsync() : [];
        db.LinesEnd = await db.Lines.EndOf(node.Lines, default);
        foreach (var alert in stale) alert.GoStale(now);
        await db.SaveChangesAsync();
        if (stale.Count > 0) log.LogWarning("{Count} open alerts come from a restored database or from before a long standstill; nobody is called for them until the station decides", stale.Count);

        if (stale.Count > 0) last.Saw(now);
        else if (newest is { } change) last.Saw(change);
        feed.Listen(news => { if (news.Alert is { } alert) last.Saw(alert.ChangedAt); });
        last.Write(now);
        return stale.Count;
    }
}
