using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Drills;

/// <summary>What drills and alerts do to each other, inside one transaction.</summary>
public sealed class Drilling(TownHall hall, Calling calling)
{
    /// <summary>The drill that a shop's press names; none where it is not running there.</summary>
    public static async Task<Drill?> Admitting(Writing w, Shop shop, string? drillId) =>
        await w.Drill(drillId) is { } drill && Interlock.Admits(drill, shop.StationId, shop.CircleId) ? drill : null;

    /// <summary>A press of it was stored: what was secret is so no more.</summary>
    public static void Sounded(Writing w, Drill drill, Actor by)
    {
        if (drill.Sound(by, w.Now)) w.Announce(drill);
    }

    /// <summary>Begins where the interlock allows, and with those who were named for it.</summary>
    public async Task<Refusal?> Start(Writing w, Drill drill, Actor by)
    {
        var circles = new Scope(drill.CircleIds, drill.AreaId).Circles(hall.Town);
        if (circles.Count == 0) circles = drill.CircleIds; // an area that was dissolved meanwhile: those that were planned
        if (drill.State == DrillState.Planned && (Interlock.Refuses(drill, await OpenReal(w, drill.StationId) is not null, await Running(w, drill.StationId), circles) ?? Fit.Refuses(drill, circles, await Posts(w, drill.Id), hall.Town)) is { } refused) return refused;
        var before = drill.Version;
        if (drill.Start(by, w.Now, circles) is { } refusal) return refusal;
        if (drill.Version == before) return null;
        await ScenarioBoard.Keep(w.Db, drill, w.Now);
        await CarriedBoard.Keep(w.Db, drill, w.Now);
        if (drill.Form == DrillForm.Comms) await TestTheWays(w, drill);
        w.Announce(drill);
        return null;
    }

    /// <summary>It just ended: its alerts end with it, in the name of whoever ended it.</summary>
    public static async Task Ended(Writing w, Drill drill, Actor by)
    {
        w.Announce(drill);
        foreach (var alert in await w.Db.Alerts.Where(a => a.DrillId == drill.Id && (a.State == AlertState.Raised || a.State == AlertState.Taken)).ToListAsync())
        {
            if (alert.Close(by, alert.Mode == Mode.Test ? Outcome.Test : Outcome.Drill, DrillSay.AlertsEnd, w.Now) is null) w.Announce(alert);
        }
    }

    /// <summary>A real alert is open at a station: every drill of it ends.</summary>
    public async Task GiveWay(Writing w, Alert real)
    {
        var by = new Actor(real.Id, DrillSay.RealAlert, Role.None);
        foreach (var drill in await Running(w, real.StationId))
        {
            drill.GiveWay(by, w.Now);
            await Ended(w, drill, by);
        }
    }

    /// <summary>A real alert that is open at a station; none where all is calm.</summary>
    public static Task<Alert?> OpenReal(Writing w, string stationId) =>
        w.Db.Alerts.FirstOrDefaultAsync(a => a.StationId == stationId && a.Mode == Mode.Real && (a.State == AlertState.Raised || a.State == AlertState.Taken));

    private static Task<List<Drill>> Running(Writing w, string stationId) => w.Db.Drills.Where(d => d.StationId == stationId && d.State == DrillState.Running).ToListAsync();

    private static Task<List<string>> Posts(Writing w, string drillId) => w.Db.Observers.Where(o => o.DrillId == drillId && o.ShopId != null).Select(o => o.ShopId!).ToListAsync();

    // One quiet alert for each shop, with a row for each of its devices: what its people never notice, and what the result is read from.
    private async Task TestTheWays(Writing w, Drill drill)
    {
        foreach (var shop in drill.CircleIds.SelectMany(hall.Town.InCircle))
        {
            var test = Alert.Raise(new Whistle(Ids.New(), shop.StationId, shop.CircleId, shop.Id, Mode.Test, Kind.Unspecified, Silent: false, Needed: 0, drill.Id),
                Actor.System, w.Now, hall.Town.ClocksOf(shop.StationId), firstRung: null);
            var ways = calling.EveryWayTo(shop, test, w.Now);
            await w.Raise(test, press: null, ways);
            w.Announce(test, ways);
        }
    }
}
