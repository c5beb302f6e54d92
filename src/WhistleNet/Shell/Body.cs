using System.Text.Json;
using WhistleNet.Alerts;

namespace WhistleNet.Shell;

/// <summary>A small JSON object that somebody sent, read field by field, so that each bad one gets its own clear answer.</summary>
public sealed class Body
{
    private const int Longest = 32 * 1024;
    private readonly HttpContext _http;
    private readonly JsonElement _json;

    private Body(HttpContext http, JsonElement json) => (_http, _json) = (http, json);

    /// <summary>The request's body; an empty one is an empty object. Null where it is no JSON object of at most 32 KB.</summary>
    public static async Task<Body?> Read(HttpContext http)
    {
        if (http.Request.ContentLength > Longest) return null;
        try
        {
            if (http.Request.ContentLength is 0 or null && !http.Request.Headers.ContainsKey("Transfer-Encoding")) return new Body(http, JsonDocument.Parse("{}").RootElement);
            if (!http.Request.HasJsonContentType()) return null;
            using var json = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return json.RootElement.ValueKind == JsonValueKind.Object ? new Body(http, json.RootElement.Clone()) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    public static IResult Unreadable(HttpContext http) => Problems.Bad(http, "The body must be a JSON object of at most 32 KB, sent as application/json.");

    public static IResult Missing<T>(HttpContext http, string name) where T : struct, Enum => Problems.Bad(http, $"{name} is missing.", Words.All<T>());

    /// <summary>A free text, cut to its length; none where it is missing or no text.</summary>
    public string? Text(string name)
    {
        try
        {
            return _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? FreeText.Cut(value.GetString())
                : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    public bool Flag(string name) => _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>A word of a vocabulary; none where it is missing; <paramref name="bad"/> where it is not one of its words.</summary>
    public T? Word<T>(string name, out IResult? bad) where T : struct, Enum
    {
        bad = null;
        if (!_json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (Words.Parse<T>(Text(name)) is { } word) return word;
        bad = Problems.Bad(_http, $"{name} is not one of the known words.", Words.All<T>());
        return null;
    }

    /// <summary>A whole number within its range; true with none where it is missing.</summary>
    public bool Number(string name, int lowest, int highest, out int? number)
    {
        number = null;
        if (!_json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var read) || read < lowest || read > highest) return false;
        number = read;
        return true;
    }
}
