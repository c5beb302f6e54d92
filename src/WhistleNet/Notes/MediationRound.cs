using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Notes;

/// <summary>
/// Opens the mediation that a real alert owes which was closed as one, and says at the station, quietly, which are overdue. Walked twice it
/// does nothing more: a mediation carries its alert's id.
/// </summary>
public sealed class MediationRound(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, TimeProvider time) : IWatcher, IDisposable
{
    private const int AtOnce = 100, MostNames = 20;
    private readonly Turnstile _one = new(); // at the start and on the hour at once: the second finds nothing left
    private volatile ILookup<string, Signal> _waiting = Enumerable.Empty<Signal>().ToLookup(_ => "");

    public IEnumerable<Signal> SignalsFor(string stationId) => _waiting[stationId];

    public async Task Walk(CancellationToken stop = default)
    {
        await Owe(stop);
        _waiting = await Overdue(stop);
    }

    /// <returns>How many were opened.</returns>
    public async Task<int> Owe(CancellationToken stop = default)
    {
        using var turn = await _one.Enter(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var owing = await db.Alerts.AsNoTracking().Where(a => a.Mode == Mode.Real && a.State == AlertState.Closed && a.Outcome == Outcome.Mediation && !db.Mediations.Any(m => m.Id == a.Id)).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(stop);
        var opened = owing.Where(Mediation.IsOwedBy).Select(a => Mediation.Of(a, calling.DayAt(a.StationId, a.ClosedAt!.Value))).ToList();
        if (opened.Count == 0) return 0;
        db.Mediations.AddRange(opened);
        try
        {
            await db.SaveChangesAsync(stop);
            return opened.Count;
        }
        catch (DbUpdateException)
        {
            return 0; // another node opened one of them at this moment; the next round opens the rest
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<ILookup<string, Signal>> Overdue(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var open = await db.Mediations.AsNoTracking().Where(m => m.State == MediationState.Open).OrderBy(m => m.DueOn).Select(m => new { m.StationId, m.ShopId, m.Place, m.DueOn }).ToListAsync(stop);
        return open.GroupBy(m => m.StationId).SelectMany(station =>
        {
            var today = calling.DayAt(station.Key, time.GetUtcNow());
            var names = station.Where(m => m.DueOn < today).Select(m => hall.Town.Shop(m.ShopId)?.Name ?? m.Place ?? "").Distinct().ToList();
            IReadOnlyList<string> said = names.Count <= MostNames ? names : [.. names.Take(MostNames), $"+ {names.Count - MostNames}"];
            return names.Count == 0 ? [] : new[] { (station.Key, Signal: new Signal(Grade.Supervision, MediationSay.SomeOverdue, said)) };
        }).ToLookup(s => s.Key, s => s.Signal);
    }
}
