using Microsoft.Extensions.DependencyInjection;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>People at a desk: signing in, inviting, printing, settings.</summary>
public sealed class PeoplePageTests
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact]
    public async Task An_officer_chooses_a_passkey_and_comes_in_with_it()
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 2));
        var (link, _) = await house.Services.GetRequiredService<PeopleDesk>().Invite(Admin, new Invitation("李警官", "li", Role.Officer));
        await using var officer = await Visitor.Desk(new UriBuilder(house.Address) { Host = "localhost" }.Uri, "zh-CN"); // a passkey is made for a name
        await WithAuthenticator(officer);
        await officer.Open(link!.Path);
        await officer.Hook("passkey").ClickAsync();
        await officer.Page.WaitForURLAsync("**/station");
        await officer.Open("/sign-out");
        await officer.Hook("sign-out").First.ClickAsync();
        await officer.Page.WaitForURLAsync("**/sign-in");
        await officer.Hook("passkey").ClickAsync();
        await officer.Page.WaitForURLAsync("**/station");
        await officer.Open("/prove?to=/station");
        Assert.Empty(await officer.AxeFindings());
        await officer.Hook("passkey").ClickAsync();
        await officer.Page.WaitForURLAsync("**/station");
        Assert.Empty(officer.AskedElsewhere);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Proving_once_more_takes_a_password_and_the_enter_key_and_leads_back(string language)
    {
        await using var house = await House.With(Street.Of(circles: 1, shopsEach: 2));
        var (link, _) = await house.Services.GetRequiredService<PeopleDesk>().Invite(Admin, new Invitation("李", "li", Role.Organizer));
        await using var person = await Visitor.Desk(house.Address, language);
        await person.Open(link!.Path);
        await person.Hook("password").FillAsync("the tram bell rings at six");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.WaitForURLAsync("**/circles");
        await person.Open("/account");
        await person.LooksRightOnADesk("account", language);
        await person.Open("/prove?to=/print/codes");
        await person.LooksRightOnADesk("prove", language);
        await person.Hook("password").FillAsync("the tram bell rings at six");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.WaitForURLAsync("**/print/codes");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task No_page_of_people_and_devices_troubles_a_screen_reader(string language)
    {
        await using var house = await House.With(Street.Of(circles: 2, shopsEach: 3));
        var shop = house.Street.Shop(0, 0).Id;
        await using var stranger = await Visitor.Phone(house.Address, language);
        foreach (var page in new[] { "/sign-in", "/sign-in/code", "/sign-out", "/first?code=x", "/invite?who=x&code=y" }) await Clean(stranger, page, "main");

        await using var desk = await house.Desk(Role.Admin | Role.Organizer, language: language);
        foreach (var (page, hook) in new[] { ("/people", "invite"), ("/settings", "rung-1"), ("/shops/" + shop, "for-devices"), ("/print/codes", "make-sheets"), ("/account", "save") })
            await Clean(desk, page, $"[data-testid={hook}]");
        await desk.Open("/shops/" + shop);
        await desk.Hook("for-devices").ClickAsync();
        await desk.Page.WaitForSelectorAsync("[data-testid=issue-code]");
        Assert.Empty(await desk.AxeFindings());
    }

    [Fact]
    public async Task A_whole_circle_is_printed_one_sheet_for_each_shop_with_the_page_of_its_own_address()
    {
        await using var house = await House.With(Street.Of(circles: 2, shopsEach: 3));
        await using var desk = await house.Desk(Role.Organizer);
        await desk.Open("/print/codes?circle=" + house.Street.Circles[1].Id);
        await desk.Page.UncheckAsync("input[name=without]"); // all of them have a device
        await desk.Hook("make-sheets").ClickAsync();
        await Assertions.Expect(desk.Hook("sheet")).ToHaveCountAsync(3);
        await Assertions.Expect(desk.Hook("qr")).ToHaveCountAsync(3);
        Assert.Empty(await desk.AxeFindings());
    }

    private static async Task Clean(Visitor visitor, string page, string ready)
    {
        await visitor.Open(page);
        await visitor.Page.WaitForSelectorAsync(ready);
        Assert.Empty(await visitor.AxeFindings());
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{page} is wider than the screen");
    }

    private static async Task WithAuthenticator(Visitor visitor)
    {
        var browser = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
