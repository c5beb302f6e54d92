using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;

namespace WhistleNet.Circles;

/// <summary>Bulk changes of a register as they are kept, and what keeps circles from being changed.</summary>
internal static class Changes
{
    /// <summary>Keeps what would take a change back, in the transaction of the change; of a station the last few.</summary>
    /// <param name="id">Of a change that is kept already and grew, or of which a part was taken back.</param>
    public static async Task Keep(this WhistleDb db, string stationId, BulkKind what, int count, Swaps swaps, DateTimeOffset now, string? id = null, CancellationToken cancel = default)
    {
        if (id is not null) await db.RegisterChanges.Where(c => c.Id == id).ExecuteDeleteAsync(cancel);
        var old = await db.RegisterChanges.Where(c => c.StationId == stationId && (c.What == BulkKind.Gear) == (what == BulkKind.Gear)).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => c.Id).Skip(RegisterChange.Most - 1).ToListAsync(cancel);
        if (old.Count > 0) await db.RegisterChanges.Where(c => old.Contains(c.Id)).ExecuteDeleteAsync(cancel);
        db.RegisterChanges.Add(new RegisterChange { Id = id ?? Ids.New(), StationId = stationId, What = what, At = now, Count = count, Swaps = swaps });
    }

    /// <summary>The register's stamp: what was worked out against it holds for as long as it does not move.</summary>
    public static Task<long> TownStamp(this WhistleDb db, CancellationToken cancel = default) =>
        db.Stamps.AsNoTracking().Where(s => s.Name == Stamp.Town).Select(s => s.Value).SingleOrDefaultAsync(cancel);

    /// <summary>The change that can be taken back next: the last that was not.</summary>
    /// <param name="ofGear">Of the gear ledger, and not of the register.</param>
    public static Task<RegisterChange?> LastChange(this WhistleDb db, string stationId, bool ofGear = false) =>
        db.RegisterChanges.AsNoTracking().Where(c => c.StationId == stationId && (c.What == BulkKind.Gear) == ofGear).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync();

    /// <summary>Whether an alert is open in one of these circles, or a drill runs there.</summary>
    public static async Task<bool> IsBusy(this WhistleDb db, string stationId, IReadOnlyCollection<string> circles)
    {
        if (await db.Alerts.AnyAsync(a => a.StationId == stationId && circles.Contains(a.CircleId) && a.Mode != Mode.Test && (a.State == AlertState.Raised || a.State == AlertState.Taken))) return true;
        return (await db.Drills.AsNoTracking().Where(d => d.StationId == stationId && d.State == DrillState.Running).ToListAsync()).Exists(d => d.CircleIds.Any(circles.Contains));
    }

    /// <summary>Whether a drill or a plan that is still to come names one of these circles.</summary>
    public static async Task<bool> AreAwaited(this WhistleDb db, string stationId, IReadOnlyCollection<string> circles)
    {
        if (circles.Count == 0) return false;
        if ((await db.Drills.AsNoTracking().Where(d => d.StationId == stationId && (d.State == DrillState.Planned || d.State == DrillState.Running)).ToListAsync()).Exists(d => d.CircleIds.Any(circles.Contains))) return true;
        return (await db.DrillPlans.AsNoTracking().Where(p => p.StationId == stationId && p.EndedAt == null).ToListAsync()).Exists(p => p.CircleIds.Any(circles.Contains));
    }
}
