using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>What stands in the house's books, and what is needed to begin.</summary>
public static class Records
{
    /// <summary>A one-time code as it is printed for a shop.</summary>
    public static async Task<string> Code(this House house, Shop shop)
    {
        var organizer = new Actor(Ids.New(), "组织者", Role.Organizer | Role.Admin) { StationId = shop.StationId };
        return (await house.The<CodeDesk>().ForPaper(organizer, [shop], Ids.New())).Single().Code;
    }

    public static async Task<IReadOnlyList<Alert>> AlertsOf(this House house, Shop shop)
    {
        await using var db = await house.Db();
        return await db.Alerts.AsNoTracking().Include(a => a.Lines).Where(a => a.ShopId == shop.Id).OrderBy(a => a.RaisedAt).ToListAsync();
    }

    public static async Task<Alert> Alert(this House house, string id)
    {
        await using var db = await house.Db();
        return await db.Alerts.AsNoTracking().Include(a => a.Lines).SingleAsync(a => a.Id == id);
    }

    public static async Task<IReadOnlyList<Press>> PressesOf(this House house, Shop shop)
    {
        await using var db = await house.Db();
        return await db.Presses.AsNoTracking().Where(p => p.ShopId == shop.Id).OrderBy(p => p.At).ToListAsync();
    }

    /// <summary>An officer closes it from elsewhere.</summary>
    public static async Task Close(this House house, string alertId, Outcome outcome = Outcome.Stopped)
    {
        var ruling = await house.The<AlertDesk>().Close(house.Officer(), alertId, outcome, "当场制止");
        Assert.True(ruling.Done, ruling.ToString());
    }

    public static Actor Officer(this House house, string name = "赵警官") => new(Ids.New(), name, Role.DutyCommander) { StationId = house.Street.Station.Id };

    /// <summary>A press of this shop's device, from elsewhere.</summary>
    public static async Task<string> Whistle(this House house, Shop shop, Kind kind = Kind.Unspecified, bool silent = false)
    {
        var request = new WhistleRequest(Guid.NewGuid().ToString("D"), IsTest: false, IsDrill: false, null, kind, silent, null, null, null, null);
        var ruling = await house.The<WhistleDesk>().Press(house.Street.DeviceOf(shop).AsActor(), shop.Id, request);
        Assert.True(ruling.Done, ruling.ToString());
        return ruling.Value!.Press.AlertId;
    }

    /// <summary>An alert that is not real, sent to everybody whom a real one would be sent to: what a drill and a communication test do.</summary>
    public static Task<string> Raise(this House house, Mode mode, Shop shop, Kind kind = Kind.Robbery) => house.The<AlertWriter>().Write(async writing =>
    {
        var whistle = new Whistle(Ids.New(), shop.StationId, shop.CircleId, shop.Id, mode, kind, Silent: false, Needed: 3, DrillId: Ids.New());
        var alert = Alerts.Alert.Raise(whistle, house.Street.DeviceOf(shop).AsActor(), writing.Now, house.Street.Station.Clocks, TimeSpan.FromSeconds(30));
        writing.Db.Alerts.Add(alert);
        await writing.Db.SaveChangesAsync();
        var notices = await house.The<Calling>().First(writing, alert);
        writing.Announce(alert, notices, notices);
        return alert.Id;
    });
}
