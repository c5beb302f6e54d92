using WhistleNet.Alerts;

namespace WhistleNet.Pages;

/// <summary>A browser that runs no script still whistles.</summary>
public sealed class PlainPageTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory]
    [InlineData("zh-CN", "已发出")]
    [InlineData("en", "Sent")]
    public async Task Opening_the_fold_and_pressing_sends_and_shows_the_answer(string language, string sent)
    {
        var shop = town.Circle()[0];
        await using var phone = await Plain(shop, language);

        await phone.Open("/w");
        await phone.Is("offDuty");
        await phone.Hook("whistle").Expect().ToBeHiddenAsync();
        await phone.Hook("whistle-open").ClickAsync();
        await phone.Hook("whistle").ClickAsync();
        await phone.Is("sent");
        await phone.Hook("status").Expect().ToContainTextAsync(sent);
        await phone.ModeIs("real");
        Assert.Single(await _house.AlertsOf(shop));
        await phone.Hook("call").Expect().ToHaveAttributeAsync("href", "tel:110");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_whistle()
    {
        var shop = town.Circle()[0];
        await using var phone = await Plain(shop);

        await phone.Open("/w");
        await phone.Hook("whistle-open").ClickAsync();
        await phone.Hook("whistle").ClickAsync();
        await phone.Is("sent");
        await phone.Page.ReloadAsync(); // the browser posts the form again
        await phone.Is("sent");
        Assert.Single(await _house.PressesOf(shop));
    }

    [Fact]
    public async Task A_practice_press_works_without_script()
    {
        var shop = town.Circle()[0];
        await using var phone = await Plain(shop);

        await phone.Open("/w");
        await phone.Hook("practice").ClickAsync();
        await phone.Is("practised");
        await phone.Hook("status").Expect().ToContainTextAsync("测试");
        Assert.All(await _house.AlertsOf(shop), a => Assert.Equal(Mode.Test, a.Mode));
    }

    [Fact]
    public async Task A_silent_whistle_looks_like_an_ordinary_page()
    {
        var shop = town.Circle()[0];
        await using var phone = await Plain(shop);

        await phone.Open("/w");
        await phone.Hook("silent").CheckAsync();
        await phone.Hook("whistle-open").ClickAsync();
        await phone.Hook("whistle").ClickAsync();
        await phone.Is("silentSent");
        await phone.ModeIs("none");
        await phone.Hook("status").Expect().Not.ToContainTextAsync("已发出");
        Assert.True(Assert.Single(await _house.AlertsOf(shop)).Silent);
    }

    private async Task<Visitor> Plain(Circles.Shop shop, string language = "zh-CN")
    {
        var phone = await Visitor.Phone(_house.Address, language, script: false);
        await phone.Keep(People.DeviceCredential.ShopCookie, _house.Street.TokenOf(_house.Street.DeviceOf(shop)));
        return phone;
    }
}
