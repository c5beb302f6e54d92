using WhistleNet.Drills;

namespace WhistleNet.Reports;

/// <summary>How an improvement stands that a drill went out to test.</summary>
public enum Carrying
{
    /// <summary>The drill is not over, or what it measured is not known yet.</summary>
    Waiting,

    Met,
    NotMet,

    /// <summary>Nothing in the drill was what the condition looks at: nobody whistled there, or the shop was not called.</summary>
    NotMeasured,
}

/// <summary>
/// One open improvement that a drill goes out to test. Before the start it is asked for anew each time, so that what was met or withdrawn
/// meanwhile is not promised; the moment the drill starts it is written down, and stays what it went out with.
/// </summary>
public sealed class Carried
{
    public required string DrillId { get; init; }
    public required string ImprovementId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Which of these a drill tests, the soonest due first: the open ones of its circles that a drill may meet. A drill round a table and a
    /// test of the ways make no drill's alert, so they measure nothing and carry none.
    /// </summary>
    public static IReadOnlyList<Improvement> By(DrillForm form, IReadOnlyCollection<string> circleIds, IEnumerable<Improvement> improvements) => form != DrillForm.Live ? []
        : [.. improvements.Where(i => i.State == ImprovementState.Open && i.Retest.Drill && circleIds.Contains(i.CircleId)).OrderBy(i => i.DueAt).ThenBy(i => i.Id, StringComparer.Ordinal)];
}

/// <summary>What a drill made of one improvement that it carries.</summary>
/// <param name="AlertId">The drill's alert that measured it: the one that met it, else the one that came nearest.</param>
/// <param name="Value">What was measured there: seconds or shops; none where it was not reached.</param>
public sealed record Retested(Improvement Improvement, Carrying Result, string? AlertId = null, double? Value = null)
{
    /// <param name="alerts">The drill's alerts, as far as they are measured.</param>
    /// <param name="over">Whether the drill is over and all its alerts are measured.</param>
    public static Retested Of(Improvement improvement, IEnumerable<Finished> alerts, bool over)
    {
        var retest = improvement.Retest;
        var best = alerts.Where(a => a.RaisedAt > improvement.CreatedAt && retest.Tests(a)).OrderByDescending(a => a.AlertId == improvement.MetByAlertId).ThenBy(a => retest.Value(a) ?? double.MaxValue).FirstOrDefault();
        if (best is not null && retest.IsMetBy(best)) return new(improvement, Carrying.Met, best.AlertId, retest.Value(best));
        if (!over) return new(improvement, Carrying.Waiting);
        return best is null ? new(improvement, Carrying.NotMeasured) : new(improvement, Carrying.NotMet, best.AlertId, retest.Value(best));
    }
}
