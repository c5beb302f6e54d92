using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>Whether each circle could form a unit now, as the API and the page say it.</summary>
public sealed class ReadinessStories
{
    [Fact]
    public async Task A_circle_with_people_gear_devices_and_a_drill_is_ready_and_a_fault_takes_it_out_at_once()
    {
        await using var world = await World.With(2, 4);
        var shield = await Ready(world);
        Assert.Equal((true, ""), await Answer(world, 0));
        Assert.Equal((false, "tooFewOnShift nobodyTrained noShield noFork neverDrilled"), await Answer(world, 1));

        Assert.Null(await world.The<GearDesk>().Inspect(Stock.Officer, shield, new Inspected(false, [])));
        Assert.Equal((false, "noShield"), await Answer(world, 0));
        Assert.Null(await world.The<GearDesk>().Inspect(Stock.Officer, shield, new Inspected(true, GearKind.Shield.Rule().Checks)));
        Assert.Null(await world.The<ShopDesk>().Set(Stock.Officer, world.Street.Shop(0, 3).Id, "Mo-Su 18:00-22:00", trained: false, silent: false));
        Assert.Equal((false, "tooFewOpen"), await Answer(world, 0)); // ten in the morning
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(91, false)]
    public async Task A_device_that_has_not_beaten_for_ninety_seconds_is_not_there(int seconds, bool ready)
    {
        await using var world = await World.With(1, 4);
        await Ready(world);
        foreach (var n in new[] { 1, 2, 3 }) world.The<Presence>().Beat(world.Street.DeviceOf(world.Street.Shop(0, n)).Id);
        if (seconds > 0)
        {
            world.Time.Advance(TimeSpan.FromSeconds(seconds));
            foreach (var n in new[] { 1, 2, 3 }) world.The<Presence>().Beat(world.Street.DeviceOf(world.Street.Shop(0, n)).Id);
        }
        Assert.Equal((ready, ready ? "" : "tooFewOnShift"), await Answer(world, 0));
    }

    [Theory]
    [InlineData(DrillForm.TableTop, true, DrillEnd.TimeOver)]
    [InlineData(DrillForm.Live, false, DrillEnd.TimeOver)]
    [InlineData(DrillForm.Live, true, DrillEnd.RealAlert)]
    public async Task A_table_top_one_in_which_nothing_sounded_and_one_that_gave_way_are_no_live_drills(DrillForm form, bool sounded, DrillEnd end)
    {
        await using var world = await World.With(1, 4);
        await Ready(world);
        await using (var db = await world.Db())
            await db.Drills.ExecuteUpdateAsync(d => d.SetProperty(x => x.Form, form).SetProperty(x => x.End, end).SetProperty(x => x.FirstSoundAt, x => sounded ? x.StartedAt : null), TestContext.Current.CancellationToken);
        Assert.Equal((false, "neverDrilled"), await Answer(world, 0));
    }

    [Fact]
    public async Task The_page_of_circles_and_that_of_one_say_why_and_what_would_close_it()
    {
        await using var world = await World.With(2, 4);
        var shield = await Ready(world);
        await using var console = new OfficerConsole(world, Stock.Officer);
        Assert.Null(await world.The<GearDesk>().Inspect(Stock.Officer, shield, new Inspected(false, [])));
        var (circles, readiness) = (world.The<RegisterBoard>().Circles(Street.StationId, null), world.The<ReadinessBoard>());
        var gap = Assert.Single((await readiness.Of(Street.StationId, circles))[0].Readiness.Gaps);
        var words = ReadinessSay.Of(gap, Shell.StationTime.Utc, world.The<TownHall>().Town);
        Assert.Contains(world.Item(shield).Serial, words, StringComparison.Ordinal);
        Assert.Contains("0-0 小店", words, StringComparison.Ordinal);
        var page = console.Render<CirclePage>(p => p.Add(c => c.Id, world.Street.Circles[0].Id).AddCascadingValue(Task.FromResult(new AuthenticationState(Stock.Officer.AsPrincipal("test")))));
        await Eventually.True(() => page.FindAll("[data-testid=gap]").Count == 1, "the page says why");
        Assert.Equal(("noShield", words, "false"), (page.Find("[data-testid=gap]").GetAttribute("data-why"), page.Find("[data-testid=gap]").TextContent, page.Find("[data-testid=ready]").GetAttribute("data-ready")));
        Assert.Equal(168, page.FindAll("[data-testid=week-map] i[data-state=gap]").Count);
        var week = readiness.Week(world.Street.Circles[0]);
        Assert.Equal([NotReady.NoShield], week.Gaps.Select(g => g.Why));
        Assert.Equal(168, week.Gaps[0].Hours);
    }

    /// <summary>Makes the first circle ready; the shield's id.</summary>
    private static async Task<string> Ready(World world)
    {
        foreach (var shop in world.Street.Shops.Where(s => s.Ref.StartsWith("0-", StringComparison.Ordinal))) world.The<Presence>().Beat(world.Street.DeviceOf(shop).Id);
        Assert.Null(await world.The<ShopDesk>().Set(Stock.Officer, world.Street.Shop(0, 0).Id, null, trained: true, silent: false));
        await world.Stocked(GearKind.Fork, world.Street.Shop(0, 1));
        var drill = await world.Planned(world.Console());
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        (await world.Shop(0, 0).Press(new { mode = "drill", drillId = drill })).Must(201);
        (await world.Console().Post($"drills/{drill}/stop", """{"reason":"x"}""")).Must(200);
        return await world.Stocked(GearKind.Shield, world.Street.Shop(0, 0));
    }

    private static async Task<(bool, string)> Answer(World world, int circle)
    {
        var one = (await world.Console().Get("circles")).Must(200).Json.GetProperty("circles").EnumerateArray().Single(c => c.GetProperty("id").GetString() == world.Street.Circles[circle].Id);
        return (one.GetProperty("ready").GetBoolean(), string.Join(' ', one.GetProperty("reasons").EnumerateArray().Select(r => r.GetString())));
    }
}
