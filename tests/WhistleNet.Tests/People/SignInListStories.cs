using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Log;
using WhistleNet.Rounds;

namespace WhistleNet.People;

/// <summary>Where somebody is signed in, and how they leave there.</summary>
public sealed class SignInListStories
{
    private const string Password = "the tram bell rings at six";
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_browser_is_listed_and_the_one_that_is_ended_is_out_at_its_next_request()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var here = await DeedStories.Guest(world, Role.Organizer, "li");
        using var there = await Come(world);
        var page = await here.Open("/account");
        Assert.Equal(3, page.Text.Split("data-testid=\"one-sign-in\"").Length);
        Assert.Equal(2, page.Text.Split("data-testid=\"end-sign-in\"").Length); // this one is left by signing out
        var other = page.Text.Split("name=\"id\" value=\"")[1].Split('"')[0];
        Assert.Equal(200, (await there.Open("/account")).Code);
        await here.Open("/account");
        Assert.Equal(302, (await here.Send("/account/sign-ins/end", ("id", other))).Code);
        Assert.Equal(302, (await there.Open("/account")).Code);
        Assert.Equal(200, (await here.Open("/account")).Code);
        Assert.Equal(302, (await here.Send("/account/sign-ins/end", ("id", other))).Code); // once more is no matter
        await using var db = await world.Db();
        Assert.Equal(other, (await db.Access.AsNoTracking().SingleAsync(r => r.What == Deed.SignInEnded, Cancel)).ObjectId);
    }

    [Fact]
    public async Task Nobody_ends_the_sign_in_of_another()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var li = await DeedStories.Guest(world, Role.Organizer, "li");
        using var other = await DeedStories.Guest(world, Role.Admin, "other");
        await using (var db = await world.Db())
        {
            foreach (var id in await db.SignIns.Select(s => s.Id).ToListAsync(Cancel)) await world.The<SignIns>().End(Admin, id);
        }
        Assert.Equal(200, (await li.Open("/account")).Code);
    }

    [Fact]
    public async Task A_circuit_of_an_ended_sign_in_is_found_out_within_the_minute_and_keeps_its_place_when_the_cookie_is_renewed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var li = await DeedStories.Guest(world, Role.Organizer, "li");
        Assert.True(AccountSetup.Revalidation <= TimeSpan.FromSeconds(60)); // how often a circuit asks
        world.Time.Advance(AccountSetup.Revalidation * 2);
        Assert.Equal(200, (await li.Open("/account")).Code); // the stamp was asked for, and the cookie made anew
        await using var db = await world.Db();
        var row = await db.SignIns.AsNoTracking().SingleAsync(Cancel);
        var circuit = new ClaimsPrincipal(new ClaimsIdentity([new(SignIns.Claim, row.Id)], IdentityConstants.ApplicationScheme));
        Assert.True(await world.The<SignIns>().Stands(circuit));
        await world.The<SignIns>().End(Admin with { Id = row.AccountId }, row.Id);
        Assert.False(await world.The<SignIns>().Stands(circuit));
        Assert.Equal(302, (await li.Open("/account")).Code);
    }

    [Fact]
    public async Task Changing_the_password_or_leaving_everywhere_empties_the_list_but_for_who_is_here()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        using var here = await DeedStories.Guest(world, Role.Organizer, "li");
        using var there = await Come(world);
        await here.Open("/account");
        Assert.Contains("saved", (await here.Send("/account/password", ("present", Password), ("password", Password + " again"))).Sent, StringComparison.Ordinal);
        Assert.Equal(2, (await here.Open("/account")).Text.Split("data-testid=\"one-sign-in\"").Length);
        Assert.Equal(302, (await there.Open("/account")).Code);
        await here.Open("/account");
        Assert.Equal("/sign-in", (await here.Send("/sign-out", ("everywhere", "1"))).Sent);
        Assert.Equal(302, (await here.Open("/account")).Code);
        Assert.True(await world.The<Pruning>().Walk(Cancel));
        await using var db = await world.Db();
        Assert.Empty(await db.SignIns.ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_browser_that_stayed_away_as_long_as_its_cookie_is_pruned_and_one_that_came_is_not()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        (await DeedStories.Guest(world, Role.Organizer, "li")).Dispose();
        await using var db = await world.Db();
        await db.SignIns.ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, world.Time.GetUtcNow() - SignIns.Idle), Cancel);
        Assert.True(await world.The<Pruning>().Walk(Cancel));
        Assert.Single(await db.SignIns.AsNoTracking().ToListAsync(Cancel));
        await db.SignIns.ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, world.Time.GetUtcNow() - SignIns.Idle - TimeSpan.FromSeconds(1)), Cancel);
        Assert.True(await world.The<Pruning>().Walk(Cancel));
        Assert.Empty(await db.SignIns.AsNoTracking().ToListAsync(Cancel));
    }

    private static async Task<Guest> Come(World world)
    {
        var guest = new Guest(world);
        await guest.Open("/sign-in");
        Assert.Equal("/circles", (await guest.Send("/sign-in", ("user", "li"), ("password", Password))).Sent);
        return guest;
    }
}
