using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.People;

/// <summary>Who gets in, by what, and for how long.</summary>
public sealed class SignInStories
{
    private const string Password = "the tram bell rings at six";
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    [Fact]
    public async Task The_consoles_link_makes_the_first_account_once()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var link = world.The<FirstLink>();
        await link.Make();
        var path = new Uri(link.Line(["http://[::]:5080"])!.Split('\t')[1]).PathAndQuery;
        var code = path.Split('=')[1];
        using var person = new Guest(world);
        await person.Open(path);
        Assert.Equal(200, (await person.Send("/first", ("code", code), ("name", "王"), ("user", "wang"), ("password", "12345678"))).Code); // too easy: the page again
        Assert.Equal("/circles", (await person.Send("/first", ("code", code), ("name", "王"), ("user", "wang"), ("password", Password))).Sent);
        Assert.Equal(404, (await person.Open(path)).Code);
        await using (var db = await world.Db())
        {
            await db.Shops.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        }
        await world.The<WhistleNet.Circles.TownHall>().Refresh(TestContext.Current.CancellationToken);
        Assert.EndsWith("/setup", (await person.Open("/")).Sent, StringComparison.Ordinal); // where no shop is yet, the work begins with them
        await link.Make();
        Assert.Null(link.Line([]));
    }

    [Fact]
    public async Task An_officer_with_a_password_alone_reaches_no_console_before_the_second_factor()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        using var officer = await Invited(world, Role.Officer);
        Assert.StartsWith("/sign-in", new Uri(new Uri("http://x"), (await officer.Open("/people")).Sent).PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(403, (await officer.Open("/api/v1/alerts")).Code);

        var setUp = await officer.Open("/sign-in/authenticator");
        var key = Between(setUp.Text, "data-testid=\"key\">");
        Assert.Contains("data-testid=\"problem\"", (await officer.Send("/sign-in/authenticator", ("code", "000000"))).Text, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"recovery-codes\"", (await officer.Send("/sign-in/authenticator", ("code", Totp(key)))).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await officer.Open("/api/v1/alerts")).Code);

        using var later = new Guest(world);
        await later.Open("/sign-in");
        Assert.StartsWith("/sign-in/code", (await later.Send("/sign-in", ("user", "li"), ("password", Password))).Sent, StringComparison.Ordinal);
        await later.Open("/sign-in/code");
        Assert.Equal("/station", (await later.Send("/sign-in/code", ("code", Totp(key)))).Sent);
    }

    [Fact]
    public async Task Known_and_unknown_people_get_the_same_no_and_ten_wrong_tries_pause_an_account()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        (await Invited(world, Role.Organizer)).Dispose();
        using var stranger = new Guest(world);
        await stranger.Open("/sign-in");
        var unknown = Problem(await stranger.Send("/sign-in", ("user", "nobody"), ("password", "x")));
        for (var tried = 0; tried < 10; tried++) Assert.Equal(unknown, Problem(await stranger.Send("/sign-in", ("user", "li"), ("password", "wrong"))));
        Assert.Equal(unknown, Problem(await stranger.Send("/sign-in", ("user", "li"), ("password", Password))));

        var li = Assert.Single(await world.The<PeopleBoard>().Of(Admin));
        Assert.True(li.LockedOut);
        Assert.Null(await world.The<PeopleDesk>().LiftLockout(Admin, li.Id));
        Assert.Equal("/circles", (await stranger.Send("/sign-in", ("user", "li"), ("password", Password))).Sent);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\u0001")]
    public async Task Signing_in_leads_to_no_other_host_and_bad_input_breaks_nothing(string to)
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        (await Invited(world, Role.Organizer)).Dispose();
        using var person = new Guest(world);
        await person.Open("/sign-in");
        Assert.Equal(200, (await person.Send("/sign-in", ("user", "\0"), ("password", "x"))).Code);
        Assert.Equal(200, (await person.Send("/sign-in", ("credential", "{"))).Code);
        Assert.Equal("/circles", (await person.Send("/sign-in", ("user", "li"), ("password", Password), ("to", to))).Sent);
    }

    [Fact]
    public async Task Disabling_somebody_ends_their_cookie_within_a_minute_and_their_way_in_at_once()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        using var person = await Invited(world, Role.Organizer);
        Assert.Equal(200, (await person.Open("/account")).Code);
        var li = Assert.Single(await world.The<PeopleBoard>().Of(Admin));
        Assert.Null(await world.The<PeopleDesk>().Disable(Admin, li.Id));
        world.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(302, (await person.Open("/account")).Code);
        using var again = new Guest(world);
        await again.Open("/sign-in");
        Assert.Contains("data-testid=\"problem\"", (await again.Send("/sign-in", ("user", "li"), ("password", Password))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_used_once_and_a_new_link_ends_what_was_before()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var desk = world.The<PeopleDesk>();
        var (link, _) = await desk.Invite(Admin, new Invitation("李", "li", Role.Organizer));
        using var person = new Guest(world);
        await Accept(person, link!);
        Assert.Equal(404, (await person.Open("/" + link!.Path)).Code);
        var (first, _) = await desk.NewLink(Admin, link.AccountId);
        var (second, _) = await desk.NewLink(Admin, link.AccountId);
        Assert.Equal(404, (await person.Open("/" + first!.Path)).Code);
        Assert.Equal(200, (await person.Open("/" + second!.Path)).Code);
    }

    [Fact]
    public async Task A_commander_makes_no_administrator_and_nobody_changes_themselves()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var desk = world.The<PeopleDesk>();
        var commander = new Actor("c", "指挥", Role.DutyCommander, Street.StationId);
        Assert.NotNull((await desk.Invite(commander, new Invitation("李", "li", Role.Admin))).Why);
        var (link, _) = await desk.Invite(Admin, new Invitation("李", "li", Role.Admin));
        Assert.NotNull(await desk.Disable(commander, link!.AccountId));
        Assert.NotNull(await desk.Disable(Admin with { Id = link.AccountId }, link.AccountId));
        Assert.NotNull(await desk.Disable(new Actor("o", "", Role.Officer, Street.StationId), link.AccountId));
        Assert.NotNull((await desk.Invite(Admin, new Invitation("店主", "owner", Role.ShopOwner))).Why);
    }

    private static async Task<Guest> Invited(World world, Role roles)
    {
        var (link, why) = await world.The<PeopleDesk>().Invite(Admin, new Invitation("李", "li", roles));
        Assert.Null(why);
        var guest = new Guest(world);
        await Accept(guest, link!);
        return guest;
    }

    private static async Task Accept(Guest guest, Invited link)
    {
        Assert.Equal(200, (await guest.Open("/" + link.Path)).Code);
        var code = Uri.UnescapeDataString(link.Path.Split("code=")[1]);
        Assert.Equal(302, (await guest.Send("/invite", ("who", link.AccountId), ("code", code), ("password", Password))).Code);
    }

    private static string Problem(Seen seen) => Between(seen.Text, "data-testid=\"problem\">");

    private static string Between(string page, string before) => page.Split(before)[1].Split('<')[0];

    // RFC 6238 with SHA-1 and 30 s, as every authenticator has it; Identity checks it by the machine's own clock.
    internal static string Totp(string key)
    {
        var bits = string.Concat(key.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // the standard's own
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
