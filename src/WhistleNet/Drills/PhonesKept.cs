using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Drills;

/// <summary>
/// Which telephones plans and drills may ring, when a station's ladder is numbered anew: what was ticked goes on under its new number, by the name
/// that people ticked; a telephone that is gone is named no more, and so is never rung in its place.
/// </summary>
public static class PhonesKept
{
    /// <param name="before">The ladder as it was, <paramref name="after"/> as it will be.</param>
    public static async Task Follow(WhistleDb db, string stationId, IReadOnlyCollection<Rung> before, IReadOnlyCollection<Rung> after)
    {
        List<int> Now(List<int> named) => [.. before.Where(r => r.Kind == RungKind.Phone && named.Contains(r.Number)).Select(r => after.FirstOrDefault(a => a.Kind == RungKind.Phone && a.Name == r.Name)?.Number).OfType<int>().Distinct().Order()];
        foreach (var (id, named) in (await db.Drills.Where(d => d.StationId == stationId && (d.State == DrillState.Planned || d.State == DrillState.Running)).Select(d => new { d.Id, d.PhoneRungs }).ToListAsync()).Select(d => (d.Id, d.PhoneRungs)))
        {
            var now = Now(named);
            if (!now.SequenceEqual(named)) await db.Drills.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.PhoneRungs, now));
        }
        foreach (var (id, named) in (await db.DrillPlans.Where(p => p.StationId == stationId && p.EndedAt == null).Select(p => new { p.Id, p.PhoneRungs }).ToListAsync()).Select(p => (p.Id, p.PhoneRungs)))
        {
            var now = Now(named);
            if (!now.SequenceEqual(named)) await db.DrillPlans.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.PhoneRungs, now));
        }
    }
}
