using System.Globalization;

namespace WhistleNet.Log;

/// <summary>Chains' ends as they are written down outside: a line each, <c>UTC chain seq hash</c> with tabs between.</summary>
public static class HeadLines
{
    public static string Write(DateTimeOffset at, Link head) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\t{head.Chain}\t{head.Seq}\t{Convert.ToHexStringLower(head.Hash)}");

    /// <summary>Null where a line is none of these.</summary>
    public static IReadOnlyList<Link>? Read(IEnumerable<string> lines)
    {
        var heads = new List<Link>();
        foreach (var line in lines.Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            if (line.Split('\t') is not [_, var chain, var number, { Length: 64 } hash] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) || !hash.All(char.IsAsciiHexDigit)) return null;
            heads.Add(new Link(chain, seq, Convert.FromHexString(hash)));
        }
        return heads;
    }
}
