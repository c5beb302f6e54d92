namespace WhistleNet.Drills;

/// <summary>The scenarios that come with the program: files beside this one, in both languages, with the reasons of whoever wrote them.</summary>
public static class ScenarioFiles
{
    private const string Folder = "scenarios/";

    private static readonly SortedDictionary<string, string> Texts = new(
        typeof(ScenarioFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(n => n[Folder.Length..], Text), StringComparer.Ordinal);

    /// <summary>All of them, by name; a test holds that each is sound.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [.. Texts.Values.Select(text => ScenarioText.Read(text).Scenario!)];

    /// <summary>By its <c>name@version</c>.</summary>
    public static Scenario? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>As it was written, comments and all.</summary>
    public static string? TextOf(string name) => Texts.GetValueOrDefault(name);

    private static string Text(string resource)
    {
        using var file = new StreamReader(typeof(ScenarioFiles).Assembly.GetManifestResourceStream(resource)!);
        return file.ReadToEnd();
    }
}
