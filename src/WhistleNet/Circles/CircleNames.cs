using System.Globalization;

namespace WhistleNet.Circles;

/// <summary>
/// Names that a person finds: the area, a number, and the street where most of the circle's shops are. Numbers run along each street,
/// and a number once given stays.
/// </summary>
public sealed class CircleNames(string area, IEnumerable<string> taken)
{
    private readonly HashSet<string> _numbers = [.. taken.Select(n => n.Split(" · ")[0])];
    private int _last;

    public IEnumerable<(string Name, List<ShopRow> Members)> For(IEnumerable<List<ShopRow>> circles) => circles
        .Select(c => (Members: c, Street: Street(c))).OrderBy(c => c.Street, StringComparer.Ordinal)
        .ThenBy(c => c.Members.Average(m => HouseNumber(m, c.Street))).ThenBy(c => c.Members[0].Ref, StringComparer.Ordinal)
        .Select(c => (c.Street is null ? Next() : $"{Next()} · {c.Street}", c.Members));

    private string Next()
    {
        string name;
        do name = $"{area} {++_last}"; while (!_numbers.Add(name));
        return name;
    }

    private static string? Street(List<ShopRow> members) => members.Where(m => m.Street is not null).GroupBy(m => m.Street)
        .OrderByDescending(s => s.Count()).ThenBy(s => s.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private static double HouseNumber(ShopRow row, string? street) =>
        row.Street == street && int.TryParse(row.CivicNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
