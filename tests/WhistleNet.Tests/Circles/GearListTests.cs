using System.Text;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>A ledger as people have it, row by row.</summary>
public sealed class GearListTests
{
    private static GearList Read(string text) => GearList.Read(Encoding.UTF8.GetBytes(text), out var why) ?? throw new InvalidOperationException(why);

    [Fact]
    public void Every_bad_row_is_named_by_its_line_and_every_good_one_is_kept()
    {
        var list = Read("""
            serial,kind,shop_id,keeper,expires_on
            S-1,防暴盾牌,0-0,周姐,2027年1月5日
            S-2,sword,0-0,,
            ,fork,0-0,,
            "S-3
            x",Restraint Fork,0-0,,2027/1/5
            S-4,helmet,0-0,,next year
            S-1,fork,0-1,,
            S-5,aed,,,
            S-6,torch,0-1,,,extra
            """.ReplaceLineEndings("\n"));
        Assert.Equal([("S-1", GearKind.Shield, new DateOnly(2027, 1, 5)), ("S-3 x", GearKind.Fork, new DateOnly(2027, 1, 5))], list.Rows.Select(r => (r.Serial, r.Kind, r.ExpiresOn!.Value)));
        Assert.Equal([3, 4, 7, 8, 9, 10], list.Bad.Select(b => b.Line));
        Assert.Contains("next year", list.Bad[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_ledger_says_which_column_is_missing()
    {
        Assert.Null(GearList.Read("shop_id,name\n"u8.ToArray(), out var why));
        Assert.Contains("serial", why, StringComparison.Ordinal);
        Assert.Null(GearList.Read([], out _));
    }

    [Fact]
    public async Task Brought_in_twice_it_changes_nothing_and_what_is_there_keeps_its_inspections()
    {
        await using var world = await World.With(1, 2);
        var desk = world.The<GearDesk>();
        var inspected = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0), "S-1");
        var list = Read("serial,kind,shop_id,keeper,next_inspection_on\nS-1,shield,0-1,新保管人,2020-01-01\nF-1,fork,0-0,,2026-12-24\nX-1,baton,0-0,,\nY-1,fork,nowhere,,\nS-2,shield,0-0,,\n");
        var seen = (await desk.Bring(Stock.Officer, Street.StationId, list, store: false))!;
        Assert.Equal((2, 1, 0, "4 5"), (seen.New, seen.Changed, seen.Same, string.Join(' ', seen.Bad.Select(b => b.Line))));
        Assert.Single(world.The<TownHall>().Ledger.OfStation(Street.StationId)); // looked at, not stored

        Assert.Equal(3, (await desk.Bring(Stock.Officer, Street.StationId, list))! is { } b ? b.New + b.Changed : 0);
        var shield = world.Item(inspected);
        Assert.Equal((world.Street.Shop(0, 1).Id, "新保管人", Stock.Today.AddDays(30)), (shield.ShopId, shield.Keeper, shield.NextInspectionOn!.Value));
        var again = (await desk.Bring(Stock.Officer, Street.StationId, list))!;
        Assert.Equal((0, 0, 3), (again.New, again.Changed, again.Same));
        Assert.Equal([GearEntry.Entered, GearEntry.Changed], (await world.GearLines(inspected)).Select(l => l.What));
        Assert.Null(await desk.Bring(new Actor("s", "s", Role.Officer, "elsewhere"), Street.StationId, list));
    }

    [Fact]
    public async Task A_long_ledger_goes_in_a_part_at_a_time_so_that_a_whistle_never_waits_for_all_of_it()
    {
        await using var world = await World.With(1, 2);
        var list = Read("serial,kind,shop_id\n" + string.Concat(Enumerable.Range(0, 450).Select(n => $"T-{n},torch,0-0\n")));
        var brought = (await world.The<GearDesk>().Bring(Stock.Officer, Street.StationId, list))!;
        Assert.Equal((450, 450), (brought.New, world.The<TownHall>().Ledger.OfStation(Street.StationId).Count()));
        await using var db = await world.Db();
        Assert.Equal(["200", "200", "50"], db.Access.Where(r => r.What == Log.Deed.GearImported).OrderBy(r => r.Seq).Select(r => r.Object));
    }
}
