using WhistleNet.Alerts;

namespace WhistleNet.Live;

/// <summary>News may come late, twice and in any order; what a console shows only goes forward.</summary>
public sealed class AlertNowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_late_older_receipt_takes_nothing_back()
    {
        var pushed = Notice(Delivery.Pushed, Noon, version: 0);
        var received = Notice(Delivery.Received, Noon.AddSeconds(1), version: 1);
        var coming = Notice(Delivery.Received, Noon.AddSeconds(1), version: 1, answeredAt: Noon.AddSeconds(5));

        foreach (var order in new[] { new[] { pushed, received, coming }, [coming, received, pushed], [received, coming, received, pushed] })
            Assert.Same(coming, Assert.Single(AlertNow.Newest([], order)));
    }

    private static Notice Notice(Delivery state, DateTimeOffset at, long version, DateTimeOffset? answeredAt = null) => new()
    {
        Id = "n", AlertId = "a", StationId = "s", To = To.Shop, ShopId = "shop", Name = "小店", State = state, At = at, Version = version,
        Answer = answeredAt is null ? null : Reply.Coming, AnsweredAt = answeredAt,
    };
}
