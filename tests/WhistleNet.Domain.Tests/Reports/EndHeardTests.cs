using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>Who heard that a drill was over, from what devices confirmed.</summary>
public sealed class EndHeardTests
{
    private static readonly DateTimeOffset Ended = Some.Morning, Due = Ended.AddMinutes(5);

    [Fact]
    public void A_shop_is_told_once_one_of_its_devices_confirmed_the_closing_version_and_a_version_before_it_is_none()
    {
        var alert = Closed();
        var shops = EndHeard.Of([Called(alert, "heard", "1", alert.Version), Called(alert, "heard", "2", alert.Version - 1), Called(alert, "missed", "3", alert.Version - 1), Called(alert, "bare", null, 0)], Due);
        Assert.Equal([new EndHeard("bare", "bare", 0, 0, null, false), new EndHeard("missed", "missed", 1, 0, null, false), new EndHeard("heard", "heard", 2, 1, Ended.AddSeconds(1), false)], shops);
    }

    [Fact]
    public void Of_several_alerts_it_heard_the_end_of_each_that_it_was_called_to()
    {
        var (first, second, open) = (Closed(), Closed(), New());
        Assert.False(Assert.Single(EndHeard.Of([Called(first, "a", "1", first.Version), Called(second, "a", "1", second.Version - 1)], Due)).IsTold);
        Assert.Equal(Ended.AddSeconds(9), Assert.Single(EndHeard.Of([Called(first, "a", "1", first.Version), Called(second, "a", "1", second.Version, 9)], Due)).At);
        Assert.False(Assert.Single(EndHeard.Of([Called(open, "a", "1", open.Version)], Due)).IsTold);
    }

    [Fact]
    public void Who_confirmed_after_the_last_moment_was_told_late_and_the_station_is_no_shop()
    {
        var alert = Closed();
        var shops = EndHeard.Of([Called(alert, "in-time", "1", alert.Version, 300), Called(alert, "late", "2", alert.Version, 301), Called(alert, "station", "3", 0, to: To.Station)], Due);
        Assert.Equal([("late", true), ("in-time", false)], shops.Select(s => (s.ShopId, s.Late)));
    }

    private static Alert Closed()
    {
        var alert = New();
        Assert.Null(alert.Close(Some.Commander, Outcome.Drill, "演练结束", Ended));
        return alert;
    }

    private static Alert New() => Alert.Raise(new Whistle(Guid.NewGuid().ToString("N"), "s", "c", "raiser", Mode.Drill, Kind.Unspecified, Silent: false, Needed: 3, "drill"), Actor.System, Ended.AddMinutes(-10), Clocks.Default, null);

    private static (Alert, Notice) Called(Alert alert, string shop, string? device, long version, int second = 1, To to = To.Shop) => (alert, new Notice
    {
        Id = $"{shop}{device}{alert.Id}", AlertId = alert.Id, StationId = "s", To = to, ShopId = shop, DeviceId = device, Name = shop, State = Delivery.Received, Version = version, At = Ended.AddSeconds(second),
    });
}
