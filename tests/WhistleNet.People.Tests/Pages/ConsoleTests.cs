using System.Diagnostics;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>A console of its own: keys, clocks, and a server that goes away and comes back.</summary>
public sealed class ConsoleTests : IAsyncLifetime
{
    private readonly Street _street = Street.Of(circles: 2, shopsEach: 4);
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.With(_street);

    [Fact]
    public async Task Everything_but_closing_is_in_reach_of_single_keys_and_they_can_be_turned_off()
    {
        var first = await _house.Whistle(_street.Shop(0, 0));
        var second = await _house.Whistle(_street.Shop(1, 0));
        await using var officer = await Console();
        var keys = officer.Page.Keyboard;

        await keys.PressAsync("j");
        await officer.Card(first).Expect().ToBeFocusedAsync();
        await keys.PressAsync("j");
        await officer.Card(second).Expect().ToBeFocusedAsync();
        await keys.PressAsync("k");
        await officer.Card(first).Expect().ToBeFocusedAsync();
        await keys.PressAsync("Shift+?");
        await officer.Hook("keys-help").Expect().ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await officer.Hook("keys-help").Expect().ToBeHiddenAsync();
        await officer.Card(first).FocusAsync();
        await keys.PressAsync("n");
        await officer.Card(first).Hook("note").Expect().ToHaveAttributeAsync("aria-expanded", "true");
        await keys.PressAsync("Escape");
        await officer.Card(first).StateIs("raised"); // Escape closes no alert

        await officer.Hook("keys-open").ClickAsync();
        await officer.Hook("keys-on").UncheckAsync();
        await officer.Card(first).FocusAsync();
        await keys.PressAsync("j");
        await officer.Card(first).Expect().ToBeFocusedAsync();
        await officer.Hook("keys-on").CheckAsync();
        await officer.Card(first).FocusAsync();
        await keys.PressAsync("t");
        await officer.Card(first).StateIs("taken");
        await officer.Card(second).StateIs("raised");
    }

    [Fact]
    public async Task When_the_server_restarts_the_banner_says_so_in_place_and_the_address_restores_the_view()
    {
        var alert = await _house.Whistle(_street.Shop(0, 0));
        await using var officer = await Console("/station?alert=" + alert);
        await using var phone = await (await _house.Phone(_street.Shop(1, 1))).OnShift();
        await officer.Card(alert).Locator(".story").Expect().ToBeVisibleAsync();

        await _house.Stop();
        await officer.LinkIs("down");
        await phone.LinkIs("down");
        await officer.Hook("connection").Expect().ToContainTextAsync("连接已断开");
        await officer.Card(alert).Expect().ToBeVisibleAsync(); // in place, never over the page
        await officer.Page.Locator("#components-reconnect-modal, dialog[open]").Expect().ToHaveCountAsync(0);

        _house.StartAgain();
        var back = Stopwatch.GetTimestamp();
        await Task.WhenAll(officer.LinkIs("up"), phone.LinkIs("up"));
        Assert.InRange(Stopwatch.GetElapsedTime(back), TimeSpan.Zero, TimeSpan.FromSeconds(14));
        await officer.Card(alert).Locator(".story").Expect().ToBeVisibleAsync();
        await officer.Card(alert).Hook("take").ClickAsync();
        await officer.Card(alert).StateIs("taken");
    }

    [Fact]
    public async Task Groups_of_pages_open_one_at_a_time_by_the_keyboard_and_lie_over_no_alarm()
    {
        var alert = await _house.Whistle(_street.Shop(0, 0));
        await using var officer = await Console();
        var (keys, register, records) = (officer.Page.Keyboard, officer.Hook("nav-register"), officer.Hook("nav-records"));
        var (gear, reports) = (officer.Page.Locator(".head nav a[href=gear]"), officer.Page.Locator(".head nav a[href=reports]"));
        await gear.Expect().ToBeHiddenAsync();
        await register.FocusAsync();
        await keys.PressAsync("Enter");
        await register.Expect().ToHaveAttributeAsync("aria-expanded", "true");
        await gear.Expect().ToBeVisibleAsync();
        var (below, card) = (await gear.BoundingBoxAsync(), await officer.Card(alert).BoundingBoxAsync());
        Assert.True(below!.Y + below.Height <= card!.Y, $"the group ends at {below.Y + below.Height}, the alarm begins at {card.Y}");

        await records.ClickAsync();
        await reports.Expect().ToBeVisibleAsync();
        await gear.Expect().ToBeHiddenAsync();
        await register.Expect().ToHaveAttributeAsync("aria-expanded", "false");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Escape");
        await reports.Expect().ToBeHiddenAsync();
        await records.Expect().ToBeFocusedAsync();
        await officer.Card(alert).StateIs("raised");
        await records.ClickAsync();
        await reports.ClickAsync();
        await officer.Page.WaitForURLAsync("**/reports");
        await reports.Expect().ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_untaken_alert_widens_and_climbs_before_everybodys_eyes()
    {
        await using var far = await (await _house.Phone(_street.Shop(1, 0))).OnShift();
        await using var officer = await Console();
        var alert = await _house.Whistle(_street.Shop(0, 0));
        await officer.Card(alert).Hook("clock-take").Expect().ToBeVisibleAsync();
        await far.Hook("takeover").Expect().ToBeHiddenAsync();
        await officer.Card(alert).Hook("details").ClickAsync();
        await officer.Card(alert).Locator(".story").Expect().ToBeVisibleAsync();
        var take = (await officer.Card(alert).Hook("take").BoundingBoxAsync())!;

        _house.Clock.Push(TimeSpan.FromSeconds(61));
        await far.TakenOver();
        await officer.Card(alert).Locator(".story").Expect().ToContainTextAsync("扩大通知");
        await officer.Card(alert).Locator(".story").Expect().ToContainTextAsync("升级");
        var still = (await officer.Card(alert).Hook("take").BoundingBoxAsync())!;
        Assert.Equal((take.X, take.Y), (still.X, still.Y)); // what the card says grows below it
    }

    [Fact]
    public async Task A_drill_stands_in_a_band_of_its_own_below_what_is_real()
    {
        var drill = await _house.Raise(Mode.Drill, _street.Shop(0, 1));
        var real = await _house.Whistle(_street.Shop(1, 2));
        await using var officer = await Console();

        await officer.Page.Locator(".band.not-real").GetByTestId("alert").Expect().ToHaveAttributeAsync("data-alert", drill);
        await officer.Page.Locator(".band.real").GetByTestId("alert").Expect().ToHaveAttributeAsync("data-alert", real);
        var (above, below) = (await officer.Card(real).BoundingBoxAsync(), await officer.Card(drill).BoundingBoxAsync());
        Assert.True(above!.Y < below!.Y);
        await officer.ModeIs("real");
    }

    public ValueTask DisposeAsync() => _house?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Visitor> Console(string path = "/station")
    {
        var officer = await (await _house.Desk(Role.Officer)).Open(path);
        await officer.LinkIs("up");
        return officer;
    }
}
