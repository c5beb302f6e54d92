using System.Text.Json;
using System.Text.Json.Nodes;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>A plan for an area drills the circles that the area has at that time.</summary>
public sealed class AreaStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    private static Task<AuthenticationState> SignedIn => Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")));

    [Fact]
    public async Task A_circle_that_is_founded_after_the_plan_is_planned_with_its_area_and_one_founded_after_that_starts_with_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Organizer);
        var made = console.Render<PlanNew>(f => f.Add(x => x.Who, Organizer).AddCascadingValue(SignedIn));
        await Eventually.True(() => made.FindAll("[data-testid=new-scenario] option").Count > 0, "the form is there");
        made.Find("[data-testid=new-title]").Change("全片区");
        made.Find("[data-testid=plan-area]").Change(world.Street.Area.Id);
        Assert.Empty(made.FindAll("[data-testid=plan-circle]"));
        Assert.Contains(world.Street.Circles[0].Name, made.Find("[data-testid=plan-whole-area]").TextContent, StringComparison.Ordinal);
        made.Find("[data-testid=new-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<PlanBoard>().Plans(Organizer)).Count == 1, "it is kept");

        var second = await Founded(world, "新组");
        Assert.All(await world.The<PlanBoard>().Circles(Organizer), c => Assert.NotNull(c.DueAt)); // the new one is due with the rest
        var plan = Assert.Single(await world.The<PlanBoard>().Plans(Organizer)).Plan;
        var form = console.Render<PlanForm>(f => f.Add(x => x.Who, Organizer).Add(x => x.Plan, plan).AddCascadingValue(SignedIn));
        await Eventually.True(() => form.FindAll("[data-testid=plan-whole-area]").Count == 1, "the plan's area is in the form");
        form.Find("[data-testid=plan-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<DrillBoard>().List(Organizer)).Count == 1, "it is planned");
        var drill = (await world.The<DrillBoard>().List(Organizer)).Single().Drill;
        Assert.Equal(new[] { world.Street.Circles[0].Id, second }.Order(StringComparer.Ordinal), drill.CircleIds);

        var third = await Founded(world, "更新的组");
        (await world.Console().Post($"drills/{drill.Id}/start", "{}")).Must(200);
        Assert.Contains(third, (await world.The<DrillBoard>().One(Organizer, drill.Id))!.Drill.CircleIds);
    }

    [Fact]
    public async Task A_circle_that_came_to_the_area_and_is_drilling_keeps_the_areas_drill_from_beginning_and_nothing_is_changed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var console = world.Console();
        var body = JsonSerializer.SerializeToNode(await world.Plan(console))!.AsObject();
        body.Remove("circleIds");
        body["areaId"] = world.Street.Area.Id;
        var drill = (await console.Post("drills", body.ToJsonString())).Must(201);
        Assert.Equal(world.Street.Area.Id, drill["areaId"]);
        var added = await Founded(world, "新组");
        body.Remove("areaId");
        body["circleIds"] = new JsonArray(added);
        var other = (await console.Post("drills", body.ToJsonString())).Must(201)["drillId"];
        (await console.Post($"drills/{other}/start", "{}")).Must(200);
        Assert.Equal("circleBusy", (await console.Post($"drills/{drill["drillId"]}/start", "{}")).Must(409)["refusal"]);
        Assert.Equal([world.Street.Circles[0].Id], (await world.The<DrillBoard>().One(Organizer, drill["drillId"]))!.Drill.CircleIds);
    }

    [Theory]
    [InlineData("theirs", true)]
    [InlineData("unknown", true)]
    [InlineData("empty", true)]
    [InlineData("mine", false)]
    public async Task An_area_of_another_station_without_circles_or_beside_circles_is_refused_where_it_is_typed(string which, bool alone)
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (theirs, empty) = (new Area { Id = Ids.New(), StationId = Ids.New(), Name = "别处" }, new Area { Id = Ids.New(), StationId = Street.StationId, Name = "空" });
        await using (var db = await world.Db())
        {
            db.Stations.Add(new Station { Id = theirs.StationId, Name = "别的派出所" });
            db.Areas.AddRange(theirs, empty);
            db.Circles.Add(new Circle { Id = Ids.New(), StationId = theirs.StationId, AreaId = theirs.Id, Name = "别组" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        }
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        var area = which switch { "theirs" => theirs.Id, "empty" => empty.Id, "mine" => world.Street.Area.Id, _ => "unknown" };
        var why = which switch { "theirs" or "unknown" => DrillSay.AreaElsewhere, "empty" => DrillSay.AreaEmpty, _ => DrillSay.AreaOrCircles };
        IReadOnlyList<string> circles = alone ? [] : [world.Street.Circles[0].Id];
        Assert.Equal(why, await world.The<PlanDesk>().Make(Organizer, new PlanRequest("一季一次", circles, ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null, AreaId: area)));
        var body = JsonSerializer.SerializeToNode(await world.Plan(world.Console()))!.AsObject();
        if (alone) body.Remove("circleIds");
        body["areaId"] = area;
        Assert.Equal(why.En, (await world.Console().Post("drills?lang=en", body.ToJsonString())).Must(400)["detail"]);
        Assert.Empty(await world.The<DrillBoard>().List(Organizer));
    }

    private static async Task<string> Founded(World world, string name)
    {
        var circle = new Circle { Id = Ids.New(), StationId = Street.StationId, AreaId = world.Street.Area.Id, Name = name };
        await using var db = await world.Db();
        db.Circles.Add(circle);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        return circle.Id;
    }
}
