using Microsoft.Extensions.DependencyInjection;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>A shopkeeper with a printed code.</summary>
public sealed class EnrolPageTests
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact]
    public async Task From_the_printed_code_a_name_and_two_taps_lead_to_a_ready_whistle()
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 3));
        var code = (await house.Services.GetRequiredService<CodeDesk>().ForPaper(Admin, [house.Street.Shop(0, 0)], "batch"))[0].Code;
        await using var phone = await Visitor.Phone(house.Address, "zh-CN");
        await phone.Open("/enrol?code=" + code);
        Assert.Empty(await phone.AxeFindings());
        await phone.Hook("person-name").FillAsync("老张");
        await phone.Hook("arm").TapAsync();
        await phone.Hook("start-shift").TapAsync();
        await Expect(phone.Hook("status")).ToHaveAttributeAsync("data-state", "ready");
        Assert.Empty(phone.AskedElsewhere);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_code_that_is_no_good_says_so_asks_for_another_and_offers_the_telephone(string language)
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 2));
        await using var phone = await Visitor.Phone(house.Address, language);
        await phone.Open("/enrol");
        await phone.Hook("code").FillAsync("abcd-efgh");
        await phone.Hook("next").TapAsync();
        await Expect(phone.Hook("problem")).ToBeVisibleAsync();
        await Expect(phone.Hook("call")).ToHaveAttributeAsync("href", "tel:110");
        Assert.Empty(await phone.AxeFindings());
    }

    [Fact]
    public async Task A_phone_that_was_revoked_says_so_at_once_and_offers_the_telephone()
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 2));
        var device = house.Street.DeviceOf(house.Street.Shop(0, 0));
        await using var phone = await house.Phone(device);
        await phone.Open("/w");
        await phone.Hook("start-shift").TapAsync();
        await Expect(phone.Hook("connection")).ToHaveAttributeAsync("data-link", "up");
        Assert.True(await house.Services.GetRequiredService<DeviceDesk>().Revoke(Admin, device.Id));
        await Expect(phone.Hook("status")).ToHaveAttributeAsync("data-state", "revoked");
        await Expect(phone.Hook("call").First).ToBeVisibleAsync();
    }

    private static ILocatorAssertions Expect(ILocator what) => Assertions.Expect(what);
}
