using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.People;
using WhistleNet.Rounds;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A station keeps its gear ledger: who did what, and when, in the transaction of the change.</summary>
public sealed class GearStories
{
    private static readonly Actor Stranger = new("stranger", "外地警官", Role.Officer, "ffffffffffffffffffffffffffffffff");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_handed_out_for_an_open_alert_and_comes_back_and_its_history_says_so()
    {
        await using var world = await World.With(1, 3);
        var (desk, shield) = (world.The<GearDesk>(), await world.Stocked(GearKind.Shield, world.Street.Shop(0, 1)));
        var alert = (await world.Shop(0, 0).Press()).AlertId;
        var open = Assert.Single(await world.The<GearBoard>().Occasions(Stock.Officer));
        Assert.Equal((alert, Mode.Real), (open.Id, open.Mode));

        Assert.Null(await desk.Issue(Stock.Officer, shield, "老张", alert));
        Assert.Equal((GearState.Out, "老张", alert, (string?)null), (world.Item(shield).State, world.Item(shield).OutTo, world.Item(shield).OutAlertId, world.Item(shield).OutDrillId));
        Assert.Equal(GearSay.Of(GearRefusal.AlreadyOut), await desk.Issue(Stock.Officer, shield, "老李", null));
        Assert.Null(await desk.Return(Stock.Officer, shield, "完好"));
        Assert.Equal([GearEntry.Entered, GearEntry.Issued, GearEntry.Returned], (await world.GearLines(shield)).Select(l => l.What));
        Assert.All((await world.GearLines(shield)).Skip(1), l => Assert.Equal(("老张", alert, "王警官", "officer"), (l.To, l.AlertId, l.Who, l.WhoId)));
    }

    [Fact]
    public async Task What_is_handed_out_in_a_drill_says_drill_and_for_a_practice_press_or_a_closed_alert_nothing_is()
    {
        await using var world = await World.With(1, 3);
        var (desk, shield) = (world.The<GearDesk>(), await world.Stocked(GearKind.Shield, world.Street.Shop(0, 1)));
        var practice = (await world.Shop(0, 0).Press(new { mode = "test" })).AlertId;
        var over = (await world.Shop(0, 1).Press()).AlertId;
        (await world.Console().Do(over, "close", new { outcome = "slip", reason = "x" })).Must(200);
        Assert.Empty(await world.The<GearBoard>().Occasions(Stock.Officer));
        foreach (var none in new[] { practice, over, "x" }) Assert.Equal(GearPageSay.OccasionOver, await desk.Issue(Stock.Officer, shield, "老张", none));
        Assert.Equal(GearState.InService, world.Item(shield).State);

        var drill = await world.Planned(world.Console());
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        var open = Assert.Single(await world.The<GearBoard>().Occasions(Stock.Officer));
        Assert.Equal((drill, Mode.Drill), (open.Id, open.Mode));
        Assert.Null(await desk.Issue(Stock.Officer, shield, "老张", drill));
        Assert.Equal((drill, (string?)null), ((await world.GearLines(shield))[^1].DrillId, (await world.GearLines(shield))[^1].AlertId));
    }

