using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Which items of the ledger are wanted.</summary>
public enum ShowGear { All, Due, Over, Faulty, Out, Scrapped }

/// <summary>A question for the ledger.</summary>
/// <param name="Search">Words that must all stand in serial, shop or circle.</param>
/// <param name="ByName">Whether keeper and holder count as well: for whom the names were opened.</param>
public sealed record GearQuery(string? Search = null, GearKind? Kind = null, string? CircleId = null, string? ShopId = null, ShowGear Show = ShowGear.All, bool ByName = false)
{
    public bool Shows(GearNow now) => (Kind is null || now.Item.Kind == Kind) && (CircleId is null || now.Shop?.CircleId == CircleId) && (ShopId is null || now.Item.ShopId == ShopId) && Show switch
    {
        ShowGear.Scrapped => now.Item.IsScrapped,
        _ when now.Item.IsScrapped => false,
        ShowGear.Due => now.Due != GearDue.Later,
        ShowGear.Over => now.Due == GearDue.Over,
        ShowGear.Faulty => now.Item.State == GearState.Faulty,
        ShowGear.Out => now.Item.State == GearState.Out,
        _ => true,
    };
}

/// <summary>An item as it stands today.</summary>
public sealed record GearNow(Gear Item, Shop? Shop, string Circle, GearTrouble? Trouble, GearDue Due);

/// <summary>Something that gear may be handed out for now. It always says its mode.</summary>
public sealed record OpenOccasion(string Id, Mode Mode, string Name, DateTimeOffset Since);

/// <summary>Answers questions about gear, out of the ledger in memory; the history of one item out of the database.</summary>
public sealed class GearBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, TimeProvider time)
{
    /// <summary>What is over first, then by what is due next.</summary>
    public IReadOnlyList<GearNow> Find(string stationId, GearQuery query)
    {
        var today = Today(stationId);
        var words = query.Search?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return [.. hall.Ledger.OfStation(stationId).Select(g => Now(g, today)).Where(query.Shows).Where(n => Array.TrueForAll(words, w => Has(n, w, query.ByName)))
            .OrderBy(n => n.Trouble is null or GearTrouble.Out or GearTrouble.Scrapped).ThenBy(n => n.Item.DueOn ?? DateOnly.MinValue).ThenBy(n => n.Item.Serial, StringComparer.Ordinal)];
    }

    /// <summary>What whoever takes a shift over has to know: what is faulty, near or past its date, or handed out and not back.</summary>
    public IReadOnlyList<GearNow> ToLookAt(string stationId) => [.. Find(stationId, new GearQuery()).Where(n => n.Due != GearDue.Later || n.Item.State is GearState.Faulty or GearState.Out)];

    /// <summary>When somebody last looked at the gear as a shift was handed over, who, and what they missed; none where nobody did yet. Names go with the log's.</summary>
    public async Task<(DateTimeOffset At, string? Who, string? Missing)?> LastLook(string stationId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Access.AsNoTracking().Where(r => r.What == Deed.GearLookedAt && r.ObjectId == stationId).OrderByDescending(r => r.At).FirstOrDefaultAsync() is { } last ? (last.At, last.Actor, last.Reason) : null;
    }

    /// <summary>What a person of a shop sees: what is in their own shop.</summary>
    public IReadOnlyList<GearNow> Mine(Actor who) => who.ShopId is { } shop && who.MayFor(Act.SeeGear, shop) && who.StationId is { } station ? Find(station, new GearQuery(ShopId: shop)) : [];

    /// <summary>One item; none where there is none, or where it is not theirs to see.</summary>
    public GearNow? One(Actor who, string id, string? stationId = null)
    {
        var item = (stationId ?? who.StationId) is { } station ? hall.Ledger.OfStation(station).FirstOrDefault(g => g.Id == id) : null;
        return item is not null && (who.May(Act.SeeGear, item.StationId) || who.MayFor(Act.SeeGear, item.ShopId)) ? Now(item, Today(item.StationId)) : null;
    }

    public async Task<IReadOnlyList<GearLine>> History(string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.GearLines.AsNoTracking().Where(l => l.GearId == id).OrderByDescending(l => l.Id).ToListAsync();
    }

    /// <summary>What gear may be handed out for: the station's open alerts and running drills; not a secret one, since whoever sees the item would know of it.</summary>
    public async Task<IReadOnlyList<OpenOccasion>> Occasions(Actor who)
    {
        if (who.StationId is not { } station || !who.May(Act.ManageGear, station)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var alerts = await db.Alerts.AsNoTracking().Where(a => a.StationId == station && a.Mode != Mode.Test && (a.State == AlertState.Raised || a.State == AlertState.Taken)).OrderByDescending(a => a.RaisedAt).ToListAsync();
        var drills = await db.Drills.AsNoTracking().Where(d => d.StationId == station && d.State == DrillState.Running).ToListAsync();
        return [.. alerts.Select(a => new OpenOccasion(a.Id, a.Mode, hall.Town.Shop(a.ShopId)?.Name ?? "", a.RaisedAt)), .. drills.Where(d => !d.IsSecret && who.MayKnow(d)).Select(d => new OpenOccasion(d.Id, Mode.Drill, d.Title, d.StartedAt!.Value))];
    }

    public DateOnly Today(string stationId) => calling.DayAt(stationId, time.GetUtcNow());

    private GearNow Now(Gear item, DateOnly today)
    {
        var shop = hall.Town.Shop(item.ShopId);
        return new GearNow(item, shop, shop is null ? "" : hall.Town.Circles.GetValueOrDefault(shop.CircleId)?.Name ?? "", item.Trouble(today), item.Due(today));
    }

    private static bool Has(GearNow now, string word, bool byName) =>
        new[] { now.Item.Serial, byName ? now.Item.Keeper : null, byName ? now.Item.OutTo : null, now.Shop?.Name, now.Shop?.Ref, now.Circle }.Any(t => t?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
