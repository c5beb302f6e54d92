using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>What the statistics page says of a known history, and that every figure opens as many alerts as it says.</summary>
public sealed class StatisticsTests
{
    private static readonly Actor Officer = new("officer", "李警官", Role.Officer, Street.StationId);
    private static readonly Outcome?[] Ends = [Outcome.Stopped, Outcome.Mediation, Outcome.NothingFound, Outcome.Slip, Outcome.HonestMistake, null, Outcome.HandedToPolice];

    [Fact]
    public async Task Every_figure_opens_a_list_of_exactly_as_many_alerts()
    {
        await using var world = await World.With(circles: 3, shopsEach: 3);
        await using var scene = await Scene.Of(world, Mode.Real);
        await Autumn(world);
        await InGrids(world);
        string[] cuts = [.. Enum.GetValues<Cut>().Select(c => $"cut={c.Word()}"), "cut=month&from=2026-09-20&until=2026-11-20", "cut=area&circle=" + world.Street.Circles[1].Id, "cut=hour&area=" + world.Street.Circles[1].AreaId];
        var walked = 0;
        foreach (var asked in cuts.SelectMany(c => new[] { c, c + "&mode=drill" }))
        {
            foreach (var figure in scene.At("statistics?" + asked).Page<StatisticsPage>(_ => { }).FindAll("[data-testid=figure]"))
            {
                var (query, said) = (Read(figure.GetAttribute("href")!), int.Parse(figure.GetAttribute("data-n")!, System.Globalization.CultureInfo.InvariantCulture));
                var found = await world.The<PastBoard>().Find(Street.StationId, query);
                Assert.True(found.Count == said && said > 0, $"{asked}: {figure.GetAttribute("href")} shows {found.Count}, the figure says {said}");
                Assert.All(found.Alerts, a => Assert.Equal(query.Mode, a.Mode));
                walked++;
            }
        }
        Assert.True(walked > 400, $"{walked} figures");
    }

    [Fact]
    public async Task It_counts_real_alerts_and_drills_apart_and_leaves_tests_out()
    {
        await using var world = await World.With(circles: 3, shopsEach: 3);
        await Autumn(world);
        var board = world.The<StatisticsBoard>();
        var real = await board.Of(Street.StationId, StatisticsQuery.Read(null, null, null, null, null, null, null, board.Today(Street.StationId)));
        Assert.Equal((21, 9, 6, 3, 3, 1), (real.History.Whole.N, real.History.Whole.True, real.History.Whole.False, real.History.Whole.Unknown, real.History.Whole.Open, real.History.Duplicates));
        Assert.Equal([7, 7, 7], real.Parts.Select(p => p.Figures.N));
        Assert.Equal(4, real.History.Unreached[world.Street.Shop(0, 1).Id]); // of circle 0's seven every other one
        var drill = await board.Of(Street.StationId, StatisticsQuery.Read("drill", null, null, null, null, null, null, board.Today(Street.StationId)));
        Assert.Equal((4, Mode.Drill), (drill.History.Whole.N, drill.Mode));
        Assert.Empty(drill.Like);
        Assert.Equal(0, (await board.Of("another", real.Query)).History.Whole.N);
    }

