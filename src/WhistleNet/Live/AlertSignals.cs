using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Live;

/// <summary>What of the open alerts themselves is trouble: a rung that could not be reached, an alert that the station alone heard of, one from an older database.</summary>
public static class AlertSignals
{
    public static IEnumerable<Signal> Of(IEnumerable<AlertNow> alerts, Town town)
    {
        var open = alerts.Where(a => a.Alert.IsOpen).ToList();
        string Named(AlertNow alert) => town.Shop(alert.Alert.ShopId)?.Name ?? alert.Alert.ShopId;
        var rungs = open.SelectMany(a => a.Notices.Where(n => n is { To: To.Rung, State: Delivery.Unreached }).Select(n => $"{n.Name} · {Named(a)}")).Distinct().ToList();
        var limited = open.Where(a => a.Alert.Limited).Select(Named).Distinct().ToList();
        var stale = open.Where(a => a.Alert.StaleSince is not null).Select(Named).Distinct().ToList();
        if (stale.Count > 0) yield return new(Grade.Trouble, SignalSay.Stale, stale);
        if (rungs.Count > 0) yield return new(Grade.Trouble, SignalSay.RungUnreachable, rungs);
        if (limited.Count > 0) yield return new(Grade.Trouble, SignalSay.Limited, limited);
    }
}
