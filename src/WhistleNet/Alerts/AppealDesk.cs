using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>What a shop may appeal against: how its alert was judged, or that this device is restricted.</summary>
/// <param name="Outcome">How the alert was judged; none for a restriction.</param>
/// <param name="Appeal">What was said against it already.</param>
public sealed record Appealable(string? AlertId, string? DeviceId, DateTimeOffset At, Outcome? Outcome, string? Why, DateTimeOffset? Until, Appeal? Appeal)
{
    public string About => AlertId ?? DeviceId!;
}

/// <summary>Takes a shop's appeals and what the station says to them, and keeps who was coached after a false alarm. Each verb answers nothing where it is done, or why not.</summary>
public sealed class AppealDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AppealWatch watch, AccessLog log, TimeProvider time)
{
    /// <summary>What this shop may appeal against now, newest first: false alarms of the last 30 days, and a restriction of the device that asks.</summary>
    public async Task<IReadOnlyList<Appealable>> Open(Actor who)
    {
        if (who.ShopId is not { } shopId || !who.MayFor(Act.Appeal, shopId)) return [];
        var now = time.GetUtcNow();
        var since = now - Appeal.Within;
        await using var db = await databases.CreateDbContextAsync();
        var appeals = await db.Appeals.AsNoTracking().Where(a => a.ShopId == shopId).ToListAsync();
        var judged = await db.Alerts.AsNoTracking().Where(a => a.ShopId == shopId && a.Mode == Mode.Real && a.State == AlertState.Closed && a.ClosedAt > since && a.Outcome != null && Tallies.Of(Tally.False).Contains(a.Outcome.Value))
            .Select(a => new { a.Id, At = a.ClosedAt!.Value, a.Outcome }).ToListAsync();
        List<Appealable> open = [.. judged.Select(a => new Appealable(a.Id, null, a.At, a.Outcome, null, null, appeals.Find(x => x.AlertId == a.Id)))];
        if (hall.Roster.ById(who.Id) is { RestrictedAt: { } at } device && device.IsRestricted(now))
            open.Add(new Appealable(null, device.Id, at, null, device.RestrictedWhy, device.RestrictedUntil, appeals.FindLast(x => x.DeviceId == device.Id && x.At >= at)));
        return [.. open.OrderByDescending(a => a.At)];
    }

    public async Task<Text?> Make(Actor who, string about, string? text)
    {
        if ((await Open(who)).FirstOrDefault(a => a.About == about) is not { } against) return ProblemSay.NotFound;
        if (against.Appeal is not null) return null; // a repeat is harmless: the first words stand
        if (FreeText.Cut(text) is not { } words) return AppealSay.TextMissing;
        await using var db = await databases.CreateDbContextAsync();
        var shop = hall.Town.Shop(who.ShopId)!;
        var appeal = new Appeal { Id = Ids.New(), StationId = shop.StationId, ShopId = shop.Id, AlertId = against.AlertId, DeviceId = against.DeviceId, At = time.GetUtcNow(), ById = who.Id, By = who.Name, Text = words };
        db.Appeals.Add(appeal);
        log.Note(db, who, Deed.AppealMade, about, shop.Name);
        if (await IsFirst(db)) await watch.Look();
        return null;
    }

    public async Task<Text?> Answer(Actor by, string id, bool granted, string? text)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Appeals.SingleOrDefaultAsync(a => a.Id == id) is not { } appeal || !by.May(Act.SeeFalseAlarms, appeal.StationId)) return ProblemSay.NotFound;
        if (!by.May(Act.AnswerAppeals, appeal.StationId)) return ProblemSay.Forbidden;
        if (!appeal.IsOpen) return AppealSay.Answered;
        if (!appeal.Decide(granted, FreeText.Cut(text), by, time.GetUtcNow())) return AppealSay.AnswerMissing;
        log.Note(db, by, Deed.AppealAnswered, appeal.AlertId ?? appeal.DeviceId, hall.Town.Shop(appeal.ShopId)?.Name, granted ? "granted" : "rejected");
        await db.SaveChangesAsync();
        await watch.Look();
        return null;
    }

    /// <summary>Writes down that the shop was talked with about its false alarm.</summary>
    public async Task<Text?> Coach(Actor by, string alertId, string? text)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == alertId && a.Mode == Mode.Real) is not { } alert || !by.May(Act.SeeFalseAlarms, alert.StationId)) return ProblemSay.NotFound;
        if (!by.May(Act.Coach, alert.StationId)) return ProblemSay.Forbidden;
        if (alert.Outcome is not { } outcome || !Tallies.Of(Tally.False).Contains(outcome)) return AppealSay.NotFalse;
        if (await db.Coachings.AnyAsync(c => c.AlertId == alertId)) return null;
        db.Coachings.Add(new Coaching { AlertId = alertId, StationId = alert.StationId, ShopId = alert.ShopId, At = time.GetUtcNow(), ById = by.Id, By = by.Name, Text = FreeText.Cut(text) });
        log.Note(db, by, Deed.ShopCoached, alertId, hall.Town.Shop(alert.ShopId)?.Name);
        await IsFirst(db);
        return null;
    }

    // Two hands at once: the first words stand, as they do for a repeat.
    private static async Task<bool> IsFirst(WhistleDb db)
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
