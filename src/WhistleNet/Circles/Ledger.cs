namespace WhistleNet.Circles;

/// <summary>All gear of the register, as a muster and a board need it: by shop and by station. A snapshot that never changes.</summary>
public sealed class Ledger(IReadOnlyCollection<Gear> items)
{
    public static readonly Ledger Empty = new([]);
    private readonly ILookup<string, Gear> _ofStation = items.ToLookup(g => g.StationId);

    public ILookup<string, Gear> OfShop { get; } = items.ToLookup(g => g.ShopId);

    public IEnumerable<Gear> OfStation(string stationId) => _ofStation[stationId];
}
