namespace WhistleNet.Pages;

/// <summary>A phone in a shop.</summary>
public sealed class WhistlePageTests
{
    [Fact]
    public async Task Holding_the_button_sends_the_whistle_and_asks_no_other_host()
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 3));
        await using var shop = await house.Phone(house.Street.DeviceOf(house.Street.Shop(0, 0)));
        await shop.Open("/w");
        await shop.Hook("start-shift").ClickAsync();
        await Expect(shop.Hook("status")).ToHaveAttributeAsync("data-state", "ready");
        await shop.Hold(shop.Hook("whistle"), 1000);
        await Expect(shop.Hook("status")).ToHaveAttributeAsync("data-state", "sent");
        Assert.Empty(shop.AskedElsewhere);
    }

    [Fact]
    public async Task A_press_takes_over_the_neighbours_page()
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 3));
        await using var shop = await house.Phone(house.Street.DeviceOf(house.Street.Shop(0, 0)));
        await using var neighbour = await house.Phone(house.Street.DeviceOf(house.Street.Shop(0, 1)));
        await neighbour.Open("/w");
        await neighbour.Hook("start-shift").ClickAsync();
        await shop.Open("/w");
        await shop.Hook("start-shift").ClickAsync();
        await shop.Hold(shop.Hook("whistle"), 1000);
        await Expect(neighbour.Hook("takeover")).ToHaveAttributeAsync("data-mode", "real");
        await neighbour.Hook("coming").ClickAsync();
        await Expect(shop.Hook("coming-count")).ToContainTextAsync("1");
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
