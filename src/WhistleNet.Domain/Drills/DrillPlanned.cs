namespace WhistleNet.Drills;

/// <summary>What somebody plans, after the desk made sense of it.</summary>
public sealed record DrillPlanned(
    string DrillId, string StationId, string Title, IReadOnlyList<string> CircleIds, string Scenario, DrillForm Form, bool Blind,
    DateTimeOffset StartsAt, bool Armed, int Minutes, string? PressShopId, string? PlanId = null)
{
    public string? AreaId { get; init; }
    public IReadOnlyList<ObserverPost> Observers { get; init; } = [];

    /// <summary>The telephones of the ladder that it may ring, by the numbers of their rungs.</summary>
    public IReadOnlyList<int> PhoneRungs { get; init; } = [];
}
