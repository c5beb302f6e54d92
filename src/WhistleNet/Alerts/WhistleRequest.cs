using System.Text.Json;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>
/// A press as it was sent, read generously: a badly worded cry for help is still one. What is malformed is dropped and named;
/// only a missing press id or something that is no JSON object makes it unreadable.
/// </summary>
public sealed record WhistleRequest(
    string PressId, bool IsTest, bool IsDrill, string? DrillId, Kind Kind, bool? Silent, string? Text, DateTimeOffset? PressedAt, string? ShopId, string? Dropped)
{
    public const int LongestBody = 32 * 1024;

    /// <summary>Reads a body; null where it has no usable press id, with the reason in <paramref name="why"/>.</summary>
    public static WhistleRequest? Read(ReadOnlyMemory<byte> body, out string why)
    {
        why = "The body must be a JSON object.";
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = LongestBody }); // what is nested deeply is unknown, and so ignored
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            why = "pressId must be a UUID that the device made for this press.";
            return Read(Body.Fields(json.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WhistleRequest? Read(Dictionary<string, JsonElement> whistle)
    {
        var dropped = new List<string>();
        if (!Guid.TryParse(TextOf(whistle, "pressId", []), out var pressId)) return null;

        var mode = TextOf(whistle, "mode", dropped);
        var drill = whistle.TryGetValue("drillId", out var id) && id.ValueKind != JsonValueKind.Null;
        var text = TextOf(whistle, "text", dropped);
        return new WhistleRequest(
            pressId.ToString("D"), mode == "test", mode == "drill" || drill, drill ? TextOf(whistle, "drillId", []) : null,
            Words.Parse<Kind>(TextOf(whistle, "kind", dropped)) ?? Kind.Unspecified,
            FlagOf(whistle, "silent", dropped), FreeText.Cut(text), TimeOf(whistle, "pressedAt", dropped), TextOf(whistle, "shopId", dropped),
            PositionIsOdd(whistle) ? Joined([.. dropped, "position"]) : Joined(dropped));
    }

    private static string? TextOf(Dictionary<string, JsonElement> whistle, string name, List<string> dropped)
    {
        if (!whistle.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        try
        {
            if (value.ValueKind == JsonValueKind.String) return value.GetString()!.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair is no text
        }
        dropped.Add(name);
        return null;
    }

    private static bool? FlagOf(Dictionary<string, JsonElement> whistle, string name, List<string> dropped)
    {
        if (!whistle.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        dropped.Add(name);
        return null;
    }

    private static DateTimeOffset? TimeOf(Dictionary<string, JsonElement> whistle, string name, List<string> dropped)
    {
        if (TextOf(whistle, name, dropped) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)) return time.ToUniversalTime();
        dropped.Add(name);
        return null;
    }

    // A person's position is not kept: the alert stands at the shop. Only an impossible one is worth a note.
    private static bool PositionIsOdd(Dictionary<string, JsonElement> whistle)
    {
        if (!whistle.TryGetValue("position", out var position) || position.ValueKind == JsonValueKind.Null) return false;
        return position.ValueKind != JsonValueKind.Object
            || !position.TryGetProperty("lat", out var lat) || !position.TryGetProperty("lon", out var lon)
            || lat.ValueKind != JsonValueKind.Number || lon.ValueKind != JsonValueKind.Number
            || !lat.TryGetDouble(out var north) || !lon.TryGetDouble(out var east) || !new Place(north, east).IsPossible;
    }

    private static string? Joined(List<string> names) => names.Count == 0 ? null : string.Join(", ", names.Distinct());
}
