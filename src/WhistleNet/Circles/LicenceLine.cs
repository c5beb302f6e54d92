using System.Text.RegularExpressions;

namespace WhistleNet.Circles;

/// <summary>
/// The line that open-government licences ask for wherever their data is shown ("Contains information licensed under ..."), where a
/// README, LICENSE or NOTICE beside the list quotes it.
/// </summary>
public static partial class LicenceLine
{
    public static string? Beside(string list)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(list));
        if (folder is null || !Directory.Exists(folder)) return null;
        return Directory.EnumerateFiles(folder).Where(f => Companion().IsMatch(Path.GetFileName(f))).Order(StringComparer.Ordinal)
            .Select(f => Line().Match(File.ReadAllText(f))).FirstOrDefault(m => m.Success) is { } found ? ShopFields.Clean(found.Value) : null;
    }

    [GeneratedRegex(@"^(README|LICEN[CS]E|NOTICE)(\.(md|txt))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Companion();

    [GeneratedRegex(@"Contains (\w+ ){0,3}information licen[cs]ed under [^.""]{3,160}\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Line();
}
