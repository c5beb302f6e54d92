using Bunit;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Live;

/// <summary>The console listens once, shows what the database believes, draws only what changed, and stops listening when it is gone.</summary>
public sealed class LiveAlertsTests
{
    [Fact]
    public async Task A_whistle_stands_on_the_console_with_its_mode_and_both_clocks()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        await using var console = new OfficerConsole(world, Officer(world));
        var station = console.OpenStation();

        var id = await Press(world, number: 0);

        await console.Shows(() => station.FindAll("[data-testid=alert]").Count == 1, "the alert is shown");
        var card = station.Find($"[data-testid=alert][data-alert='{id}']");
        Assert.Equal(("real", "raised"), (card.GetAttribute("data-mode"), card.GetAttribute("data-state")));
        Assert.NotEmpty(card.QuerySelector("[data-testid=clock-take]")!.GetAttribute("data-due")!);
        Assert.NotEmpty(card.QuerySelector("[data-testid=clock-widen]")!.GetAttribute("data-due")!);
        Assert.Equal("real", station.Find("[data-testid=alarms]").GetAttribute("data-mode"));
    }

    [Fact]
    public async Task The_ear_is_closed_with_the_screen()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var feed = world.The<AlertFeed>();
        var before = feed.Listeners;
        await using var console = new OfficerConsole(world, Officer(world));
        console.OpenStation();
        await Eventually.True(() => feed.Listeners == before + 1, "the console listens");

        await console.DisposeComponentsAsync();

        Assert.Equal(before, feed.Listeners);
    }

    [Fact]
    public async Task One_alert_that_moves_does_not_redraw_the_others()
    {
        await using var world = await World.With(circles: 2, shopsEach: 4);
        await using var console = new OfficerConsole(world, Officer(world));
        var station = console.OpenStation();
        var (first, second) = (await Press(world, 0), await Press(world, 1));
        await console.Shows(() => station.FindComponents<AlertCard>().Count == 2, "both are shown");
        await console.Shows(() => Quiet(station), "nothing moves any more");
        var drawn = Card(station, second).RenderCount;

        await world.The<AlertDesk>().Take(Officer(world), first);

        await console.Shows(() => station.Find($"[data-testid=alert][data-alert='{first}']").GetAttribute("data-state") == "taken", "the first is taken");
        Assert.Equal(drawn, Card(station, second).RenderCount);
    }

    [Fact]
    public async Task Closing_asks_for_an_outcome_and_a_reason_and_preselects_neither()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        await using var console = new OfficerConsole(world, Officer(world));
        var station = console.OpenStation();
        var id = await Press(world, 0);
        await console.Shows(() => station.FindAll("[data-testid=close]").Count == 1, "it can be closed");

        await station.Find("[data-testid=close]").ClickAsync(new());
        Assert.Empty(station.FindAll(".tile[aria-pressed=true]"));
        await station.Find(".close-form").SubmitAsync();
        await console.Shows(() => station.Find("[data-testid=refusal]").TextContent.Contains("请选择办结结果", StringComparison.Ordinal), "an outcome is asked for");
        await station.Find("[data-testid=outcome-slip]").ClickAsync(new());
        await station.Find(".close-form").SubmitAsync();
        await console.Shows(() => station.Find("[data-testid=refusal]").TextContent.Contains("请写明理由", StringComparison.Ordinal), "a reason is asked for");
        await station.Find("[data-testid=reason]").InputAsync(new() { Value = "孩子碰到的" });
        await station.Find(".close-form").SubmitAsync();

        await console.Shows(() => station.Find($"[data-testid=alert][data-alert='{id}']").GetAttribute("data-state") == "closed", "it is closed");
    }

    [Fact]
    public async Task An_officer_who_was_second_reads_who_was_first_and_when()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var id = await Press(world, 0);
        var other = new Actor("other", "李警官", Role.Officer, Street.StationId);
        var seen = await world.The<StationBoard>().One(Street.StationId, id);
        await world.The<AlertDesk>().Take(other, id);
        await using var console = new OfficerConsole(world, Officer(world));
        var card = console.Render<AlertCard>(c => c.Add(a => a.Now, seen!).Add(a => a.Who, Officer(world)));

        await card.Find("[data-testid=take]").ClickAsync(new());

        await console.Shows(() => card.Find("[data-testid=refusal]").TextContent.Contains("李警官", StringComparison.Ordinal), "who was first is named");
    }

    [Fact]
    public async Task Who_looks_without_the_right_sees_everything_and_no_button()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        await using var console = new OfficerConsole(world, new Actor("org", "张组织", Role.Organizer, Street.StationId));
        var station = console.OpenStation();
        await Press(world, 0);

        await console.Shows(() => station.FindAll("[data-testid=alert]").Count == 1, "the alert is shown");

        Assert.Empty(station.FindAll(".moves button"));
        Assert.Empty(station.FindAll("[data-testid=kind]"));
    }

    private static Actor Officer(World world) => world.Street.Devices.First(d => d.Kind == DeviceKind.OfficerToken).AsActor();

    private static async Task<string> Press(World world, int number)
    {
        var shop = world.Street.Shop(0, number);
        var request = new WhistleRequest(Guid.NewGuid().ToString("D"), IsTest: false, IsDrill: false, null, Kind.Fight, null, null, null, null, null);
        var ruling = await world.The<WhistleDesk>().Press(world.Street.DeviceOf(shop).AsActor(), shop.Id, request);
        return ruling.Value!.Press.AlertId;
    }

    private static IRenderedComponent<AlertCard> Card(IRenderedComponent<LiveAlerts> station, string id) => station.FindComponents<AlertCard>().Single(c => c.Instance.Now.Id == id);

    // Receipts of the station's own screens come a moment after the alert itself.
    private static bool Quiet(IRenderedComponent<LiveAlerts> station) => station.FindComponents<AlertCard>()
        .All(c => c.Instance.Now.Notices.Where(n => n.To == To.Shop && n.DeviceId is not null).All(n => n.State is Delivery.Unreached or Delivery.Pushed)
            && c.Instance.Now.Notices.Where(n => n.To == To.Station).All(n => n.State == Delivery.Seen));
}
