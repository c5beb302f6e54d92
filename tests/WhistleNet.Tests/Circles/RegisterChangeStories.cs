using Microsoft.EntityFrameworkCore;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A list looked at, stored and taken back; shops that wait for a place; circles changed by hand.</summary>
public sealed class RegisterChangeStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spreadsheet_becomes_circles_as_they_were_looked_at_and_one_tap_takes_them_back()
    {
        await using var world = await World.With(1, 3);
        var before = await Everything(world);
        var looked = await Look(world);
        Assert.Equal((35, 5, 0), (looked.New, looked.NewUnplaced, looked.Placed));
        Assert.Equal(before, await Everything(world)); // looked at, and nothing stored
        Assert.Null(await world.The<RegisterDesk>().Bring(Organizer, looked));
        var town = world.The<TownHall>().Town;
        Assert.Equal(looked.Formed.Select(f => (f.Circle.Id, f.Shops.Count)).Order(), town.Circles.Values.Where(c => c.StationId == Street.StationId).Select(c => (c.Id, town.InCircle(c.Id).Count())).Order());
        Assert.All(town.Shops.Where(s => s.Ref.StartsWith("n-", StringComparison.Ordinal)), s => Assert.Equal(Datum.Gcj02, s.SourceDatum));
        Assert.True((await Look(world)).ChangesNothing);

        var undo = (await world.The<UndoDesk>().Look(Organizer, Street.StationId))!;
        Assert.Equal((35, 5, 0), (undo.Undo.GoneShops.Count, undo.Undo.GoneUnplaced.Count, undo.Undo.Staying.Count));
        Assert.Null(await world.The<UndoDesk>().Do(Organizer, Street.StationId, undo.Change.Id));
        Assert.Equal(before, await Everything(world));
        Assert.Equal(SetupSay.UndoneAlready, await world.The<UndoDesk>().Do(Organizer, Street.StationId, undo.Change.Id));
    }

    [Fact]
    public async Task A_shop_that_got_a_device_or_another_name_stays_and_is_named()
    {
        await using var world = await World.With(1, 3);
        Assert.Null(await world.The<RegisterDesk>().Bring(Organizer, await Look(world)));
        await using var db = await world.Db();
        var shops = await db.Shops.Where(s => s.Ref.StartsWith("n-")).OrderBy(s => s.Ref).ToListAsync(Cancel);
        await world.The<CodeDesk>().ForPaper(Organizer, [shops[0]], "batch");
        shops[1].Name = "改了名";
        await db.SaveChangesAsync(Cancel);
        var look = (await world.The<UndoDesk>().Look(Organizer, Street.StationId))!;
        Assert.Equal([Stays.InUse, Stays.Changed], look.Undo.Staying.OrderBy(s => s.Name != shops[0].Name).Select(s => s.Why));
        Assert.Null(await world.The<UndoDesk>().Do(Organizer, Street.StationId, look.Change.Id));
        var left = world.The<TownHall>().Town.Shops.Where(s => s.Ref.StartsWith("n-", StringComparison.Ordinal)).ToList();
        Assert.Equal(shops.Take(2).Select(s => s.Id).Order(), left.Select(s => s.Id).Order());
        Assert.All(left, s => Assert.True(world.The<TownHall>().Town.Circles.ContainsKey(s.CircleId)));
    }

    [Fact]
    public async Task A_list_that_was_looked_at_before_somebody_else_changed_the_register_is_looked_at_again()
    {
        await using var world = await World.With(1, 3);
        var looked = await Look(world);
        Assert.Null(await world.The<CircleDesk>().Rename(Organizer, world.Street.Circles[0].Id, "改名"));
        Assert.Equal(SetupSay.Meanwhile, await world.The<RegisterDesk>().Bring(Organizer, looked));
        Assert.Equal(3, world.The<TownHall>().Town.Shops.Count);
        Assert.Null(await world.The<RegisterDesk>().Bring(Organizer, await Look(world)));
    }

    [Fact]
    public async Task A_shop_that_waits_is_placed_by_hand_or_by_a_second_list_and_is_in_a_circle_from_then_on()
    {
        await using var world = await World.With(1, 3);
        await world.The<RegisterDesk>().Bring(Organizer, await Look(world));
        var places = world.The<PlaceDesk>();
        var waiting = await places.Waiting(Organizer, Street.StationId);
        var next = world.The<TownHall>().Town.Shops.First(s => s.Ref.StartsWith("n-", StringComparison.Ordinal) && world.The<TownHall>().Town.InCircle(s.CircleId).Count() < 12);
        Assert.Equal(UnplacedSay.Nowhere, await places.Place(Organizer, Street.StationId, waiting[0].Id, new Place(121.78, 42.73), Datum.Wgs84));
        Assert.NotNull(await places.Place(Organizer, Street.StationId, waiting[0].Id, new Place(42.73, 20), Datum.Wgs84)); // another continent
        Assert.Null(await places.Place(Organizer, Street.StationId, waiting[0].Id, next.Place, Datum.Wgs84));
        var placed = world.The<TownHall>().Town.Shops.Single(s => s.Ref == waiting[0].Ref);
        Assert.Equal(next.CircleId, placed.CircleId);
        Assert.Equal(UnplacedSay.Gone, await places.Place(Organizer, Street.StationId, waiting[0].Id, next.Place, Datum.Wgs84));

        var list = new Arriving([new ShopRow(waiting[1].Ref, waiting[1].Name, next.Place)], [], 12);
        var second = (await world.The<RegisterDesk>().Look(Organizer, Street.StationId, list))!;
        Assert.Equal((1, 1), (second.New, second.Placed));
        Assert.Null(await world.The<RegisterDesk>().Bring(Organizer, second));
        Assert.Null(await places.Drop(Organizer, Street.StationId, waiting[2].Id));
        Assert.Equal(2, (await places.Waiting(Organizer, Street.StationId)).Count);
        Assert.Empty(await places.Waiting(Organizer with { StationId = "other" }, Street.StationId));

        var undo = (await world.The<UndoDesk>().Look(Organizer, Street.StationId))!; // the second list
        Assert.Null(await world.The<UndoDesk>().Do(Organizer, Street.StationId, undo.Change.Id));
        Assert.Contains(await places.Waiting(Organizer, Street.StationId), u => u.Ref == waiting[1].Ref);
    }

    [Fact]
    public async Task Circles_are_split_joined_and_taken_back_and_what_happened_keeps_its_name()
    {
        await using var world = await World.With(2, 4);
        var (desk, undo, one, two) = (world.The<CircleDesk>(), world.The<UndoDesk>(), world.Street.Circles[0], world.Street.Circles[1]);
        Assert.Null(await desk.Centre(Organizer, one.Id, world.Street.Shop(0, 3).Id));
        Assert.Null(await desk.Lead(Organizer, one.Id, "周姐"));
        Assert.Equal(CircleSay.Of(RegroupRefusal.NotThere), await desk.Centre(Organizer, one.Id, world.Street.Shop(1, 0).Id));
        Assert.Equal(CircleSay.NameTaken, await desk.Rename(Organizer, one.Id, two.Name));

        var split = new Regrouping(BulkKind.Split, one.Id, [world.Street.Shop(0, 2).Id, world.Street.Shop(0, 3).Id], Name: "新组");
        Assert.True((await desk.Look(Organizer, Street.StationId, split)).Circles[0].LosesCentre);
        Assert.Null(await desk.Do(Organizer, Street.StationId, split));
        var town = world.The<TownHall>().Town;
        var made = town.Circles.Values.Single(c => c.Name == "新组");
        Assert.Equal((2, null, "周姐"), (town.InCircle(made.Id).Count(), town.Circles[one.Id].CentreShopId, town.Circles[one.Id].Leader));

        var alert = (await world.Shop(0, 0).Press()).AlertId;
        var merge = new Regrouping(BulkKind.Merge, one.Id, [], two.Id);
        Assert.Equal(CircleSay.Of(RegroupRefusal.Busy), await desk.Do(Organizer, Street.StationId, merge));
        Assert.Equal(RegroupRefusal.Busy, (await desk.Look(Organizer, Street.StationId, merge)).Refused);
        (await world.Console().Do(alert, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
        Assert.Null(await desk.Do(Organizer, Street.StationId, merge));
        Assert.False(world.The<TownHall>().Town.Circles.ContainsKey(one.Id));
        Assert.Equal(one.Name, (await world.Console().Get("alerts/" + alert)).Must(200)["circle"]);
        Assert.Equal("5", (await world.Shop(0, 1).Press()).Must(201)["notified"]); // it is heard by the circle that it is in now

        await CloseAll(world);
        foreach (var _ in new[] { "merge", "split" }) Assert.Null(await undo.Do(Organizer, Street.StationId, (await undo.Look(Organizer, Street.StationId))!.Change.Id));
        town = world.The<TownHall>().Town;
        Assert.Equal([4, 4], town.Circles.Keys.Select(c => town.InCircle(c).Count()));
        Assert.Equal((world.Street.Shop(0, 3).Id, "周姐"), (town.Circles[one.Id].CentreShopId, town.Circles[one.Id].Leader));
        Assert.Null(await undo.Look(Organizer, Street.StationId));
        Assert.Equal(ProblemSay.Forbidden, await desk.Do(Organizer with { StationId = "other" }, Street.StationId, merge));
    }

    private static async Task CloseAll(World world)
    {
        await using var db = await world.Db();
        foreach (var id in await db.Alerts.Where(a => a.State != Alerts.AlertState.Closed).Select(a => a.Id).ToListAsync(Cancel)) (await world.Console().Do(id, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
    }

    internal static async Task<Brought> Look(World world)
    {
        var sheet = ListSheet.Open(ShopSheetTests.Kulun, out _)!;
        var read = ShopSheet.Read(sheet, new SheetChoice(ShopColumns.Guess(sheet.Header), Datum.Gcj02, Mend: true));
        return (await world.The<RegisterDesk>().Look(Organizer, Street.StationId, new Arriving(read.Rows, read.Unplaced, 12)))!;
    }

    private static async Task<string> Everything(World world)
    {
        await using var db = await world.Db();
        var shops = await db.Shops.AsNoTracking().OrderBy(s => s.Id).ToListAsync(Cancel);
        return System.Text.Json.JsonSerializer.Serialize(new { shops = shops.Select(ShopState.Of), circles = await db.Circles.CountAsync(Cancel), areas = await db.Areas.CountAsync(Cancel), waiting = await db.Unplaced.CountAsync(Cancel) });
    }
}
