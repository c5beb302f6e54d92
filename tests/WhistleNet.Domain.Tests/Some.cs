using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>The people and things of these tests.</summary>
public static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    public static readonly Actor Officer = new("officer", "王警官", Role.Officer, "station");
    public static readonly Actor OtherOfficer = new("other", "李警官", Role.Officer, "station");
    public static readonly Actor Commander = new("commander", "赵所长", Role.DutyCommander, "station");
    public static readonly Actor Raiser = new("device", "老板", Role.Device, "station", "shop");

    public static Alert Alert(Mode mode = Mode.Real, bool silent = false, Kind kind = Kind.Unspecified, int needed = 3, bool limited = false, string id = "alert") =>
        Alerts.Alert.Raise(new Whistle(id, "station", "circle", "shop", mode, kind, silent, needed, Limited: limited), Raiser, Morning, Clocks.Default, TimeSpan.FromSeconds(30));

    public static Alert Taken()
    {
        var alert = Alert();
        Assert.Null(alert.Take(Officer, Morning.AddSeconds(5), Clocks.Default));
        return alert;
    }

    public static Alert Closed()
    {
        var alert = Taken();
        Assert.Null(alert.Close(Officer, Outcome.Stopped, "带离", Morning.AddSeconds(60)));
        return alert;
    }

    public static Notice Notice(string shop, string device = "d", Delivery state = Delivery.Received, Unreached? reason = null) => new()
    {
        Id = $"{shop}-{device}", AlertId = "alert", StationId = "station", To = To.Shop, ShopId = shop, DeviceId = device, Name = shop, State = state, Reason = reason,
    };

    public static Actor Of(Notice notice) => new(notice.DeviceId!, notice.Name, Role.Device, "station", notice.ShopId);

    public static Shop Shop(string id, double lat, double lon, string circle = "circle", bool trained = false) => new()
    {
        Id = id, Ref = id, StationId = "station", CircleId = circle, Name = id, Lat = lat, Lon = lon, Trained = trained,
    };
}
