using System.Text.Json;
using System.Text.Json.Nodes;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Who observes is planned by name and place; a link is made when it is given out, and who never came is named.</summary>
public sealed class PlannedObserverStories
{
    private static readonly Actor Organizer = new("g", "组织者", Role.Organizer, Street.StationId);

    private static Task<AuthenticationState> SignedIn => Task.FromResult(new AuthenticationState(Organizer.AsPrincipal("test")));

    [Fact]
    public async Task A_plans_observers_go_with_its_drill_get_their_links_at_a_press_and_who_never_came_is_named()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var post = world.Street.Shop(0, 1).Id;
        await using var console = new OfficerConsole(world, Organizer);
        await Made(world, console, ("陈观察", post), ("赵老师", null));
        var plan = Assert.Single(await world.The<PlanBoard>().Plans(Organizer)).Plan;
        var form = console.Render<PlanForm>(f => f.Add(x => x.Who, Organizer).Add(x => x.Plan, plan).AddCascadingValue(SignedIn));
        await Eventually.True(() => form.FindAll("[data-testid=post]").Count == 2, "the plan's observers are in the form");
        form.Find("[data-testid=plan-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<DrillBoard>().List(Organizer)).Count == 1, "it is planned");
        var drill = (await world.The<DrillBoard>().List(Organizer)).Single().Drill.Id;
        Assert.Equal([("赵老师", null, "expected"), ("陈观察", post, "expected")], await Observers(world, drill));
        await using (var db = await world.Db()) Assert.All(db.Observers.ToList(), o => Assert.Null(o.CodeHash)); // none is made before it is given out

        var page = console.Open(screen => { screen.OpenComponent<DrillPage>(0); screen.AddComponentParameter(1, nameof(DrillPage.Id), drill); screen.CloseComponent(); });
        await console.Shows(() => page.FindAll("[data-testid=observer][data-state=expected] [data-testid=observer-make]").Count == 2, "each has a button");
        await Row(page, "陈观察").QuerySelector("[data-testid=observer-make]")!.ClickAsync(new());
        await console.Shows(() => page.FindAll("[data-testid=link]").Count == 1, "the link is there");
        var first = page.Find("[data-testid=link]").GetAttribute("value")!;
        await Row(page, "陈观察").QuerySelector("[data-testid=observer-make]")!.ClickAsync(new());
        await console.Shows(() => page.Find("[data-testid=link]").GetAttribute("value") != first, "and another, where the first was lost");
        using var phone = new Guest(world);
        Assert.Equal(404, (await phone.Open(new Uri(first).PathAndQuery)).Code); // the old one ends
        var link = new Uri(page.Find("[data-testid=link]").GetAttribute("value")!);
        Assert.Equal(200, (await phone.Open(link.PathAndQuery)).Code);
        await phone.Send($"/observe/{drill}", ("code", link.Query.Split("code=")[1]), ("personName", "陈观察"));

        var http = world.Console();
        (await http.Post($"drills/{drill}/start", "{}")).Must(200);
        (await http.Post($"drills/{drill}/stop", """{"reason":"完成"}""")).Must(200);
        Assert.Equal([("赵老师", null, "expected"), ("陈观察", post, "joined")], await Observers(world, drill));
        await console.Shows(() => page.FindAll("[data-testid=observers-absent]").Count == 1, "who never came is named");
        Assert.EndsWith("赵老师", page.Find("[data-testid=observers-absent]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=observer-make]"));
    }

    [Theory]
    [InlineData("""[{"name":""}]""", true)]
    [InlineData("""[{"name":"张","shopId":"elsewhere"}]""", false)]
    [InlineData("""[{"shopId":"mine"}]""", false)]
    [InlineData("""["张"]""", false)]
    [InlineData("""{"name":"张"}""", false)]
    [InlineData("""[{"name":7}]""", false)]
    public async Task Who_cannot_observe_is_refused_where_it_is_typed_and_an_empty_row_is_nobody(string observers, bool taken)
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var body = JsonSerializer.SerializeToNode(await world.Plan(world.Console()))!.AsObject();
        body["observers"] = JsonNode.Parse(observers.Replace("mine", world.Street.Shop(0, 0).Id, StringComparison.Ordinal));
        var answer = (await world.Console().Post("drills", body.ToJsonString())).Must(taken ? 201 : 400);
        Assert.Equal(taken ? 1 : 0, (await world.The<DrillBoard>().List(Organizer)).Count);
        if (taken) Assert.Empty(answer.Json.GetProperty("observers").EnumerateArray());
    }

    [Fact]
    public async Task A_plan_says_why_its_observers_cannot_be_and_forgets_their_names_when_it_ends()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var (desk, plan) = (world.The<PlanDesk>(), new PlanRequest("一季一次", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, 20, 3, new TimeOnly(10, 0), null));
        Assert.Equal(DrillSay.ObserverElsewhere, await desk.Make(Organizer, plan with { Observers = [new("张", world.Street.Shop(1, 0).Id)] }));
        Assert.Equal(DrillSay.TooManyObservers, await desk.Make(Organizer, plan with { Observers = [.. Enumerable.Range(0, 61).Select(i => new ObserverPost($"张{i}", null))] }));
        Assert.Equal(DrillSay.CommsUnobserved, await desk.Make(Organizer, plan with { Form = DrillForm.Comms, Observers = [new("张", null)] }));
        Assert.Null(await desk.Make(Organizer, plan with { Observers = [new("张", null), new("张", null)] }));
        var kept = Assert.Single(await world.The<PlanBoard>().Plans(Organizer)).Plan;
        Assert.Equal([new ObserverPost("张", null)], kept.Observers);
        Assert.Null(await desk.Stop(Organizer, kept.Id, "换计划"));
        await using var db = await world.Db();
        Assert.Empty(Assert.Single(db.DrillPlans.ToList()).Observers);
    }

    private static async Task Made(World world, OfficerConsole console, params (string Name, string? Shop)[] observers)
    {
        var made = console.Render<PlanNew>(f => f.Add(x => x.Who, Organizer).AddCascadingValue(SignedIn));
        await Eventually.True(() => made.FindAll("[data-testid=new-scenario] option").Count > 0, "the form is there");
        made.Find("[data-testid=new-title]").Change("一季一次");
        made.Find("[data-testid=plan-circle]").Change(true);
        foreach (var (name, shop) in observers)
        {
            made.Find("[data-testid=post-add]").Click();
            made.FindAll("[data-testid=post-name]")[^1].Change(name);
            if (shop is not null) made.FindAll("[data-testid=post-shop]")[^1].Change(shop);
        }
        made.Find("[data-testid=new-save]").Closest("form")!.Submit();
        await Eventually.True(async () => (await world.The<PlanBoard>().Plans(Organizer)).Count == 1, "it is kept");
    }

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<Live.LiveAlerts> page, string name) => page.FindAll("[data-testid=observer]").Single(o => o.TextContent.Contains(name, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<(string?, string?, string?)>> Observers(World world, string drill) => [.. (await world.Console().Get($"drills/{drill}")).Must(200).Json.GetProperty("observers").EnumerateArray()
        .Select(o => (o.GetProperty("name").GetString(), o.TryGetProperty("shopId", out var shop) ? shop.GetString() : null, o.GetProperty("state").GetString()))];
}
