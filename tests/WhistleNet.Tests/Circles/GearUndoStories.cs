using System.Text;
using Microsoft.EntityFrameworkCore;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A ledger that was brought in by mistake is taken back, as far as nobody touched an item since.</summary>
public sealed class GearUndoStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_imported_ledger_is_taken_back_as_far_as_nobody_touched_it_and_keeps_no_name_a_second_time()
    {
        await using var world = await World.With(1, 2);
        var (desk, register) = (world.The<GearUndoDesk>(), world.The<UndoDesk>());
        var shield = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0), "S-1"); // 周姐 keeps it
        Assert.Null(await desk.Look(Stock.Officer, Street.StationId));
        var list = GearList.Read(Encoding.UTF8.GetBytes("serial,kind,shop_id,keeper,expires_on\nS-1,shield,0-1,老王,2027-01-01\nF-1,fork,0-0,老王,\nF-2,fork,0-0,老王,\n"), out _)!;
        Assert.Equal((2, 1), (await world.The<GearDesk>().Bring(Stock.Officer, Street.StationId, list))! is { } b ? (b.New, b.Changed) : default);
        string Of(string serial) => world.The<TownHall>().Ledger.OfStation(Street.StationId).Single(g => g.Serial == serial).Id;
        Assert.Null(await world.The<GearDesk>().Inspect(Stock.Officer, Of("F-2"), new Inspected(Passed: false, [], "裂了")));

        await using (var db = await world.Db())
            Assert.DoesNotMatch("周姐|老王", await db.Database.SqlQuery<string>($"SELECT Swaps AS Value FROM RegisterChanges").SingleAsync(Cancel));
        var look = (await desk.Look(Stock.Officer, Street.StationId))!;
        Assert.Equal((1, 1), (look.Undo.Gone.Count, look.Undo.Back.Count));
        Assert.Equal([new("S-1", Stays.Keeper), new Staying("F-2", Stays.Changed)], look.Undo.Staying);
        Assert.Null(await register.Look(Stock.Officer, Street.StationId)); // the shops' own changes are apart
        Assert.Equal(ProblemSay.Forbidden, await desk.Do(Stock.Officer with { StationId = "elsewhere" }, Street.StationId, look.Change.Id));

        Assert.Null(await desk.Do(Stock.Officer, Street.StationId, look.Change.Id));
        Assert.Equal(["F-2", "S-1"], world.The<TownHall>().Ledger.OfStation(Street.StationId).Select(g => g.Serial).Order());
        Assert.Equal((world.Street.Shop(0, 0).Id, null, "老王"), (world.Item(shield).ShopId, world.Item(shield).ExpiresOn, world.Item(shield).Keeper));
        Assert.Equal([GearEntry.Entered, GearEntry.Changed, GearEntry.Changed], (await world.GearLines(shield)).Select(l => l.What));
        Assert.Equal(SetupSay.UndoneAlready, await desk.Do(Stock.Officer, Street.StationId, look.Change.Id));
    }
}
