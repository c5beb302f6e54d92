namespace WhistleNet.Circles;

/// <summary>One record of a spreadsheet below its header.</summary>
/// <param name="Line">Its first line in the file, from 1.</param>
/// <param name="Why">Why it cannot be read, where it cannot.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells, string? Why)
{
    public string Cell(int at) => at < Cells.Count ? Cells[at] : "";
}

/// <summary>
/// A spreadsheet as somebody saved it: whatever encoding and separator, titles above the header or none, and a header in one line or, where cells were merged, in
/// two. What its columns are is another question.
/// </summary>
public sealed class ListSheet
{
    private const int HeaderWithin = 20;
    private static readonly byte[] OldWorkbook = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly char[] Separators = [',', '\t', ';', '，'];

    private ListSheet(IReadOnlyList<string> header, IReadOnlyList<SheetRow> above, IReadOnlyList<SheetRow> rows) => (Header, Above, Rows) = (header, above, rows);

    /// <summary>What stands at the head of each column, as it is written.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>What stands above it: titles.</summary>
    public IReadOnlyList<SheetRow> Above { get; }
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>The sheet, or none and why.</summary>
    public static ListSheet? Open(byte[] bytes, out string why)
    {
        why = "";
        if (bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith(OldWorkbook)) why = SheetSay.Workbook.ToString();
        else if (bytes.AsSpan(0, Math.Min(bytes.Length, 4_096)).Contains((byte)0)) why = SheetSay.NoText.ToString();
        if (why.Length > 0) return null;
        var text = ListText.Of(bytes);
        var separator = SeparatorOf(text.Text);
        var records = CsvRecords.Read(text.Text, separator).Where(r => r.Fields.Any(f => !string.IsNullOrWhiteSpace(f))).ToList();
        if (records.Count == 0)
        {
            why = RegisterSay.Empty.ToString();
            return null;
        }
        var at = HeaderAt(records);
        var header = HeaderOf(records, at);
        return new ListSheet(header, [.. records.Take(at).Where(r => !IsUpperHalf(records, at, r)).Select(r => new SheetRow(r.First, r.Fields, null))], [.. records.Skip(at + 1).Select(r => new SheetRow(r.First, r.Fields,
            r.Unclosed ? RegisterSay.Unclosed.ToString()
            : text.Unreadable(r.First, r.Last) ? RegisterSay.WrongEncoding.ToString()
            : r.Fields.Skip(header.Count).Any(f => !string.IsNullOrWhiteSpace(f)) ? RegisterSay.TooManyFields.With(header.Count)
            : null))]);
    }

    private static int HeaderAt(List<CsvRecord> records)
    {
        var (best, most) = (0, 0);
        for (var i = 0; i < Math.Min(records.Count, HeaderWithin); i++)
        {
            if (ShopColumns.Heads(records[i].Fields) is var heads && heads > most) (best, most) = (i, heads);
        }
        // Two lines of heads, where one stands over two: the lower names the columns, the upper those that it leaves empty.
        return best + 1 < records.Count && most > 0 && records[best].Fields.Any(string.IsNullOrWhiteSpace) && ShopColumns.Heads(records[best + 1].Fields) > 0 && Fills(records[best], records[best + 1]) ? best + 1 : best;
    }

    private static bool Fills(CsvRecord upper, CsvRecord lower) =>
        lower.Fields.Select((f, i) => (f, i)).All(c => string.IsNullOrWhiteSpace(c.f) || c.i >= upper.Fields.Count || string.IsNullOrWhiteSpace(upper.Fields[c.i]) || ShopColumns.Heads([c.f]) > 0);

    private static bool IsUpperHalf(List<CsvRecord> records, int at, CsvRecord record) => at > 0 && record == records[at - 1] && ShopColumns.Heads(record.Fields) > 0;

    private static List<string> HeaderOf(List<CsvRecord> records, int at)
    {
        var upper = at > 0 && IsUpperHalf(records, at, records[at - 1]) ? records[at - 1].Fields : [];
        var count = Math.Max(upper.Count, records[at].Fields.Count);
        return [.. Enumerable.Range(0, count).Select(i => ShopFields.Clean(i < records[at].Fields.Count ? records[at].Fields[i] : "") ?? (i < upper.Count ? ShopFields.Clean(upper[i]) : null) ?? "")];
    }

    // The one that the first lines have most of.
    private static char SeparatorOf(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4_096));
        var (best, most) = (',', 0);
        foreach (var separator in Separators)
        {
            if (head.Count(separator) is var count && count > most) (best, most) = (separator, count);
        }
        return best;
    }
}
