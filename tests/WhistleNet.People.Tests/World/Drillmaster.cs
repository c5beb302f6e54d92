using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>Who plans, starts and ends drills from elsewhere.</summary>
public static class Drillmaster
{
    /// <summary>A drill of the circle of these shops, planned for now; the first of them presses where it is blind.</summary>
    public static async Task<string> PlanDrill(this House house, IReadOnlyList<Shop> circle, bool blind = false, string title = "老街演练")
    {
        var plan = new DrillPlanned(Ids.New(), Street.StationId, title, [circle[0].CircleId], ScenarioFiles.All.First(s => s.Expected.Any(e => e.What == Happening.Observed)).Id, DrillForm.Live, blind,
            house.The<TimeProvider>().GetUtcNow(), Armed: false, 30, blind ? circle[0].Id : null);
        return Did(await house.The<DrillDesk>().Plan(house.Organizer(), plan));
    }

    public static async Task<string> StartDrill(this House house, IReadOnlyList<Shop> circle, bool blind = false, string title = "老街演练") =>
        Did(await house.The<DrillDesk>().Start(house.Organizer(), await house.PlanDrill(circle, blind, title)));

    public static async Task StopDrill(this House house, string drill) => Did(await house.The<DrillDesk>().Stop(house.Organizer(), drill, "到时间了"));

    public static async Task TellOfDrill(this House house, string drill) => Did(await house.The<DrillDesk>().Announce(house.Organizer(), drill));

    public static Actor Organizer(this House house) => new(Ids.New(), "组织者", Role.Organizer) { StationId = house.Street.Station.Id };

    /// <summary>Holds the drill's button until the page says that it was sent.</summary>
    public static async Task WhistleInDrill(this Visitor visitor, string until = "sent")
    {
        await visitor.Press("whistle-drill");
        await visitor.Is(until);
        await visitor.LetGo();
    }

    /// <summary>The band of a drill at the station.</summary>
    public static ILocator Band(this Visitor visitor, string drill) => visitor.Page.Locator($"[data-testid=drill][data-drill='{drill}']");

    private static string Did(Ruling<Drill> ruling)
    {
        Assert.True(ruling.Done, ruling.ToString());
        return ruling.Value!.Id;
    }
}
