using WhistleNet.Alerts;

namespace WhistleNet.Pages;

/// <summary>The button: what makes a whistle of it and what does not.</summary>
public sealed class TriggerTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Fact]
    public async Task Letting_go_early_sends_nothing()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        await phone.Press("whistle");
        await phone.Page.Locator("button.holding").Expect().ToHaveCountAsync(1);
        await phone.LetGo();
        await phone.Page.Locator("button.holding").Expect().ToHaveCountAsync(0);
        await phone.Is("ready");

        await phone.Whistle(); // the first press that there is
        Assert.Single(await _house.PressesOf(shop));
    }

    // Another pane that takes the focus, a message that slides in: the finger is still down.
    [Theory]
    [InlineData(null)]
    [InlineData("Enter")]
    [InlineData("Space")]
    public async Task Losing_the_focus_while_it_is_held_swallows_nothing(string? key)
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        if (key is null) await phone.Press("whistle");
        else
        {
            await phone.Hook("whistle").FocusAsync();
            await phone.Page.Keyboard.DownAsync(key);
        }
        await phone.Page.EvaluateAsync("() => { document.activeElement.blur(); dispatchEvent(new Event('blur')); }");
        await phone.Is("sent");
        Assert.Single(await _house.PressesOf(shop));
    }

    [Fact]
    public async Task A_finger_whistles_though_the_thumb_that_holds_the_phone_touches_the_glass()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();
        var box = (await phone.Hook("whistle").BoundingBoxAsync())!;
        var touch = await phone.Context.NewCDPSessionAsync(phone.Page);
        Task Fingers(params object[] points) => touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = points });

        var thumb = new { x = 4, y = 300, id = 0 };
        await Fingers(thumb);
        await Fingers(thumb, new { x = box.X + box.Width / 2, y = box.Y + box.Height / 2, id = 1 });
        await phone.Is("sent");
        Assert.Single(await _house.PressesOf(shop));
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Space")]
    public async Task A_key_that_is_held_whistles(string key)
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        await phone.Hook("whistle").FocusAsync();
        await phone.Page.Keyboard.DownAsync(key);
        await phone.Is("sent");
        await phone.Page.Keyboard.UpAsync(key);
        Assert.Single(await _house.AlertsOf(shop));
    }

    [Fact]
    public async Task Two_taps_whistle_where_a_hand_trembles_and_one_tap_does_not()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        await phone.Hook("two-taps").ClickAsync();
        await phone.Hook("two-taps").Expect().ToHaveAttributeAsync("aria-pressed", "true");
        await phone.Hook("whistle").ClickAsync();
        await phone.Hook("whistle").Expect().ToContainTextAsync("再点一下发出");
        await phone.Is("ready");
        await phone.Hook("whistle").ClickAsync();
        await phone.Is("sent");
        Assert.Single(await _house.PressesOf(shop));

        await phone.Page.ReloadAsync(); // the choice is this device's and stays
        await phone.Hook("two-taps").Expect().ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_double_tap_is_one_whistle_where_two_taps_are_chosen_and_none_where_the_button_is_held()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        await phone.Hook("whistle").DblClickAsync();
        await phone.Hook("whistle").TapAsync();
        await phone.Hook("whistle").TapAsync();
        await phone.Page.Locator("button:is(.holding, .armed, .pending)").Expect().ToHaveCountAsync(0);
        await phone.Is("ready");

        await phone.Hook("two-taps").ClickAsync();
        await phone.Hook("whistle").DblClickAsync();
        await phone.Is("sent");
        Assert.Single(await _house.PressesOf(shop)); // the first that there is
    }

    [Fact]
    public async Task A_second_press_is_the_same_whistle_pressed_again()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        await phone.Whistle();
        await phone.Press("whistle");
        await phone.Page.GetByText("又吹了一次，派出所和邻店已知道。").Expect().ToBeVisibleAsync();
        await phone.LetGo();

        var alert = Assert.Single(await _house.AlertsOf(shop));
        Assert.Equal(2, (await _house.PressesOf(shop)).Count);
        Assert.Contains(alert.Lines, l => l.What == Entry.Reinforced);
    }

    [Fact]
    public async Task It_whistles_before_the_shift_began()
    {
        var shop = town.Circle()[0];
        await using var phone = await _house.Phone(shop);

        await phone.Open("/w");
        await phone.Is("offDuty");
        await phone.Whistle();
        Assert.Single(await _house.AlertsOf(shop));
    }

    [Fact]
    public async Task A_practice_press_works_and_alarms_nobody()
    {
        var circle = town.Circle();
        await using var phone = await (await _house.Phone(circle[0])).OnShift();
        await using var neighbour = await (await _house.Phone(circle[1])).OnShift();
        await using var officer = await (await _house.Desk(People.Role.Officer)).Open("/station");

        await phone.Hook("practice").ClickAsync();
        await phone.Is("practised");
        await phone.Hook("status").Expect().ToContainTextAsync("测试成功，没有惊动任何人");
        await phone.Hook("status").Expect().ToContainTextAsync("测试");
        await phone.ModeIs("test");

        await phone.Hook("status").ClickAsync();
        await phone.Is("ready");
        await phone.Whistle(); // what comes after the practice is seen, so the practice itself was not held back
        var real = await neighbour.TakenOver();
        await officer.Card(real).StateIs("raised");
        var test = (await _house.AlertsOf(circle[0])).Single(a => a.Mode == Mode.Test);
        Assert.NotEqual(real, test.Id);
        await officer.Card(test.Id).Expect().ToHaveCountAsync(0);
        await neighbour.Page.Locator($"[data-alert='{test.Id}']").Expect().ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Sound_is_off_until_the_shift_begins_and_says_so()
    {
        await using var phone = await _house.Phone(town.Circle()[0]);

        await phone.Open("/w");
        await phone.Hook("sound").Expect().ToHaveAttributeAsync("data-sound", "off");
        await phone.Hook("sound").Expect().ToContainTextAsync("声音关");
        await phone.Hook("start-shift").ClickAsync();
        await phone.Hook("sound").Expect().ToHaveAttributeAsync("data-sound", "on");
        await phone.Hook("start-shift").Expect().ToBeHiddenAsync();
    }
}
