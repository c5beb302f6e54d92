namespace WhistleNet.Circles;

/// <summary>Finds shops by whatever a caller says of them.</summary>
public static class ShopSearch
{
    /// <summary>The station's shops whose name, number in the list or address holds every word; those that begin with it first. No words, no shops.</summary>
    public static IEnumerable<Shop> Find(this Town town, string stationId, string words)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return [];
        return town.Shops.Where(s => s.StationId == stationId && Array.TrueForAll(parts, p => Holds(s.Name, p) || Holds(s.Ref, p) || Holds(s.Address, p)))
            .OrderBy(s => !s.Name.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Ref, StringComparer.Ordinal);
    }

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
