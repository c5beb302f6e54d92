using System.Globalization;
using System.Text.RegularExpressions;

namespace WhistleNet.Circles;

/// <summary>What people and their spreadsheets write where a number, a time or a total was meant. Pure.</summary>
public static partial class WrittenOut
{
    /// <summary>With full-width letters, digits, signs and spaces as plain ones.</summary>
    public static string Plain(string text) =>
        text.AsSpan().ContainsAnyInRange('\uff01', '\uff5e') || text.Contains('\u3000', StringComparison.Ordinal)
            ? new([.. text.Select(c => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c == '\u3000' ? ' ' : c)]) : text;

    /// <summary>A number of degrees, also as 45.7°N, 东经126.6 or 45,7; none where it is none.</summary>
    public static double? Degrees(string? text)
    {
        if (text is null) return null;
        var plain = Plain(text).Trim().Trim('°', 'º', 'N', 'E', 'n', 'e', '度', '北', '东', '纬', '经', ' ');
        if (DecimalComma().IsMatch(plain)) plain = plain.Replace(',', '.');
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read) ? read : null;
    }

    /// <summary>Whether a spreadsheet rounded a long number away, as 1.38E+10: what it was nobody can tell.</summary>
    public static bool IsDamaged(string text) => Exponent().IsMatch(Plain(text));

    /// <summary>Whether a line adds up the others.</summary>
    public static bool IsTotal(string firstCell) => Total().IsMatch(Plain(firstCell));

    /// <summary>Opening hours as shops write them (8：30—21:00, 24小时) in the form that is kept; as they are where they are something else.</summary>
    public static string? Hours(string? text)
    {
        if (text is null) return null;
        var plain = Plain(text).Trim();
        if (plain is "24小时" or "24小时营业" or "全天" or "24h" or "24/7") return "Mo-Su 00:00-24:00";
        return Span().Match(plain) is { Success: true } span ? $"Mo-Su {Clock(span, "from")}-{Clock(span, "to")}" : plain;
    }

    /// <summary>A whole address as a street and a number, 安代大街61号 or 61 Main Street, so that circles and the map know the street; as it is where it is something else.</summary>
    public static (string Street, string? Number) Address(string address) =>
        Street().Match(address) is { Success: true } zh ? (zh.Groups["street"].Value, zh.Groups["number"].Value)
        : NumberFirst().Match(address) is { Success: true } en ? (en.Groups["street"].Value, en.Groups["number"].Value) : (address, null);

    private static string Clock(Match span, string at) => $"{span.Groups[at + "h"].Value.PadLeft(2, '0')}:{span.Groups[at + "m"].Value}";

    [GeneratedRegex(@"^(?<street>[^\d]*[街路巷道里胡同])\s*(?<number>[\d０-９]+[-\d０-９]*\s*号?.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Street();

    [GeneratedRegex(@"^(?<number>\d+[A-Za-z]?)\s+(?<street>\D.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NumberFirst();

    [GeneratedRegex(@"^-?\d{1,3},\d+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^\s*\d([.,]\d+)?E\+\d{1,2}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^\s*(合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|grand total|sub-?total|total|sum)\s*[:\d.,\s户家个商户]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Total();

    [GeneratedRegex(@"^(?<fromh>\d{1,2}):(?<fromm>\d{2})\s*[-~—–至到]+\s*(?<toh>\d{1,2}):(?<tom>\d{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Span();
}
