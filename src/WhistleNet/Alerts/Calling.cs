using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>
/// Turns "who is to hear" into notices: one for each device, or for a shop without one; one for each officer, wall and rung.
/// Who cannot be reached is named at once, with why.
/// </summary>
public sealed class Calling(TownHall hall, Presence presence)
{
    /// <summary>Calls a ring: the notices it adds, already inserted, and whether a ring is left after it.</summary>
    public async Task<(List<Notice> Added, bool RingsLeft)> Ring(Writing writing, Alert alert, int ring)
    {
        var leftOut = (await writing.Db.Notices.Where(n => n.AlertId == alert.Id && n.ShopId != null).Select(n => n.ShopId!).ToListAsync()).ToHashSet();
        var (added, left) = await Ring(writing, alert, ring, leftOut);
        await writing.Db.Dialect.InsertNotices(writing.Db, added, default);
        return (added, left);
    }

    /// <summary>The first to be called, not yet inserted: the pressed shop's own devices, the station, and the own circle.</summary>
    public async Task<List<Notice>> First(Writing writing, Alert alert)
    {
        var own = hall.Roster.OfShop(alert.ShopId).Where(d => !alert.Silent || d.Id == alert.DeviceId).Select(d => ForDevice(alert, d, NameOf(alert.ShopId), 0, writing.Now));
        List<Notice> told = [.. own, .. ForStation(alert, writing.Now)];
        if (!alert.Limited) told.AddRange((await Ring(writing, alert, 0, [])).Added);
        return told;
    }

    /// <summary>The pressed shop's other devices, once a silent alert became loud.</summary>
    public async Task<List<Notice>> OwnDevices(Writing writing, Alert alert)
    {
        var known = (await writing.Db.Notices.Where(n => n.AlertId == alert.Id && n.DeviceId != null).Select(n => n.DeviceId!).ToListAsync()).ToHashSet();
        var added = hall.Roster.OfShop(alert.ShopId).Where(d => !known.Contains(d.Id)).Select(d => ForDevice(alert, d, NameOf(alert.ShopId), 0, writing.Now)).ToList();
        await writing.Db.Dialect.InsertNotices(writing.Db, added, default);
        return added;
    }

    /// <summary>Another device of the shop that pressed too: from now on it is concerned, though the alert be silent.</summary>
    public async Task<List<Notice>> Presser(Writing writing, Alert alert, Actor by)
    {
        if (await writing.Db.Notices.AnyAsync(n => n.AlertId == alert.Id && n.DeviceId == by.Id)) return [];
        var added = PresserOfNew(writing, alert, by);
        await writing.Db.Dialect.InsertNotices(writing.Db, added, default);
        return added;
    }

    /// <summary>The device that pressed alone, not yet inserted.</summary>
    public List<Notice> PresserOfNew(Writing writing, Alert alert, Actor by) =>
        hall.Roster.ById(by.Id) is { } device && device.ShopId == alert.ShopId ? [ForDevice(alert, device, NameOf(alert.ShopId), 0, writing.Now)] : [];

    /// <summary>Each way to a shop, not yet inserted: a notice for each of its devices, or one that says that it has none.</summary>
    public List<Notice> EveryWayTo(Shop shop, Alert alert, DateTimeOffset now) => [.. ForShop(alert, shop, 0, now, 0, 0)];

    /// <summary>Hands the shops of a merged alert to the one where the event goes on; a silent one calls nobody new.</summary>
    public async Task<List<Notice>> Hand(Writing writing, Alert merged, Alert to)
    {
        if (to.Silent || hall.Town.Shop(to.ShopId) is not { } pressed) return [];
        var known = (await writing.Notices(to.Id)).Select(n => n.ShopId).Append(to.ShopId).ToHashSet();
        var shops = (await writing.Notices(merged.Id)).Where(n => n.To == To.Shop && !known.Contains(n.ShopId)).Select(n => hall.Town.Shop(n.ShopId)).OfType<Shop>().DistinctBy(s => s.Id);
        var added = shops.SelectMany(s => ForShop(to, s, Math.Max(0, to.Ring), writing.Now, s.Place.MetresTo(pressed.Place), s.Place.BearingTo(pressed.Place))).ToList();
        await writing.Db.Dialect.InsertNotices(writing.Db, added, default);
        return added;
    }

    /// <summary>Whether a ring would call anybody after the one that was called last.</summary>
    public async Task<bool> AnyRingLeft(Writing writing, Alert alert)
    {
        var leftOut = (await writing.Db.Notices.Where(n => n.AlertId == alert.Id && n.ShopId != null).Select(n => n.ShopId!).ToListAsync()).ToHashSet();
        return hall.Town.Shop(alert.ShopId) is { } pressed
            && Hearing.AnyAfter(pressed, hall.Town, alert.Ring, alert.Silent, RingsOf(alert), s => IsOpenNow(s, writing.Now), leftOut, DayAt(alert.StationId, writing.Now));
    }

