using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>Who is to be invited.</summary>
public sealed record Invitation(string? Name, string? UserName, Role Roles, string? ShopId = null);

/// <summary>An invited person, and the path of the link that is theirs.</summary>
public sealed record Invited(string AccountId, string Name, string Path);

/// <summary>
/// Invites people and changes what they may do. Every change ends the person's other sign-ins: the stamp moves for cookies and
/// circuits, and open lines are cut at once.
/// </summary>
public sealed class PeopleDesk(IServiceScopeFactory scopes, IDbContextFactory<WhistleDb> databases, TownHall hall, Presence presence, Tries tries, AccessLog log, TimeProvider time)
{
    public static bool MaySee(Actor by, Account account) => by.May(Act.ManagePeople, account.StationId ?? by.StationId ?? "");

    public async Task<(Invited? Link, Text? Why)> Invite(Actor by, Invitation asked)
    {
        var (name, userName) = (EnrolDesk.NameOf(asked.Name), EnrolDesk.NameOf(asked.UserName) ?? EnrolDesk.NameOf(asked.Name));
        var shop = hall.Town.Shop(asked.ShopId);
        var stationId = shop?.StationId ?? by.StationId;
        if (name is null || userName is null) return (null, PaperSay.NameMissing);
        if (asked.Roles == Role.None) return (null, PeopleSay.NoRole);
        if (!asked.Roles.MayBeOnePersons()) return (null, PeopleSay.AuditorAlone);
        if (asked.Roles.AreOfShop() != (shop is not null)) return (null, PeopleSay.ShopMissing);
        if (stationId is null) return (null, PeopleSay.NoStation);
        if (!by.May(Act.ManagePeople, stationId) || !by.MayGive(asked.Roles)) return (null, ProblemSay.Forbidden);
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { Id = Ids.New(), Name = name, UserName = userName, Roles = asked.Roles, StationId = stationId, ShopId = shop?.Id };
        Note(scope, by, Deed.PersonInvited, account);
        if (await users.CreateAsync(account) is { Succeeded: false } refused) return (null, Words(refused));
        await Announce();
        return (new Invited(account.Id, name, await scope.ServiceProvider.GetRequiredService<Invites>().Path(account)), null);
    }

    /// <summary>Another link for somebody who lost theirs, or their telephone; the one before ends.</summary>
    public async Task<(Invited? Link, Text? Why)> NewLink(Actor by, string id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByIdAsync(id) is not { } account || !MayChange(by, account)) return (null, ProblemSay.Forbidden);
        Note(scope, by, Deed.LinkRenewed, account);
        await users.UpdateSecurityStampAsync(account);
        return (new Invited(account.Id, account.Name, await scope.ServiceProvider.GetRequiredService<Invites>().Path(account)), null);
    }

    public Task<Text?> ChangeRoles(Actor by, string id, Role roles) => Change(by, id, Deed.RolesChanged, account =>
    {
        if (roles == Role.None) return PeopleSay.NoRole;
        if (!by.MayGive(roles) || !by.MayGive(account.Roles)) return ProblemSay.Forbidden;
        if (!roles.MayBeOnePersons()) return PeopleSay.AuditorAlone;
        if (roles.AreOfShop() != (account.ShopId is not null)) return PeopleSay.ShopMissing;
        account.Roles = roles;
        return null;
    }, reason: roles.ToString());

    public Task<Text?> Disable(Actor by, string id) => Change(by, id, Deed.PersonDisabled, account =>
    {
        account.DisabledAt = time.GetUtcNow();
        return null;
    });

    public Task<Text?> Enable(Actor by, string id) => Change(by, id, Deed.PersonEnabled, account =>
    {
        account.DisabledAt = null;
        return null;
    });

    /// <summary>Lets somebody try again at once. Where they are signed in already they stay so.</summary>
    public async Task<Text?> LiftLockout(Actor by, string id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByIdAsync(id) is not { } account || !MayChange(by, account)) return ProblemSay.Forbidden;
        if (account.Id == by.Id) return PeopleSay.NotYourself;
        account.LockoutEnd = null;
        Note(scope, by, Deed.LockoutLifted, account);
        if (await users.UpdateAsync(account) is { Succeeded: false } refused) return Words(refused);
        tries.Lift(account.Id);
        return null;
    }

    private async Task<Text?> Change(Actor by, string id, Deed what, Func<Account, Text?> change, string? reason = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByIdAsync(id) is not { } account || !MayChange(by, account)) return ProblemSay.Forbidden;
        if (account.Id == by.Id) return PeopleSay.NotYourself; // so that somebody is always left who can undo it
        if (change(account) is { } why) return why;
        Note(scope, by, what, account, reason);
        if (await users.UpdateSecurityStampAsync(account) is { Succeeded: false } refused) return Words(refused); // saves the rest as well
        await Announce();
        presence.End(account.Id);
        return null;
    }

    private void Note(AsyncServiceScope scope, Actor by, Deed what, Account account, string? reason = null) =>
        log.Note(scope.ServiceProvider.GetRequiredService<WhistleDb>(), by, what, account.Id, account.Name, reason); // saved with the account, by the same context

    private static bool MayChange(Actor by, Account account) => MaySee(by, account) && by.MayGive(account.Roles);

    // Officers stand in the roster: a rung may call them, and the clocks must know.
    private async Task Announce()
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Touch(Stamp.Devices);
        await hall.Refresh();
    }

    private static Text Words(IdentityResult refused)
    {
        var words = string.Join(' ', refused.Errors.Select(e => e.Description));
        return new(words, words);
    }
}
