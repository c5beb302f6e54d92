using WhistleNet.Circles;

namespace WhistleNet.Drills;

/// <summary>Why a drill or a plan cannot be held there.</summary>
public enum Misplaced { Nowhere, Twice, CircleElsewhere, AreaElsewhere, AreaEmpty }

/// <summary>
/// Where a drill or a plan is held: these circles, or an area, whose circles are those that it has when they are asked for. A plan for an
/// area so drills the circle that was founded last week as well.
/// </summary>
public sealed record Scope(IReadOnlyList<string> CircleIds, string? AreaId)
{
    /// <summary>So many circles at the most.</summary>
    public const int Most = 200;

    public IReadOnlyList<string> Circles(Town town) => AreaId is null ? [.. CircleIds.Select(town.Standing).Distinct()] : [.. town.InArea(AreaId).Select(c => c.Id).Order(StringComparer.Ordinal)];

    /// <summary>Why it cannot be there; nothing where it can.</summary>
    public Misplaced? Refuses(string stationId, Town town)
    {
        if (AreaId is null) return CircleIds.Count is 0 or > Most ? Misplaced.Nowhere : CircleIds.All(id => town.Circles.TryGetValue(town.Standing(id), out var circle) && circle.StationId == stationId) ? null : Misplaced.CircleElsewhere;
        if (CircleIds.Count > 0) return Misplaced.Twice;
        if (!town.Areas.TryGetValue(AreaId, out var area) || area.StationId != stationId) return Misplaced.AreaElsewhere;
        return Circles(town).Count switch { 0 => Misplaced.AreaEmpty, > Most => Misplaced.Nowhere, _ => null };
    }
}
