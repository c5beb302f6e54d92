using System.Text.RegularExpressions;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Notes;

namespace WhistleNet.Pages;

/// <summary>A finger that knows where the whistle is finds it there, whatever the page says beside it.</summary>
public sealed class PlaceTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory]
    [InlineData(320, 640, "zh-CN")]
    [InlineData(320, 640, "en")]
    [InlineData(390, 844, "zh-CN")]
    [InlineData(390, 844, "en")]
    [InlineData(1440, 900, "en")]
    public async Task The_whistle_never_moves(int width, int height, string language)
    {
        var circle = town.Circle();
        await using var phone = await _house.Phone(circle[0], language);
        await phone.Page.SetViewportSizeAsync(width, height);
        IWebSocketRoute? line = null;
        await phone.Page.RouteWebSocketAsync(new Regex("/hubs/whistle", RegexOptions.None, TimeSpan.FromSeconds(1)), socket =>
        {
            line = socket;
            var server = socket.ConnectToServer();
            socket.OnMessage(frame => server.Send(frame.Text ?? ""));
            server.OnMessage(frame => socket.Send(frame.Text ?? ""));
        });
        var seen = new List<string>();
        async Task Look(string state)
        {
            var box = await phone.Hook("whistle").BoundingBoxAsync();
            seen.Add($"{box?.X:0.#} {box?.Y:0.#} {box?.Width:0.#} {box?.Height:0.#}: {state}");
        }

        async Task IsAboveTheWhistle(string hook)
        {
            var (it, dock) = ((await phone.Hook(hook).BoundingBoxAsync())!, (await phone.Page.Locator("form.trigger").BoundingBoxAsync())!);
            Assert.True(it.Y >= 0 && it.Y + it.Height <= dock.Y, $"{hook}: {it.Y}+{it.Height} under {dock.Y}");
        }

        Assert.Null((await _house.The<BulletinDesk>().Say(_house.Officer(), "周六夜市到十一点，请把过道留出来。", [circle[0].CircleId])).Problem);
        await _house.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        await phone.Open("/w");
        await phone.LinkIs("up");
        await Look("offDuty");
        foreach (var hook in (string[])["start-shift", "bulletin-read", "bulletin"]) await IsAboveTheWhistle(hook);
        await phone.Hook("close-today").ClickAsync();
        foreach (var hook in (string[])["day", "open-today", "start-shift"]) await IsAboveTheWhistle(hook);
        await phone.Hook("open-today").ClickAsync();
        await phone.Hook("day").Expect().ToHaveCountAsync(0);
        await phone.LinkIs("up");
        await phone.Hook("start-shift").ClickAsync();
        await phone.Is("ready");
        await Look("ready");
        foreach (var hook in (string[])["bulletin-read", "bulletin"]) await IsAboveTheWhistle(hook);
        await phone.Hook("bulletin-read").ClickAsync();
        await phone.Hook("bulletin").Expect().ToHaveCountAsync(0);
        await phone.Page.EvaluateAsync("document.querySelector('.status .detail').textContent = 'long '.repeat(80)");
        await Look("a long status");
        await phone.Hook("silent").CheckAsync();
        await Look("silent chosen");
        await phone.Hook("silent").UncheckAsync();
        await phone.Hook("practice").ClickAsync();
        await phone.Is("practised");
        await Look("practised");
        await phone.Hook("status").ClickAsync();
        await phone.Is("ready");

        await phone.Page.RouteAsync("**/api/v1/whistles", _ => { });
        await phone.Whistle("sending");
        await Look("sending");
        await phone.Is("notSent");
        await Look("notSent");
        await phone.Page.UnrouteAllAsync();
        await phone.Is("sent");
        await Look("sent");
        await phone.Hook("mistake").Expect().ToHaveCountAsync(0);
        await Look("the slip's five seconds are over");
        await phone.Hook("kind-fire").ClickAsync();
        await phone.Hook("safe").ClickAsync();
        await Look("the kind is told");
        await _house.The<AlertDesk>().Take(_house.Officer(), (await _house.AlertsOf(circle[0]))[^1].Id);
        await phone.Page.Locator("p.taken").Expect().ToBeVisibleAsync();
        await Look("taken");
        await _house.Whistle(circle[1]);
        await phone.Page.Locator("button.bar").Expect().ToBeVisibleAsync();
        await Look("a neighbour whistles too");
        await _house.Close((await _house.AlertsOf(circle[1])).Single().Id);
        await _house.Close((await _house.AlertsOf(circle[0])).Single(a => a.Mode == Mode.Real).Id, Outcome.Slip);
        await phone.Page.Locator(".takeover .done").ClickAsync();
        await phone.Is("over");
        await Look("over");
        line!.Send("""{"type":1,"target":"Drill","arguments":[{"drillId":"d","title":"t","state":"running","pressHere":true}]}""" + "\u001e");
        await phone.Hook("whistle-drill").Expect().ToBeVisibleAsync();
        await Look("a drill runs");

        Assert.True(seen.Select(s => s[..s.IndexOf(':', StringComparison.Ordinal)]).Distinct().Count() == 1, string.Join('\n', seen));
    }

    [Theory]
    [InlineData(320, 480, 0, "zh-CN")]
    [InlineData(320, 480, 0, "en")]
    [InlineData(320, 480, 3, "zh-CN")]
    [InlineData(320, 480, 3, "en")]
    [InlineData(320, 568, 0, "en")]
    [InlineData(320, 568, 3, "en")]
    [InlineData(360, 640, 2, "en")]
    [InlineData(390, 664, 0, "en")]
    public async Task In_a_low_window_or_with_large_letters_nothing_covers_what_became_of_a_press(int width, int height, int larger, string language)
    {
        await using var phone = await _house.Phone(town.Circle()[0], language);
        await phone.Page.SetViewportSizeAsync(width, height);
        await phone.Open("/w");
        for (var step = 0; step < larger; step++) await phone.Hook("larger-text").ClickAsync();
        await phone.Page.EvaluateAsync("scrollTo(0, 0)");
        var (start, edge) = ((await phone.Hook("start-shift").BoundingBoxAsync())!, (await phone.Page.Locator("form.trigger").BoundingBoxAsync())!);
        Assert.True(start.Y >= 0 && start.Y + start.Height <= edge.Y, $"start-shift: {start.Y}+{start.Height} under {edge.Y}");
        await phone.OnShift();
        async Task IsSeen(string state)
        {
            await phone.Is(state);
            await phone.Page.EvaluateAsync("scrollTo(0, 0)");
            var (word, dock) = (await phone.Hook("status").Locator(".headline").BoundingBoxAsync(), await phone.Page.Locator("form.trigger").BoundingBoxAsync());
            Assert.True(word!.Y >= 0 && word.Y + word.Height <= dock!.Y, $"{state}: {word.Y}+{word.Height} under {dock!.Y}");
        }

        await phone.Page.RouteAsync("**/api/v1/whistles", route => route.AbortAsync());
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.Whistle("sending");
        await IsSeen("sending");
        await phone.LinkIs("down");
        await IsSeen("notSent");
        await phone.Page.UnrouteAllAsync();
        await phone.Page.Context.SetOfflineAsync(false);
        await phone.Hook("mistake").Expect().ToBeVisibleAsync();
        await IsSeen("sent");
    }

    [Theory]
    [InlineData(320, 640)]
    [InlineData(390, 844)]
    public async Task A_press_right_after_the_shift_began_arrives(int width, int height)
    {
        var shop = town.Circle()[0];
        await using var phone = await _house.Phone(shop);
        await phone.Page.SetViewportSizeAsync(width, height);
        await phone.Open("/w");
        await phone.Is("offDuty");
        var start = (await phone.Hook("start-shift").BoundingBoxAsync())!;
        var whistle = (await phone.Hook("whistle").BoundingBoxAsync())!;

        // One after the other, with nothing waited for in between; low on the button, where a thumb lands.
        var mouse = phone.Page.Mouse;
        await Task.WhenAll(
            mouse.ClickAsync(start.X + start.Width / 2, start.Y + start.Height / 2),
            mouse.MoveAsync(whistle.X + whistle.Width / 2, whistle.Y + 0.85f * whistle.Height),
            mouse.DownAsync());
        await phone.Is("sent");
        await phone.LetGo();
        Assert.Single(await _house.PressesOf(shop));
    }
}
