using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>Keeps the list of where people are signed in, and ends what they no longer want: a cookie at its next request, a circuit within the minute.</summary>
public sealed class SignIns(IDbContextFactory<WhistleDb> databases, Presence presence, AccessLog access, TimeProvider time, ILogger<SignIns> log)
{
    /// <summary>The claim of a cookie that says which sign-in it is. Every cookie that is handed out has one.</summary>
    public const string Claim = "wn:sign-in";

    /// <summary>How long a browser may stay away: as long as its cookie.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>How long it holds that somebody proved who they are.</summary>
    public static readonly TimeSpan Proved = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1); // when it was last seen is written no more often
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>A cookie is about to be handed out: it gets its row, or the row that it has already where the same person's is renewed.</summary>
    public async Task Begin(CookieSigningInContext context)
    {
        var (http, principal) = (context.HttpContext, context.Principal!);
        var (who, stamp, now) = (principal.FindFirstValue(ActorClaims.Id)!, principal.FindFirstValue(StampClaim) ?? "", time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync();
        var row = http.User.FindFirstValue(Claim) is { } known ? await db.SignIns.SingleOrDefaultAsync(s => s.Id == known && s.AccountId == who) : null;
        if (row is null) db.Add(row = new SignIn { Id = Ids.New(), AccountId = who, Stamp = stamp, Since = now, SeenAt = now, ProvedAt = now, Browser = Whence.BrowserOf(http), Ip = Whence.IpOf(http) });
        else (row.Stamp, row.SeenAt) = (stamp, now);
        await db.SaveChangesAsync();
        principal.Identities.First().AddClaim(new(Claim, row.Id));
    }

    /// <summary>Whether this principal's sign-in was not ended; what is no person's stands by itself.</summary>
    public async Task<bool> Stands(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(Claim) is not { } id) return true;
        await using var db = await databases.CreateDbContextAsync();
        if (await db.SignIns.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } row) return false;
        if (time.GetUtcNow() - row.SeenAt >= Seldom) await Saw(db, id, principal.FindFirstValue(Whence.Ip));
        return true;
    }

    /// <summary>Where somebody is signed in now, the newest sign of life first.</summary>
    public async Task<IReadOnlyList<SignIn>> Of(Account account)
    {
        await using var db = await databases.CreateDbContextAsync();
        var since = time.GetUtcNow() - Idle;
        return await db.SignIns.AsNoTracking().Where(s => s.AccountId == account.Id && s.Stamp == account.SecurityStamp && s.SeenAt > since).OrderByDescending(s => s.SeenAt).ToListAsync();
    }

    /// <summary>Ends one of somebody's own; one that is not there, or not theirs, is no matter.</summary>
    public async Task End(Actor by, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.SignIns.SingleOrDefaultAsync(s => s.Id == id && s.AccountId == by.Id) is not { } row) return;
        db.Remove(row);
        access.Note(db, by, Deed.SignInEnded, row.Id, row.Browser, row.Ip);
        await db.SaveChangesAsync();
        presence.End(by.Id); // whoever still is somebody comes back at once
    }

    /// <summary>Whether somebody proved here within the last minutes who they are. A cookie without a sign-in is never handed out: only the demo puts one under its panes.</summary>
    public async Task<bool> HasProved(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(Claim) is not { } id) return true;
        var since = time.GetUtcNow() - Proved;
        await using var db = await databases.CreateDbContextAsync();
        return await db.SignIns.AnyAsync(s => s.Id == id && s.ProvedAt > since);
    }

    public async Task Prove(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(Claim) is not { } id) return;
        await using var db = await databases.CreateDbContextAsync();
        await db.SignIns.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, time.GetUtcNow()));
    }

    /// <summary>Its person signs out.</summary>
    public async Task Leave(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(Claim) is not { } id) return;
        await using var db = await databases.CreateDbContextAsync();
        await db.SignIns.Where(s => s.Id == id).ExecuteDeleteAsync();
    }

    // A full disk must keep nobody from an alert.
    private async Task Saw(WhistleDb db, string id, string? ip)
    {
        try
        {
            await db.SignIns.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, time.GetUtcNow()).SetProperty(x => x.Ip, x => ip ?? x.Ip));
        }
        catch (DbException broken)
        {
            log.LogWarning("A sign-in could not be seen again: {Why}", broken.Message);
        }
    }
}