    [Fact]
    public async Task Nothing_was_whistled_and_the_page_says_so()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await using var scene = await Scene.Of(world, Mode.Test);
        var page = scene.At("statistics").Page<StatisticsPage>(_ => { });
        Assert.Contains(StatisticsSay.None.ToString(), page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=figure]"));
    }

    // Three circles, seven real ones each in three months, one duplicate, two drills of two alerts, and a practice press a day.
    private static async Task Autumn(World world)
    {
        await using var db = await world.Db();
        var now = world.Time.GetUtcNow();
        foreach (var circle in Enumerable.Range(0, 3))
            foreach (var number in Enumerable.Range(0, 7))
                Add(db, world, circle, Mode.Real, now.AddDays(-number * 12 - circle).AddHours(-number * 3), Ends[number], number % 2 == 0 ? world.Street.Shop(circle, 1) : null, kind: (Kind)(1 + number % 3));
        Add(db, world, 0, Mode.Real, now.AddDays(-3), Outcome.Duplicate, null);
        foreach (var number in Enumerable.Range(0, 4)) Add(db, world, 1, Mode.Drill, now.AddDays(number < 2 ? -30 : -5).AddMinutes(number * 5), Outcome.Drill, world.Street.Shop(1, 2), drill: number < 2 ? "first" : "second");
        foreach (var number in Enumerable.Range(0, 9)) Add(db, world, 2, Mode.Test, now.AddDays(-number), Outcome.Test, null);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    // One circle's shops in a police grid, another's first shop in a community grid, all others in none.
    private static async Task InGrids(World world)
    {
        await using var db = await world.Db();
        db.AddRange(new Grid { Id = "north", StationId = Street.StationId, Kind = GridKind.Police, Name = "北片" }, new Grid { Id = "seven", StationId = Street.StationId, Kind = GridKind.Community, Name = "七网格" });
        foreach (var shop in await db.Shops.ToListAsync(TestContext.Current.CancellationToken))
        {
            if (shop.CircleId == world.Street.Circles[0].Id) shop.PoliceGridId = "north";
            if (shop.Id == world.Street.Shop(1, 0).Id) shop.CommunityGridId = "seven";
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        await world.The<TownHall>().Refresh();
    }

    private static void Add(WhistleDb db, World world, int circle, Mode mode, DateTimeOffset at, Outcome? outcome, Shop? missed, string? drill = null, Kind kind = Kind.Fight)
    {
        var shop = world.Street.Shop(circle, 0);
        var alert = Alert.Raise(new Whistle(Ids.New(), shop.StationId, shop.CircleId, shop.Id, mode, kind, Silent: false, Needed: 1, drill), Officer, at, Clocks.Default, null);
        if (outcome is not (Outcome.Slip or Outcome.Test or Outcome.Duplicate)) Assert.Null(alert.Take(Officer, at.AddSeconds(20), Clocks.Default));
        if (outcome is { } end) End(alert, end, at.AddSeconds(100));
        alert.Lines.Clear(); // its timeline is the writer's, and no figure reads it
        db.Add(alert);
        foreach (var told in new[] { world.Street.Shop(circle, 1), world.Street.Shop(circle, 2) })
            db.Add(new Notice { Id = Ids.New(), AlertId = alert.Id, StationId = alert.StationId, To = To.Shop, ShopId = told.Id, DeviceId = world.Street.DeviceOf(told).Id, Name = told.Name, State = told == missed ? Delivery.Unreached : Delivery.Seen, Reason = told == missed ? Unreached.DeviceSilent : null, At = at });
    }

    private static void End(Alert alert, Outcome outcome, DateTimeOffset at)
    {
        if (outcome == Outcome.Duplicate) Assert.Null(alert.MergeInto(Some(alert, at), Officer, null, at));
        else Assert.Null(alert.Close(Officer, outcome, "x", at));
    }

    private static Alert Some(Alert like, DateTimeOffset at) => Alert.Raise(new Whistle("other", like.StationId, like.CircleId, like.ShopId, like.Mode, Kind.Fight, Silent: false, Needed: 1), Officer, at, Clocks.Default, null);

    private static PastQuery Read(string address)
    {
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x/" + address).Query).ToDictionary(p => p.Key, p => p.Value.ToString());
        string? Of(string name) => asked.GetValueOrDefault(name);
        return PastQuery.Read(Of("q"), Of("state"), Of("mode"), Of("kind"), Of("outcome"), Of("circle"), Of("from"), Of("until"), Of("page")).And(Of("of"), Of("area"), Of("hour"), Of("day"), Of("unreached"), Of("police"), Of("community"));
    }
}
