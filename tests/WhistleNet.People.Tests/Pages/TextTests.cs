using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Pages;

/// <summary>Every text that a script says by its key is printed by the page that loads the script.</summary>
public sealed partial class TextTests
{
    private static readonly Dictionary<string, IEnumerable<string>> Islands = new()
    {
        ["w.ts"] = WhistlePageSay.Script.Keys,
        ["wall.ts"] = WallSay.Script.Keys,
        ["console.ts"] = ShellSay.ForScript.Keys,
        ["people.ts"] = PaperSay.ForScript.Keys,
        ["map.ts"] = ShellSay.ForScript.Keys,
    };

    [Theory]
    [InlineData("w.ts")]
    [InlineData("wall.ts")]
    [InlineData("console.ts")]
    [InlineData("people.ts")]
    [InlineData("map.ts")]
    public void Every_key_that_a_script_says_is_printed_by_its_page(string entry)
    {
        var printed = Islands[entry].ToHashSet(StringComparer.Ordinal);
        var said = FilesOf(Path.Combine(Sources(), entry), []).SelectMany(file => Said().Matches(File.ReadAllText(file))
            .SelectMany(m => m.Groups["key"].Captures.Select(key => (File: Path.GetFileName(file), Key: key.Value, Open: m.Groups["open"].Success))));
        var missing = said.Where(s => s.Open ? !printed.Any(p => p.StartsWith(s.Key, StringComparison.Ordinal)) : !printed.Contains(s.Key));
        Assert.Empty(missing.Select(m => $"{m.File}: {m.Key}").Distinct(StringComparer.Ordinal));
    }

    // The files that a bundle is made of.
    private static HashSet<string> FilesOf(string file, HashSet<string> known)
    {
        if (!known.Add(file)) return known;
        foreach (Match import in Import().Matches(File.ReadAllText(file)))
        {
            var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, import.Groups["path"].Value + ".ts"));
            if (File.Exists(path)) FilesOf(path, known);
        }
        return known;
    }

    private static string Sources([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../wwwroot-assets/src"));

    // say("key"), say(a ? "one" : "other"), say(`begins-${...}`)
    [GeneratedRegex("""say\((?:[^()"`]*\?\s*)?(?:"(?<key>[^"]+)"(?:[^()"`]*:\s*"(?<key>[^"]+)")?|`(?<key>[^`$]+)(?<open>\$\{))""", RegexOptions.None, 1000)]
    private static partial Regex Said();

    [GeneratedRegex("from \"(?<path>\\.[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();
}
