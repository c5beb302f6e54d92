using Microsoft.EntityFrameworkCore;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>Gear in the shops of a world.</summary>
public static class Stock
{
    public static readonly Actor Officer = new("officer", "王警官", Role.Officer, Street.StationId);
    public static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>An item that was inspected today; its id.</summary>
    public static async Task<string> Stocked(this World world, GearKind kind, Shop shop, string? serial = null, DateOnly? expires = null, bool inspected = true)
    {
        serial ??= $"{kind}-{shop.Ref}";
        Assert.Null(await world.The<GearDesk>().Enter(Officer, shop.StationId, new GearTyped(kind, serial, shop.Id, "周姐", null, expires, inspected ? Today : null)));
        return world.The<TownHall>().Ledger.OfStation(shop.StationId).Single(g => g.Serial == serial).Id;
    }

    public static Gear Item(this World world, string id) => world.The<TownHall>().Ledger.OfStation(Street.StationId).Single(g => g.Id == id);

    public static async Task<List<GearLine>> GearLines(this World world, string id)
    {
        await using var db = await world.Db();
        return await db.GearLines.AsNoTracking().Where(l => l.GearId == id).OrderBy(l => l.Id).ToListAsync();
    }
}
