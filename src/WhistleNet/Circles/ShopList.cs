namespace WhistleNet.Circles;

/// <summary>One good row of a list of shops, as written there.</summary>
public sealed record ShopRow(string Ref, string Name, Place Place)
{
    public string? Category { get; init; }
    public string? Unit { get; init; }
    public string? CivicNumber { get; init; }
    public string? Street { get; init; }
    public string? Area { get; init; }

    public OpeningHours? Hours { get; init; }
    public bool? Trained { get; init; }

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
    private readonly ListText _text;

    private ShopList(ListText text) => _text = text;

    public IReadOnlyList<ShopRow> Rows => _rows;
    public IReadOnlyList<BadRow> Bad => _bad;

    /// <summary>The list, or why it is none.</summary>
    public static ShopList? Read(byte[] bytes, out string why)
    {
        var list = new ShopList(ListText.Of(bytes));
        var records = CsvRecords.Read(list._text.Text).Where(r => r.Fields.Any(f => f.Length > 0)).ToList();
        why = "";
        if (records.Count == 0) why = RegisterSay.Empty.ToString();
        else if (Missing(records[0].Fields) is { } missing) why = RegisterSay.WrongHeader.With(missing);
        if (why.Length > 0) return null;
        var columns = Columns(records[0].Fields);
        foreach (var record in records.Skip(1)) list.Take(record, columns, records[0].Fields.Count);
        return list;
    }

    private static string? Missing(IReadOnlyList<string> header) => Needed.FirstOrDefault(n => header.Count(h => h.Trim().Equals(n, StringComparison.OrdinalIgnoreCase)) != 1);

    private static Dictionary<string, int> Columns(IReadOnlyList<string> header) => header.Select((name, at) => (Name: name.Trim().ToLowerInvariant(), at))
        .DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.at);

    private void Take(CsvRecord record, Dictionary<string, int> columns, int width)
    {
        string? Of(string column) => columns.TryGetValue(column, out var at) && at < record.Fields.Count ? ShopFields.Clean(record.Fields[at]) : null;

        var why = record.Unclosed ? RegisterSay.Unclosed.ToString()
            : _text.Unreadable(record.First, record.Last) ? RegisterSay.WrongEncoding.ToString()
            : record.Fields.Skip(width).Any(f => f.Length > 0) ? RegisterSay.TooManyFields.With(width)
            : null;
        var row = why is null ? ShopFields.Read(Of, out why) : null;
        if (row is null) _bad.Add(new BadRow(record.First, why!));
        else if (!_lines.TryAdd(row.Ref, record.First)) _bad.Add(new BadRow(record.First, RegisterSay.SecondOfId.With(row.Ref, _lines[row.Ref])));
        else _rows.Add(row with { Told = columns.Where(c => c.Value < record.Fields.Count).Select(c => c.Key).ToHashSet() });
    }
}
