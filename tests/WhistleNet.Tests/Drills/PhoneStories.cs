using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>A drill rings the telephones that its plan names, and no other.</summary>
public sealed class PhoneStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    private static Task<AuthenticationState> SignedIn => Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")));

    [Fact]
    public async Task A_telephone_that_is_ticked_in_a_plan_goes_with_its_drill_and_alone_is_called_while_nobody_takes_the_alert()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Organizer);
        var made = console.Render<PlanNew>(f => f.Add(x => x.Who, Organizer).AddCascadingValue(SignedIn));
        await Eventually.True(() => made.FindAll("[data-testid=new-scenario] option").Count > 0, "the form is there");
        made.Find("[data-testid=new-title]").Change("一季一次");
        made.Find("[data-testid=plan-circle]").Change(true);
        Assert.Equal(["2", "3"], made.FindAll("[data-testid=phone-rung]").Select(r => r.GetAttribute("data-rung"))); // the first rung is a console
        made.Find("[data-testid=phone-rung][data-rung='2']").Change(true);
        made.Find("[data-testid=new-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<PlanBoard>().Plans(Organizer)).Count == 1, "it is kept");
        var plan = Assert.Single(await world.The<PlanBoard>().Plans(Organizer)).Plan;
        Assert.Equal([2], plan.PhoneRungs);

        var form = console.Render<PlanForm>(f => f.Add(x => x.Who, Organizer).Add(x => x.Plan, plan).AddCascadingValue(SignedIn));
        await Eventually.True(() => form.FindAll("[data-testid=phone-rung][data-rung='2'][checked]").Count == 1, "the plan's tick is in the form");
        form.Find("[data-testid=plan-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<DrillBoard>().List(Organizer)).Count == 1, "it is planned");
        var drill = (await world.The<DrillBoard>().List(Organizer)).Single().Drill.Id;
        var page = console.Open(screen => { screen.OpenComponent<DrillPage>(0); screen.AddComponentParameter(1, nameof(DrillPage.Id), drill); screen.CloseComponent(); });
        await console.Shows(() => page.FindAll("[data-testid=drill-phones]").Count == 1, "the drill says what it may ring");
        Assert.Contains("值班电话", page.Find("[data-testid=drill-phones]").TextContent, StringComparison.Ordinal);

        var http = world.Console();
        Assert.Equal("2", (await http.Post($"drills/{drill}/start", "{}")).Must(200).Json.GetProperty("phoneRungs")[0].GetRawText());
        var alert = (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201).AlertId;
        foreach (var seconds in new[] { 30, 30, 60 }) await world.Forward(seconds);
        var seen = await http.Get($"alerts/{alert}");
        var called = seen.Json.GetProperty("lines").EnumerateArray().Where(l => l.GetProperty("what").GetString() == "escalated").Select(l => l.GetProperty("text").GetString()!).ToList();
        Assert.Equal([false, false, true], called.Select(text => text.EndsWith(DrillSay.NotCalled, StringComparison.Ordinal)));
        var rungs = seen.Json.GetProperty("notices").EnumerateArray().Where(n => n.GetProperty("to").GetString() == "rung").Select(n => (n.GetProperty("name").GetString()!, n.GetProperty("state").GetString())).ToList();
        Assert.Equal(2, rungs.Count);
        Assert.Equal("unreached", Assert.Single(rungs, r => r.Item1.StartsWith("值班电话", StringComparison.Ordinal)).Item2); // no way out to a telephone is connected
    }

    [Fact]
    public async Task A_telephone_that_was_ticked_stays_itself_when_the_ladder_is_numbered_anew_and_is_rung_no_more_once_it_is_gone()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var plan = new PlanRequest("一季一次", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null, PhoneRungs: [2]);
        Assert.Null(await world.The<PlanDesk>().Make(Organizer, plan));
        var drill = new DrillPlanned(Ids.New(), Street.StationId, "演练", plan.CircleIds, plan.Scenario!, DrillForm.Live, Blind: false, world.Time.GetUtcNow(), Armed: false, 20, null) { PhoneRungs = [2] };
        Assert.True((await world.The<DrillDesk>().Plan(Organizer, drill)).Done);

        await Saved(rungs => rungs.Add(new() { AfterSeconds = 45, Name = "第三民警", Kind = RungKind.Console }));
        Assert.Equal("值班电话 Duty phone", world.The<TownHall>().Ladders.Of(Street.StationId).Single(r => r.Number == 3).Name);
        await Named(3);
        await Saved(rungs => rungs.RemoveAll(r => r.Name.StartsWith("值班电话", StringComparison.Ordinal)));
        Assert.Equal(RungKind.Phone, world.The<TownHall>().Ladders.Of(Street.StationId).Single(r => r.Number == 3).Kind); // the county's, which nobody ticked
        await Named();

        async Task Saved(Action<List<StationSettings.RungField>> change)
        {
            var hall = world.The<TownHall>();
            var settings = StationSettings.Of(hall.Town.Stations[Street.StationId], hall.Ladders.Of(Street.StationId));
            change(settings.Rungs);
            Assert.Null(await world.The<SettingsDesk>().Save(new Actor("a", "管理员", Role.Admin, Street.StationId), Street.StationId, settings));
        }

        async Task Named(params int[] rungs)
        {
            Assert.Equal(rungs, Assert.Single(await world.The<PlanBoard>().Plans(Organizer)).Plan.PhoneRungs);
            Assert.Equal(rungs, (await world.The<DrillBoard>().One(Organizer, drill.DrillId))!.Drill.PhoneRungs);
        }
    }

    [Fact]
    public async Task A_form_that_makes_no_alert_has_no_telephone_to_tick_and_a_plan_of_it_that_names_one_is_refused()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await using var console = new OfficerConsole(world, Organizer);
        var made = console.Render<PlanNew>(f => f.Add(x => x.Who, Organizer).AddCascadingValue(SignedIn));
        await Eventually.True(() => made.FindAll("[data-testid=phone-rung]").Count == 2, "a live one has");
        made.Find("[data-testid=new-form-kind]").Change(DrillForm.TableTop.ToString());
        Assert.Empty(made.FindAll("[data-testid=phone-rung]"));
        var plan = new PlanRequest("一季一次", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.TableTop, 20, 3, new TimeOnly(10, 0), null, PhoneRungs: [2]);
        Assert.Equal(DrillSay.PhonesOnlyLive, await world.The<PlanDesk>().Make(Organizer, plan));
        Assert.Equal(DrillSay.NoSuchPhone, await world.The<PlanDesk>().Make(Organizer, plan with { Form = DrillForm.Live, PhoneRungs = [1] }));
    }
}
