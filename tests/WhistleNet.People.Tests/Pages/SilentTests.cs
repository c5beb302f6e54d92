namespace WhistleNet.Pages;

/// <summary>A silent whistle: help comes, and nothing in the shop says so.</summary>
public sealed class SilentTests : IAsyncLifetime
{
    private House _house = null!;
    private readonly Street _street = Street.Of(circles: 1, shopsEach: 4);

    public async ValueTask InitializeAsync()
    {
        _street.Shop(0, 1).Trained = _street.Shop(0, 3).Trained = true;
        _street.AddDevice(_street.Shop(0, 0), "后厨平板");
        _house = await House.With(_street);
    }

    [Fact]
    public async Task The_page_stays_an_ordinary_page_the_shops_other_device_shows_nothing_and_a_trained_neighbour_is_told_quietly()
    {
        var shop = _street.Shop(0, 0);
        await using var phone = await (await _house.Phone(shop)).OnShift();
        await using var tablet = await (await _house.Phone(_street.Devices.Last(d => d.ShopId == shop.Id))).OnShift();
        await using var trained = await (await _house.Phone(_street.Shop(0, 1))).OnShift();
        await using var abroad = await (await _house.Phone(_street.Shop(0, 3), "en")).OnShift();
        await using var untrained = await (await _house.Phone(_street.Shop(0, 2))).OnShift();
        await using var officer = await (await _house.Desk(People.Role.Officer)).Open("/station");
        await officer.LinkIs("up");

        await phone.Hook("silent").CheckAsync();
        await phone.Hook("whistle").Expect().ToContainTextAsync("静默吹哨");
        await phone.Whistle("silentSent");
        await phone.ModeIs("none");
        await phone.Hook("status").Expect().ToContainTextAsync("营业中");
        await phone.Hook("mistake").Expect().ToHaveCountAsync(0);
        await phone.Hook("coming-count").Expect().ToHaveCountAsync(0);

        var alert = await trained.TakenOver();
        await trained.Hook("takeover").Expect().ToContainTextAsync("静默，不要张扬");
        await trained.LooksRightOnAPhone("the silent takeover", "zh-CN");
        await abroad.TakenOver();
        await abroad.LooksRightOnAPhone("the silent takeover", "en");
        await officer.Card(alert).Expect().ToContainTextAsync("静默");
        await trained.Hook("coming").ClickAsync();
        await officer.Card(alert).Hook("coming-count").Expect().ToContainTextAsync("1");

        await tablet.Is("ready");
        await tablet.ModeIs("none");
        await tablet.Hook("takeover").Expect().ToBeHiddenAsync();
        await untrained.Hook("takeover").Expect().ToBeHiddenAsync();

        await _house.Close(alert);
        await trained.Hook("takeover").StateIs("closed");
        await phone.ModeIs("none");
    }

    [Fact]
    public async Task A_loud_press_makes_it_loud_for_everybody()
    {
        await using var phone = await (await _house.Phone(_street.Shop(0, 0))).OnShift();
        await using var neighbour = await (await _house.Phone(_street.Shop(0, 2))).OnShift();

        await phone.Hook("silent").CheckAsync();
        await phone.Whistle("silentSent");
        await phone.Hook("silent").UncheckAsync();
        await phone.Whistle("sent");
        await phone.ModeIs("real");
        await neighbour.TakenOver();
    }

    [Fact]
    public async Task The_switch_is_the_shops_and_a_choice_without_a_link_is_saved_when_it_is_back()
    {
        var shop = _street.Shop(0, 0);
        await using var line = new Line(_house.Address);
        await using var phone = await (await _house.Phone(shop, by: line.Address)).OnShift();
        await using var tablet = await _house.Phone(_street.Devices.Last(d => d.ShopId == shop.Id));

        await phone.Hook("silent").CheckAsync();
        await Eventually.True(() => IsSilent(shop), "saved for the shop");
        await tablet.OnShift();
        await tablet.Hook("silent").Expect().ToBeCheckedAsync();

        line.GoDead();
        await phone.Hook("silent").UncheckAsync();
        await phone.LinkIs("down");
        await phone.Hook("silent").Expect().Not.ToBeCheckedAsync();
        Assert.True(IsSilent(shop));
        line.Mend();
        await Eventually.True(() => !IsSilent(shop), "saved when the link was back");
        await phone.Hook("silent").Expect().Not.ToBeCheckedAsync();
        await tablet.Open("/w");
        await tablet.Hook("silent").Expect().Not.ToBeCheckedAsync();
    }

    private bool IsSilent(Circles.Shop shop) => _house.The<Circles.TownHall>().Town.Shop(shop.Id)!.Silent;

    public ValueTask DisposeAsync() => _house?.DisposeAsync() ?? ValueTask.CompletedTask;
}
