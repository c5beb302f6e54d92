using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Alerts;

/// <summary>Which shops' appeals nobody has answered yet, as a quiet line on the station's consoles.</summary>
public sealed class AppealWatch(IDbContextFactory<WhistleDb> databases, TownHall hall) : IWatcher
{
    private volatile Dictionary<string, Signal> _open = [];

    public IEnumerable<Signal> SignalsFor(string stationId) => _open.TryGetValue(stationId, out var signal) ? [signal] : [];

    public async Task Look(CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var open = await db.Appeals.AsNoTracking().Where(a => a.AnsweredAt == null).OrderBy(a => a.At).Select(a => new { a.StationId, a.ShopId, a.At }).Take(200).ToListAsync(stop);
        _open = open.GroupBy(a => a.StationId).ToDictionary(s => s.Key, s => new Signal(Grade.Supervision, SignalSay.AppealOpen, [.. s.Select(a => hall.Town.Shop(a.ShopId)?.Name ?? a.ShopId).Distinct()], s.First().At));
    }
}
