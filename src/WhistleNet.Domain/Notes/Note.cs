using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Notes;

/// <summary>What a community note is of. None of them is an alert, and none ever sounds.</summary>
public enum NoteKind { Quarrel, NearMiss, Suspicious, Hazard, GoodNews, Other }

/// <summary>
/// One entry of the community notes 民情日记: what somebody of the station or of a shop saw or heard and wrote down on the way. A silent
/// channel: it calls nobody, starts no clock and counts in no figure of alerts.
/// </summary>
public sealed class Note
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required NoteKind Kind { get; init; }

    /// <summary>What it may have become, as alerts call it; where somebody said so.</summary>
    public Kind? About { get; init; }

    /// <summary>Where: a shop of the register, a point, or words.</summary>
    public string? ShopId { get; init; }
    public string? CircleId { get; init; }
    public string? Place { get; set; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }

    public string? Text { get; set; }

    /// <summary>Who wrote it, and the shop they wrote it for; none for the station's people.</summary>
    public required string WhoId { get; init; }
    public string? Who { get; set; }
    public string? FromShopId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>A place that was typed as a point: latitude and longitude with a comma or a space between.</summary>
    public static Place? PointOf(string? words)
    {
        var parts = words?.Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return parts.Length == 2 && Degrees(parts[0], 90) is { } lat && Degrees(parts[1], 180) is { } lon ? new Place(lat, lon) : null;
    }

    /// <summary>A point as <see cref="PointOf"/> reads it, to about a metre.</summary>
    public static string Written(Place at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at.Lat:0.00000}, {at.Lon:0.00000}");

    private static double? Degrees(string text, double most) =>
        text.Contains('.', StringComparison.Ordinal) && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
