using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>
/// Which alerts somebody may see, as a query; <see cref="Permits"/> says the same of one alert. A shop sees what it raised and
/// what it was called to. A silent alert, like a practice, is seen on no device of the pressed shop but those that pressed.
/// </summary>
public static class Sight
{
    public static IQueryable<Alert> SeenBy(this WhistleDb db, Actor who) => who.IsShop
        ? db.Alerts.Where(a => a.ShopId == who.ShopId
                && (!a.Silent && (a.Mode != Mode.Test || a.DrillId != null) || a.DeviceId == who.Id || db.Presses.Any(p => p.AlertId == a.Id && p.DeviceId == who.Id))
            || a.ShopId != who.ShopId && db.Notices.Any(n => n.AlertId == a.Id && n.ShopId == who.ShopId))
        : who.IsStation || who.Is(Role.Wall | Role.Organizer) ? db.Alerts.Where(a => a.StationId == who.StationId) : db.Alerts.Where(a => false);

    /// <summary>The same of one alert, for a shop's device or person.</summary>
    /// <param name="pressed">Whether this device pressed for it.</param>
    /// <param name="called">Whether the shop was called to it.</param>
    public static bool IsSeenBy(this Alert alert, Actor who, bool pressed, bool called) =>
        alert.ShopId == who.ShopId ? !alert.IsHidden() || alert.DeviceId == who.Id || pressed : called;

    /// <summary>Whether the pressed shop's other devices must not show it.</summary>
    public static bool IsHidden(this Alert alert) => alert.Silent || alert.Mode == Mode.Test && alert.DrillId is null;

    /// <summary>Those of them that somebody is told of unasked. A stale alert is the station's alone, until somebody there does something with it.</summary>
    public static IQueryable<Alert> ToldTo(this IQueryable<Alert> alerts, Reader you) => you == Reader.Station ? alerts : alerts.Where(a => a.StaleSince == null);

    /// <summary>The same of one alert.</summary>
    public static bool IsToldTo(this Alert alert, Reader you) => you == Reader.Station || alert.StaleSince is null;
}
