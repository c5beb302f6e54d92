using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What somebody means to do with a circle.</summary>
/// <param name="Circle">The one that is split or ends; of a move, where it was asked for.</param>
/// <param name="Into">Where the shops go, for a move or a merging.</param>
/// <param name="Name">Of the new one, for a split.</param>
public sealed record Regrouping(BulkKind What, string Circle, IReadOnlyCollection<string> ShopIds, string? Into = null, string? Name = null);

/// <summary>Changes circles by hand: their names, centre shops and leaders, and which shops are in them.</summary>
public sealed class CircleDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    private const int LongestName = 40;

    /// <summary>What would follow, or why it cannot be; nothing is stored.</summary>
    public async Task<Regrouped> Look(Actor by, string stationId, Regrouping meant)
    {
        if (!by.May(Act.ManageShops, stationId)) return Regrouped.No(RegroupRefusal.NotThere);
        await using var db = await databases.CreateDbContextAsync();
        return await WithCalm(db, stationId, Of(hall.Town, stationId, meant));
    }

    /// <summary>Nothing where it is done; else why not, and nothing is.</summary>
    public async Task<Text?> Do(Actor by, string stationId, Regrouping meant)
    {
        if (!by.May(Act.ManageShops, stationId)) return ProblemSay.Forbidden;
        await using var db = await databases.CreateDbContextAsync();
        var seen = await db.TownStamp();
        var (shops, circles) = (await db.Shops.AsNoTracking().Where(s => s.StationId == stationId).ToListAsync(), await db.Circles.Where(c => c.StationId == stationId).ToListAsync());
        var regrouped = Of(new Town(shops, circles, [], []), stationId, meant);
        await using var transaction = await db.Database.BeginTransactionAsync(); // what was read is not locked; whether it holds is asked again
        await db.Touch(Stamp.Town);
        if (await db.TownStamp() != seen + 1) return SetupSay.Meanwhile;
        regrouped = await WithCalm(db, stationId, regrouped);
        if (regrouped.Refused is { } why) return CircleSay.Of(why);
        await Write(db, by, stationId, meant, regrouped, circles);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await hall.Refresh();
        return null;
    }

    public Task<Text?> Rename(Actor by, string circleId, string? name) => Set(by, circleId, (circle, all) =>
    {
        if (NameOf(name) is not { } clean) return CircleSay.Of(RegroupRefusal.NameMissing);
        if (all.Exists(c => c.Id != circle.Id && c.MergedIntoId is null && c.Name == clean)) return CircleSay.NameTaken;
        circle.Name = clean;
        return null;
    }, c => c.Name);

    /// <param name="shopId">One of the circle's; none takes the mark away.</param>
    public Task<Text?> Centre(Actor by, string circleId, string? shopId) => Set(by, circleId, (circle, _) =>
    {
        if (!string.IsNullOrEmpty(shopId) && hall.Town.Shop(shopId)?.CircleId != circle.Id) return CircleSay.Of(RegroupRefusal.NotThere);
        circle.CentreShopId = string.IsNullOrEmpty(shopId) ? null : shopId;
        return null;
    }, c => hall.Town.Shop(c.CentreShopId)?.Name);

    public Task<Text?> Lead(Actor by, string circleId, string? leader) => Set(by, circleId, (circle, _) =>
    {
        circle.Leader = EnrolDesk.NameOf(leader);
        return null;
    }, c => c.Leader);

    internal static string? NameOf(string? name) => ShopFields.Clean(name ?? "") is { } clean ? clean[..Math.Min(clean.Length, LongestName)] : null;

    private async Task<Text?> Set(Actor by, string circleId, Func<Circle, List<Circle>, Text?> what, Func<Circle, string?> now)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Circles.SingleOrDefaultAsync(c => c.Id == circleId && c.MergedIntoId == null) is not { } circle || !by.May(Act.SeeCircles, circle.StationId)) return ProblemSay.NotFound;
        if (!by.May(Act.ManageShops, circle.StationId)) return ProblemSay.Forbidden;
        var name = circle.Name;
        if (what(circle, await db.Circles.AsNoTracking().Where(c => c.StationId == circle.StationId).ToListAsync()) is { } why) return why;
        if (!db.ChangeTracker.HasChanges()) return null;
        log.Note(db, by, Deed.CircleSaved, circle.Id, name, now(circle));
        await hall.Store(db, transaction, Stamp.Town);
        return null;
    }

    private static Regrouped Of(Town town, string stationId, Regrouping meant) => meant.What switch
    {
        BulkKind.Move => Regroup.Move(town, stationId, meant.ShopIds, meant.Into ?? ""),
        BulkKind.Split => Regroup.Split(town, stationId, meant.Circle, meant.ShopIds, NameOf(meant.Name)),
        _ => Regroup.Merge(town, stationId, meant.Circle, meant.Into ?? ""),
    };

    private static async Task<Regrouped> WithCalm(WhistleDb db, string stationId, Regrouped regrouped) =>
        regrouped.Refused is null && await db.IsBusy(stationId, [.. regrouped.Circles.Select(c => c.Id).OfType<string>()]) ? Regrouped.No(RegroupRefusal.Busy) : regrouped;

    private async Task Write(WhistleDb db, Actor by, string stationId, Regrouping meant, Regrouped regrouped, List<Circle> circles)
    {
        var from = circles.Find(c => c.Id == regrouped.Moves[0].CircleId)!;
        var made = regrouped.Into is null ? new Circle { Id = Ids.New(), StationId = stationId, AreaId = from.AreaId, Name = NameOf(meant.Name)!, Needed = from.Needed, NeededSilent = from.NeededSilent, Targets = from.Targets } : null;
        var into = made ?? circles.Find(c => c.Id == regrouped.Into)!;
        var (shops, swapped) = (new List<Swap<ShopState>>(), new List<Swap<CircleState>>());
        foreach (var shop in regrouped.Moves)
        {
            var before = ShopState.Of(shop);
            shop.CircleId = into.Id;
            shops.Add(new(before, ShopState.Of(shop)));
        }
        var moving = regrouped.Moves.Select(s => s.Id).ToList();
        await db.Shops.Where(s => moving.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.CircleId, into.Id));
        foreach (var circle in circles.Where(c => regrouped.Circles.Any(after => after.Id == c.Id && after.LosesCentre) || c.Id == regrouped.Merged))
        {
            var before = CircleState.Of(circle);
            if (regrouped.Moves.Any(s => s.Id == circle.CentreShopId)) circle.CentreShopId = null;
            if (circle.Id == regrouped.Merged) circle.MergedIntoId = into.Id;
            swapped.Add(new(before, CircleState.Of(circle)));
        }
        if (made is not null)
        {
            db.Circles.Add(made);
            swapped.Add(new(null, CircleState.Of(made)));
        }
        await db.Keep(stationId, meant.What, shops.Count, new Swaps(shops, swapped, [], []), time.GetUtcNow());
        log.Note(db, by, Deed.CirclesRegrouped, into.Id, into.Name, string.Create(CultureInfo.InvariantCulture, $"{meant.What} {shops.Count} {from.Name}"));
    }
}
