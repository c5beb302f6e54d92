using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>What changed in a circle with its last drill: that drill beside the one before, and its real alerts before and after.</summary>
/// <param name="Last">The first alert of the last drill.</param>
/// <param name="Earlier">The same of the drill before, where the period has one.</param>
/// <param name="Before">Real alerts of the period up to the day of the drill, that day among them.</param>
/// <param name="After">Real alerts from the day after it on.</param>
public sealed record SinceDrill(string CircleId, PastAlert Last, PastAlert? Earlier, Sided Before, Sided After)
{
    /// <summary>One for each circle that drilled in the period.</summary>
    public static IReadOnlyList<SinceDrill> Of(IEnumerable<PastAlert> alerts)
    {
        var measured = alerts.Where(a => a.Is(Tally.Measured)).ToList();
        var real = measured.Where(a => a.Mode == Mode.Real).ToLookup(a => a.CircleId);
        return [.. measured.Where(a => a.Mode == Mode.Drill).GroupBy(a => a.CircleId).OrderBy(g => g.Key, StringComparer.Ordinal).Select(circle =>
        {
            var drills = circle.GroupBy(a => a.DrillId ?? a.Id).Select(d => d.MinBy(a => a.Here)!).OrderByDescending(a => a.Here).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
            var day = drills[0].Day;
            return new SinceDrill(circle.Key, drills[0], drills.ElementAtOrDefault(1), Sided.Of(real[circle.Key].Where(a => a.Day <= day)), Sided.Of(real[circle.Key].Where(a => a.Day > day)));
        })];
    }
}

/// <summary>The real alerts on one side of a drill.</summary>
public sealed record Sided(int N, IReadOnlyDictionary<Stage, Percentiles> Stages)
{
    public static Sided Of(IEnumerable<PastAlert> alerts)
    {
        var all = alerts.ToList();
        return new(all.Count, Reports.Stages.All.ToDictionary(s => s, s => Percentiles.Of(all.Select(a => a.Of(s)))));
    }
}
