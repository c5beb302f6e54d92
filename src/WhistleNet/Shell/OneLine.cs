using System.Globalization;
using System.Text;

namespace WhistleNet.Shell;

/// <summary>
/// Other people's text as one line that says what it seems to say: without what ends a line, moves a cursor, or turns the direction in
/// which the rest is read.
/// </summary>
public static class OneLine
{
    /// <summary>For names and records that are kept: a space in the place of each such character.</summary>
    public static string Of(string text) => text.Any(Misleads) ? new([.. text.Select(c => Misleads(c) ? ' ' : c)]) : text;

    /// <summary>For logs and exports, where nothing may be lost: \u and four digits in the place of each such character.</summary>
    public static string Escaped(string text)
    {
        if (!text.Any(c => Misleads(c) || char.IsSurrogate(c))) return text;
        var line = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at)) line.Append(text, at++, 2);
            else if (Misleads(text[at]) || char.IsSurrogate(text[at])) line.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
            else line.Append(text[at]);
        }
        return line.ToString();
    }

    private static bool Misleads(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
