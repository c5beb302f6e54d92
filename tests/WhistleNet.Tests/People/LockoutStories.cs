using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>Guessing how somebody signs in, and what it costs whom.</summary>
public sealed class LockoutStories
{
    private const string Password = "the tram bell rings at six";
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);
    private static readonly Actor Commander = new("c", "指挥", Role.DutyCommander, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wrong_tries_count_by_the_hour_and_a_right_one_between_them_forgives_none()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        (await DeedStories.Guest(world, Role.Organizer, "li")).Dispose();
        for (var n = 0; n < 9; n++) Assert.False(await Try(world, "li", "wrong"));
        Assert.True(await Try(world, "li", Password));
        Assert.False(await Li(world, p => p.LockedOut));
        Assert.False(await Try(world, "li", "wrong"));
        Assert.True(await Li(world, p => p.LockedOut));
        Assert.False(await Try(world, "li", Password));
        await world.Restart(after: TimeSpan.FromMinutes(59)); // a pause outlives a restart
        Assert.False(await Try(world, "li", Password));
        await world.Restart(after: TimeSpan.FromMinutes(1));
        Assert.True(await Try(world, "li", Password));
    }

    [Fact]
    public async Task The_station_sets_the_limit_and_a_hundred_tries_at_once_are_no_more_than_it_allows()
    {
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 1), ("WhistleNet:Limits:SignInPerAccountPerHour", "3"));
        (await DeedStories.Guest(world, Role.Organizer, "li")).Dispose();
        await using var scope = world.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync("li"))!;
        var looked = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => world.The<Tries>().Begin(account), Cancel)));
        Assert.Equal(3, looked.Count(n => n > 0));
    }

    [Fact]
    public async Task Wrong_codes_of_the_authenticator_and_strange_answers_of_a_passkey_count_too()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        (await DeedStories.Guest(world, Role.Officer, "li", secondFactor: true)).Dispose();
        byte[] id = [1, 2, 3, 4];
        await using (var scope = world.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await users.AddOrUpdatePasskeyAsync((await users.FindByNameAsync("li"))!, new UserPasskeyInfo(id, [1], world.Time.GetUtcNow(), 1, [], true, false, false, [], []) { Name = "p" });
        }
        using var stranger = new Guest(world);
        for (var n = 0; n < 5; n++)
        {
            await stranger.Open("/sign-in");
            await stranger.Send("/sign-in", ("credential", $$"""{"id":"{{System.Buffers.Text.Base64Url.EncodeToString(id)}}"}"""));
        }
        await stranger.Open("/sign-in");
        Assert.StartsWith("/sign-in/code", (await stranger.Send("/sign-in", ("user", "li"), ("password", Password))).Sent, StringComparison.Ordinal);
        for (var n = 0; n < 5; n++)
        {
            Assert.False(await Li(world, p => p.LockedOut));
            await stranger.Open("/sign-in/code");
            Assert.Equal(200, (await stranger.Send("/sign-in/code", ("code", n % 2 == 0 ? "000000" : "ABCDE-FGHIJ"))).Code);
        }
        Assert.True(await Li(world, p => p.LockedOut));
    }

    [Fact]
    public async Task A_wrong_present_password_on_the_own_account_counts_as_well_and_the_sign_in_stands()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var li = await DeedStories.Guest(world, Role.Organizer, "li");
        Task<Seen> Change(string present) => li.Send("/account/password", ("present", present), ("password", "another tram bell rings at nine"));
        await li.Open("/account");
        for (var n = 0; n < 9; n++) Assert.Contains(AccountSay.PresentWrong.Zh, (await Change("wrong")).Text, StringComparison.Ordinal);
        Assert.False(await Li(world, p => p.LockedOut));
        await Change("wrong");
        Assert.True(await Li(world, p => p.LockedOut));
        Assert.Equal(200, (await Change(Password)).Code); // not even the right one is looked at
        Assert.False(await Try(world, "li", Password));
        Assert.Equal(200, (await li.Open("/account")).Code);
        await using (var db = await world.Db()) Assert.Equal(11, await db.Access.CountAsync(r => r.What == Deed.PasswordChanged && r.Result == Result.Refused, Cancel));
        await world.Restart(after: Tries.Window);
        using var later = new Guest(world);
        await later.Open("/sign-in");
        Assert.Equal(302, (await later.Send("/sign-in", ("user", "li"), ("password", Password))).Code);
        await later.Open("/account");
        Assert.Contains("saved", (await later.Send("/account/password", ("present", Password), ("password", "another tram bell rings at nine"))).Sent, StringComparison.Ordinal);
        Assert.False(await Li(world, p => p.LockedOut));
    }

    [Fact]
    public async Task The_commander_lifts_the_pause_which_is_recorded_and_ends_nobodys_sign_in()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var li = await DeedStories.Guest(world, Role.Organizer, "li");
        for (var n = 0; n < 10; n++) Assert.False(await Try(world, "li", "wrong"));
        var id = await Li(world, p => p.Id);
        Assert.NotNull(await world.The<PeopleDesk>().LiftLockout(new Actor("o", "", Role.Officer, Street.StationId), id));
        Assert.Null(await world.The<PeopleDesk>().LiftLockout(Commander, id));
        await using (var db = await world.Db()) Assert.Equal("c", (await db.Access.AsNoTracking().SingleAsync(r => r.What == Deed.LockoutLifted, Cancel)).ActorId);
        Assert.True(await Try(world, "li", Password));
        world.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await li.Open("/account")).Code);
    }

    [Fact]
    public async Task An_address_has_sixty_wrong_tries_over_all_accounts_and_more_after_the_hour()
    {
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 1), ("WhistleNet:Limits:SignInPerHour", "4"));
        (await DeedStories.Guest(world, Role.Organizer, "li")).Dispose();
        for (var n = 0; n < 3; n++) Assert.False(await Try(world, "nobody" + n, "wrong"));
        Assert.True(await Try(world, "li", Password));
        Assert.False(await Try(world, "nobody", "wrong"));
        Assert.False(await Try(world, "li", Password));
        Assert.False(await Li(world, p => p.LockedOut));
        await world.Restart(after: TimeSpan.FromHours(1));
        Assert.True(await Try(world, "li", Password));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("known")]
    [InlineData("paused")]
    [InlineData("invited")]
    [InlineData("disabled")]
    [InlineData("passkey")]
    public async Task Whoever_is_asked_for_costs_one_look_at_a_password_and_one_record(string who)
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        if (who != "nobody") (await DeedStories.Guest(world, who == "passkey" ? Role.Officer : Role.Organizer, who)).Dispose();
        await using var scope = world.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using (var db = await world.Db())
        {
            if (who == "paused") await db.Users.ExecuteUpdateAsync(a => a.SetProperty(x => x.LockoutEnd, world.Time.GetUtcNow().AddHours(1)), Cancel);
            if (who == "invited") await db.Users.ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, (string?)null), Cancel);
            if (who == "disabled") await db.Users.ExecuteUpdateAsync(a => a.SetProperty(x => x.DisabledAt, world.Time.GetUtcNow()), Cancel);
        }
        var users = services.GetRequiredService<UserManager<Account>>();
        if (who == "passkey") await users.AddOrUpdatePasskeyAsync((await users.FindByNameAsync(who))!, new UserPasskeyInfo([9], [1], world.Time.GetUtcNow(), 1, [], true, false, false, [], []) { Name = "p" });
        var looks = new Looks(users.PasswordHasher);
        users.PasswordHasher = looks;
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services };
        Assert.Equal(Admission.Refused, (await services.GetRequiredService<SignInDesk>().ByPassword(who, "wrong")).Item1);
        Assert.Equal(1, looks.Count);
        await using var after = await world.Db();
        Assert.Equal(1, await after.Access.CountAsync(r => r.What == Deed.SignIn && r.Result == Result.Refused, Cancel));
    }

    private static async Task<bool> Try(World world, string user, string password)
    {
        using var person = new Guest(world);
        await person.Open("/sign-in");
        return (await person.Send("/sign-in", ("user", user), ("password", password))).Code == 302;
    }

    private static async Task<T> Li<T>(World world, Func<PersonLine, T> what) => what(Assert.Single(await world.The<PeopleBoard>().Of(Admin)));

    private sealed class Looks(IPasswordHasher<Account> real) : IPasswordHasher<Account>
    {
        public int Count { get; private set; }

        public string HashPassword(Account user, string password) => real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Count++;
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
