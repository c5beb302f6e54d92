namespace WhistleNet.Circles;

/// <summary>One record of a list under its header: its first line (the header's is 1), its cells by column, and why it cannot be read, where it cannot.</summary>
public sealed class ListRow(CsvRecord record, IReadOnlyDictionary<string, int> columns, string? why)
{
    public int Line => record.First;
    public string? Why => why;

    /// <summary>The columns that this row has a cell in, empty or not.</summary>
    public IReadOnlySet<string> Told { get; } = columns.Where(c => c.Value < record.Fields.Count).Select(c => c.Key).ToHashSet();

    /// <summary>The cleaned cell of a column; none where it is empty or not there.</summary>
    public string? Of(string column) => columns.TryGetValue(column, out var at) && at < record.Fields.Count ? ShopFields.Clean(record.Fields[at]) : null;
}

/// <summary>Reads a list with named columns as it comes, every record with its own trouble.</summary>
public static class ListRows
{
    /// <param name="needed">Columns without which it is no such list.</param>
    /// <returns>The records below the header, or none and why.</returns>
    public static IReadOnlyList<ListRow>? Read(byte[] bytes, IReadOnlyList<string> needed, out string why)
    {
        var text = ListText.Of(bytes);
        var records = CsvRecords.Read(text.Text).Where(r => r.Fields.Any(f => f.Length > 0)).ToList();
        why = records.Count == 0 ? RegisterSay.Empty.ToString()
            : needed.FirstOrDefault(n => records[0].Fields.Count(h => h.Trim().Equals(n, StringComparison.OrdinalIgnoreCase)) != 1) is { } missing ? RegisterSay.WrongHeader.With(missing, string.Join(',', needed))
            : "";
        if (why.Length > 0) return null;
        var header = records[0].Fields;
        var columns = header.Select((name, at) => (Name: name.Trim().ToLowerInvariant(), at)).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.at);
        return [.. records.Skip(1).Select(r => new ListRow(r, columns,
            r.Unclosed ? RegisterSay.Unclosed.ToString()
            : text.Unreadable(r.First, r.Last) ? RegisterSay.WrongEncoding.ToString()
            : r.Fields.Skip(header.Count).Any(f => f.Length > 0) ? RegisterSay.TooManyFields.With(header.Count)
            : null))];
    }
}
