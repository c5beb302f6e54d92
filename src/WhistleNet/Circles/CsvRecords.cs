using System.Text;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>One record of a CSV and the lines it covers, counted from 1.</summary>
/// <param name="Unclosed">A quote was opened in it and never closed.</param>
public sealed record CsvRecord(int First, int Last, IReadOnlyList<string> Fields, bool Unclosed = false);

/// <summary>
/// CSV as RFC 4180 has it, read by hand for two things that a list of seven thousand shops needs: the line on which each record
/// begins, and a quote that nobody closes costing its own line instead of all that follow.
/// </summary>
public static class CsvRecords
{
    public static IEnumerable<CsvRecord> Read(string text, char separator = ',')
    {
        for (var (from, line) = (0, 1); from < text.Length;)
        {
            var fields = new List<string>();
            var end = from;
            var closed = true;
            do closed = Field(text, separator, ref end, fields) && closed; while (end < text.Length && text[end++] == separator);
            if (closed && end == text.Length && text[^1] == separator) fields.Add("");
            if (!closed) end = text.IndexOf('\n', from) is >= 0 and var stop ? stop + 1 : text.Length;
            var lines = text.AsSpan(from..end).Count('\n');
            yield return new CsvRecord(line, text[end - 1] == '\n' ? line + lines - 1 : line + lines, fields, !closed);
            (from, line) = (end, line + lines);
        }
    }

    /// <summary>Fields as one line, quoted where they must be.</summary>
    public static string Line(params IEnumerable<string> fields) => string.Join(',', fields.Select(Quoted)) + "\n";

    /// <summary>A cell of an export: one line, and no formula. A spreadsheet takes these beginnings for one; with a quote before them it shows them as they are.</summary>
    public static string Cell(string? text) => OneLine.Escaped(text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text ?? "");

    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    // Stops at the separator or line feed behind the field; a carriage return before it is not part of the field.
    private static bool Field(string text, char separator, ref int at, List<string> fields)
    {
        var field = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            while (true)
            {
                var quote = text.IndexOf('"', at + 1);
                if (quote < 0) return false;
                field.Append(text, at + 1, quote - at - 1);
                at = quote + 1;
                if (at >= text.Length || text[at] != '"') break;
                field.Append('"');
            }
        }
        var end = text.IndexOfAny([separator, '\n'], at) is >= 0 and var found ? found : text.Length;
        field.Append(text, at, end - at);
        at = end;
        fields.Add(field.ToString().TrimEnd('\r'));
        return true;
    }
}
