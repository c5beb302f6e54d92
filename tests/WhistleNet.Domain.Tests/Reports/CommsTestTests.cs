using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>What a communication test says of a shop, by the best of its ways.</summary>
public sealed class CommsTestTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("received", false, "unreached", false, Heard.InTime)]
    [InlineData("received", true, "unreached", false, Heard.Late)]
    [InlineData("received", true, "seen", false, Heard.InTime)]
    [InlineData("pushed", false, "unreached", false, Heard.NotKnown)]
    [InlineData("unreached", false, "unreached", false, Heard.Not)]
    public void A_shop_is_as_reached_as_the_best_of_its_devices(string one, bool oneLate, string other, bool otherLate, Heard expected)
    {
        var shop = Assert.Single(CommsTest.Of([Way("a", "1", one, 3, oneLate), Way("a", "2", other, 9, otherLate)]));
        Assert.Equal((expected, 2), (shop.How, shop.Ways.Count));
        Assert.Equal(expected is Heard.InTime or Heard.Late, shop.IsReached);
    }

    [Fact]
    public void Who_was_not_reached_stands_first_with_the_reason_then_the_slowest()
    {
        var shops = CommsTest.Of([Way("quick", "1", "received", 2), Way("slow", "2", "received", 15), Way("gone", "3", "unreached", 20)]);
        Assert.Equal(["gone", "slow", "quick"], shops.Select(s => s.ShopId));
        Assert.Equal([(TimeSpan?)null, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(2)], shops.Select(s => s.After));
        Assert.Equal([Unreached.DeviceSilent, null, null], shops.Select(s => s.Why));
    }

    [Fact]
    public void The_station_and_a_rung_are_no_shops() =>
        Assert.Empty(CommsTest.Of([(Sent, New(To.Station, null, "s", "received", 1, late: false)), (Sent, New(To.Rung, null, null, "unreached", 1, late: false))]));

    private static (DateTimeOffset, Notice) Way(string shop, string device, string state, int seconds, bool late = false) => (Sent, New(To.Shop, shop, device, state, seconds, late));

    private static Notice New(To to, string? shop, string? device, string state, int seconds, bool late) => new()
    {
        Id = $"{shop}{device}", AlertId = "a", StationId = "s", To = to, ShopId = shop, DeviceId = device, Name = "x", State = Words.Parse<Delivery>(state)!.Value,
        Reason = state == "unreached" ? Unreached.DeviceSilent : null, Late = late, At = Sent.AddSeconds(seconds),
    };
}
