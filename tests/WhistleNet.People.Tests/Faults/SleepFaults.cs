using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Live;

namespace WhistleNet.Faults;

/// <summary>Pages that a phone or a browser puts to sleep, and devices that cannot do what we ask of them.</summary>
public sealed class SleepFaults(Town town) : IClassFixture<Town>
{
    private const string HideAndSeek = """
        let hidden = false;
        Object.defineProperty(Document.prototype, "visibilityState", { get: () => hidden ? "hidden" : "visible" });
        Object.defineProperty(Document.prototype, "hidden", { get: () => hidden });
        window.hide = on => { hidden = on; document.dispatchEvent(new Event("visibilitychange", { bubbles: true })); };
        """;

    private readonly House _house = town.House;

    [Fact, Trait("fault", "F11")]
    public async Task A_phone_that_slept_shows_what_it_missed_and_drops_what_is_over()
    {
        var circle = town.Circle();
        await using var line = new Line(_house.Address);
        await using var phone = await (await _house.Phone(circle[0], by: line.Address)).OnShift();
        var over = await _house.Whistle(circle[1]);
        Assert.Equal(over, await phone.TakenOver());

        var sleep = await Sleep.Begin(phone);
        line.SilenceTheConnected(); // what the phone's system did to its sockets meanwhile
        await _house.Close(over);
        var missed = await _house.Whistle(circle[2]);
        await sleep.End();
        await phone.Hook("takeover").Expect().ToHaveAttributeAsync("data-alert", missed);
        var shown = await phone.Page.EvaluateAsync<double>("performance.now() - woke");
        await phone.Hook("age").First.Expect().ToContainTextAsync("秒前");
        await phone.Hook("lines").Expect().ToContainTextAsync(circle[1].Name);
        Assert.InRange(shown, 0, 2_000 + Rounds.Slack);
        Figures.Held("F11", string.Create(CultureInfo.InvariantCulture, $"stood still, its sockets dead, then went on: the missed alert was shown within {shown / 1_000:F1} s with its age, and the one that had ended was one line"));
    }

    [Fact, Trait("fault", "F12")]
    public async Task A_hidden_tab_still_receives_holds_its_lock_and_a_frozen_one_is_no_link_within_ninety_seconds()
    {
        var circle = town.Circle();
        await using var phone = await _house.Phone(circle[0]);
        await phone.Page.AddInitScriptAsync(HideAndSeek);
        await phone.OnShift();
        await phone.Page.EvaluateAsync("hide(true)");
        Assert.True(await phone.Page.EvaluateAsync<bool>("navigator.locks.query().then(q => q.held.some(l => l.name.startsWith('wn-duty')))"));
        var pressed = Stopwatch.GetTimestamp();
        var alert = await _house.Whistle(circle[1]);
        Assert.Equal(alert, await phone.TakenOver());
        var received = Stopwatch.GetElapsedTime(pressed).TotalSeconds;

        var presence = _house.The<Presence>();
        var device = _house.Street.DeviceOf(circle[0]).Id;
        Assert.True(presence.OnShift(device));
        var sleep = await Sleep.Begin(phone);
        _house.Clock.Push(Presence.NoLinkAfter + TimeSpan.FromSeconds(1));
        Assert.False(presence.OnShift(device));
        Assert.Contains(_house.The<Supervision>().Of(Street.StationId).Signals, s => s.Names.Contains(circle[0].Name) || s.Names.Contains(_house.Street.Circles.Single(c => c.Id == circle[0].CircleId).Name));
        await sleep.End();
        Figures.Held("F12", string.Create(CultureInfo.InvariantCulture, $"a hidden tab showed the alert after {received:F1} s and held its lock; frozen, it was \"no link\" at the station {Presence.NoLinkAfter.TotalSeconds + 1:F0} s later (the clock moved)"));
    }