    [Fact]
    public async Task Nothing_is_handed_out_for_a_blind_drill_before_its_first_sound_since_its_item_would_tell()
    {
        await using var world = await World.With(1, 3);
        var shield = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 1));
        var commander = new Actor("commander", "赵所长", Role.DutyCommander, Street.StationId);
        var drill = await world.Planned(world.Console(), blind: true);
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        Assert.Empty(await world.The<GearBoard>().Occasions(commander));
        Assert.Equal(GearPageSay.OccasionOver, await world.The<GearDesk>().Issue(commander, shield, "老张", drill));
        (await world.Shop(0, 0).Press(new { mode = "drill", drillId = drill })).Must(201);
        Assert.Null(await world.The<GearDesk>().Issue(commander, shield, "老张", drill));
    }

    [Fact]
    public async Task A_ledger_that_is_due_as_a_whole_is_one_short_line()
    {
        await using var world = await World.With(1, 2);
        foreach (var n in Enumerable.Range(10, 25)) await world.Stocked(GearKind.Torch, world.Street.Shop(0, 0), $"T-{n}", inspected: false);
        var signal = Assert.Single(world.The<GearWatch>().SignalsFor(Street.StationId));
        Assert.Equal((21, "T-10", "+ 5"), (signal.Names.Count, signal.Names[0], signal.Names[^1]));
    }

    [Fact]
    public async Task Another_station_s_officer_a_wrong_shop_and_a_taken_serial_change_nothing()
    {
        await using var world = await World.With(1, 2);
        var (desk, shop) = (world.The<GearDesk>(), world.Street.Shop(0, 0));
        var shield = await world.Stocked(GearKind.Shield, shop);
        Assert.Equal(ProblemSay.Forbidden, await desk.Enter(Stranger, Street.StationId, new GearTyped(GearKind.Fork, "F-1", shop.Id, null)));
        Assert.Equal(GearPageSay.ShopMissing, await desk.Enter(Stock.Officer, Street.StationId, new GearTyped(GearKind.Fork, "F-1", "x", null)));
        Assert.Equal(GearPageSay.SerialTaken, await desk.Enter(Stock.Officer, Street.StationId, new GearTyped(GearKind.Fork, "Shield-0-0", shop.Id, null)));
        Assert.Equal(GearPageSay.SerialMissing, await desk.Enter(Stock.Officer, Street.StationId, new GearTyped(GearKind.Fork, new string('x', 41), shop.Id, null)));
        Assert.Equal(GearPageSay.NotYet, await desk.Enter(Stock.Officer, Street.StationId, new GearTyped(GearKind.Fork, "F-1", shop.Id, null, InspectedOn: Stock.Today.AddDays(1))));
        foreach (var refused in new[] { await desk.Scrap(Stranger, shield, "x"), await desk.Change(Stranger, shield, shop.Id, "x", null), await desk.Inspect(Stranger, shield, new Inspected(false, [])), await desk.Issue(Stranger, shield, "x", null) }) Assert.Equal(ProblemSay.NotFound, refused);
        Assert.Single(await world.GearLines(shield));
        Assert.Single(world.The<TownHall>().Ledger.OfStation(Street.StationId));
    }

    [Fact]
    public async Task A_restricted_kind_is_neither_entered_nor_handed_out_until_the_station_allows_it()
    {
        await using var world = await World.With(1, 2);
        var (desk, shop, typed) = (world.The<GearDesk>(), world.Street.Shop(0, 0), new GearTyped(GearKind.Baton, "B-1", world.Street.Shop(0, 0).Id, null));
        Assert.Equal(GearSay.Of(GearRefusal.NotAllowed), await desk.Enter(Stock.Officer, Street.StationId, typed));
        await Allow(world, GearKind.Baton, GearKind.Shield);
        Assert.Equal([GearKind.Baton], world.The<TownHall>().Town.Stations[Street.StationId].Gear!.Allowed); // what is not restricted needs no leave
        Assert.Null(await desk.Enter(Stock.Officer, Street.StationId, typed));
        await Allow(world);
        var baton = world.The<TownHall>().Ledger.OfShop[shop.Id].Single();
        Assert.Equal(GearSay.Of(GearRefusal.NotAllowed), await desk.Issue(Stock.Officer, baton.Id, "老张", null));
    }

    private static async Task Allow(World world, params GearKind[] kinds)
    {
        var settings = StationSettings.Of(world.The<TownHall>().Town.Stations[Street.StationId], world.Street.Rungs);
        settings.Gear = [.. kinds];
        Assert.Null(await world.The<SettingsDesk>().Save(new Actor("a", "管理员", Role.Admin, Street.StationId), Street.StationId, settings));
    }

    [Fact]
    public async Task The_same_item_handed_out_by_two_at_once_goes_to_one_of_them()
    {
        await using var world = await World.With(1, 2);
        var shield = await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => world.The<GearDesk>().Issue(Stock.Officer, shield, $"人{n}", null))));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal(GearSay.Of(GearRefusal.AlreadyOut), a));
        Assert.Equal(GearEntry.Issued, Assert.Single((await world.GearLines(shield)).Skip(1)).What);
    }

    [Fact]
    public async Task What_is_over_comes_first_then_what_is_due_and_the_consoles_say_it_quietly()
    {
        await using var world = await World.With(1, 4);
        var shop = world.Street.Shop(0, 0);
        await world.Stocked(GearKind.Shield, shop, "fine");
        await world.Stocked(GearKind.Extinguisher, shop, "soon", Stock.Today.AddDays(14));
        await world.Stocked(GearKind.Extinguisher, shop, "old", Stock.Today.AddDays(-1));
        await world.Stocked(GearKind.Fork, shop, "never", inspected: false);
        var scrapped = await world.Stocked(GearKind.Fork, shop, "gone");
        Assert.Null(await world.The<GearDesk>().Scrap(Stock.Officer, scrapped, "断了"));
        IEnumerable<string> Serials(GearQuery query) => world.The<GearBoard>().Find(Street.StationId, query).Select(n => n.Item.Serial);

        Assert.Equal(["never", "old", "soon", "fine"], Serials(new()));
        var cracked = await world.Stocked(GearKind.Vest, shop, "cracked"); // its own dates are far off
        Assert.Null(await world.The<GearDesk>().Inspect(Stock.Officer, cracked, new Inspected(false, [])));
        Assert.Equal(["never", "old", "cracked", "soon", "fine"], Serials(new()));
        Assert.Equal(["never", "old"], Serials(new(Show: ShowGear.Over)));
        Assert.Equal(["never", "old", "soon"], Serials(new(Show: ShowGear.Due)));
        Assert.Equal(["gone"], Serials(new(Show: ShowGear.Scrapped)));
        Assert.Equal(["old"], Serials(new("OLD 周姐", GearKind.Extinguisher, world.Street.Circles[0].Id, shop.Id, ByName: true)));
        var signals = world.The<GearWatch>().SignalsFor(Street.StationId).ToList();
        Assert.Equal([(Grade.Supervision, SignalSay.GearOver, "never old"), (Grade.Supervision, SignalSay.GearDue, "soon")], signals.Select(s => (s.Grade, s.What, string.Join(' ', s.Names))));
        Assert.Contains(world.The<Supervision>().Of(Street.StationId).Signals, s => s.What == SignalSay.GearOver);
    }

    [Fact]
    public async Task Ninety_days_later_its_history_names_nobody_and_its_keeper_is_named_as_long_as_it_is_kept()
    {
        await using var world = await World.With(1, 2);
        var (kept, scrapped) = (await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0)), await world.Stocked(GearKind.Fork, world.Street.Shop(0, 1)));
        Assert.Null(await world.The<GearDesk>().Issue(Stock.Officer, kept, "老张", null));
        Assert.Null(await world.The<GearDesk>().Return(Stock.Officer, kept, "老张说好用"));
        Assert.Null(await world.The<GearDesk>().Inspect(Stock.Officer, kept, new Inspected(false, [], Photo: new Photo([1], "jpg"))));
        var photo = (await world.GearLines(kept))[^1].Photo!;
        Assert.NotNull(world.The<PhotoFolder>().PathOf(kept, photo));
        Assert.Null(await world.The<GearDesk>().Scrap(Stock.Officer, scrapped, "老李弄断了"));

        await world.Restart(after: TimeSpan.FromDays(91) - Masking.AfterStart);
        world.Time.Advance(Masking.AfterStart);
        Assert.True(await world.The<Masking>().Walk(Cancel));
        await using var db = await world.Db();
        Assert.All(await db.GearLines.AsNoTracking().ToListAsync(Cancel), l => Assert.Equal((null, null, null, null), (l.Who, l.To, l.Note, l.Photo)));
        Assert.Equal([(kept, "周姐"), (scrapped, null)], (await db.Gear.AsNoTracking().ToListAsync(Cancel)).OrderBy(g => g.IsScrapped).Select(g => (g.Id, g.Keeper)));
        Assert.Null(world.The<PhotoFolder>().PathOf(kept, photo));
        Assert.Contains(GearEntry.Issued, await db.GearLines.AsNoTracking().Select(l => l.What).ToListAsync(Cancel));
    }
}
