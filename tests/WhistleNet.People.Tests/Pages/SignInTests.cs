using Microsoft.EntityFrameworkCore;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>How people come in.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "三月的雨落在学府路上";
    private static readonly Actor Admin = new("admin", "管理员", Role.Admin, Street.StationId);
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.With(Street.Of(circles: 1, shopsEach: 3));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_first_account_is_made_by_the_link_on_the_console_which_then_opens_nothing_more(string language)
    {
        var link = FirstLink();
        await using var organizer = await Visitor.Desk(_house.Address, language);
        await organizer.Open(link);
        await organizer.LooksRightOnADesk("the first account", language);
        await organizer.Hook("name").FillAsync("刘主任");
        await organizer.Hook("user").FillAsync("liu");
        await organizer.Hook("password").FillAsync("12345678");
        await organizer.Hook("save").ClickAsync();
        await organizer.Hook("problem").Expect().ToBeVisibleAsync();
        await organizer.Hook("password").FillAsync(Password);
        await organizer.Hook("save").ClickAsync();
        await organizer.Page.WaitForURLAsync("**/circles");
        organizer.HadNoTrouble();

        await using var second = await Visitor.Desk(_house.Address, language);
        Assert.Equal(404, (await second.Page.GotoAsync(link.TrimStart('/')))!.Status);
        await second.Hook("save").Expect().ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_passkey_makes_the_first_account_and_signs_in_again()
    {
        await using var organizer = await Visitor.Desk(_house.Address, "zh-CN");
        await organizer.CarriesAPasskey();
        await organizer.Open(FirstLink());
        await organizer.Hook("name").FillAsync("刘主任");
        await organizer.Hook("user").FillAsync("liu");
        await organizer.Hook("passkey").ClickAsync();
        await organizer.Page.WaitForURLAsync("**/circles");
        await organizer.LinkIs("up");

        await organizer.Context.ClearCookiesAsync();
        await organizer.Open("/sign-in");
        await organizer.Hook("passkey").ClickAsync();
        await organizer.Page.WaitForURLAsync("**/circles");
        await organizer.LinkIs("up");
        organizer.HadNoTrouble();
    }

    [Fact]
    public async Task A_passkey_that_is_added_leaves_its_record()
    {
        await using var organizer = await _house.Desk(Role.Organizer, "刘主任");
        await organizer.CarriesAPasskey();
        await organizer.Open("/account");
        await organizer.Hook("passkey").ClickAsync();
        await organizer.Page.WaitForURLAsync("**/account?saved=true");
        await using var db = await _house.Db();
        Assert.Equal(1, await db.Access.CountAsync(r => r.What == Deed.PasskeyAdded && r.Actor == "刘主任" && r.Ip != null && r.Device != null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_officer_is_invited_sets_up_an_authenticator_and_signs_in_with_password_and_digits(string language)
    {
        await using var officer = await Visitor.Desk(_house.Address, language);
        await officer.Open(await Invite("zhou", "周警官", Role.Officer));
        await officer.Hook("name").Expect().ToHaveTextAsync("周警官");
        await officer.LooksRightOnADesk("the invitation", language);
        await officer.Hook("password").FillAsync(Password);
        await officer.Hook("save").ClickAsync();
        var key = await officer.Hook("key").InnerTextAsync();
        await officer.LooksRightOnADesk("the authenticator", language);
        await officer.Open("/station"); // a password alone opens no console
        await officer.Hook("key").Expect().ToBeVisibleAsync();
        await officer.Hook("code").FillAsync(Authenticators.Digits(key, _house.Clock.GetUtcNow()));
        await officer.Hook("save").ClickAsync();
        await officer.Hook("recovery-codes").Locator("li").Expect().ToHaveCountAsync(8);
        await officer.LooksRightOnADesk("the recovery codes", language);
        await officer.Hook("go-on").ClickAsync();
        await officer.LinkIs("up");
        await officer.Open("/account");
        await officer.LooksRightOnADesk("the own account", language);

        await officer.Open("/sign-out");
        await officer.LooksRightOnADesk("signing out", language);
        await officer.Hook("sign-out").ClickAsync();
        await officer.Page.WaitForURLAsync("**/sign-in");
        await officer.LooksRightOnADesk("signing in", language);
        await officer.Open("/station");
        await officer.Hook("user").FillAsync("zhou");
        await officer.Hook("password").FillAsync(Password);
        await officer.Hook("enter").ClickAsync();
        await officer.Hook("code").Expect().ToBeVisibleAsync();
        await officer.LooksRightOnADesk("the six digits", language);
        await officer.Hook("code").FillAsync("000000");
        await officer.Hook("enter").ClickAsync();
        await officer.Hook("problem").Expect().ToBeVisibleAsync();
        await officer.Hook("code").FillAsync(Authenticators.Digits(key, _house.Clock.GetUtcNow()));
        await officer.Hook("enter").ClickAsync();
        await officer.Page.WaitForURLAsync("**/station");
        await officer.LinkIs("up");
    }

    [Fact]
    public async Task A_wrong_password_says_what_happened_and_after_ten_even_the_right_one_waits_untold_until_the_station_lifts_it()
    {
        await using var organizer = await Visitor.Desk(_house.Address, "zh-CN");
        await organizer.Open(await Invite("wu", "吴组织", Role.Organizer));
        await organizer.Hook("password").FillAsync(Password);
        await organizer.Hook("save").ClickAsync();
        await organizer.Page.WaitForURLAsync("**/circles");
        await organizer.Context.ClearCookiesAsync();

        await organizer.Open("/sign-in");
        for (var wrong = 0; wrong < 10; wrong++) await Try("不对的密码");
        await organizer.Hook("problem").Expect().ToContainTextAsync("用户名或密码不对");
        await organizer.Hook("problem").Expect().ToContainTextAsync("吹哨设备不受影响");
        var words = await organizer.Hook("problem").InnerTextAsync();
        await Try(Password);
        await organizer.Hook("problem").Expect().ToHaveTextAsync(words); // nobody learns that it was right

        await using (var db = await _house.Db())
            Assert.Null(await _house.The<PeopleDesk>().LiftLockout(Admin, db.Users.Single(u => u.UserName == "wu").Id));
        await Try(Password);
        await organizer.Page.WaitForURLAsync("**/circles");

        async Task Try(string password)
        {
            await organizer.Hook("user").FillAsync("wu");
            await organizer.Hook("password").FillAsync(password);
            await organizer.Page.EvaluateAsync("() => { document.body.dataset.old = ''; }");
            await organizer.Hook("enter").ClickAsync();
            await organizer.Page.Locator("body:not([data-old])").Expect().ToBeVisibleAsync();
        }
    }

    public ValueTask DisposeAsync() => _house?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string FirstLink() => new Uri(_house.The<FirstLink>().Line([_house.Address.ToString()])!.Split('\t')[1]).PathAndQuery;

    private async Task<string> Invite(string user, string name, Role roles)
    {
        var (link, why) = await _house.The<PeopleDesk>().Invite(Admin, new Invitation(name, user, roles, null));
        Assert.True(link is not null, why?.ToString());
        return link.Path;
    }
}
