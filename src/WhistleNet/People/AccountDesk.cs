using Microsoft.AspNetCore.Identity;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What a person chose to sign in with.</summary>
public sealed record Secret(string? Password, string? PasskeyJson)
{
    /// <summary>How somebody who has just chosen it is signed in.</summary>
    public string Method => PasskeyJson is null ? ActorClaims.ByPassword : ActorClaims.ByPasskey;

    public static Secret Of(IFormCollection form) => new(form["password"], form["credential"] is { Count: 1 } one && one[0] is { Length: > 0 } json ? json : null);
}

/// <summary>Makes accounts and gives them what they sign in with.</summary>
public sealed class AccountDesk(UserManager<Account> users, SignInManager<Account> signIn, FirstLink first, TownHall hall, AccessLog log, WhistleDb db)
{
    /// <summary>The first account of an installation: administrator and organizer, of the only station where there is one.</summary>
    public async Task<(Account? Made, string? Why)> MakeFirst(string code, string name, string userName, Secret secret)
    {
        if (Weak(secret, userName) is { } weak) return (null, weak);
        if (!first.Take(code)) return (null, FirstSay.Gone.ToString());
        var account = new Account { Id = Ids.New(), Name = name, UserName = userName, Roles = Role.Admin | Role.Organizer, StationId = hall.Town.Stations.Count == 1 ? hall.Town.Stations.Keys[0] : null };
        log.Note(db, account.AsActor().From(signIn.Context), Deed.FirstAccount, account.Id, account.Name);
        string? why;
        try
        {
            why = await Store(account, secret);
        }
        catch (NotRecorded)
        {
            first.Return(code);
            throw;
        }
        if (why is null)
        {
            await db.Touch(Stamp.Devices);
            await hall.Refresh();
            return (account, null);
        }
        first.Return(code);
        return (null, why);
    }

    /// <summary>The options for a browser that is to make a passkey.</summary>
    public Task<string> PasskeyOptions(string id, string userName, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = id, Name = userName, DisplayName = name });

    /// <summary>Why this cannot be what somebody signs in with; none where it can.</summary>
    public static string? Weak(Secret secret, string userName) =>
        secret.PasskeyJson is not null || PasswordAdvice.Of(secret.Password, userName) is var strength and not (Strength.TooShort or Strength.Guessable) ? null : PaperSay.Of(PasswordAdvice.Of(secret.Password, userName)).ToString();

    /// <summary>One more passkey for somebody who is signed in; why not, where it did not work.</summary>
    public async Task<Text?> AddPasskey(Actor by, Account account, string? json)
    {
        if (json is null || await Attest(account, json) is not { } passkey) return PaperSay.PasskeyFailed;
        log.Note(db, by, Deed.PasskeyAdded, account.Id, account.Name);
        return (await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded ? null : PaperSay.PasskeyFailed;
    }

    /// <summary>The passkey that a browser made for this account; null where it did not, or not in answer to our question.</summary>
    public async Task<UserPasskeyInfo?> Attest(Account account, string json) =>
        await Attest(json) is { UserEntity: { } whose, Passkey: { } passkey } && whose.Id == account.Id ? passkey : null;

    private async Task<string?> Store(Account account, Secret secret)
    {
        if (secret.PasskeyJson is not { } json) return Why(await users.CreateAsync(account, secret.Password!));
        if (await Attest(json) is not { UserEntity: { } whose, Passkey: { } passkey }) return PaperSay.PasskeyFailed.ToString();
        account.Id = whose.Id;
        return Why(await users.CreateAsync(account)) ?? Why(await users.AddOrUpdatePasskeyAsync(account, passkey));
    }

    private async Task<PasskeyAttestationResult?> Attest(string json)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(json) is { Succeeded: true } made ? made : null;
        }
        catch (InvalidOperationException)
        {
            return null; // the browser answers a question that was not asked, or not lately
        }
    }

    private static string? Why(IdentityResult result) => result.Succeeded ? null : string.Join(' ', result.Errors.Select(e => e.Description));
}
