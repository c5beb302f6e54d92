using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Data;

/// <summary>How values stand in columns: a vocabulary as its words, hours as they are written, settings as JSON.</summary>
public static class Columns
{
    public static ModelConfigurationBuilder StoreAsWord<T>(this ModelConfigurationBuilder conventions) where T : struct, Enum
    {
        conventions.Properties<T>().HaveConversion<AsWord<T>>().HaveMaxLength(24);
        return conventions;
    }
}

public sealed class AsWord<T>() : ValueConverter<T, string>(v => v.Word(), w => Words.Parse<T>(w)!.Value) where T : struct, Enum;

public sealed class OpeningHoursText() : ValueConverter<OpeningHours, string>(h => h.ToString(), t => OpeningHours.TryParse(t)!);

public sealed class AsJson<T>() : ValueConverter<T, string>(
    v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web), t => JsonSerializer.Deserialize<T>(t, JsonSerializerOptions.Web)!);
