using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>
/// Calls the rungs of a station's ladder: finds whom a rung means at this hour, and names at once, with why, a rung that nobody stands on.
/// </summary>
public sealed class Climbing(TownHall hall, Presence presence, Calling calling)
{
    /// <summary>The id that any console of a station confirms for, where a rung means all of them.</summary>
    public static string AnyConsole(string stationId) => "console:" + stationId;

    /// <summary>Calls a rung, or one officer by name.</summary>
    public async Task<Notice> Rung(Writing writing, Alert alert, Rung? rung, Actor? officer = null)
    {
        if (officer is null && rung?.Kind == RungKind.GridOfficer) officer = GridOfficer(alert);
        if (officer is null && rung?.Kind == RungKind.OnDuty) officer = OnDuty(alert.StationId, writing.Now);
        var (target, reachable, closed) = officer is not null ? (officer.Id, presence.IsConnected(officer.Id), false) : TargetOf(rung!, alert.StationId, writing.Now);
        var notice = new Notice
        {
            Id = Ids.New(), AlertId = alert.Id, StationId = alert.StationId, To = To.Rung, Name = officer?.Name ?? rung!.Name, DeviceId = target,
            Ring = rung?.Number ?? 0, At = writing.Now, State = reachable ? Delivery.Queued : Delivery.Unreached,
            Reason = reachable ? null : closed ? Unreached.OffDuty : target is null ? Unreached.NoDevice : Unreached.DeviceSilent,
        };
        await writing.Db.Dialect.InsertNotices(writing.Db, [notice], default);
        return notice;
    }

    // An officer who stands on the roster now, one whose screen is connected; none where there is none, and then every console is called.
    private Actor? OnDuty(string stationId, DateTimeOffset now)
    {
        var on = Duty.On(hall.Duty.Shifts(stationId), now);
        return hall.Roster.Officers(stationId).FirstOrDefault(o => on.Contains(o.Id) && presence.IsConnected(o.Id));
    }

    // Whom a rung means, whether they can be reached, and whether it is only that they are closed.
    private (string? Target, bool Reachable, bool Closed) TargetOf(Rung rung, string stationId, DateTimeOffset now)
    {
        switch (rung.Kind)
        {
            case RungKind.Console or RungKind.GridOfficer or RungKind.OnDuty:
                return (AnyConsole(stationId), AnyoneAtConsole(stationId), false);
            case RungKind.Post:
                if (hall.Duty.Post(rung.TargetId) is not { TargetId: { } hears } post) return (null, false, false);
                var open = post.OpenAt(calling.TimeAt(stationId, now));
                return (hears, open && presence.IsConnected(hears), !open);
            case RungKind.NeighbourStation:
                return hall.Duty.Helps(stationId, rung.TargetId) ? (AnyConsole(rung.TargetId!), AnyoneAtConsole(rung.TargetId!), false) : (null, false, false);
            default:
                return (rung.TargetId, rung.TargetId is { } target && presence.IsConnected(target), false);
        }
    }

    // Who answers for the police grid in which the pressed shop stands; none where nobody is named, or where the account is no officer of the station any more.
    private Actor? GridOfficer(Alert alert) =>
        hall.Town.Grids.OfficerOf(hall.Town.Shop(alert.ShopId)?.PoliceGridId) is { } id ? hall.Roster.Officers(alert.StationId).FirstOrDefault(o => o.Id == id) : null;

    // A signed-in officer's screen or a console client.
    private bool AnyoneAtConsole(string stationId) =>
        hall.Roster.OfStation(stationId).Any(d => d.Kind == DeviceKind.OfficerToken && presence.IsConnected(d.Id))
        || hall.Roster.Officers(stationId).Any(o => presence.IsConnected(o.Id));
}
