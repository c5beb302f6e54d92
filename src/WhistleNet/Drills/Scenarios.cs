using System.Text.Json;

namespace WhistleNet.Drills;

/// <summary>The scenarios that a drill may run.</summary>
public sealed class Scenarios
{
    private const string Folder = "scenarios/";

    private static readonly Lazy<IReadOnlyList<string>> BuiltIn = new(() => [.. typeof(Scenarios).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(NameOf).Order(StringComparer.Ordinal)]);

    /// <summary>Those that a station may choose from, as <c>name@version</c>.</summary>
    public IReadOnlyList<string> Names(string stationId) => BuiltIn.Value;

    private static string NameOf(string resource)
    {
        using var file = typeof(Scenarios).Assembly.GetManifestResourceStream(resource)!;
        using var scenario = JsonDocument.Parse(file, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return $"{scenario.RootElement.GetProperty("name").GetString()}@{scenario.RootElement.GetProperty("version").GetInt32()}";
    }
}
