using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>A drill as the people of a street and their organizer see it.</summary>
public sealed class DrillPageTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Fact]
    public async Task An_organizer_plans_and_starts_one_and_the_phones_of_its_circle_alone_show_both_buttons_in_a_violet_frame()
    {
        var (circle, other) = (town.Circle(), town.Circle());
        await using var phone = await (await _house.Phone(circle[1])).OnShift();
        await using var elsewhere = await (await _house.Phone(other[0])).OnShift();
        await using var organizer = await (await _house.Desk(Role.Organizer, "宋丽")).Open("/drills");
        await organizer.LinkIs("up");
        await organizer.Hook("plan-drill").ClickAsync();
        await organizer.Hook("plan-title").FillAsync("春季演练");
        await organizer.Page.Locator($"[data-testid=plan-circle][data-circle='{circle[0].CircleId}']").CheckAsync();
        await organizer.Hook("plan-save").ClickAsync();
        await organizer.Hook("drill-row").Filter(new() { HasText = "春季演练" }).GetByRole(AriaRole.Link).ClickAsync();
        await phone.ModeIs("none");
        await organizer.Hook("drill-start").ClickAsync();
        await organizer.Hook("drill-record").StateIs("running");

        await phone.ModeIs("drill");
        await phone.Hook("whistle-drill").Expect().ToContainTextAsync("演练");
        await phone.Hook("whistle").Expect().ToContainTextAsync("这是真的");
        foreach (var button in new[] { "whistle-drill", "whistle" }) await phone.Hook(button).Expect().ToBeInViewportAsync();
        await elsewhere.ModeIs("none");
        await elsewhere.Hook("whistle-drill").Expect().ToBeHiddenAsync();
        await elsewhere.Hook("whistle").Expect().Not.ToContainTextAsync("这是真的");

        await organizer.Hook("drill-stop").ClickAsync();
        await organizer.Hook("drill-reason").FillAsync("到时间了");
        await organizer.Hook("drill-confirm").ClickAsync();
        await phone.ModeIs("none");
        await phone.Hook("whistle-drill").Expect().ToBeHiddenAsync();
    }

    [Fact]
    public async Task Its_press_takes_over_the_neighbours_page_as_a_drill_and_afterwards_each_page_says_that_it_was_one()
    {
        var circle = town.Circle();
        await using var raiser = await (await _house.Phone(circle[0])).OnShift();
        await using var neighbour = await _house.Phone(circle[1]);
        await neighbour.Page.AddInitScriptAsync("""
            window.voices = [];
            window.OscillatorNode = class extends OscillatorNode { constructor(context, options) { super(context, options); voices.push(options.type); } };
            """);
        await neighbour.OnShift();
        await using var away = await (await _house.Phone(circle[2])).OnShift();
        var drill = await _house.StartDrill(circle);
        await neighbour.ModeIs("drill");
        await away.ModeIs("drill");
        await raiser.WhistleInDrill();
        await raiser.Hook("status").Expect().ToContainTextAsync("演练");
        await neighbour.TakenOver();
        await neighbour.Hook("takeover").Expect().ToHaveAttributeAsync("data-mode", "drill");
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("演练");
        await neighbour.ModeIs("drill");
        await neighbour.Hook("coming").ClickAsync();
        await neighbour.Hook("arrived").Expect().ToBeVisibleAsync();
        Assert.DoesNotContain("square", await neighbour.Page.EvaluateAsync<string[]>("voices")); // the siren's voice
        Assert.Equal(Mode.Drill, (await _house.AlertsOf(circle[0])).Single().Mode);

        await away.Open("about:blank");
        await _house.StopDrill(drill);
        await neighbour.Hook("takeover").StateIs("closed");
        await _house.TellOfDrill(drill);
        await raiser.Hook("lines").Expect().ToContainTextAsync("刚才是演练：老街演练");
        await away.Page.GotoAsync(new Uri(_house.Address, "/w").ToString());
        await away.Hook("lines").Expect().ToContainTextAsync("刚才是演练：老街演练");
    }

    [Fact]
    public async Task A_press_that_comes_after_the_end_asks_whether_it_is_real_and_the_real_button_is_there()
    {
        var circle = town.Circle();
        await using var phone = await (await _house.Phone(circle[0])).OnShift();
        var drill = await _house.StartDrill(circle);
        await phone.Hook("whistle-drill").Expect().ToBeVisibleAsync();
        // The end is under way while the finger is down.
        await phone.Page.RouteAsync("**/api/v1/whistles", async route =>
        {
            await _house.StopDrill(drill);
            await route.ContinueAsync();
        });
        await phone.WhistleInDrill("drillOver");
        Assert.Empty(await _house.AlertsOf(circle[0]));
        await phone.Page.UnrouteAllAsync();
        await phone.Hook("whistle").Expect().ToBeVisibleAsync();
        await phone.Whistle();
        Assert.Equal(Mode.Real, (await _house.AlertsOf(circle[0])).Single().Mode);
        await _house.Close((await _house.AlertsOf(circle[0])).Single().Id);
    }

    [Fact]
    public async Task A_blind_one_shows_nothing_to_anybody_before_its_first_sound_but_the_drills_button_to_the_shop_that_presses()
    {
        var circle = town.Circle();
        await using var presses = await (await _house.Phone(circle[0])).OnShift();
        await using var neighbour = await (await _house.Phone(circle[1])).OnShift();
        await using var officer = await (await _house.Desk(Role.Officer)).Open("/station");
        await officer.LinkIs("up");
        await using var stranger = await (await _house.Phone(town.Circle()[0])).OnShift();
        var drill = await _house.StartDrill(circle, blind: true, "暗访");
        await presses.Hook("whistle-drill").Expect().ToBeVisibleAsync();
        await presses.ModeIs("none");
        // What these pages hear next comes after the drill's start: had they heard of that, they would show it by now.
        var test = await _house.Raise(Mode.Test, circle[2]);
        await neighbour.Hook("lines").Expect().ToContainTextAsync("测试");
        var open = await _house.StartDrill(town.Circle(), title: "明示");
        await officer.Band(open).Expect().ToContainTextAsync("明示");
        foreach (var page in new[] { neighbour, officer }) await page.Page.Locator("body").Expect().Not.ToContainTextAsync("暗访");
        await neighbour.Hook("whistle-drill").Expect().ToBeHiddenAsync();
        await _house.StopDrill(open);

        await presses.WhistleInDrill();
        await neighbour.TakenOver();
        await neighbour.ModeIs("drill");
        await presses.ModeIs("drill");
        await officer.Band(drill).Expect().ToContainTextAsync("演练");
        await stranger.ModeIs("none");
        await _house.StopDrill(drill);
        await _house.Close(test, Outcome.Test);
    }

    [Fact]
    public async Task Without_script_the_drills_button_is_a_form_of_its_own()
    {
        var circle = town.Circle();
        var drill = await _house.StartDrill(circle);
        await using var phone = await Visitor.Phone(_house.Address, "zh-CN", script: false);
        await phone.Keep(DeviceCredential.ShopCookie, _house.Street.TokenOf(_house.Street.DeviceOf(circle[0])));
        await phone.Open("/w");
        await phone.ModeIs("drill");
        await phone.Hook("whistle-open").Expect().ToContainTextAsync("这是真的");
        await phone.Hook("whistle-drill-plain").ClickAsync();
        await phone.Is("sent");
        await phone.ModeIs("drill");
        Assert.Equal((Mode.Drill, drill), ((await _house.AlertsOf(circle[0])).Single().Mode, (await _house.AlertsOf(circle[0])).Single().DrillId));

        await using var late = await Visitor.Phone(_house.Address, "zh-CN", script: false);
        await late.Keep(DeviceCredential.ShopCookie, _house.Street.TokenOf(_house.Street.DeviceOf(circle[1])));
        await late.Open("/w");
        await _house.StopDrill(drill);
        await late.Hook("whistle-drill-plain").ClickAsync();
        await late.Is("drillOver");
        await late.Hook("whistle-open").Expect().ToContainTextAsync("这是真的");
        Assert.Empty(await _house.AlertsOf(circle[1]));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_state_of_it_looks_right(string language)
    {
        var circle = town.Circle();
        await using var organizer = await (await _house.Desk(Role.Organizer, "宋丽", language)).Open("/drills");
        await organizer.LinkIs("up");
        await organizer.Hook("plan-drill").ClickAsync();
        await organizer.Page.Locator($"[data-testid=plan-circle][data-circle='{circle[0].CircleId}']").CheckAsync();
        await organizer.Hook("plan-blind").CheckAsync();
        await organizer.Hook("plan-shop").Expect().ToBeVisibleAsync();
        await organizer.LooksRightOnADesk("the plan of a blind drill", language);
        foreach (var tick in new[] { "plan-blind", "plan-armed" })
            Assert.True((await organizer.Page.Locator($"label:has([data-testid={tick}])").BoundingBoxAsync())!.Height >= 44, tick + " is too low for a thumb");
        await using var phone = await (await _house.Phone(circle[0], language)).OnShift();
        await using var neighbour = await (await _house.Phone(circle[1], language)).OnShift();
        await using var officer = await (await _house.Desk(Role.DutyCommander, language: language)).Open("/station");
        await officer.LinkIs("up");
        var drill = await _house.StartDrill(circle);
        await phone.Hook("whistle-drill").Expect().ToBeVisibleAsync();
        await phone.LooksRightOnAPhone("both buttons", language);
        await phone.WhistleInDrill();
        await phone.LooksRightOnAPhone("a drill's whistle, sent", language);
        await neighbour.TakenOver();
        await neighbour.LooksRightOnAPhone("the takeover of a drill", language);
        await officer.Band(drill).Hook("drill-stop").ClickAsync();
        await officer.Band(drill).Hook("drill-confirm").ClickAsync();
        await officer.Band(drill).Hook("drill-refusal").Expect().ToBeVisibleAsync();
        await officer.LooksRightOnADesk("the station in a drill, with a refusal", language);
        await _house.StopDrill(drill);
        await phone.Is("over");
        await _house.TellOfDrill(drill);
        await phone.Page.Locator(".line[data-mode=drill] .age").First.Expect().ToBeVisibleAsync();
        await phone.Hook("lines").Expect().ToContainTextAsync("老街演练");
        await phone.LooksRightOnAPhone("this was a drill", language);
        await organizer.Open("/drills/" + drill);
        await organizer.Hook("drill-told").Expect().ToBeVisibleAsync();
        await organizer.LooksRightOnADesk("a drill that is over", language);
        await organizer.Open("/drills");
        await organizer.Page.Locator($"[data-testid=drill-row][data-drill='{drill}']").Expect().ToBeVisibleAsync();
        await organizer.LooksRightOnADesk("the list of drills", language);
    }
}
