using System.Text.RegularExpressions;
using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>A drill or a test never looks like a real alert, on any screen.</summary>
public sealed class ModeTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory]
    [InlineData(Mode.Drill, "zh-CN", "演练", "警情")]
    [InlineData(Mode.Drill, "en", "DRILL", "ALERT")]
    [InlineData(Mode.Test, "zh-CN", "测试", "警情")]
    [InlineData(Mode.Test, "en", "TEST", "ALERT")]
    public async Task Every_screen_says_the_mode_and_shows_no_red(Mode mode, string language, string word, string real)
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1], language)).OnShift();
        await using var officer = await (await _house.Desk(Role.Officer, language: language)).Open("/station");
        await using var wall = await (await _house.Desk(Role.Officer, language: language)).Open("/wall");
        await officer.LinkIs("up");
        await wall.LinkIs("up");

        var alert = await _house.Raise(mode, circle[0]);
        if (mode == Mode.Drill)
        {
            Assert.Equal(alert, await neighbour.TakenOver());
            await Says(neighbour.Hook("takeover"), mode, word, real);
        }
        else
        {
            await neighbour.Hook("lines").Expect().ToContainTextAsync(word); // a test opens no takeover
            await neighbour.Hook("takeover").Expect().ToBeHiddenAsync();
        }
        await neighbour.ModeIs(mode.Word());
        foreach (var screen in new[] { officer, wall })
        {
            if (mode == Mode.Drill) await Says(screen.Card(alert), mode, word, real);
            else await screen.Card(alert).Expect().ToHaveCountAsync(0); // a test alarms nobody, the station included
        }
        if (mode == Mode.Drill) await officer.Page.Locator(".band.not-real").GetByTestId("alert").First.Expect().ToBeVisibleAsync();
        foreach (var screen in new[] { neighbour, officer, wall }) Assert.Empty(await Reds(screen));

        await officer.Open("/alerts/" + alert);
        await officer.Hook("record").Expect().ToHaveAttributeAsync("data-mode", mode.Word());
        await officer.Page.Locator(".record-mode").Expect().ToContainTextAsync(word);
        await officer.Page.Locator(".record-mode").Expect().Not.ToContainTextAsync(real);
        Assert.Empty(await Reds(officer));
        await officer.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await officer.Page.GetByTestId("record").Locator(".record-mode").Expect().ToContainTextAsync(word);
        await officer.Open("/alerts?mode=" + mode.Word());
        await officer.Page.Locator($"[data-testid=past-alert][data-alert='{alert}']").Expect().ToContainTextAsync(word);
        await _house.Close(alert, mode == Mode.Drill ? Outcome.Drill : Outcome.Test);
    }

    [Theory]
    [InlineData(Mode.Real, false, true)]
    [InlineData(Mode.Real, true, false)]
    [InlineData(Mode.Drill, false, false)]
    [InlineData(Mode.Test, false, false)]
    public async Task Only_what_is_real_and_loud_has_the_siren_and_all_else_is_one_short_chime(Mode mode, bool silent, bool siren)
    {
        var circle = town.Circle();
        await Train(circle[1], silent);
        await using var neighbour = await _house.Phone(circle[1]);
        await neighbour.Page.AddInitScriptAsync("""
            window.voices = [];
            window.OscillatorNode = class extends OscillatorNode {
              constructor(context, options) { super(context, options); this.voice = { type: options.type, from: context.currentTime, until: null }; window.voices.push(this.voice); }
              stop(when) { this.voice.until = when ?? this.context.currentTime; super.stop(when); }
            };
            """);
        await neighbour.OnShift();
        await neighbour.Hook("sound").Expect().ToHaveAttributeAsync("data-sound", "on");
        await neighbour.Page.EvaluateAsync("voices.length = 0");

        var alert = mode == Mode.Real ? await _house.Whistle(circle[0], silent: silent) : await _house.Raise(mode, circle[0]);
        await neighbour.Page.WaitForFunctionAsync("voices.length > 0");
        // News of it that follow make no sound of their own.
        if (mode != Mode.Test)
        {
            await neighbour.Hook("coming").ClickAsync();
            await neighbour.Hook("arrived").Expect().ToBeVisibleAsync();
        }
        var sounding = await neighbour.Page.EvaluateAsync<int>("voices.filter(v => ['square', 'sawtooth'].includes(v.type)).length");
        Assert.Equal(siren ? 3 : 0, sounding);
        var longest = await neighbour.Page.EvaluateAsync<double>("Math.max(...voices.map(v => (v.until ?? Infinity) - Math.min(...voices.map(w => w.from))))");
        if (!siren) Assert.InRange(longest, 0, 2);
        Assert.Equal(0, await neighbour.Page.EvaluateAsync<int>("voices.filter(v => v.until === null).length")); // answered: even the siren has ended here
        await _house.Close(alert, mode switch { Mode.Drill => Outcome.Drill, Mode.Test => Outcome.Test, _ => Outcome.Stopped });
    }

    private async Task Train(Circles.Shop shop, bool trained)
    {
        if (!trained) return;
        Assert.Null(await _house.The<Circles.ShopDesk>().Set(_house.Officer(), shop.Id, null, trained: true, silent: false));
    }

    [Fact]
    public async Task A_real_alert_breaks_through_a_drill()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[2])).OnShift();
        var drill = await _house.Raise(Mode.Drill, circle[0], Kind.Attack);
        Assert.Equal(drill, await neighbour.TakenOver());
        await neighbour.ModeIs("drill");

        var real = await _house.Whistle(circle[1], Kind.Suspicious);
        await neighbour.Hook("takeover").Expect().ToHaveAttributeAsync("data-alert", real);
        await neighbour.ModeIs("real");
        await neighbour.Page.Locator($"button.bar[data-alert='{drill}']").Expect().ToContainTextAsync("演练");
        await _house.Close(real);
        await _house.Close(drill, Outcome.Drill);
    }

    [Fact]
    public async Task A_real_press_during_a_drill_is_real_to_those_who_hear_it_and_every_other_page_leaves_the_drill_and_says_why()
    {
        var (circle, other) = (town.Circle(), town.Circle());
        await using var pressed = await (await _house.Phone(circle[0])).OnShift();
        await using var hears = await (await _house.Phone(circle[1])).OnShift();
        await using var drills = await (await _house.Phone(other[0])).OnShift();
        var here = await _house.StartDrill(circle);
        await _house.StartDrill(other);
        await pressed.Hook("whistle-drill").Expect().ToBeVisibleAsync();
        await drills.ModeIs("drill");

        await pressed.Whistle();
        await hears.TakenOver();
        await hears.Hook("takeover").Expect().ToHaveAttributeAsync("data-mode", "real");
        await hears.ModeIs("real");
        await pressed.ModeIs("real");
        await drills.ModeIs("none");
        await drills.Hook("whistle-drill").Expect().ToBeHiddenAsync();
        await drills.Hook("lines").Expect().ToContainTextAsync("派出所有实警，演练已停止");
        var real = (await _house.AlertsOf(circle[0])).Single();
        Assert.Equal((Mode.Real, null), (real.Mode, real.DrillId));
        await _house.Close(real.Id);
        await _house.TellOfDrill(here);
    }

    [Fact]
    public async Task A_mode_that_the_page_does_not_know_is_shown_as_not_real()
    {
        var circle = town.Circle();
        await using var neighbour = await _house.Phone(circle[1]);
        // Tomorrow's server says a word that today's page has never heard.
        await neighbour.Page.RouteWebSocketAsync(new Regex("/hubs/whistle", RegexOptions.None, TimeSpan.FromSeconds(1)), socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame => socket.Send(frame.Text?.Replace("\"mode\":\"drill\"", "\"mode\":\"rehearsal\"", StringComparison.Ordinal) ?? ""));
        });
        await neighbour.OnShift();
        var drill = await _house.Raise(Mode.Drill, circle[0]);

        await neighbour.Hook("lines").Expect().ToContainTextAsync("非实警");
        await neighbour.Hook("takeover").Expect().ToBeHiddenAsync();
        await neighbour.ModeIs("test");
        Assert.Empty(await Reds(neighbour));
        await _house.Close(drill, Outcome.Drill);
    }

    private static async Task Says(ILocator screen, Mode mode, string word, string real)
    {
        await screen.Expect().ToHaveAttributeAsync("data-mode", mode.Word());
        await screen.Expect().ToContainTextAsync(word);
        await screen.Expect().Not.ToContainTextAsync(real);
    }

    /// <summary>Whatever is painted in the red of a real alert, the whistle itself and the telephone aside, which are the shop's own at any time.</summary>
    private static async Task<string[]> Reds(Visitor screen) => await screen.Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('[data-mode] *, [data-mode]')].filter(e => e.checkVisibility() && !e.closest('[data-mode=real], .trigger, .call, .connection, .signals, [data-testid=close], .unreached'))
          .flatMap(e => ['backgroundColor', 'borderTopColor', 'outlineColor'].map(what => [e, what, getComputedStyle(e)[what], getComputedStyle(e)]))
          .filter(([e, what, colour, style]) => (what === 'backgroundColor' || (what === 'borderTopColor' && style.borderTopWidth !== '0px') || (what === 'outlineColor' && style.outlineStyle !== 'none'))
            && (m => m && (m[4] === undefined || +m[4] > 0.2) && +m[1] > 140 && +m[2] < 80 && +m[3] < 80)(colour.match(/rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)/)))
          .map(([e, what, colour]) => `${what} ${colour} of ${e.cloneNode(false).outerHTML}`)
        """);
}
