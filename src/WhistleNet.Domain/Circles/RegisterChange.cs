namespace WhistleNet.Circles;

/// <summary>What a bulk change of the register was.</summary>
public enum BulkKind { Import, Move, Split, Merge, Place, Area, Gear }

/// <summary>A bulk change of the register or of the gear ledger that can be taken back: every row that it touched, as it was and as it became. The two are taken back apart.</summary>
public sealed class RegisterChange
{
    /// <summary>So many of a station are kept, and none for longer than <see cref="Kept"/>.</summary>
    public const int Most = 10;
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required BulkKind What { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Rows of the list, or shops.</summary>
    public required int Count { get; init; }
    public required Swaps Swaps { get; init; }
}

/// <summary>A row before and after; none where it was not there.</summary>
public sealed record Swap<T>(T? Before, T? After) where T : class;

public sealed record Swaps(IReadOnlyList<Swap<ShopState>> Shops, IReadOnlyList<Swap<CircleState>> Circles, IReadOnlyList<string> NewAreas, IReadOnlyList<Swap<UnplacedState>> Unplaced)
{
    public IReadOnlyList<Swap<GearAt>> Gear { get; init; } = [];

    public static Swaps OfGear(IEnumerable<Swap<GearAt>> items) => new([], [], [], []) { Gear = [.. items] };
}

/// <summary>What a list or a regrouping says of a shop; what its owner and the station set for it is none of theirs.</summary>
public sealed record ShopState(
    string Id, string Ref, string CircleId, string Name, string? Category, string? Unit, string? CivicNumber, string? Street, double Lat, double Lon, string? Hours, bool Trained,
    Datum? SourceDatum, string? PoliceGridId, string? CommunityGridId)
{
    public static ShopState Of(Shop s) =>
        new(s.Id, s.Ref, s.CircleId, s.Name, s.Category, s.Unit, s.CivicNumber, s.Street, s.Lat, s.Lon, s.Hours?.ToString(), s.Trained, s.SourceDatum, s.PoliceGridId, s.CommunityGridId);

    public Shop ToShop(string stationId) => new()
    {
        Id = Id, Ref = Ref, StationId = stationId, CircleId = CircleId, Name = Name, Category = Category, Unit = Unit, CivicNumber = CivicNumber, Street = Street, Lat = Lat, Lon = Lon,
        Hours = OpeningHours.TryParse(Hours), Trained = Trained, SourceDatum = SourceDatum, PoliceGridId = PoliceGridId, CommunityGridId = CommunityGridId,
    };
}

/// <summary>Of a circle what a bulk change moves; its leader is a person's name, and is not kept here.</summary>
public sealed record CircleState(string Id, string Name, string? CentreShopId, string? MergedIntoId)
{
    /// <summary>Its area, where that is what was changed.</summary>
    public string? AreaId { get; init; }

    public static CircleState Of(Circle c) => new(c.Id, c.Name, c.CentreShopId, c.MergedIntoId);
}

public sealed record UnplacedState(string Id, string Ref, string Name, string? Category, string? Unit, string? CivicNumber, string? Street, string? Area, string? Hours, bool Trained, string? PoliceGrid, string? CommunityGrid)
{
    public static UnplacedState Of(Unplaced u) =>
        new(u.Id, u.Ref, u.Name, u.Category, u.Unit, u.CivicNumber, u.Street, u.Area, u.Hours?.ToString(), u.Trained, u.PoliceGrid, u.CommunityGrid);

    public Unplaced ToUnplaced(string stationId) => new()
    {
        Id = Id, StationId = stationId, Ref = Ref, Name = Name, Category = Category, Unit = Unit, CivicNumber = CivicNumber, Street = Street, Area = Area,
        Hours = OpeningHours.TryParse(Hours), Trained = Trained, PoliceGrid = PoliceGrid, CommunityGrid = CommunityGrid,
    };
}
