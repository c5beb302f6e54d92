using System.Text.Json;
using System.Text.Json.Nodes;
using Bunit;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Shops that moved to another circle between the plan and the start of a drill.</summary>
public sealed class MovedStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_blind_drill_whose_pressing_shop_left_its_circles_does_not_begin_and_the_organizer_reads_why()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var http = world.Console();
        var drill = await world.Planned(http, blind: true);
        var presser = world.Street.Shop(0, 0);
        await Moved(world, presser.Id, world.Street.Circles[1].Id);
        var refused = (await http.Post($"drills/{drill}/start?lang=en", "{}")).Must(409);
        Assert.Equal(("pressShopElsewhere", "planned"), (refused["refusal"], refused["state"]));

        await using var console = new OfficerConsole(world, Organizer);
        var page = console.Open(screen => { screen.OpenComponent<DrillPage>(0); screen.AddComponentParameter(1, nameof(DrillPage.Id), drill); screen.CloseComponent(); });
        await console.Shows(() => page.FindAll("[data-testid=drill-start]").Count == 1, "it can be started");
        await page.Find("[data-testid=drill-start]").ClickAsync(new());
        await console.Shows(() => page.Find("[data-testid=drill-refusal]").TextContent.StartsWith(ProblemSay.Of(Alerts.Refusal.PressShopElsewhere).Zh, StringComparison.Ordinal), "why it does not begin");

        await Moved(world, presser.Id, world.Street.Circles[0].Id);
        (await http.Post($"drills/{drill}/start", "{}")).Must(200);
    }

    [Fact]
    public async Task An_armed_drill_one_of_whose_observers_would_stand_elsewhere_is_held_back_and_its_timeline_says_why()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var http = world.Console();
        var body = JsonSerializer.SerializeToNode(await world.Plan(http, inMinutes: 1, armed: true))!.AsObject();
        body["observers"] = new JsonArray(new JsonObject { ["name"] = "陈观察", ["shopId"] = world.Street.Shop(0, 1).Id }, new JsonObject { ["name"] = "赵老师" });
        var drill = (await http.Post("drills", body.ToJsonString())).Must(201)["drillId"];
        await Moved(world, world.Street.Shop(0, 1).Id, world.Street.Circles[1].Id);
        await world.Forward(61);
        var held = await http.Get($"drills/{drill}");
        Assert.Equal(("planned", "False"), (held["state"], held["armed"]));
        var seen = (await world.The<DrillBoard>().One(Organizer, drill))!;
        var line = Assert.Single(seen.Lines, l => l.What == DrillEntry.HeldBack);
        Assert.Equal(ProblemSay.Of(Alerts.Refusal.ObserverElsewhere).ToString(), DrillSay.TextOf(line, null));
        Assert.Equal("observerElsewhere", (await http.Post($"drills/{drill}/start", "{}")).Must(409)["refusal"]);
    }

    private static async Task Moved(World world, string shopId, string circleId)
    {
        await using (var db = await world.Db())
        {
            db.Shops.Single(s => s.Id == shopId).CircleId = circleId;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        }
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
    }
}
