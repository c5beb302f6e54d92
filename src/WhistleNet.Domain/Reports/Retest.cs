using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>What a retest measures. The first six are times from the raise, the last a number of shops.</summary>
public enum Measure { FirstAnswer, FirstArrived, SelfHelp, MutualHelp, Taken, OnScene, Unreached }

/// <summary>Why a condition cannot be measured; told where it is typed.</summary>
public enum Unmeasurable { NoMeasure, NoPlace, NoThreshold, ThresholdOutOfRange, NoMode, TestCounts, ShopHasNoDevice, NobodyToCome, CountOfOneShop }

/// <summary>An alert that is over, as a retest looks at it.</summary>
public sealed record Finished(string AlertId, string CircleId, string ShopId, Mode Mode, DateTimeOffset RaisedAt, Measured Measured);

/// <summary>
/// The condition under which an improvement is met, as data: for example "first <c>arrived</c> in circle B within 180 s, drill or real".
/// In a circle, alerts that were raised there are measured. For a shop, what neighbours do (answering, arriving, being reached) is
/// measured of that shop when others whistle, and all else of the alerts that it raised.
/// </summary>
/// <param name="ShopId">None where the whole circle is meant.</param>
/// <param name="Threshold">The most that still meets it: seconds, or for <see cref="Measure.Unreached"/> shops.</param>
/// <param name="Real">Whether a real alert counts.</param>
/// <param name="Drill">Whether a drill's alert counts. A test never does.</param>
public sealed record Retest(Measure Measure, string CircleId, string? ShopId, int Threshold, bool Real, bool Drill)
{
    public static bool IsTime(Measure measure) => measure != Measure.Unreached;

    /// <summary>Of a shop as a neighbour: its own answer, its own arrival, whether it was reached.</summary>
    public static bool IsNeighbours(Measure measure) => measure is Measure.FirstAnswer or Measure.FirstArrived or Measure.Unreached;

    /// <summary>Whether an alert of this mode counts.</summary>
    public bool Counts(Mode mode) => mode == Mode.Real && Real || mode == Mode.Drill && Drill;

    /// <summary>Whether this alert is one that the condition looks at, be it that what is measured was never reached.</summary>
    public bool Tests(Finished alert)
    {
        if (!Counts(alert.Mode)) return false;
        var shops = alert.Measured.Shops;
        if (ShopId is null) return alert.CircleId == CircleId && (IsTime(Measure) || shops.Count > 0);
        return IsNeighbours(Measure) ? shops.Any(s => s.ShopId == ShopId) : alert.ShopId == ShopId;
    }

    /// <summary>What an alert measured by this condition: seconds or shops; null where the alert is none that counts, or it was not reached.</summary>
    public double? Value(Finished alert)
    {
        if (!Tests(alert)) return null;
        var measured = alert.Measured;
        if (ShopId is null || !IsNeighbours(Measure)) return IsTime(Measure) ? Of(measured)?.TotalSeconds : measured.Unreached;
        var shop = measured.Shops.First(s => s.ShopId == ShopId);
        return Measure switch
        {
            Measure.FirstAnswer => shop.Answered?.TotalSeconds,
            Measure.FirstArrived => shop.Arrived?.TotalSeconds,
            _ => shop.Reached ? 0 : 1,
        };
    }

    /// <summary>Whether this alert meets the condition.</summary>
    public bool IsMetBy(Finished alert) => Value(alert) is { } value && value <= Threshold;

    private TimeSpan? Of(Measured measured) => Measure switch
    {
        Measure.FirstAnswer => measured.FirstAnswer,
        Measure.FirstArrived => measured.FirstArrived,
        Measure.SelfHelp => measured.SelfHelp,
        Measure.MutualHelp => measured.MutualHelp,
        Measure.Taken => measured.Taken,
        Measure.OnScene => measured.OnScene,
        _ => null,
    };
}