    [Fact, Trait("fault", "F15")]
    public async Task Sound_that_waits_for_a_touch_is_off_at_the_shop_and_at_the_station()
    {
        var shop = town.Circle()[0];
        await using var phone = await _house.Phone(shop);
        await phone.Page.AddInitScriptAsync("{ const sound = new AudioContext(); setTimeout(() => { document.documentElement.dataset.untouched = sound.state; }, 300); }");
        await phone.Open("/w");
        await phone.LinkIs("up");
        await phone.Page.Locator("html").Expect().ToHaveAttributeAsync("data-untouched", "suspended"); // the fault is there
        await phone.Hook("sound").Expect().ToHaveAttributeAsync("data-sound", "off");
        await using var officer = await (await _house.Desk(People.Role.Officer)).Open("/station");
        var strip = officer.Hook("signals").Locator("li").Filter(new() { HasText = SignalSay.SoundOff.Zh }).Filter(new() { HasText = shop.Name });
        await strip.First.Expect().ToBeAttachedAsync();

        await phone.Hook("start-shift").ClickAsync();
        var touched = Stopwatch.GetTimestamp();
        await phone.Hook("sound").Expect().ToHaveAttributeAsync("data-sound", "on");
        await strip.Expect().ToHaveCountAsync(0);
        Figures.Held("F15", string.Create(CultureInfo.InvariantCulture, $"without a touch the shop's page and the station both said that its sound is off; {Stopwatch.GetElapsedTime(touched).TotalSeconds:F1} s after one touch neither did"));
    }

    [Theory, Trait("fault", "F16")]
    [InlineData("delete Navigator.prototype.wakeLock")]
    [InlineData("Object.defineProperty(Navigator.prototype, 'wakeLock', { value: { asked: 0, request() { this.asked++; return Promise.reject(new DOMException('no', 'NotAllowedError')); } } })")]
    public async Task A_screen_that_cannot_be_kept_awake_is_said_and_asked_again(string fault)
    {
        await using var phone = await _house.Phone(town.Circle()[0]);
        await phone.Page.AddInitScriptAsync(HideAndSeek + fault);
        await phone.OnShift();
        await phone.Hook("status").Expect().ToContainTextAsync("屏幕可能会熄灭");
        var seen = Stopwatch.GetTimestamp();

        await phone.Page.EvaluateAsync("""
            () => {
              const held = Object.assign(new EventTarget(), { released: false });
              if (navigator.wakeLock) navigator.wakeLock.request = () => Promise.resolve(held);
              else Object.defineProperty(Navigator.prototype, "wakeLock", { value: { request: () => Promise.resolve(held) } });
              hide(true); hide(false);
            }
            """);
        await phone.Hook("status").Expect().Not.ToContainTextAsync("屏幕可能会熄灭");
        Figures.Held("F16", $"wake lock {(fault.StartsWith("delete", StringComparison.Ordinal) ? "missing" : "refused")}: the page said that the screen may go dark, asked again when it was seen again, and took it back after {Stopwatch.GetElapsedTime(seen).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s");
    }

    [Theory, Trait("fault", "F19")]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(-30)]
    [InlineData(400)]
    public async Task A_device_whose_date_is_days_wrong_shows_right_ages_and_claims_the_right_time(int days)
    {
        var circle = town.Circle();
        var wrong = $"(shift => {{ const Real = Date; window.Date = class extends Real {{ constructor(...a) {{ if (a.length) super(...a); else super(Real.now() + shift); }} static now() {{ return Real.now() + shift; }} }}; }})({days} * 86400000);";
        await using var shop = await _house.Phone(circle[0]);
        await using var neighbour = await _house.Phone(circle[1]);
        await using var officer = await _house.Desk(People.Role.Officer);
        foreach (var visitor in new[] { shop, neighbour, officer }) await visitor.Page.AddInitScriptAsync(wrong);
        await officer.Open("/station");
        await officer.LinkIs("up");
        await neighbour.OnShift();
        await shop.OnShift();
        await shop.Whistle();
        var alert = await neighbour.TakenOver();

        await neighbour.Hook("age").First.Expect().ToContainTextAsync("秒前");
        await officer.Card(alert).Expect().ToContainTextAsync("秒");
        await officer.Card(alert).Expect().Not.ToContainTextAsync("天前");
        var stored = await _house.Alert(alert);
        Assert.InRange((stored.RaisedAt - stored.PressedAt!.Value).TotalSeconds, -2, 20);
        Assert.Null(stored.Late);
        Figures.Held("F19", string.Create(CultureInfo.InvariantCulture, $"the date {days:+0;-0} days wrong on shop, neighbour and console: ages in seconds everywhere, pressedAt {(stored.RaisedAt - stored.PressedAt!.Value).TotalSeconds:F1} s before the server's clock"));
    }
}
