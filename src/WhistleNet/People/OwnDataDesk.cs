using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What stands in one table of somebody.</summary>
public sealed record Held(Trace Of, int Rows);

/// <summary>What became of it: rows that went or lost the name, and rows that are left.</summary>
public sealed record Forgotten(Trace Of, int Done, int Left);

/// <summary>A person's own data: seen, taken along, corrected, deleted. Nobody sees another's here.</summary>
public sealed class OwnDataDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, Presence presence, Timelines timelines, PhotoFolder photos, MemberDesk members, AccessLog log, TimeProvider time)
{
    /// <summary>An export has at most so many rows of one table, the newest of a busy officer; the page says how many there are.</summary>
    public const int MostRows = 5_000;

    /// <summary>Whose data this is; none where nobody is there.</summary>
    public async Task<Whose?> Of(Actor who)
    {
        if (hall.Roster.ById(who.Id) is { Kind: DeviceKind.Shop, IsRevoked: false } device) return new Whose(device.Id, device.Name, device.StationId, device.ShopId);
        await using var db = await databases.CreateDbContextAsync();
        return await db.Users.AsNoTracking().Where(a => a.Id == who.Id && a.DisabledAt == null).Select(a => new Whose(a.Id, a.Name, a.StationId, a.ShopId)).SingleOrDefaultAsync();
    }

    public async Task<IReadOnlyList<Held>> See(Whose whose)
    {
        await using var db = await databases.CreateDbContextAsync();
        var held = new List<Held>();
        foreach (var trace in Traces.All) held.Add(new Held(trace, await trace.Count(db, whose, default)));
        return held;
    }

    /// <summary>All of it, by table, as it stands.</summary>
    public async Task<IReadOnlyDictionary<string, object>> Export(Actor who, Whose whose)
    {
        await log.Write(who, Deed.DataExported, whose.Id);
        await using var db = await databases.CreateDbContextAsync();
        var all = new Dictionary<string, object> { ["exportedAt"] = News.Time(time.GetUtcNow()) };
        foreach (var trace in Traces.All) all[char.ToLowerInvariant(trace.Table[0]) + trace.Table[1..]] = await trace.Rows(db, whose, MostRows, default);
        return all;
    }

    /// <summary>From now on they are called so, on the duty roster, in the register of members and as keeper of gear too; what was said before was said by who they were called then.</summary>
    public async Task<Text?> Rename(Actor who, Whose whose, string? typed)
    {
        if (EnrolDesk.NameOf(typed) is not { } name) return PaperSay.NameMissing;
        if (name == whose.Name) return null;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Devices.Where(d => d.Id == whose.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Name, name));
        await db.Users.Where(a => a.Id == whose.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Name, name));
        log.Note(db, who, Deed.DataCorrected, whose.Id, name);
        foreach (var member in await whose.Members(db).ToListAsync())
        {
            member.Name = name;
            log.Note(db, who, Deed.MemberSaved, member.Id, name);
        }
        await Follow(db, whose, name);
        await db.Touch(Stamp.Duty);
        await hall.Store(db, transaction, Stamp.Devices);
        return null;
    }

    /// <summary>Why somebody cannot be forgotten now; none where they can.</summary>
    public async Task<Text?> MayNot(Actor who, Whose whose)
    {
        if (!who.IsShop) return OwnDataSay.StationsOwn;
        if (hall.Ledger.OfShop[whose.ShopId ?? ""].Any(g => g.OutTo == whose.Name)) return OwnDataSay.GearOut; // or nobody would know who has it
        await using var db = await databases.CreateDbContextAsync();
        return await db.Alerts.AnyAsync(a => a.State != AlertState.Closed && (a.ShopId == who.ShopId || db.Notices.Any(n => n.AlertId == a.Id && n.ShopId == who.ShopId)))
            || await db.Drills.AnyAsync(d => d.State == DrillState.Running && db.DrillLines.Any(l => l.DrillId == d.Id && l.WhoId == who.Id)) ? OwnDataSay.NotWhileOpen : null;
    }

    /// <summary>
    /// Takes a shop's person out: their device is revoked or their account goes, name and words leave every table; what happened stays, without them. In one transaction with the record
    /// of it, which names nobody.
    /// </summary>
    public async Task<(IReadOnlyList<Forgotten> Done, Text? Why)> Forget(Actor who, Whose whose)
    {
        if (await MayNot(who, whose) is { } why) return ([], why);
        await using var db = await databases.CreateDbContextAsync();
        var pictures = await db.GearLines.AsNoTracking().Where(l => l.WhoId == whose.Id && l.Photo != null).Select(l => new { l.GearId, l.Photo }).ToListAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Devices.Where(d => d.Id == whose.Id && d.RevokedAt == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.RevokedAt, time.GetUtcNow()));
        await db.Set<IdentityUserToken<string>>().Where(t => t.UserId == whose.Id).ExecuteDeleteAsync();
        await db.Set<IdentityUserClaim<string>>().Where(c => c.UserId == whose.Id).ExecuteDeleteAsync();
        await whose.Members(db).Where(m => m.LeftAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.LeftAt, time.GetUtcNow()));
        if (whose is { ShopId: { } shop, StationId: { } station }) await members.Reckon(db, shop, station); // whose training counts no more
        var done = new List<Forgotten>();
        foreach (var trace in Traces.All.Reverse()) // the account last: what hangs on it goes before
        {
            var rows = await trace.Forget(db, whose, default);
            done.Add(new Forgotten(trace, rows, await trace.Count(db, whose, default)));
        }
        log.Note(db, who with { Name = "", Device = null, Ip = null }, Deed.DataForgotten, whose.Id);
        await db.SaveChangesAsync();
        foreach (var stamp in new[] { Stamp.Devices, Stamp.Town, Stamp.Duty, Stamp.Gear }) await db.Touch(stamp);
        await transaction.CommitAsync();
        foreach (var picture in pictures) photos.Forget(picture.GearId, picture.Photo!);
        timelines.Forget();
        await hall.Refresh();
        presence.End(whose.Id);
        done.Reverse();
        return (done, null);
    }

    // What knows a person by their name alone goes with it: who has the gear would not be found by it any more, nor, one day, what they ask to be deleted.
    private static async Task Follow(WhistleDb db, Whose whose, string name)
    {
        var inShop = db.Gear.Where(g => g.ShopId == whose.ShopId);
        var kept = await inShop.Where(g => g.Keeper == whose.Name).ExecuteUpdateAsync(g => g.SetProperty(x => x.Keeper, name));
        var had = await inShop.Where(g => g.OutTo == whose.Name).ExecuteUpdateAsync(g => g.SetProperty(x => x.OutTo, name));
        await db.GearLines.Where(l => l.To == whose.Name && inShop.Any(g => g.Id == l.GearId)).ExecuteUpdateAsync(l => l.SetProperty(x => x.To, name));
        var led = await db.Circles.Where(c => c.Leader == whose.Name && db.Shops.Any(s => s.Id == whose.ShopId && s.CircleId == c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Leader, name));
        if (kept + had > 0) await db.Touch(Stamp.Gear);
        if (led > 0) await db.Touch(Stamp.Town);
    }
}
