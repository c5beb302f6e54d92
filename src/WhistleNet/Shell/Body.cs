using System.Text.Json;
using WhistleNet.Alerts;

namespace WhistleNet.Shell;

/// <summary>A small JSON object that somebody sent, read field by field, so that each bad one gets its own clear answer.</summary>
public sealed class Body
{
    private readonly HttpContext _http;
    private readonly Dictionary<string, JsonElement> _fields;

    private Body(HttpContext http, JsonElement json) => (_http, _fields) = (http, Fields(json));

    /// <summary>The request's body; an empty one is an empty object. Null where it is no JSON object of at most 32 KB.</summary>
    public static async Task<Body?> Read(HttpContext http)
    {
        try
        {
            if (http.Request.ContentLength is 0 or null && !http.Request.Headers.ContainsKey("Transfer-Encoding")) return new Body(http, JsonDocument.Parse("{}").RootElement);
            using var json = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return json.RootElement.ValueKind == JsonValueKind.Object ? new Body(http, json.RootElement.Clone()) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The fields of an object; of two with one name the last, and none whose name is no text (half of a surrogate pair).</summary>
    public static Dictionary<string, JsonElement> Fields(JsonElement json)
    {
        var fields = new Dictionary<string, JsonElement>();
        foreach (var field in json.EnumerateObject())
        {
            try
            {
                fields[field.Name] = field.Value;
            }
            catch (InvalidOperationException)
            {
                // an unknown field like any other
            }
        }
        return fields;
    }

    public static IResult Unreadable(HttpContext http) => Problems.Bad(http, "The body must be a JSON object of at most 32 KB.");

    public static IResult Missing<T>(HttpContext http, string name) where T : struct, Enum => Problems.Bad(http, $"{name} is missing.", Words.All<T>());

    /// <summary>A free text, cut to its length; none where it is missing.</summary>
    /// <exception cref="BadField">It is no text.</exception>
    public string? Text(string name)
    {
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        try
        {
            if (value.ValueKind == JsonValueKind.String) return FreeText.Cut(value.GetString());
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair is no text
        }
        throw new BadField($"{name} is a text.");
    }

    /// <summary>A list of texts; empty where it is missing.</summary>
    /// <exception cref="BadField">It is no list, or something in it is no text.</exception>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        var bad = new BadField($"{name} is a list of texts.");
        if (value.ValueKind != JsonValueKind.Array) throw bad;
        try
        {
            return [.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : throw bad)];
        }
        catch (InvalidOperationException)
        {
            throw bad; // half of a surrogate pair is no text
        }
    }

    /// <summary>A list of whole numbers; empty where it is missing.</summary>
    /// <exception cref="BadField">It is no list, or something in it is no whole number.</exception>
    public IReadOnlyList<int> Numbers(string name)
    {
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        var bad = new BadField($"{name} is a list of whole numbers.");
        if (value.ValueKind != JsonValueKind.Array) throw bad;
        return [.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out var number) ? number : throw bad)];
    }

    /// <summary>A list of objects, each read field by field; empty where it is missing.</summary>
    /// <exception cref="BadField">It is no list, or something in it is no object.</exception>
    public IReadOnlyList<T> Each<T>(string name, Func<Body, T> read)
    {
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        var bad = new BadField($"{name} is a list of objects.");
        if (value.ValueKind != JsonValueKind.Array) throw bad;
        return [.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Object ? read(new Body(_http, v)) : throw bad)];
    }

    /// <summary>A time; none where it is missing.</summary>
    /// <exception cref="BadField">It is no RFC 3339 time.</exception>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        return DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
            ? time : throw new BadField($"{name} is a time (RFC 3339).");
    }

    /// <summary>An id or a number, as text.</summary>
    public string? TextOrNumber(string name) =>
        _fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(name);

    /// <summary>Whether the field is there and holds something.</summary>
    public bool Says(string name) => _fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <exception cref="BadField">It is neither true nor false.</exception>
    public bool Flag(string name)
    {
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return false;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw new BadField($"{name} is true or false.");
    }

    /// <summary>A word of a vocabulary; none where it is missing; <paramref name="bad"/> where it is not one of its words.</summary>
    public T? Word<T>(string name, out IResult? bad) where T : struct, Enum
    {
        bad = null;
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && Words.Parse<T>(Text(name)) is { } word) return word;
        bad = Problems.Bad(_http, $"{name} is not one of the known words.", Words.All<T>());
        return null;
    }

    /// <summary>A whole number within its range; true with none where it is missing.</summary>
    public bool Number(string name, int lowest, int highest, out int? number)
    {
        number = null;
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var read) || read < lowest || read > highest) return false;
        number = read;
        return true;
    }
}

/// <summary>A field that cannot be read as what it is: 400, with what it should be.</summary>
public sealed class BadField(string message) : Exception(message)
{
    /// <summary>Answers it wherever in a request it was found.</summary>
    public static async ValueTask<object?> Answer(EndpointFilterInvocationContext request, EndpointFilterDelegate next)
    {
        try
        {
            return await next(request);
        }
        catch (BadField bad)
        {
            return Problems.Bad(request.HttpContext, bad.Message);
        }
    }
}
