using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>An observer at the door, and the drill that is theirs.</summary>
public sealed record Watching(Observer Observer, Drill Drill);

/// <summary>Makes the links of observers, lets a phone in by one, and writes what they saw.</summary>
public sealed class ObserverDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, PhotoFolder photos, AccessLog log, TimeProvider time)
{
    /// <summary>So many observers a drill has at the most, lines an observer, and photos among them.</summary>
    public const int MostObservers = ObserverPost.Most, MostLines = 2_000, MostPhotos = 60;

    /// <summary>A link's code, shown once; null where that is not the actor's to give, or there are too many.</summary>
    /// <param name="shopId">The shop at which they will stand.</param>
    public async Task<string?> Invite(Actor by, string drillId, string? shopId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Observers.CountAsync(o => o.DrillId == drillId) >= MostObservers) return null;
        var observer = new Observer { Id = Ids.New(), DrillId = drillId, MadeAt = time.GetUtcNow(), MadeBy = by.Name, ShopId = hall.Town.Shop(shopId)?.Id };
        db.Observers.Add(observer);
        return await Give(db, by, observer);
    }

    /// <summary>The link of one whom the plan names, made now that it is given out; an older one that nobody opened is good no more.</summary>
    public async Task<string?> InviteNamed(Actor by, string drillId, string observerId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Observers.SingleOrDefaultAsync(o => o.Id == observerId && o.DrillId == drillId) is { } observer ? await Give(db, by, observer) : null;
    }

    private async Task<string?> Give(WhistleDb db, Actor by, Observer observer)
    {
        var drillId = observer.DrillId;
        if (await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == drillId) is not { } drill || !by.MayKnow(drill) || !by.May(Act.RunDrills, drill.StationId)) return null;
        var code = CodeWords.Write(RandomNumberGenerator.GetBytes(CodeWords.Bytes));
        if (!observer.MayObserve(drill, await IsReported(db, drillId), time.GetUtcNow()) || !observer.Invite(Tokens.Hash(code))) return null;
        log.Note(db, by, Deed.CodeMade, drillId, NameOf(drill));
        await db.SaveChangesAsync();
        return code;
    }

    // The auditor reads the log, and is not among those who know of a blind drill beforehand.
    private static string? NameOf(Drill drill) => drill.IsSecret ? null : drill.Title;

    /// <summary>Whom a link would let in; null where it is used, unknown, of another drill, or its drill is done.</summary>
    public async Task<Watching?> Look(string drillId, string? typed)
    {
        if (CodeWords.Read(typed) is not { } code) return null;
        await using var db = await databases.CreateDbContextAsync();
        var hash = Tokens.Hash(code);
        return await Good(db, drillId, await db.Observers.AsNoTracking().SingleOrDefaultAsync(o => o.DrillId == drillId && o.CodeHash == hash && o.JoinedAt == null));
    }

    /// <summary>Uses the link up; the phone's token, which is shown this once.</summary>
    public async Task<string?> Join(string drillId, string? typed, string name, HttpContext http)
    {
        if (await Look(drillId, typed) is not { } watching) return null;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (token, now) = (Tokens.New(), time.GetUtcNow());
        if (await db.Observers.SingleAsync(o => o.Id == watching.Observer.Id) is var observer && !observer.Join(name, Tokens.Hash(token), now)) return null;
        log.Note(db, new Actor(observer.Id, name, Role.None, watching.Drill.StationId).From(http), Deed.DeviceEnrolled, observer.Id, NameOf(watching.Drill));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return token;
    }

    /// <summary>Whose phone this is, in this drill; null where it is nobody's, or the drill is done.</summary>
    public async Task<Watching?> Who(string drillId, string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        await using var db = await databases.CreateDbContextAsync();
        var hash = Tokens.Hash(token);
        return await Good(db, drillId, await db.Observers.AsNoTracking().SingleOrDefaultAsync(o => o.TokenHash == hash));
    }

    /// <summary>Writes a line; the same once more changes nothing.</summary>
    /// <returns>False where this observer has written too much.</returns>
    public async Task<bool> Write(ObserverLine line, Photo? photo = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.ObserverLines.AnyAsync(l => l.ObserverId == line.ObserverId && l.Id == line.Id)) return true;
        if (await db.ObserverLines.CountAsync(l => l.ObserverId == line.ObserverId) >= MostLines) return false;
        if (photo is not null)
        {
            if (await db.ObserverLines.CountAsync(l => l.ObserverId == line.ObserverId && l.What == ObserverEntry.Photo) >= MostPhotos) return false;
            await photos.Keep(line.DrillId, line.Text!, photo);
        }
        db.ObserverLines.Add(line);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException broken) when (broken.InnerException is DbException taken && db.Dialect.IsTaken(taken))
        {
            // the same was sent twice at once
        }
        return true;
    }

    private async Task<Watching?> Good(WhistleDb db, string drillId, Observer? observer)
    {
        if (observer is null || observer.DrillId != drillId) return null;
        var drill = await db.Drills.AsNoTracking().SingleAsync(d => d.Id == drillId);
        return observer.MayObserve(drill, await IsReported(db, drillId), time.GetUtcNow()) ? new Watching(observer, drill) : null;
    }

    // A drill's report is done where there is one and none of it is owed.
    private static async Task<bool> IsReported(WhistleDb db, string drillId)
    {
        var states = await db.Reports.AsNoTracking().Where(r => r.DrillId == drillId).Select(r => r.State).ToListAsync();
        return states.Count > 0 && !states.Contains(Reports.ReportState.Owed);
    }
}
