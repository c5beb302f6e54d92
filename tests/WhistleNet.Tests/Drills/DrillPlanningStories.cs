using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>Before a drill begins: planned and refused, armed, held back, called off.</summary>
public sealed class DrillPlanningStories
{
    [Fact]
    public async Task An_armed_drill_starts_by_itself_at_its_time_and_not_beside_a_real_alert()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var console = world.Console();
        var (free, locked) = (await world.Planned(console, inMinutes: 10, armed: true), await world.Planned(console, circles: [1], inMinutes: 20, armed: true));
        await world.Forward(599);
        Assert.Equal("planned", (await console.Get($"drills/{free}"))["state"]);
        await world.Forward(1);
        Assert.Equal("running", (await console.Get($"drills/{free}"))["state"]);
        (await world.Shop(0, 0).Press()).Must(201);
        await world.Forward(600);
        var held = await console.Get($"drills/{locked}");
        Assert.Equal(("planned", "False"), (held["state"], held["armed"]));
        Assert.Equal("realAlertOpen", held.Json.GetProperty("lines").EnumerateArray().Last().GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_armed_drill_whose_time_passed_while_the_house_was_down_waits_for_a_person()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var (early, late) = (await world.Planned(world.Console(), inMinutes: 1, armed: true), await world.Planned(world.Console(), circles: [1], inMinutes: 8, armed: true));
        await world.Restart(after: TimeSpan.FromMinutes(12));
        await world.Forward(1);
        Assert.Equal("planned", (await world.Console().Get($"drills/{early}"))["state"]); // eleven minutes late: nobody expects it any more
        Assert.Equal("running", (await world.Console().Get($"drills/{late}"))["state"]);
    }

    [Theory]
    [InlineData("""{"title":""}""")]
    [InlineData("""{"circleIds":[]}""")]
    [InlineData("""{"circleIds":["elsewhere"]}""")]
    [InlineData("""{"circleIds":"x"}""")]
    [InlineData("""{"scenario":"no-such@1"}""")]
    [InlineData("""{"form":"parade"}""")]
    [InlineData("""{"startsAt":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"startsAt":"tomorrow"}""")]
    [InlineData("""{"startsAt":"2036-01-01T00:00:00Z"}""")]
    [InlineData("""{"minutes":0}""")]
    [InlineData("""{"minutes":1000}""")]
    [InlineData("""{"blind":true}""")]
    [InlineData("""{"pressShopId":"elsewhere"}""")]
    [InlineData("""{"phoneRungs":[1]}""")]
    [InlineData("""{"phoneRungs":["2"]}""")]
    [InlineData("""{"phoneRungs":[2],"form":"tableTop"}""")]
    public async Task A_plan_that_cannot_be_is_refused_with_the_reason_and_nothing_is_stored(string wrong)
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var body = JsonSerializer.SerializeToNode(await world.Plan(world.Console()))!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(wrong)!.AsObject()) body[name] = value?.DeepClone();
        var refused = (await world.Console().Post("drills", body.ToJsonString())).Must(400);
        Assert.NotEqual("", refused["detail"]);
        Assert.Equal(0, (await world.Console().Get("drills")).Json.GetProperty("drills").GetArrayLength());
    }

    [Fact]
    public async Task Two_that_would_start_by_themselves_in_one_circle_at_one_time_are_not_planned()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        await world.Planned(world.Console(), inMinutes: 60, armed: true);
        var plan = await world.Plan(world.Console(), inMinutes: 70, armed: true);
        Assert.Equal("circleBusy", (await world.Console().Post("drills", JsonSerializer.Serialize(plan))).Must(409)["refusal"]);
        await world.Planned(world.Console(), circles: [1], inMinutes: 70, armed: true);
        await world.Planned(world.Console(), inMinutes: 70);
    }

    [Fact]
    public async Task A_drill_is_called_off_before_it_began_with_a_reason_and_stopped_once_it_runs()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = world.Console();
        var drill = await world.Planned(console);
        Assert.Equal("reasonMissing", (await console.Post($"drills/{drill}/cancel", "{}")).Must(409)["refusal"]);
        Assert.Equal("cancelled", (await console.Post($"drills/{drill}/cancel", """{"reason":"下雨"}""")).Must(200)["state"]);
        Assert.Equal("alreadyClosed", (await console.Post($"drills/{drill}/start", "{}")).Must(409)["refusal"]);
        var other = await world.Planned(console);
        Assert.Equal("drillNotRunning", (await console.Post($"drills/{other}/announce", "{}")).Must(409)["refusal"]);
        Assert.Equal("drillNotRunning", (await console.Post($"drills/{other}/stop", """{"reason":"x"}""")).Must(409)["refusal"]);
        (await console.Post($"drills/{other}/start", "{}")).Must(200);
        Assert.Equal("notPermitted", (await console.Post($"drills/{other}/cancel", """{"reason":"x"}""")).Must(409)["refusal"]);
    }
}
