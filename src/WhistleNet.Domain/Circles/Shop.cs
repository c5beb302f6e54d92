namespace WhistleNet.Circles;

/// <summary>A shop 商户: a place in a circle, with its hours and its devices' standing choices.</summary>
public sealed class Shop
{
    public required string Id { get; init; }

    /// <summary>The <c>shop_id</c> of the list it was imported from; unique within its station.</summary>
    public required string Ref { get; init; }

    public required string StationId { get; init; }
    public required string CircleId { get; set; }
    public required string Name { get; set; }
    public string? Category { get; set; }
    public string? Unit { get; set; }
    public string? CivicNumber { get; set; }
    public string? Street { get; set; }
    /// <summary>Its leaf of each tree of grids; none where nobody said.</summary>
    public string? PoliceGridId { get; set; }
    public string? CommunityGridId { get; set; }

    public double Lat { get; set; }
    public double Lon { get; set; }

    /// <summary>The system that its coordinates came in; none where nobody said. What is stored is WGS-84.</summary>
    public Datum? SourceDatum { get; set; }

    /// <summary>A shop without hours counts as open.</summary>
    public OpeningHours? Hours { get; set; }

    /// <summary>The standing choice of the silent switch; off by default.</summary>
    public bool Silent { get; set; }

    /// <summary>Whether it keeps those special days of its station that do not count for all.</summary>
    public bool KeepsHolidays { get; set; }

    /// <summary>A mark that the station sets: may be called quietly to a silent alert.</summary>
    public bool Trained { get; set; }

    /// <summary>The last day on which one of its members has a training in date; kept beside the members, so that a press need not read them.</summary>
    public DateOnly? TrainedUntil { get; set; }

    /// <summary>When it left the joint defence, or turned out to be another one entered twice; it is kept for what happened at it.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Whether it counts as trained on a day: the station says so, or somebody of the shop has a training that is in date.</summary>
    public bool TrainedOn(DateOnly day) => Trained || TrainedUntil >= day;

    /// <summary>Salted hashes of the two words that the owner set; either may be missing.</summary>
    public string? SafeWord { get; set; }
    public string? DuressWord { get; set; }

    public string? GridOf(GridKind kind) => kind == GridKind.Police ? PoliceGridId : CommunityGridId;

    public Place Place => new(Lat, Lon);

    /// <summary>
    /// Street, number and unit as the list has them: the shop's own words, never a geocoder's. Chinese goes from the large to the
    /// small and without spaces.
    /// </summary>
    public string Address => AddressOf(Street, CivicNumber, Unit);

    internal static string AddressOf(string? street, string? number, string? unit) => street is { Length: > 0 } && street[0] >= 0x2E80
        ? string.Concat(street, number, unit)
        : string.Join(' ', new[] { number, street, unit is null ? null : "#" + unit }.Where(p => !string.IsNullOrWhiteSpace(p)));
}
