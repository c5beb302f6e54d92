using System.Diagnostics;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>From the printed code to the armed page.</summary>
public sealed class EnrolTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_sheet_is_printed_its_code_arms_a_phone_once_and_is_then_no_good(string language)
    {
        var shop = town.Circle()[0];
        await using var organizer = await _house.Desk(Role.Organizer, language: language);
        await organizer.Open($"/print/codes?shop={shop.Id}");
        await organizer.LooksRightOnADesk("what is to be printed", language);
        await organizer.Hook("make-sheets").ClickAsync();
        var sheet = organizer.Hook("sheet");
        await sheet.Expect().ToHaveAttributeAsync("data-shop", shop.Id);
        await sheet.Expect().ToContainTextAsync(shop.Name);
        await sheet.Locator("svg").Expect().ToBeVisibleAsync();
        var code = await organizer.Hook("code-text").InnerTextAsync();
        await organizer.LooksRightOnADesk("the sheets", language);

        // By hand, with the dashes and in small letters as people type.
        await using var phone = await Visitor.Phone(_house.Address, language);
        await phone.Open("/enrol");
        await phone.LooksRightOnAPhone("typing the code", language);
        await phone.Hook("code").FillAsync(code.ToLowerInvariant());
        await phone.Hook("next").ClickAsync();
        await phone.Hook("shop-name").Expect().ToHaveTextAsync(shop.Name);
        await phone.LooksRightOnAPhone("the name", language);
        await phone.Hook("person-name").FillAsync("何店主");
        await phone.Hook("arm").ClickAsync();
        await phone.Page.WaitForURLAsync("**/w");
        await phone.Hook("start-shift").ClickAsync();
        await phone.Is("ready");

        await using var other = await Visitor.Phone(_house.Address, language);
        Assert.Equal(404, (await other.Page.GotoAsync("enrol?code=" + code))!.Status);
        await other.Hook("problem").Expect().ToContainTextAsync("110");
        await other.Hook("arm").Expect().ToHaveCountAsync(0);
    }

    [Fact]
    public async Task From_the_scanned_code_to_the_armed_page_it_takes_three_touches_and_a_name_and_less_than_a_minute()
    {
        var shop = town.Circle()[0];
        await using var phone = await Visitor.Phone(_house.Address, "zh-CN");
        var code = await _house.Code(shop);
        var scanned = Stopwatch.GetTimestamp();
        var touches = 0;

        await phone.Open("/enrol?code=" + code);
        await phone.Hook("person-name").Expect().ToBeFocusedAsync(); // the keyboard is there already
        await phone.Page.Keyboard.TypeAsync("何");
        await Touch("arm");
        await phone.Page.WaitForURLAsync("**/w");
        await Touch("start-shift");
        await phone.Is("ready");
        await phone.LinkIs("up");

        var took = Stopwatch.GetElapsedTime(scanned);
        TestContext.Current.TestOutputHelper?.WriteLine($"from the scanned code to the armed page: {touches} touches and a name, {took.TotalSeconds:F1} s");
        Assert.Equal(2, touches); // beside the one that opened the scanned address
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        async Task Touch(string hook)
        {
            touches++;
            await phone.Hook(hook).TapAsync();
        }
    }

    [Fact]
    public async Task A_code_works_in_a_browser_that_runs_no_script()
    {
        var shop = town.Circle()[0];
        await using var phone = await Visitor.Phone(_house.Address, "zh-CN", script: false);
        await phone.Open("/enrol?code=" + await _house.Code(shop));
        await phone.Hook("person-name").FillAsync("何店主");
        await phone.Hook("arm").ClickAsync();
        await phone.Is("offDuty");
        await phone.Hook("whistle-open").Expect().ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_stranger_at_the_whistle_is_led_to_the_code_and_one_that_is_no_good_says_so_and_offers_the_telephone(string language)
    {
        await using var phone = await Visitor.Phone(_house.Address, language);
        await phone.Open("/w");
        await phone.LooksRightOnAPhone("a stranger's page", language);
        await phone.Hook("to-enrol").TapAsync();
        await phone.Hook("code").FillAsync("abcd-efgh");
        await phone.Hook("next").TapAsync();
        await phone.Hook("problem").Expect().ToBeVisibleAsync();
        await phone.Hook("call").Expect().ToHaveAttributeAsync("href", "tel:110");
        Assert.Empty(await phone.AxeFindings());
    }

    [Fact]
    public async Task A_phone_that_was_revoked_says_so_at_once_and_offers_the_telephone()
    {
        var device = _house.Street.DeviceOf(town.Circle()[0]);
        await using var phone = await (await _house.Phone(device)).OnShift();
        Assert.True(await _house.The<DeviceDesk>().Revoke(new Actor("a", "管理员", Role.Admin, Street.StationId), device.Id));
        await phone.Is("revoked");
        await phone.Hook("call").First.Expect().ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_corner_names_the_shops_devices_this_one_first()
    {
        var shop = town.Circle()[0];
        await using var phone = await Visitor.Phone(_house.Address, "zh-CN");
        await phone.Open("/enrol?code=" + await _house.Code(shop));
        await phone.Hook("person-name").FillAsync("何店主");
        await phone.Hook("arm").ClickAsync();
        await phone.Page.WaitForURLAsync("**/w");
        await phone.Hook("devices").Locator("summary").ClickAsync();
        var rows = phone.Hook("devices").Locator("li");
        await rows.Expect().ToHaveCountAsync(2);
        await rows.First.Expect().ToContainTextAsync("何店主");
        await rows.First.Expect().ToContainTextAsync("本机");
        await rows.Last.Expect().ToContainTextAsync(_house.Street.DeviceOf(shop).Name);
        await rows.Last.Expect().ToContainTextAsync("最后联系");
        await phone.LooksRightOnAPhone("the shop's devices", "zh-CN");
    }
}
