using System.Text.Json;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>Drills that a story plans.</summary>
public static class Planning
{
    /// <summary>What a program sends to plan a drill of these circles.</summary>
    public static async Task<object> Plan(this World world, Client console, int[]? circles = null, int inMinutes = 0, int minutes = 30, string form = "live", bool blind = false, bool armed = false, string? scenario = null, string? pressShop = null)
    {
        scenario ??= (await console.Get("drills")).Must(200).Json.GetProperty("scenarios")[0].GetString();
        return new
        {
            title = "老街演练", circleIds = (circles ?? [0]).Select(c => world.Street.Circles[c].Id).ToArray(), scenario, form, blind, armed, minutes,
            startsAt = world.Time.GetUtcNow().AddMinutes(inMinutes), pressShopId = pressShop ?? (blind ? world.Street.Shop((circles ?? [0])[0], 0).Id : null),
        };
    }

    /// <summary>Plans it; its id.</summary>
    public static async Task<string> Planned(this World world, Client console, int[]? circles = null, int inMinutes = 0, int minutes = 30, string form = "live", bool blind = false, bool armed = false, string? scenario = null, string? pressShop = null, string? planId = null) =>
        planId is not null ? await world.PlannedFor(planId) : (await console.Post("drills", JsonSerializer.Serialize(await world.Plan(console, circles, inMinutes, minutes, form, blind, armed, scenario, pressShop)))).Must(201)["drillId"];

    /// <summary>One that plays this scenario, in which the first shop of the first circle presses; begun.</summary>
    public static async Task<string> Begun(this World world, Client console, string scenario)
    {
        var drill = await world.Planned(console, scenario: scenario, pressShop: world.Street.Shop(0, 0).Id);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        return drill;
    }

    /// <summary>The phone of somebody who was given a link and opened it.</summary>
    public static async Task<Guest> Observer(this World world, Actor by, string drill)
    {
        var code = await world.The<ObserverDesk>().Invite(by, drill, null);
        var phone = new Guest(world);
        await phone.Open($"/observe/{drill}?code={code}");
        Assert.Equal(302, (await phone.Send($"/observe/{drill}", ("code", code!), ("personName", "陈观察"))).Code);
        return phone;
    }

    public static Actor Commander(this Street _) => new("commander", "赵所长", Role.DutyCommander, Street.StationId);

    // Which plan a drill fulfils is chosen on the console alone.
    private static async Task<string> PlannedFor(this World world, string planId)
    {
        var by = new Actor("g", "组织者", Role.Organizer, Street.StationId);
        var plan = new DrillPlanned(Ids.New(), Street.StationId, "按计划", [world.Street.Circles[0].Id], ScenarioFiles.All[0].Id, DrillForm.Live, Blind: false, world.Time.GetUtcNow(), Armed: false, 20, null, planId);
        return (await world.The<DrillDesk>().Plan(by, plan)).Value!.Id;
    }
}
