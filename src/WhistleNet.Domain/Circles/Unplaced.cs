namespace WhistleNet.Circles;

/// <summary>A shop that a list named without saying where it is. It waits here until somebody places it, and only then is it a shop: who is nowhere is nobody's neighbour.</summary>
public sealed class Unplaced
{
    public required string Id { get; init; }
    public required string StationId { get; init; }

    /// <summary>As <see cref="Shop.Ref"/>; the list that has its coordinates finds it by this.</summary>
    public required string Ref { get; init; }
    public required string Name { get; set; }
    public string? Category { get; set; }
    public string? Unit { get; set; }
    public string? CivicNumber { get; set; }
    public string? Street { get; set; }
    public string? Area { get; set; }
    public OpeningHours? Hours { get; set; }
    public bool Trained { get; set; }

    /// <summary>The ways through the trees of grids, as the list has them.</summary>
    public string? PoliceGrid { get; set; }
    public string? CommunityGrid { get; set; }

    public string Address => Shop.AddressOf(Street, CivicNumber, Unit);
}
