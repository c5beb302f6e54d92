using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>A form that does not suit a scenario is refused where it is typed, by one rule for page, plan and program.</summary>
public sealed class FitStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_table_top_of_a_scenario_for_the_street_alone_is_refused_with_what_it_suits()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var scenario = await ForTheStreetAlone(world);
        var refused = (await world.Console().Post("drills", JsonSerializer.Serialize(await world.Plan(world.Console(), form: "tableTop", scenario: scenario)))).Must(400);
        Assert.Contains("适合：实战", refused["detail"], StringComparison.Ordinal);
        var plan = new PlanRequest("一季一次", [world.Street.Circles[0].Id], scenario, DrillForm.TableTop, 20, 3, new TimeOnly(10, 0), null);
        Assert.Contains("适合：实战", (await world.The<PlanDesk>().Make(Organizer, plan))!.Value.Zh, StringComparison.Ordinal);
        Assert.Null(await world.The<PlanDesk>().Make(Organizer, plan with { Form = DrillForm.Live }));

        await using var console = new OfficerConsole(world, Organizer);
        var form = console.Render<PlanForm>(f => f.Add(x => x.Who, Organizer).AddCascadingValue(Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")))));
        await Eventually.True(() => form.FindAll("[data-testid=plan-scenario] option").Count > 0, "the form is there");
        form.Find("[data-testid=plan-scenario]").Change(scenario);
        form.Find("[data-testid=plan-form-kind]").Change(nameof(DrillForm.TableTop));
        Assert.Contains("适合：实战", form.Find("[data-testid=plan-unfit]").TextContent, StringComparison.Ordinal); // before anything is saved
        form.Find("[data-testid=plan-title]").Change("推演");
        form.Find($"[data-testid=plan-circle]").Change(true);
        form.Find("[data-testid=plan-save]").Closest("form")!.Submit();
        await Eventually.True(() => form.FindAll("[data-testid=problem]").Count == 1, "it is refused");
        Assert.Empty(await world.The<DrillBoard>().List(Organizer));
        form.Find("[data-testid=plan-form-kind]").Change(nameof(DrillForm.Live));
        Assert.Empty(form.FindAll("[data-testid=plan-unfit]"));
        form.Find("[data-testid=plan-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<DrillBoard>().List(Organizer)).Count == 1, "it is planned");
    }

    [Fact]
    public async Task A_test_of_the_ways_asks_for_no_scenario_and_plays_none_whatever_was_named()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var body = JsonSerializer.SerializeToNode(await world.Plan(world.Console(), form: "comms"))!.AsObject();
        Assert.False((await world.Console().Post("drills", body.ToJsonString())).Must(201).Has("scenario"));
        body.Remove("scenario");
        var drill = (await world.Console().Post("drills", body.ToJsonString())).Must(201)["drillId"];
        Assert.Null(await world.The<ObserverDesk>().Invite(Organizer, drill, null)); // it is quiet: there is nothing to see
        body["form"] = "live";
        Assert.Equal(DrillSay.NeedsScenario.En, (await world.Console().Post("drills?lang=en", body.ToJsonString())).Must(400)["detail"]);

        await using var console = new OfficerConsole(world, Organizer);
        var form = console.Render<PlanNew>(f => f.Add(x => x.Who, Organizer).AddCascadingValue(Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")))));
        await Eventually.True(() => form.FindAll("[data-testid=new-scenario] option").Count > 0, "the form is there");
        form.Find("[data-testid=new-form-kind]").Change(nameof(DrillForm.Comms));
        Assert.Empty(form.FindAll("[data-testid=new-scenario]"));
        form.Find("[data-testid=new-title]").Change("每月通信");
        form.Find("[data-testid=plan-circle]").Change(true);
        form.Find("[data-testid=new-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<PlanBoard>().Plans(Organizer)).Count == 1, "it is kept");
        Assert.Equal(Drill.NoScenario, (await world.The<PlanBoard>().Plans(Organizer)).Single().Plan.Scenario);
    }

    private static async Task<string> ForTheStreetAlone(World world)
    {
        var desk = world.The<ScenarioDesk>();
        await desk.Copy(Organizer, "robbery@1", "street-robbery");
        var text = (await world.The<ScenarioBoard>().Versions(Street.StationId, "street-robbery"))[0].Text;
        var at = text.IndexOf("\"forms\"", StringComparison.Ordinal);
        var street = $"{text[..at]}\"forms\": [\"live\"]{text[(text.IndexOf(']', at) + 1)..]}";
        Assert.Equal(2, (await desk.Save(Organizer, "street-robbery", 1, street)).Version);
        return "street-robbery@2";
    }
}
