using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>What came of a word to the shops: nothing wrong, or why not; and how long to wait where there were too many.</summary>
public sealed record WordSaid(Text? Problem, TimeSpan? Wait = null, string? Id = null);

/// <summary>Says a word to the shops, or thanks. Nothing of it rings, is pushed, or passes the way of an alert.</summary>
public sealed class BulletinDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    /// <param name="circleIds">The circles that it is for; none for all of the station.</param>
    public async Task<WordSaid> Say(Actor by, string? text, IReadOnlyCollection<string> circleIds)
    {
        if (by.StationId is not { } station || !by.May(Act.SayToShops, station)) return new(ProblemSay.Forbidden);
        if (FreeText.Cut(text) is not { } words) return new(BulletinSay.TextMissing);
        if (circleIds.Any(id => hall.Town.Circles.GetValueOrDefault(id)?.StationId != station)) return new(BulletinSay.CircleMissing);
        return await Send(by, new Bulletin { Id = Ids.New(), StationId = station, Kind = BulletinKind.Word, Text = words, At = time.GetUtcNow(), ById = by.Id, By = by.Name, Circles = circleIds.Count == 0 ? null : string.Join(' ', circleIds.Distinct()) });
    }

    /// <summary>Thanks those who came to a real alert or a drill that is over, and the shop that whistled. A second time changes nothing.</summary>
    public async Task<WordSaid> Thank(Actor by, string alertId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == alertId) is not { State: AlertState.Closed, Mode: not Mode.Test } alert || !by.May(Act.SayToShops, alert.StationId)) return new(ProblemSay.Forbidden);
        if (await db.Bulletins.AnyAsync(b => b.Id == alertId)) return new(null, Id: alertId);
        var came = await db.Notices.AsNoTracking().Where(n => n.AlertId == alertId && n.To == To.Shop && n.ShopId != null && (n.Answer == Reply.Coming || n.Answer == Reply.Arrived || n.Answer == Reply.Withdrawn)).Select(n => n.ShopId!).Distinct().ToListAsync();
        if (came.Count == 0) return new(BulletinSay.NobodyCame);
        return await Send(by, new Bulletin { Id = alertId, StationId = alert.StationId, Kind = BulletinKind.Thanks, At = time.GetUtcNow(), ById = by.Id, By = by.Name, Shops = string.Join(' ', came.Append(alert.ShopId).Distinct()), AlertId = alertId, Text = BulletinSay.ThanksFor(alert.Mode) });
    }

    /// <summary>A shop has read it; the first time counts.</summary>
    /// <returns>False where it is not for that shop, or not there.</returns>
    public async Task<bool> Read(Actor by, string? id)
    {
        if (hall.Town.Shop(by.ShopId) is not { } shop || !by.IsShop || id is null) return false;
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Bulletins.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is not { } said || !said.IsFor(shop)) return false;
        if (await db.BulletinReads.AnyAsync(r => r.BulletinId == id && r.ShopId == shop.Id)) return true;
        db.BulletinReads.Add(new BulletinRead { BulletinId = id, ShopId = shop.Id, At = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException twice) when (twice.InnerException is DbException taken && db.Dialect.IsTaken(taken))
        {
            // another device of the shop said so at this moment
        }
        return true;
    }

    private async Task<WordSaid> Send(Actor by, Bulletin bulletin)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(); // two who send at once are counted one after the other
        await db.Touch(Stamp.Bulletins);
        var hour = now.AddHours(-1);
        var sent = await db.Bulletins.Where(b => b.StationId == bulletin.StationId && b.At > hour).Select(b => b.At).ToListAsync();
        if (Bulletin.Wait(sent, now) is { } wait) return new(BulletinSay.TooMany(wait), wait);
        db.Bulletins.Add(bulletin);
        log.Note(db, by, Deed.BulletinSent, bulletin.Id, bulletin.Kind.Word(), bulletin.AlertId);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return new(null, Id: bulletin.Id);
    }
}
