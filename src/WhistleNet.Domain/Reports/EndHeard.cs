using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>
/// Whether one shop that a drill called, or that whistled in it, heard that it was over and that it had been a drill: what it confirmed is the
/// closing version of each alert it was called to, which says both on its screen.
/// </summary>
/// <param name="Devices">Those of its devices that were called; 0 where it has none.</param>
/// <param name="Confirmed">How many of them confirmed the end.</param>
/// <param name="At">When the first of them had; none where nobody did.</param>
/// <param name="Late">After the moment by which everybody was to be told.</param>
public sealed record EndHeard(string ShopId, string Name, int Devices, int Confirmed, DateTimeOffset? At, bool Late)
{
    public bool IsTold => At is not null;

    /// <summary>Who was not told first, then who was told late.</summary>
    /// <param name="called">The notices of a drill that is over, each with its alert.</param>
    /// <param name="due">By when everybody was to be told.</param>
    public static IReadOnlyList<EndHeard> Of(IEnumerable<(Alert Alert, Notice Notice)> called, DateTimeOffset? due) =>
    [
        .. called.Where(c => c.Notice is { To: To.Shop, ShopId: not null }).GroupBy(c => c.Notice.ShopId!).Select(shop =>
        {
            var devices = shop.Where(c => c.Notice.DeviceId is not null).GroupBy(c => c.Notice.DeviceId).ToList();
            var told = devices.Where(d => d.All(c => !c.Alert.IsOpen && c.Notice.Version >= c.Alert.Version)).Select(d => d.Max(c => c.Notice.At)).ToList();
            DateTimeOffset? at = told.Count > 0 ? told.Min() : null;
            return new EndHeard(shop.Key, shop.First().Notice.Name, devices.Count, told.Count, at, at > due);
        }).OrderBy(s => s.IsTold).ThenByDescending(s => s.Late).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.ShopId, StringComparer.Ordinal),
    ];
}
