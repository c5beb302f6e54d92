using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.Circles;

/// <summary>What a shop still has to do before its whistle can be counted on.</summary>
public enum Missing { Device, Shift, Practice }

/// <summary>How far one shop has come.</summary>
/// <param name="Next">The first thing that it lacks; none where it lacks nothing.</param>
public sealed record ShopCome(Shop Shop, string Circle, Missing? Next);

/// <summary>How far a circle's shops have come.</summary>
public sealed record CircleCome(Circle Circle, string Area, int Shops, int Enrolled, int Armed, int Practised);

/// <summary>Answers one question: which shops have enrolled a device, which have ever been on shift, and which have never practised?</summary>
public sealed class EnrolledBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, RegisterBoard register, Presence presence)
{
    public async Task<IReadOnlyList<ShopCome>> Shops(string stationId)
    {
        var practised = await Practised(stationId);
        return [.. register.InOrder(stationId).Select(s => new ShopCome(s.Shop, s.Circle, Next(s.Shop, practised)))];
    }

    private Missing? Next(Shop shop, HashSet<string> practised)
    {
        var devices = hall.Roster.OfShop(shop.Id).ToList();
        return devices.Count == 0 ? Missing.Device
            : devices.TrueForAll(d => d.LastBeatAt is null && presence.Of(d.Id) is null) ? Missing.Shift
            : practised.Contains(shop.Id) ? null : Missing.Practice;
    }

    public IReadOnlyList<CircleCome> Circles(IReadOnlyList<ShopCome> shops) =>
    [
        .. shops.GroupBy(s => s.Shop.CircleId).Select(c => (Circle: hall.Town.Circles.GetValueOrDefault(c.Key), Shops: c.ToList())).Where(c => c.Circle is not null)
            .Select(c => new CircleCome(c.Circle!, hall.Town.Areas.GetValueOrDefault(c.Circle!.AreaId)?.Name ?? "", c.Shops.Count, c.Shops.Count(s => s.Next is not Missing.Device), c.Shops.Count(s => s.Next is null or Missing.Practice), c.Shops.Count(s => s.Next is null))),
    ];

    // Whoever pressed in a drill has practised as well; a test of the ways presses nothing.
    private async Task<HashSet<string>> Practised(string stationId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return [.. await db.Alerts.AsNoTracking().Where(a => a.StationId == stationId && a.Mode != Mode.Real && db.Presses.Any(p => p.AlertId == a.Id)).Select(a => a.ShopId).Distinct().ToListAsync()];
    }
}
