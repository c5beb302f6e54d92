using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace WhistleNet.Shell;

/// <summary>What a person reads stands in both languages, is used somewhere, and stands nowhere outside of what the Say classes keep.</summary>
public sealed partial class SayTests(ITestOutputHelper output)
{
    /// <summary>The same in every language: names of the product and of the languages, and the word that stands on a demo.</summary>
    private static readonly string[] Everywhere = ["吹哨互助", "演示 DEMO", "中文"];

    /// <summary>English texts in which something Chinese is quoted on purpose: what people are to type or to look for.</summary>
    private static readonly Regex Quoted = new("[“\"(（「].*[\u3400-\u9fff].*[”\")）」]|WhistleNet", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, string> Sources = Files().ToDictionary(f => f, File.ReadAllText);

    [Fact]
    public void Every_text_is_said_somewhere()
    {
        var whole = string.Join('\n', Sources.Values);
        var named = Named().ToList();
        var silent = named.Where(t => !Regex.IsMatch(whole, $@"\b{t.DeclaringType!.Name}\.{t.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(5)) && !UsedAtHome(t)).Select(t => $"{t.DeclaringType!.Name}.{t.Name}");
        Assert.Empty(silent);
        output.WriteLine($"{named.Count} texts by name, each said somewhere");
    }

    [Fact]
    public void Every_text_is_whole_in_both_languages_and_takes_the_same_values()
    {
        var wrong = new List<string>();
        var all = Texts().ToList();
        foreach (var (where, text) in all)
        {
            if (string.IsNullOrWhiteSpace(text.Zh) != string.IsNullOrWhiteSpace(text.En)) wrong.Add($"{where} is missing in one language");
            if (!Values(text.Zh).SetEquals(Values(text.En))) wrong.Add($"{where} takes other values: {text.Zh} | {text.En}");
            if (Chinese().IsMatch(Without(text.En)) && !Quoted.IsMatch(text.En)) wrong.Add($"{where} is Chinese in English: {text.En}");
            if (TwoWords().IsMatch(text.Zh) && !Chinese().IsMatch(text.Zh)) wrong.Add($"{where} is English in Chinese: {text.Zh}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        output.WriteLine($"{all.Count} texts in both languages");
    }

    [Fact]
    public void No_component_says_anything_in_one_language_alone()
    {
        var found = new List<string>();
        foreach (var (file, source) in Sources.Where(s => s.Key.EndsWith(".razor", StringComparison.Ordinal)))
        {
            var text = Without(Comment().Replace(Code().Replace(source, ""), ""));
            found.AddRange(Chinese().Matches(BothAtOnce().Replace(text, "")).Select(m => $"{Path.GetFileName(file)}: {m.Value}"));
            found.AddRange(Literal().Matches(text).Select(m => m.Groups["said"].Value.Trim()).Where(said => TwoWords().IsMatch(said)).Select(said => $"{Path.GetFileName(file)}: {said}"));
        }
        Assert.Empty(found);
    }

    private static string Without(string text) => Everywhere.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

    private static bool UsedAtHome(MemberInfo text) =>
        Sources.Where(s => Path.GetFileNameWithoutExtension(s.Key) == text.DeclaringType!.Name).Any(s => Regex.Count(s.Value, $@"\b{text.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(5)) > 1);

    private static IEnumerable<FieldInfo> Named() =>
        typeof(Text).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)).Where(f => f.FieldType == typeof(Text) && !f.Name.StartsWith('<'));

    // Fields, what stands in lists and dictionaries, and what is said of each word of a vocabulary.
    private static IEnumerable<(string Where, Text Text)> Texts()
    {
        foreach (var type in typeof(Text).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters && t.Name.EndsWith("Say", StringComparison.Ordinal)))
        {
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                foreach (var text in In(field.GetValue(null))) yield return ($"{type.Name}.{field.Name}", text);
            foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(m => m.ReturnType == typeof(Text) && m.GetParameters() is [{ ParameterType.IsEnum: true }]))
                foreach (var value in Enum.GetValues(method.GetParameters()[0].ParameterType)) yield return ($"{type.Name}.{method.Name}({value})", (Text)method.Invoke(null, [value])!);
        }
    }

    private static IEnumerable<Text> In(object? value) => value switch
    {
        Text text => [text],
        string => [],
        IDictionary dictionary => dictionary.Values.Cast<object?>().SelectMany(In),
        IEnumerable list => list.Cast<object?>().SelectMany(In),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => In(tuple[i])),
        _ => [],
    };

    private static HashSet<string> Values(string text) => [.. Value().Matches(text).Select(m => m.Groups["number"].Value)];

    private static IEnumerable<string> Files([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/WhistleNet"));
        return Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cs" or ".razor"
            && !f.Contains("Migrations", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [GeneratedRegex("[\u3400-\u9fff]+", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{(?<number>\d)[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Value();

    [GeneratedRegex("[A-Za-z]{2,} [a-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    // From @code to the end: what is said there goes through a Say class or a Text of its own, which the compiler holds.
    [GeneratedRegex(@"^@code\b.*", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Code();

    // A text made where it is said: both languages stand there.
    [GeneratedRegex("new Text\\(\"[^\"]*\", \"[^\"]*\"\\)", RegexOptions.None, 1000)]
    private static partial Regex BothAtOnce();

    // Between two tags, without a value in it.
    [GeneratedRegex(@">(?<said>[^<>@{}=;()]+)</(?!script|style)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}
