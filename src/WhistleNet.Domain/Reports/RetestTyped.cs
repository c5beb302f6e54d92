using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>A retest condition as somebody typed it; it becomes a <see cref="Retest"/> only if it can be measured.</summary>
public sealed record RetestTyped(Measure? Measure, string? CircleId, string? ShopId, int? Threshold, bool Real, bool Drill, bool Test = false)
{
    public const int MostSeconds = 86_400;

    /// <summary>The condition; or null, and why it cannot be measured.</summary>
    /// <param name="hasDevice">Whether a shop has a device that could answer.</param>
    public Retest? Read(string stationId, Town town, Func<string, bool> hasDevice, out Unmeasurable? why)
    {
        why = Wrong(stationId, town, hasDevice);
        return why is null ? new(Measure!.Value, town.Shop(ShopId)?.CircleId ?? CircleId!, ShopId, Threshold!.Value, Real, Drill) : null;
    }

    private Unmeasurable? Wrong(string stationId, Town town, Func<string, bool> hasDevice)
    {
        if (Measure is not { } measure) return Unmeasurable.NoMeasure;
        var circle = ShopId is { } id ? town.Shop(id) is { } shop && shop.StationId == stationId ? shop.CircleId : null : CircleId;
        if (circle is null || !town.Circles.TryGetValue(circle, out var place) || place.StationId != stationId) return Unmeasurable.NoPlace;
        if (Threshold is not { } threshold) return Unmeasurable.NoThreshold;
        if (Retest.IsTime(measure) ? threshold is < 1 or > MostSeconds : threshold < 0 || threshold >= Math.Max(1, town.InCircle(circle).Count())) return Unmeasurable.ThresholdOutOfRange;
        if (Test) return Unmeasurable.TestCounts;
        if (!Real && !Drill) return Unmeasurable.NoMode;
        if (ShopId is not null && !hasDevice(ShopId)) return Unmeasurable.ShopHasNoDevice;
        if (ShopId is not null && measure == Reports.Measure.Unreached && threshold > 0) return Unmeasurable.CountOfOneShop;
        return ShopId is null && Retest.IsNeighbours(measure) && town.InCircle(circle).Count(s => hasDevice(s.Id)) < 2 ? Unmeasurable.NobodyToCome : null;
    }
}
