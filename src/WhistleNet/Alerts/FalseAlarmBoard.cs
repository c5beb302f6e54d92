using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Alerts;

/// <summary>One false alarm and whether anybody talked with the shop about it.</summary>
public sealed record FalseAlarm(string AlertId, DateTimeOffset At, Outcome Outcome, Coaching? Coached, Appeal? Appeal);

/// <summary>A shop's false alarms beside how often it whistled at all: for a talk, never for a ranking.</summary>
/// <param name="Whistles">Real whistles of the same days, whatever became of them.</param>
public sealed record ShopFalseAlarms(string ShopId, string Shop, int Whistles, IReadOnlyList<FalseAlarm> Alarms)
{
    public bool Uncoached => Alarms.Any(a => a.Coached is null);
}

/// <param name="Shops">Those to talk with first, then by name.</param>
public sealed record FalseAlarms(IReadOnlyList<ShopFalseAlarms> Shops, IReadOnlyList<Appeal> Open, IReadOnlyList<Appeal> Answered, IReadOnlyList<Device> Restricted);

/// <summary>Answers one question: whose whistles were false, what was said about it, and what follows.</summary>
public sealed class FalseAlarmBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
{
    /// <summary>How far back it looks: as long as the names of an alert are kept.</summary>
    public const int Days = 90;

    public async Task<FalseAlarms> Of(string stationId)
    {
        var now = time.GetUtcNow();
        var since = now.AddDays(-Days);
        await using var db = await databases.CreateDbContextAsync();
        var whistles = await db.Alerts.AsNoTracking().Where(a => a.StationId == stationId && a.Mode == Mode.Real && a.RaisedAt > since && a.Outcome != Outcome.Duplicate)
            .Select(a => new { a.Id, a.ShopId, a.RaisedAt, a.State, a.Outcome }).ToListAsync();
        var coached = await db.Coachings.AsNoTracking().Where(c => c.StationId == stationId && c.At > since).ToDictionaryAsync(c => c.AlertId);
        var appeals = await db.Appeals.AsNoTracking().Where(a => a.StationId == stationId && (a.AnsweredAt == null || a.AnsweredAt > since)).OrderByDescending(a => a.At).ToListAsync();
        var about = appeals.Where(a => a.AlertId is not null).ToLookup(a => a.AlertId!);
        var shops = whistles.GroupBy(w => w.ShopId)
            .Select(shop => new ShopFalseAlarms(shop.Key, hall.Town.Shop(shop.Key)?.Name ?? shop.Key, shop.Count(),
                [.. shop.Where(w => w.State == AlertState.Closed && w.Outcome is { } outcome && Tallies.Of(Tally.False).Contains(outcome)).OrderByDescending(w => w.RaisedAt)
                    .Select(w => new FalseAlarm(w.Id, w.RaisedAt, w.Outcome!.Value, coached.GetValueOrDefault(w.Id), about[w.Id].FirstOrDefault()))]))
            .Where(s => s.Alarms.Count > 0);
        return new FalseAlarms([.. shops.OrderByDescending(s => s.Uncoached).ThenBy(s => s.Shop, StringComparer.Ordinal)],
            [.. appeals.Where(a => a.IsOpen)], [.. appeals.Where(a => !a.IsOpen)],
            [.. hall.Roster.All.Where(d => d.StationId == stationId && !d.IsRevoked && d.IsRestricted(now)).OrderBy(d => d.RestrictedUntil)]);
    }
}