    public bool IsOpenNow(Shop shop, DateTimeOffset now) =>
        hall.Calendar.OpenAt(shop, TimeAt(shop.StationId, now));

    /// <summary>What the clock on the wall of a station says.</summary>
    public DateTime TimeAt(string stationId, DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, ZoneOf(stationId)).DateTime;

    public TimeZoneInfo ZoneOf(string stationId) =>
        hall.Town.Stations.TryGetValue(stationId, out var station) && TimeZoneInfo.TryFindSystemTimeZoneById(station.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The day that it is at a station.</summary>
    public DateOnly DayAt(string stationId, DateTimeOffset now) => new StationTime(ZoneOf(stationId)).DayOf(now);

    private Rings RingsOf(Alert alert) => hall.Town.Stations.TryGetValue(alert.StationId, out var station) ? station.Rings : Rings.Default;

    private string NameOf(string shopId) => hall.Town.Shop(shopId)?.Name ?? shopId;

    private IEnumerable<Notice> ForShop(Alert alert, Shop shop, int ring, DateTimeOffset now, double distanceM, double bearing)
    {
        var devices = hall.Roster.OfShop(shop.Id).ToList();
        if (devices.Count == 0)
        {
            yield return new Notice
            {
                Id = Ids.New(), AlertId = alert.Id, StationId = alert.StationId, To = To.Shop, ShopId = shop.Id, Name = shop.Name, Ring = ring,
                DistanceM = distanceM, Bearing = bearing, At = now, State = Delivery.Unreached, Reason = Unreached.NoDevice,
            };
        }
        var offDuty = !devices.Exists(d => presence.OnShift(d.Id));
        foreach (var device in devices)
        {
            var notice = ForDevice(alert, device, shop.Name, ring, now, distanceM, bearing);
            if (offDuty) notice.GiveUp(Unreached.OffDuty, now); // still told; whoever answers after all is late, not lost
            yield return notice;
        }
    }

    private IEnumerable<Notice> ForStation(Alert alert, DateTimeOffset now)
    {
        foreach (var device in hall.Roster.OfStation(alert.StationId)) yield return ForCredential(alert, device.Id, device.Name, now);
        foreach (var officer in hall.Roster.Officers(alert.StationId))
        {
            var notice = ForCredential(alert, officer.Id, officer.Name, now);
            if (!presence.IsConnected(officer.Id)) notice.GiveUp(Unreached.OffDuty, now);
            yield return notice;
        }
    }

    private static Notice ForDevice(Alert alert, Device device, string shopName, int ring, DateTimeOffset now, double? distanceM = null, double? bearing = null) => new()
    {
        Id = Ids.New(), AlertId = alert.Id, StationId = alert.StationId, To = To.Shop, ShopId = device.ShopId, DeviceId = device.Id, Name = shopName, Ring = ring,
        DistanceM = distanceM, Bearing = bearing, At = now,
    };

    private static Notice ForCredential(Alert alert, string id, string name, DateTimeOffset now) => new()
    {
        Id = Ids.New(), AlertId = alert.Id, StationId = alert.StationId, To = To.Station, DeviceId = id, Name = name, At = now,
    };

    private async Task<(List<Notice> Added, bool RingsLeft)> Ring(Writing writing, Alert alert, int ring, HashSet<string> leftOut)
    {
        var (town, pressed) = (hall.Town, hall.Town.Shop(alert.ShopId)!);
        var rings = RingsOf(alert);
        leftOut.UnionWith(await AtAnotherScene(writing, alert));
        var today = DayAt(alert.StationId, writing.Now);
        bool Open(Shop shop) => IsOpenNow(shop, writing.Now);

        var hearers = Hearing.Of(pressed, town, ring, alert.Silent, rings, Open, leftOut, today);
        leftOut.UnionWith(hearers.Select(h => h.Shop.Id));
        return ([.. hearers.SelectMany(h => ForShop(alert, h.Shop, ring, writing.Now, h.DistanceM, h.Bearing))], Hearing.AnyAfter(pressed, town, ring, alert.Silent, rings, Open, leftOut, today));
    }

    private static async Task<IEnumerable<string>> AtAnotherScene(Writing writing, Alert alert)
    {
        var answers = await writing.Elsewhere(alert);
        return answers.GroupBy(a => (a.AlertId, a.ShopId), (_, of) => of.MaxBy(a => a.At)!).Where(a => a.Answer is Reply.Coming or Reply.Arrived).Select(a => a.ShopId);
    }
}
