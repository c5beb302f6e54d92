using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>An officer looks through the register.</summary>
public sealed class RegisterPageTests
{
    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 320)]
    public async Task An_officer_finds_a_shop_and_sets_its_hours_and_axe_has_nothing_against_any_page(string language, int width)
    {
        await using var house = await House.With(Street.Of(circles: 3, shopsEach: 30));
        await using var officer = await house.Desk(Role.Officer, language: language);
        await officer.Page.SetViewportSizeAsync(width, 900);

        await officer.Open("/circles");
        await Expect(officer.Hook("circle-row")).ToHaveCountAsync(3);
        await Fits(officer);
        await officer.Open("/shops");
        await Expect(officer.Hook("shop-row")).ToHaveCountAsync(50);
        await Fits(officer);
        await officer.Hook("next-page").ClickAsync();
        await Expect(officer.Hook("shop-row")).ToHaveCountAsync(40);
        await officer.Hook("search").FillAsync("2-17");
        await Expect(officer.Hook("shop-row")).ToHaveCountAsync(1);
        Assert.Contains("search=2-17", officer.Page.Url, StringComparison.Ordinal);

        await officer.Hook("shop-row").GetByRole(AriaRole.Link).First.ClickAsync();
        await officer.Hook("hours").FillAsync("always");
        await officer.Hook("save").ClickAsync();
        await Expect(officer.Hook("refusal")).ToBeVisibleAsync();
        await Fits(officer);
        await officer.Hook("hours").FillAsync("Mo-Fr 08:00-21:00");
        await officer.Hook("trained").CheckAsync();
        await officer.Hook("save").ClickAsync();
        await Expect(officer.Hook("saved")).Not.ToBeEmptyAsync();
        await officer.Page.ReloadAsync();
        await Expect(officer.Hook("hours")).ToHaveValueAsync("Mo-Fr 08:00-21:00");
        await Expect(officer.Hook("trained")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_shop_of_another_station_is_not_there_nor_is_the_list_for_an_auditor()
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 2));
        await using var officer = await house.Desk(Role.Officer, language: "en");
        await officer.Open("/shops/ffffffffffffffffffffffffffffffff");
        await Expect(officer.Page.GetByRole(AriaRole.Heading)).ToContainTextAsync("no such page");
        await using var auditor = await house.Desk(Role.Auditor, language: "en");
        await auditor.Open("/shops");
        await Expect(auditor.Hook("not-yours")).ToBeVisibleAsync();
    }

    private static async Task Fits(Visitor visitor)
    {
        Assert.Empty(await visitor.AxeFindings());
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
