using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>What keeps drills and real alerts apart, pure: no drill begins beside a real alert or in a circle that is drilling, and none goes on beside one.</summary>
public static class Interlock
{
    /// <summary>Why this drill may not begin now; nothing where it may.</summary>
    /// <param name="realAlertOpen">Whether a real alert is open at its station.</param>
    /// <param name="running">The drills that run at its station.</param>
    /// <param name="circles">Where it would begin, if elsewhere than it was planned.</param>
    public static Refusal? Refuses(Drill drill, bool realAlertOpen, IEnumerable<Drill> running, IReadOnlyList<string>? circles = null)
    {
        if (realAlertOpen) return Refusal.RealAlertOpen;
        return running.Any(other => other.Id != drill.Id && Share(circles ?? drill.CircleIds, other.CircleIds)) ? Refusal.CircleBusy : null;
    }

    /// <summary>Two that were armed for the same circle at the same time: one of them could never begin by itself.</summary>
    public static bool Collide(DrillPlanned plan, Drill other) => plan.Armed && other is { Armed: true, State: DrillState.Planned }
        && Share(plan.CircleIds, other.CircleIds) && plan.StartsAt < other.StartsAt.AddMinutes(other.Minutes) && other.StartsAt < plan.StartsAt.AddMinutes(plan.Minutes);

    /// <summary>Whether this shop's press may name this drill.</summary>
    public static bool Admits(Drill? drill, string stationId, string circleId) =>
        drill is { IsRunning: true, Form: DrillForm.Live } && drill.StationId == stationId && drill.CircleIds.Contains(circleId);

    private static bool Share(IReadOnlyList<string> some, List<string> others) => some.Any(others.Contains);
}
