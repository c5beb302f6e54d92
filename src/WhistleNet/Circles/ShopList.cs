namespace WhistleNet.Circles;

/// <summary>One good row of a list of shops, as written there.</summary>
public sealed record ShopRow(string Ref, string Name, Place Place)
{
    public string? Category { get; init; }
    public string? Unit { get; init; }
    public string? CivicNumber { get; init; }
    public string? Street { get; init; }
    public string? Area { get; init; }

    /// <summary>The way to its police grid and to its community grid, from the top down.</summary>
    public IReadOnlyList<string>? PoliceGrid { get; init; }
    public IReadOnlyList<string>? CommunityGrid { get; init; }

    public OpeningHours? Hours { get; init; }
    public bool? Trained { get; init; }

    /// <summary>The system that its coordinates came in, where somebody said; <see cref="Place"/> is WGS-84.</summary>
    public Datum? Datum { get; init; }

    /// <summary>The columns that this row has a cell in, empty or not; of the others it says nothing, and what the shop has stays.</summary>
    public IReadOnlySet<string> Told { get; init; } = new HashSet<string>();
}

/// <summary>A row that did not go in: the line on which its record begins (the header's is 1), and why.</summary>
public sealed record BadRow(int Line, string Why);

/// <summary>Reads a list of shops: every bad row named, every good row kept.</summary>
public sealed class ShopList
{
    private static readonly string[] Needed = ["shop_id", "name", "lat", "lon"];
    private readonly Dictionary<string, int> _lines = []; // where each id stood first
    private readonly List<ShopRow> _rows = [];
    private readonly List<BadRow> _bad = [];

    private ShopList()
    {
    }

    public IReadOnlyList<ShopRow> Rows => _rows;
    public IReadOnlyList<BadRow> Bad => _bad;

    /// <summary>The list, or why it is none.</summary>
    /// <param name="datum">The system of its coordinates; WGS-84 where nobody said.</param>
    public static ShopList? Read(byte[] bytes, out string why, Datum? datum = null)
    {
        if (ListRows.Read(bytes, Needed, out why) is not { } rows) return null;
        var list = new ShopList();
        foreach (var row in rows) list.Take(row, datum);
        return list;
    }

    private void Take(ListRow record, Datum? datum)
    {
        var why = record.Why;
        var row = why is null ? ShopFields.Read(record.Of, out why) : null;
        if (row is null) _bad.Add(new BadRow(record.Line, why!));
        else if (!_lines.TryAdd(row.Ref, record.Line)) _bad.Add(new BadRow(record.Line, RegisterSay.SecondOfId.With(row.Ref, _lines[row.Ref])));
        else _rows.Add(row with { Told = record.Told, Place = row.Place.ToWgs84(datum ?? Circles.Datum.Wgs84), Datum = datum });
    }
}
