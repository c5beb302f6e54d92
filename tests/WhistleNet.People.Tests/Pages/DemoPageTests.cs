using WhistleNet.Demo;

namespace WhistleNet.Pages;

/// <summary>Somebody who shows WhistleNet to a police station.</summary>
public sealed class DemoPageTests
{
    [Fact]
    public async Task A_whistle_goes_the_whole_way_over_the_five_screens()
    {
        await using var house = await DemoHouse.Open();
        await using var visitor = await Visitor.Desk(house.Browser.BaseAddress!, "zh-CN");
        await visitor.Open("/demo");
        var (shop, neighbour, station, wall) = (Pane(visitor, "shop"), Pane(visitor, "neighbour-1"), Pane(visitor, "station"), Pane(visitor, "wall"));
        await neighbour.GetByTestId("start-shift").ClickAsync();
        await shop.GetByTestId("start-shift").ClickAsync();
        await shop.GetByTestId("whistle").ClickAsync(new() { Delay = 1000 }); // held as a finger does
        await Expect(shop.GetByTestId("status")).ToHaveAttributeAsync("data-state", "sent");
        await Expect(neighbour.GetByTestId("takeover")).ToHaveAttributeAsync("data-mode", "real");
        await Expect(wall.GetByTestId("alert")).ToHaveAttributeAsync("data-state", "raised");
        await neighbour.GetByTestId("coming").ClickAsync();
        await station.GetByTestId("take").ClickAsync();
        await Expect(wall.GetByTestId("alert")).ToHaveAttributeAsync("data-state", "taken");
        await visitor.Hook("push-clock").ClickAsync();
        await neighbour.GetByTestId("arrived").ClickAsync();
        await station.GetByTestId("close").ClickAsync();
        await station.GetByTestId("outcome-stopped").ClickAsync();
        await station.GetByTestId("reason").FillAsync("民警到场，已劝离");
        await station.GetByTestId("confirm-close").ClickAsync();
        await Expect(shop.GetByTestId("status")).ToHaveAttributeAsync("data-state", "over");
        await Expect(neighbour.GetByTestId("takeover")).ToHaveAttributeAsync("data-state", "closed");
        await Expect(wall.GetByTestId("alert")).ToHaveCountAsync(0);
        await Expect(visitor.Hook("tour")).ToContainTextAsync("7/8");
        Assert.Empty(visitor.AskedElsewhere);
    }

    [Fact]
    public async Task A_cut_link_is_seen_in_its_pane_and_a_mended_one_delivers()
    {
        await using var house = await DemoHouse.Open();
        await using var visitor = await Visitor.Desk(house.Browser.BaseAddress!, "en");
        await visitor.Open("/demo?lang=en");
        var shop = Pane(visitor, "shop");
        await shop.GetByTestId("start-shift").ClickAsync();
        await Expect(shop.GetByTestId("status")).ToHaveAttributeAsync("data-state", "ready");
        await visitor.Hook("cut-link").ClickAsync();
        await shop.GetByTestId("whistle").ClickAsync(new() { Delay = 1000 }); // held as a finger does
        await Expect(shop.GetByTestId("status")).ToHaveAttributeAsync("data-state", "notSent");
        await visitor.Hook("cut-link").ClickAsync();
        await Expect(shop.GetByTestId("status")).ToHaveAttributeAsync("data-state", "sent");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_page_round_the_panes_can_be_used_by_everybody(string language)
    {
        await using var house = await DemoHouse.Open();
        await using var visitor = await Visitor.Desk(house.Browser.BaseAddress!, language);
        await visitor.Open("/demo");
        await Expect(Pane(visitor, "station").GetByTestId("connection")).ToHaveAttributeAsync("data-link", "up");
        await Expect(Pane(visitor, "station").Locator("h1")).ToBeVisibleAsync();
        Assert.Equal("BODY", await visitor.Page.EvaluateAsync<string>("document.activeElement.tagName")); // no pane took the focus
        Assert.Empty(await visitor.AxeFindings());
    }

    [Fact]
    public async Task The_tour_of_a_drill_is_walked_with_a_keyboard_on_a_small_screen_from_the_plan_to_what_it_met()
    {
        await using var house = await DemoHouse.Open();
        await using var visitor = await Visitor.Phone(house.Browser.BaseAddress!, "en");
        await visitor.Open("/demo");
        var (tour, organizer, observer) = (visitor.Hook("tour"), Pane(visitor, "organizer"), Pane(visitor, "observer"));
        await Press(visitor, "which-tour");
        await Expect(tour).ToContainTextAsync("1/8");
        await Expect(organizer.GetByTestId("plan-shortened")).ToBeVisibleAsync();
        await tour.Locator(".next").PressAsync("Enter");
        await Press(visitor, "start-drill");
        await Expect(observer.Locator("html")).ToHaveAttributeAsync("data-mode", "drill");
        await Expect(Pane(visitor, "neighbour-1").Locator("html")).ToHaveAttributeAsync("data-mode", "drill");
        await Expect(tour).ToContainTextAsync("5/8", new() { Timeout = 60_000 }); // three came
        await Expect(observer.GetByTestId("tick").First).ToBeVisibleAsync();
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await Press(visitor, "start-drill"); // now it stops it
        await Expect(tour).ToContainTextAsync("this was a drill");
        await Expect(visitor.Hook("drill-report")).ToBeVisibleAsync();
        await tour.Locator(".next").PressAsync("Enter");
        await Expect(organizer.GetByTestId("whole-report")).ToHaveAttributeAsync("data-mode", "drill");
        await tour.Locator(".next").PressAsync("Enter");
        await Expect(tour).ToContainTextAsync("closed 1");
        await Expect(organizer.Locator("[data-testid=improvement][data-standing=met]")).ToHaveCountAsync(2);
    }

    private static Task Press(Visitor visitor, string hook) => visitor.Hook(hook).PressAsync("Enter");

    private static IFrameLocator Pane(Visitor visitor, string word) => visitor.Hook($"pane-{word}").ContentFrame;

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
