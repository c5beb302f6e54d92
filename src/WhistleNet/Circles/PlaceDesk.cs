using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Shops that wait for a place, and gives them one: from then on they are in a circle.</summary>
public sealed class PlaceDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, RegisterDesk register, AccessLog log)
{
    private const double NextDoorM = 300;
    private const double FarM = 50_000;

    /// <summary>In the order of their streets, as somebody walks along them.</summary>
    public async Task<IReadOnlyList<Unplaced>> Waiting(Actor by, string stationId)
    {
        if (!by.May(Act.ManageShops, stationId)) return [];
        await using var db = await databases.CreateDbContextAsync();
        return [.. (await db.Unplaced.AsNoTracking().Where(u => u.StationId == stationId).ToListAsync()).OrderBy(u => u.Street, StringComparer.CurrentCulture).ThenBy(u => u.CivicNumber, StringComparer.CurrentCulture).ThenBy(u => u.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>What would follow: the circle that it joins or founds, and how far the nearest shop is. None where it is not theirs or not there.</summary>
    public async Task<(Brought Brought, double? NearestM)?> Look(Actor by, string stationId, string id, Place place, Datum datum)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (!by.May(Act.ManageShops, stationId) || await db.Unplaced.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.StationId == stationId) is not { } shop) return null;
        var at = place.ToWgs84(datum);
        var nearest = hall.Town.Shops.Where(s => s.StationId == stationId).MinBy(s => s.Place.MetresTo(at));
        var metres = nearest?.Place.MetresTo(at);
        var area = metres <= NextDoorM && hall.Town.Circles.TryGetValue(nearest!.CircleId, out var circle) ? hall.Town.Areas.GetValueOrDefault(circle.AreaId)?.Name : null;
        return await register.Look(by, stationId, new Arriving([WaitingList.Row(shop, at, datum, area)], [], Arriving.UsualSize)) is { } brought ? (brought, metres) : null;
    }

    /// <summary>Nothing where it is in a circle now; else why not.</summary>
    public async Task<Text?> Place(Actor by, string stationId, string id, Place place, Datum datum)
    {
        if (!by.May(Act.ManageShops, stationId)) return ProblemSay.Forbidden;
        if (!place.IsPossible) return UnplacedSay.Nowhere;
        return await Look(by, stationId, id, place, datum) is not { } looked ? UnplacedSay.Gone
            : looked.NearestM > FarM ? UnplacedSay.TooFar((int)(looked.NearestM.Value / 1_000)) : await register.Bring(by, looked.Brought, BulkKind.Place);
    }

    /// <summary>Takes one from the list that is no shop, or none any more.</summary>
    public async Task<Text?> Drop(Actor by, string stationId, string id)
    {
        if (!by.May(Act.ManageShops, stationId)) return ProblemSay.Forbidden;
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Unplaced.SingleOrDefaultAsync(u => u.Id == id && u.StationId == stationId) is not { } shop) return UnplacedSay.Gone;
        db.Unplaced.Remove(shop);
        log.Note(db, by, Deed.UnplacedDropped, shop.Id, shop.Name);
        await db.SaveChangesAsync();
        return null;
    }
}
