using System.Text;
using System.Text.Json;

namespace WhistleNet.Drills;

/// <summary>On which line of a text each place of it stands.</summary>
internal static class Lines
{
    /// <summary>Each flaw with its line, or that of what it is missing from; in the order of the text.</summary>
    public static IReadOnlyList<Flaw> Put(IEnumerable<Flaw> flaws, string text)
    {
        var lines = Of(text);
        return [.. flaws.Select(f => f with { Line = LineOf(f.Where) }).OrderBy(f => f.Line)];

        int LineOf(string where)
        {
            for (var at = where; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
            {
                if (lines.TryGetValue(at, out var line)) return line;
            }
            return 1;
        }
    }

    private static Dictionary<string, int> Of(string text)
    {
        var (bytes, lines, counted, line) = (Encoding.UTF8.GetBytes(text), new Dictionary<string, int>(), 0, 1);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var (at, open) = ("", new Stack<(string At, int Index)>()); // an index below 0: an object
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++) line += bytes[counted] == '\n' ? 1 : 0;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var (group, name) = (open.Peek().At, reader.GetString());
                lines[at = group.Length == 0 ? name! : $"{group}.{name}"] = line;
                continue;
            }
            if (open.TryPop(out var list))
            {
                if (list.Index >= 0) lines[at = $"{list.At}[{list.Index++}]"] = line;
                open.Push(list);
            }
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push((at, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
        }
        return lines;
    }
}
