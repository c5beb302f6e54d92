using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Days on which a shop, or a station's shops, keep other hours; "closed today" in one tap, and its undo.</summary>
public sealed class DayDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, AccessLog log, TimeProvider time)
{
    public const int MostOfShop = 60;
    public const int MostOfStation = 200;
    private static readonly OpeningHours Always = OpeningHours.TryParse("00:00-24:00")!;

    /// <summary>Writes one down; the same days again change what they say. Nothing where it is done, or why not.</summary>
    public async Task<Text?> Add(Actor who, string stationId, string? shopId, DayTyped typed)
    {
        var shop = hall.Town.Shop(shopId);
        if (shopId is not null && shop?.StationId != stationId) return ProblemSay.NotFound;
        if (!May(who, stationId, shopId)) return ProblemSay.Forbidden;
        var today = calling.DayAt(stationId, time.GetUtcNow());
        if (typed.Read(stationId, shopId, today, out var wrong) is not { } day) return wrong;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var all = await db.SpecialDays.Where(d => d.StationId == stationId && d.ShopId == shopId).ToListAsync();
        var same = all.Where(d => d.From == day.From && d.Until == day.Until && d.Yearly == day.Yearly).ToList();
        var most = shopId is null ? MostOfStation : MostOfShop;
        if (all.Count(d => d.IsAhead(today)) - same.Count >= most) return shopId is null ? DaySay.FullStation : DaySay.Full;
        db.SpecialDays.RemoveRange(same);
        db.SpecialDays.Add(day);
        await Keep(db, transaction, who, shopId ?? stationId, shop?.Name ?? NameOf(stationId), day);
        return null;
    }

    /// <summary>Takes one away; a repeat finds nothing to do.</summary>
    public async Task<Text?> Remove(Actor who, string dayId)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.SpecialDays.SingleOrDefaultAsync(d => d.Id == dayId) is not { } day) return null;
        if (!May(who, day.StationId, day.ShopId)) return ProblemSay.Forbidden;
        db.SpecialDays.Remove(day);
        await Keep(db, transaction, who, day.ShopId ?? day.StationId, hall.Town.Shop(day.ShopId)?.Name ?? NameOf(day.StationId), day);
        return null;
    }

    /// <summary>Closes a shop for what is left of its day, or opens it as on an ordinary one. Nothing where it is so, or why not.</summary>
    public async Task<Text?> Today(Actor who, string shopId, bool closed)
    {
        if (hall.Town.Shop(shopId) is not { } shop || !hall.Town.Stations.ContainsKey(shop.StationId)) return ProblemSay.NotFound;
        if (!who.MayFor(Act.CloseToday, shop.Id) && !May(who, shop.StationId, shop.Id)) return ProblemSay.Forbidden;
        var local = calling.TimeAt(shop.StationId, time.GetUtcNow());
        var today = DateOnly.FromDateTime(local);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var own = await db.SpecialDays.Where(d => d.ShopId == shop.Id).ToListAsync();
        ShopCalendar Calendar() => new([.. own, .. hall.Calendar.OfStation(shop.StationId)]);
        void Put(DateOnly day, OpeningHours? hours) => db.SpecialDays.Add(new SpecialDay { Id = Ids.New(), StationId = shop.StationId, ShopId = shop.Id, From = day, Until = day, Hours = hours });

        if (closed)
        {
            foreach (var day in Calendar().Today(shop, local).Where(d => Calendar().On(shop, d) is not { IsClosed: true })) Put(day, null);
        }
        else
        {
            var taps = Calendar().ClosedNow(shop, local).ToList();
            db.SpecialDays.RemoveRange(taps);
            own.RemoveAll(taps.Contains);
            if (Calendar().On(shop, today) is { IsClosed: true }) Put(today, shop.Hours ?? Always); // a holiday, and they open all the same
        }
        if (!db.ChangeTracker.HasChanges()) return null;
        await Keep(db, transaction, who, shop.Id, shop.Name, (closed ? DaySay.CloseToday : DaySay.OpenToday).Zh);
        return null;
    }

    private static bool May(Actor who, string stationId, string? shopId) => who.May(Act.ManageHours, stationId) || shopId is not null && who.MayFor(Act.ManageHours, shopId);

    private string NameOf(string stationId) => hall.Town.Stations.GetValueOrDefault(stationId)?.Name ?? "";

    private Task Keep(WhistleDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Actor who, string id, string name, SpecialDay day) =>
        Keep(db, transaction, who, id, name, string.Create(CultureInfo.InvariantCulture, $"{DaySay.Dates(day)} {day.Hours?.ToString() ?? "closed"}"));

    private async Task Keep(WhistleDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Actor who, string id, string name, string what)
    {
        log.Note(db, who, Deed.HoursSaved, id, name, what);
        await hall.Store(db, transaction, Stamp.Days);
    }
}
