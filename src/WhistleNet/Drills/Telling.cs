using WhistleNet.Live;

namespace WhistleNet.Drills;

/// <summary>Something of a scenario on its way to whom it is for.</summary>
/// <param name="Raiser">The shop that presses; none while nobody knows which it will be.</param>
/// <param name="Neighbours">The shops that play neighbours: once it sounded, those that were called.</param>
public sealed record Telling(Inject Inject, DateTimeOffset At, string? Raiser, IReadOnlyList<string> Neighbours)
{
    /// <summary>
    /// The groups of the hub that hear it. Of a blind drill that has not sounded, nobody does but its planners and the shop that presses;
    /// where it is not known who will press, every shop hears what the pressing one is told, with whom it is for.
    /// </summary>
    public IEnumerable<string> Groups(Drill drill)
    {
        var (planners, station) = (WhistleHub.PlannersGroup(drill.StationId), WhistleHub.StationGroup(drill.StationId));
        if (Inject.To is Part.Station or Part.Everyone && !drill.IsSecret) yield return station; // the planners are among them
        else yield return planners;
        foreach (var shop in Shops(drill.IsSecret)) yield return WhistleHub.ShopGroup(shop);
    }

    /// <summary>Whether a shop hears it.</summary>
    public bool IsFor(string shopId, bool secret) => Shops(secret).Contains(shopId);

    private IEnumerable<string> Shops(bool secret) => Inject.To switch
    {
        Part.Raiser => Raiser is null ? secret ? [] : Neighbours : [Raiser],
        Part.Neighbour => secret ? [] : Neighbours,
        Part.Everyone => Raiser is null ? secret ? [] : Neighbours : secret ? [Raiser] : Neighbours.Append(Raiser),
        _ => [],
    };
}
