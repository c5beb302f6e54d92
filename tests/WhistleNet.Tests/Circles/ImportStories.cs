using System.Text;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Rounds;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A list comes into the register of a running server.</summary>
public sealed class ImportStories
{
    private const string Station = "站前派出所";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_station_that_is_not_there_is_made_with_its_areas_circles_and_rungs()
    {
        await using var world = await World.With(1, 1);
        var brought = await Bring(world, Market("站前商圈", 30) + Market("后街", 12, 0.05));
        Assert.Equal((42, 4, 2), (brought.New, brought.NewCircles, brought.Areas));
        await using var db = await world.Db();
        var station = await db.Stations.SingleAsync(s => s.Name == Station, Cancel);
        Assert.Equal([30, 60, 120], await db.Rungs.Where(r => r.StationId == station.Id).OrderBy(r => r.Number).Select(r => r.AfterSeconds).ToListAsync(Cancel));
        Assert.All(await db.Circles.Where(c => c.StationId == station.Id).ToListAsync(Cancel), c => Assert.Contains("路", c.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_list_twice_changes_nothing_not_even_the_stamp()
    {
        await using var world = await World.With(1, 1);
        await Bring(world, Market("站前商圈", 30));
        var before = await Everything(world);
        var again = await Bring(world, Market("站前商圈", 30));
        Assert.Equal((0, 0, 30, 0), (again.New, again.Changed, again.Same, again.NewCircles));
        Assert.Equal(before, await Everything(world));
    }

    [Fact]
    public async Task A_changed_row_takes_the_new_name_address_and_place_and_keeps_its_circle_and_what_the_station_set()
    {
        await using var world = await World.With(1, 1);
        await Bring(world, Market("站前商圈", 30));
        var before = await Shop(world, "站前商圈-7");
        await using (var db = await world.Db())
            await db.Shops.Where(s => s.Id == before.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Hours, OpeningHours.TryParse("Mo-Su 09:00-17:00")).SetProperty(x => x.Trained, true).SetProperty(x => x.Silent, true), Cancel);

        var brought = await Bring(world, "站前商圈-7,新名字,8,新街,别的商圈,41.5,126.1\n", "shop_id,name,civic_number,street,local_area,lat,lon");
        Assert.Equal((0, 1, 0), (brought.New, brought.Changed, brought.NewCircles));
        var after = await Shop(world, "站前商圈-7");
        Assert.Equal(("新名字", "新街8", 41.5, before.CircleId), (after.Name, after.Address, after.Lat, after.CircleId));
        Assert.Equal(("Mo-Su 09:00-17:00", true, true), (after.Hours?.ToString(), after.Trained, after.Silent));
    }

    [Fact]
    public async Task A_column_that_the_list_lacks_leaves_what_a_shop_has_and_an_empty_cell_empties_it()
    {
        await using var world = await World.With(1, 1);
        const string All = "shop_id,name,category,unit,civic_number,street,local_area,lat,lon,hours,trained";
        await Bring(world, "1,早点铺,餐饮,2单元,8,站前路,,41.7,126.6,Mo-Fr 06:00-10:00,1\n", All);

        Assert.Equal(0, (await Bring(world, "1,早点铺,41.7,126.6\n", "shop_id,name,lat,lon")).Changed);
        await Bring(world, "1,新早点铺,41.7,126.6\n", "shop_id,name,lat,lon");
        await Bring(world, "1,新早点铺,41.7,126.6\n", "shop_id,name,lat,lon,street,hours"); // the row is shorter than the header
        var kept = await Shop(world, "1");
        Assert.Equal(("新早点铺", "餐饮", "2单元", "8", "站前路", "Mo-Fr 06:00-10:00", true), (kept.Name, kept.Category, kept.Unit, kept.CivicNumber, kept.Street, kept.Hours?.ToString(), kept.Trained));

        Assert.Equal(1, (await Bring(world, "1,新早点铺,,,,,,41.7,126.6,,\n", All)).Changed);
        var emptied = await Shop(world, "1");
        Assert.Equal((null, null, null, null, null, false), (emptied.Category, emptied.Unit, emptied.CivicNumber, emptied.Street, emptied.Hours?.ToString(), emptied.Trained));
    }

    [Fact]
    public async Task A_station_that_is_made_gets_the_time_zone_asked_for_and_one_that_is_there_keeps_its_own()
    {
        await using var world = await World.With(1, 1);
        await Bring(world, Market("站前商圈", 3), zone: "Europe/Berlin");
        await Bring(world, Market("站前商圈", 4), zone: "Asia/Tokyo");
        await using var db = await world.Db();
        Assert.Equal("Europe/Berlin", (await db.Stations.SingleAsync(s => s.Name == Station, Cancel)).TimeZone);
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("China Standard Time")]
    public async Task A_time_zone_that_there_is_not_is_a_bad_argument(string zone) =>
        Assert.Equal(CommandLine.Bad, await CommandLine.Run(["import", "shops", "list.csv", "--station", Station, "--time-zone", zone], ImportShops.Run));

    [Fact]
    public async Task A_shop_that_comes_later_joins_its_neighbours_and_nobody_else_is_moved()
    {
        await using var world = await World.With(1, 1);
        await Bring(world, Market("站前商圈", 24));
        await using var db = await world.Db();
        var before = await db.Shops.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.CircleId, Cancel);
        var brought = await Bring(world, "late,新来的店,1,站前路,站前商圈,41.70001,126.6,,\n");
        Assert.Equal((1, 0), (brought.New, brought.NewCircles));
        Assert.Equal((await Shop(world, "站前商圈-0")).CircleId, (await Shop(world, "late")).CircleId);
        Assert.All(before, shop => Assert.Equal(shop.Value, db.Shops.AsNoTracking().Single(s => s.Id == shop.Key).CircleId));
    }

    [Fact]
    public async Task A_running_server_knows_the_new_shops_within_a_second()
    {
        await using var world = await World.With(1, 1);
        await Bring(world, Market("站前商圈", 12));
        Assert.DoesNotContain(world.The<TownHall>().Town.Shops, s => s.Ref == "站前商圈-3");
        await world.Forward((int)EscalationClock.Tick.TotalSeconds);
        Assert.Contains(world.The<TownHall>().Town.Shops, s => s.Ref == "站前商圈-3");
    }

    [Fact]
    public async Task Hours_and_the_trained_mark_may_come_with_the_list()
    {
        await using var world = await World.With(1, 1);
        await Bring(world, "1,早点铺,1,站前路,,41.7,126.6,Mo-Fr 06:00-10:00,1\n");
        var shop = await Shop(world, "1");
        Assert.Equal(("Mo-Fr 06:00-10:00", true), (shop.Hours?.ToString(), shop.Trained));
    }

    private static string Market(string area, int shops, double east = 0) => string.Concat(Enumerable.Range(0, shops).Select(i =>
        FormattableString.Invariant($"{area}-{i},{area}{i}号店,{i + 1},站前路,{area},{41.7 + 0.0001 * i},{126.6 + east},,\n")));

    private static Task<Brought> Bring(World world, string rows, string header = "shop_id,name,civic_number,street,local_area,lat,lon,hours,trained", string? zone = null)
    {
        var list = ShopList.Read(Encoding.UTF8.GetBytes($"{header}\n{rows}"), out var why);
        return world.The<RegisterDesk>().Bring(Station, list?.Rows ?? throw new InvalidOperationException(why), 12, null, zone);
    }

    private static async Task<Shop> Shop(World world, string reference)
    {
        await using var db = await world.Db();
        return await db.Shops.AsNoTracking().SingleAsync(s => s.Ref == reference);
    }

    private static async Task<string> Everything(World world)
    {
        await using var db = await world.Db();
        var shops = await db.Shops.AsNoTracking().OrderBy(s => s.Id).ToListAsync();
        var stamps = await db.Stamps.AsNoTracking().Where(s => s.Name == Stamp.Town).ToListAsync();
        return System.Text.Json.JsonSerializer.Serialize(new { shops = shops.Select(s => new { s.Id, s.Name, s.CircleId, s.Lat, s.Lon }), stamps, circles = await db.Circles.CountAsync(), areas = await db.Areas.CountAsync() });
    }
}
