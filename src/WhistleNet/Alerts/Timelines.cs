using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Alerts;

/// <summary>The timeline of an alert at one version, read once for all consoles that draw it.</summary>
public sealed class Timelines(IDbContextFactory<WhistleDb> databases)
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<string, (long Version, Lazy<Task<IReadOnlyList<AlertLine>>> Lines)> _kept = new();

    /// <summary>Its lines in order, at that version or a later one.</summary>
    public Task<IReadOnlyList<AlertLine>> Of(string alertId, long version)
    {
        if (_kept.Count > MostKept) _kept.Clear();
        return _kept.AddOrUpdate(alertId, _ => (version, Reading(alertId)), (_, kept) => kept.Version >= version && !Failed(kept.Lines) ? kept : (version, Reading(alertId))).Lines.Value;
    }

    /// <summary>What is kept here was written otherwise on disk, as by masking.</summary>
    public void Forget() => _kept.Clear();

    private static bool Failed(Lazy<Task<IReadOnlyList<AlertLine>>> lines) => lines.IsValueCreated && lines.Value.IsFaulted;

    private Lazy<Task<IReadOnlyList<AlertLine>>> Reading(string alertId) => new(async () =>
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Lines.AsNoTracking().Where(l => l.AlertId == alertId).InOrder().ToListAsync();
    });
}

public static class TimelineOrder
{
    /// <summary>As it happened: what one node wrote at the same instant, as it wrote it.</summary>
    public static IQueryable<AlertLine> InOrder(this IQueryable<AlertLine> lines) => lines.OrderBy(l => l.At).ThenBy(l => l.Seq);
}
