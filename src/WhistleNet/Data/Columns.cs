using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Data;

/// <summary>How values stand in columns: a vocabulary as its words, hours as they are written, settings as JSON.</summary>
public static class Columns
{
    /// <summary>Vocabulary in JSON is words as well.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ModelConfigurationBuilder StoreAsWord<T>(this ModelConfigurationBuilder conventions) where T : struct, Enum
    {
        conventions.Properties<T>().HaveConversion<AsWord<T>>().HaveMaxLength(24);
        return conventions;
    }
}

public sealed class AsWord<T>() : ValueConverter<T, string>(v => v.Word(), w => Words.Parse<T>(w)!.Value) where T : struct, Enum;

public sealed class OpeningHoursText() : ValueConverter<OpeningHours, string>(h => h.ToString(), t => OpeningHours.TryParse(t)!);

public sealed class AsJson<T>() : ValueConverter<T, string>(
    v => JsonSerializer.Serialize(v, Columns.Json), t => JsonSerializer.Deserialize<T>(t, Columns.Json)!);
