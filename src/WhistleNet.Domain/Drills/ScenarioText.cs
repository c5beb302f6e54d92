using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhistleNet.Drills;

/// <summary>A scenario as text: JSON in which an organizer may write comments, and trailing commas.</summary>
public static class ScenarioText
{
    /// <summary>Characters; the longest that anybody needs is a tenth of it.</summary>
    public const int Longest = 200_000;

    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false, MaxDepth = 16 };

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads and checks it: a sound scenario, or every reason why not with its place and line.</summary>
    /// <param name="kept">It was stored already. A form in which it can never be held is said while it is written; of what drills ran it takes nothing away.</param>
    public static ScenarioRead Read(string text, bool kept = false)
    {
        if (text.Length > Longest) return new(null, [new Flaw(Flawed.TooLong, "", $"{text.Length}", $"{Longest}")]);
        try
        {
            using var json = JsonDocument.Parse(text, Reading);
            var flaws = new List<Flaw>();
            var scenario = new ScenarioReading(flaws).Whole(json.RootElement);
            if (flaws.Count == 0) flaws.AddRange(ScenarioCheck.Of(scenario).Where(f => !kept || f.Why != Flawed.NeverHeld));
            return flaws.Count == 0 ? new(scenario, []) : new(null, Lines.Put(flaws, text));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException) // the last two: half of a surrogate pair is no text
        {
            return new(null, [new Flaw(Flawed.NotRead, "") { Line = (int?)(unreadable as JsonException)?.LineNumber + 1 }]);
        }
    }

    /// <summary>What <see cref="Read"/> reads as the same scenario.</summary>
    public static string Write(Scenario scenario) => JsonSerializer.Serialize(scenario, Written);
}

/// <param name="Scenario">None where it was refused.</param>
public sealed record ScenarioRead(Scenario? Scenario, IReadOnlyList<Flaw> Flaws);
