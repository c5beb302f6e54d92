using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.People;
using static WhistleNet.Log.DeedStories;

namespace WhistleNet.Log;

/// <summary>What people do to their accounts, and what is done to them.</summary>
internal static partial class Deeds
{
    private static readonly Dictionary<Deed, Func<World, Task>> OfAccounts = new()
    {
        [Deed.FirstAccount] = async world =>
        {
            var link = world.The<FirstLink>();
            await link.Make();
            var path = new Uri(link.Line(["http://[::]:5080"])!.Split('\t')[1]).PathAndQuery;
            using var person = new Guest(world);
            await person.Open(path);
            Assert.Equal(302, (await person.Send("/first", ("code", path.Split('=')[1]), ("name", "王"), ("user", "wang"), ("password", Password))).Code);
        },
        [Deed.PersonInvited] = async world => await Invite(world, Role.Organizer, "invited"),
        [Deed.InviteAccepted] = async world => (await Guest(world, Role.Organizer, "accepts")).Dispose(),
        [Deed.SignIn] = async world =>
        {
            (await Guest(world, Role.Organizer, "comes")).Dispose();
            using var again = new Guest(world);
            await again.Open("/sign-in");
            Assert.Equal("/circles", (await again.Send("/sign-in", ("user", "comes"), ("password", Password))).Sent);
        },
        [Deed.SignOut] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "leaves");
            await person.Open("/sign-out");
            Assert.Equal(302, (await person.Send("/sign-out")).Code);
        },
        [Deed.SignInEnded] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "twice");
            using var elsewhere = new Guest(world);
            await elsewhere.Open("/sign-in");
            await elsewhere.Send("/sign-in", ("user", "twice"), ("password", Password));
            var page = await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/sign-ins/end", ("id", page.Text.Split("name=\"id\" value=\"")[1].Split('"')[0]))).Sent, StringComparison.Ordinal);
        },
        [Deed.Proved] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "proves");
            await person.Open("/prove");
            Assert.Equal("/account", (await person.Send("/prove", ("password", Password))).Sent);
        },
        [Deed.PasswordChanged] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "changes");
            await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/password", ("present", Password), ("password", "another tram bell rings at nine"))).Sent, StringComparison.Ordinal);
        },
        [Deed.PasskeyRemoved] = async world =>
        {
            using var person = await Guest(world, Role.Organizer, "removes");
            byte[] id = [1, 2, 3];
            await using (var scope = world.Services.CreateAsyncScope())
            {
                var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
                var account = (await users.FindByNameAsync("removes"))!;
                await users.AddOrUpdatePasskeyAsync(account, new UserPasskeyInfo(id, [1], world.Time.GetUtcNow(), 1, [], true, false, false, [], []) { Name = "p" });
            }
            await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/passkey/remove", ("id", Convert.ToBase64String(id)))).Sent, StringComparison.Ordinal);
        },
        [Deed.SecondFactorSet] = async world => (await Guest(world, Role.Officer, "sets", secondFactor: true)).Dispose(),
        [Deed.SecondFactorRenewed] = async world =>
        {
            using var person = await Guest(world, Role.Officer, "renews", secondFactor: true);
            await person.Open("/account");
            Assert.Equal(302, (await person.Send("/account/authenticator/renew")).Code);
        },
        [Deed.StationChosen] = async world =>
        {
            using var person = await Guest(world, Role.Admin, "chooses");
            await person.Open("/account");
            Assert.Contains("saved", (await person.Send("/account/station", ("station", Street.StationId))).Sent, StringComparison.Ordinal);
        },
        [Deed.LinkRenewed] = async world => Assert.NotNull((await world.The<PeopleDesk>().NewLink(Admin, await Invite(world, Role.Officer, "renewed"))).Link),
        [Deed.RolesChanged] = async world => Assert.Null(await world.The<PeopleDesk>().ChangeRoles(Admin, await Invite(world, Role.Officer, "promoted"), Role.DutyCommander)),
        [Deed.PersonDisabled] = async world => Assert.Null(await world.The<PeopleDesk>().Disable(Admin, await Invite(world, Role.Officer, "disabled"))),
        [Deed.PersonEnabled] = async world => Assert.Null(await world.The<PeopleDesk>().Enable(Admin, await Invite(world, Role.Officer, "enabled"))),
        [Deed.LockoutLifted] = async world => Assert.Null(await world.The<PeopleDesk>().LiftLockout(Admin, await Invite(world, Role.Officer, "lifted"))),
    };
}
