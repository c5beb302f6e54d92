using Bunit;
using Microsoft.AspNetCore.Components;
using WhistleNet.Alerts;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>The drills at the console move with what others do to them.</summary>
public sealed class DrillScreenTests
{
    [Fact]
    public async Task A_drill_that_somebody_else_plans_or_calls_off_moves_on_the_list_without_a_reload()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Officer);
        var page = console.Open(Page<DrillsPage>());
        await console.Shows(() => page.FindAll(".calm").Count == 1, "there is no drill yet");

        var drill = await world.Planned(world.Console(), inMinutes: 30);
        await console.Shows(() => Row(page, drill) == "planned", "it is planned");
        (await world.Console().Post($"drills/{drill}/cancel", """{"reason":"下雨"}""")).Must(200);
        await console.Shows(() => Row(page, drill) == "cancelled", "it is called off");
    }

    [Fact]
    public async Task A_drill_that_was_called_off_says_when_by_whom_and_why_and_asks_for_no_observer_any_more()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await using var console = new OfficerConsole(world, new Actor("g", "宋丽", Role.Organizer, Street.StationId));
        var drill = await world.Planned(world.Console(), inMinutes: 30);
        var page = console.Open(Page<DrillPage>(nameof(DrillPage.Id), drill));
        await console.Shows(() => page.FindAll("[data-testid=observer-add]").Count == 1, "an observer can still be asked for");
        (await world.Console().Post($"drills/{drill}/cancel", """{"reason":"下雨"}""")).Must(200);
        await console.Shows(() => State(page) == "cancelled", "it is called off");
        Assert.Empty(page.FindAll("[data-testid=observers]"));
        Assert.EndsWith(" · 下雨", page.Find("[data-testid=drill-ending]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_drill_stands_on_no_officers_list_before_its_first_sound()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, new Actor("o", "小李", Role.Officer, Street.StationId));
        var page = console.Open(Page<DrillsPage>());
        var drill = await world.Planned(world.Console(), blind: true);
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        var open = await world.Planned(world.Console(), inMinutes: 60);
        await console.Shows(() => Row(page, open) == "planned", "what is no secret is there");
        Assert.Null(Row(page, drill));

        (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201);
        await console.Shows(() => Row(page, drill) == "running", "from the first sound on everybody sees it");
    }

    [Fact]
    public async Task The_page_of_a_drill_says_each_of_its_alerts_by_time_shop_and_state_and_that_it_is_none()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Officer);
        var drill = await world.Planned(world.Console());
        var page = console.Open(Page<DrillPage>(nameof(DrillPage.Id), drill));
        await console.Shows(() => State(page) == "planned", "it is planned");
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        await console.Shows(() => page.FindAll("[data-testid=drill-ends] time[data-due]").Count == 1, "it runs, and says until when");

        var press = (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201);
        await console.Shows(() => page.FindAll($"[data-testid=drill-alerts] [data-alert='{press.AlertId}']").Count == 1, "its alert is there");
        var row = page.Find($"[data-alert='{press.AlertId}']");
        Assert.Equal("drill", row.GetAttribute("data-mode"));
        Assert.All(new[] { AlertSay.Of(Mode.Drill).Zh, world.Street.Shop(0, 0).Name, AlertSay.Of(AlertState.Raised).Zh }, word => Assert.Contains(word, row.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(press.AlertId, row.TextContent, StringComparison.Ordinal);

        (await world.Console().Post($"alerts/{press.AlertId}/take", "{}")).Must(200);
        await console.Shows(() => page.Find($"[data-alert='{press.AlertId}']").GetAttribute("data-state") == "taken", "it moves with the alert");
    }

    [Fact]
    public async Task A_start_beside_a_real_alert_is_refused_in_words_and_telling_is_a_button_with_a_clock()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Officer);
        var drill = await world.Planned(world.Console());
        var real = (await world.Shop(0, 1).Press(new { })).Must(201);
        var page = console.Open(Page<DrillPage>(nameof(DrillPage.Id), drill));
        await console.Shows(() => page.FindAll("[data-testid=drill-start]").Count == 1, "it can be asked for");
        await page.Find("[data-testid=drill-start]").ClickAsync(new());
        await console.Shows(() => page.Find("[data-testid=drill-refusal]").TextContent.Contains(DrillSay.Of(Refusal.RealAlertOpen).Zh, StringComparison.Ordinal), "why it does not begin");
        Assert.Equal("planned", State(page));

        (await world.Console().Post($"alerts/{real.AlertId}/close", """{"outcome":"nothingFound","reason":"没事"}""")).Must(200);
        await page.Find("[data-testid=drill-start]").ClickAsync(new());
        await console.Shows(() => State(page) == "running", "now it begins");
        (await world.Console().Post($"drills/{drill}/stop", """{"reason":"够了"}""")).Must(200);
        await console.Shows(() => page.FindAll("[data-testid=drill-untold] time[data-due]").Count == 1, "until when everybody is told");
        await page.Find("[data-testid=drill-announce]").ClickAsync(new());
        await console.Shows(() => page.FindAll("[data-testid=drill-told][data-late=false]").Count == 1, "everybody was told");
    }

    [Fact]
    public async Task A_running_drill_stands_first_at_the_station_and_a_real_alert_before_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await using var console = new OfficerConsole(world, Officer);
        var page = console.OpenStation();
        var drill = await world.Planned(world.Console());
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        await console.Shows(() => First(page) == "drill", "the drill stands where the eye looks first");

        (await world.Shop(0, 1).Press(new { })).Must(201);
        await console.Shows(() => First(page) == "real" && page.FindAll("[data-testid=drill][data-state=over]").Count == 1, "a real alert stands before what is left of the drill");
    }

    private static readonly Actor Officer = new("o", "王警官", Role.DutyCommander, Street.StationId);

    private static RenderFragment Page<TPage>(string? name = null, string? value = null) where TPage : IComponent => screen =>
    {
        screen.OpenComponent<TPage>(0);
        if (name is not null) screen.AddComponentParameter(1, name, value);
        screen.CloseComponent();
    };

    private static string? Row(IRenderedComponent<LiveAlerts> page, string drill) => page.FindAll($"[data-testid=drill-row][data-drill='{drill}']").SingleOrDefault()?.GetAttribute("data-state");

    private static string? State(IRenderedComponent<LiveAlerts> page) => page.FindAll("[data-testid=drill-record]").SingleOrDefault()?.GetAttribute("data-state");

    private static string? First(IRenderedComponent<LiveAlerts> page) => page.FindAll(".band")[0] is var band && band.ClassList.Contains("real") ? "real" : band.GetAttribute("data-testid");
}
