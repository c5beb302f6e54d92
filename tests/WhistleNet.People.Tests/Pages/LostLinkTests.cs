using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WhistleNet.Pages;

/// <summary>A phone whose line goes dead: nothing is refused, nothing answers.</summary>
public sealed class LostLinkTests(Town town) : IClassFixture<Town>
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(4); // two busy cores and the browser's own way
    private readonly House _house = town.House;

    [Fact]
    public async Task A_press_into_a_dead_line_is_not_sent_offers_the_telephone_survives_a_reload_and_goes_out_when_the_line_is_back()
    {
        var shop = town.Circle()[0];
        await using var line = new Line(_house.Address);
        await using var phone = await (await _house.Phone(shop, by: line.Address)).OnShift();
        await ShellIsKept(phone);

        line.GoDead();
        await phone.Press("whistle");
        await phone.Is("sending");
        var pressed = Stopwatch.GetTimestamp();
        await phone.Is("notSent");
        Assert.InRange(Stopwatch.GetElapsedTime(pressed), TimeSpan.Zero, TimeSpan.FromSeconds(4) + Slack);
        await phone.LetGo();
        await phone.Hook("status").Expect().ToContainTextAsync("未发出");
        await phone.Hook("call").Expect().ToBeVisibleAsync();
        await phone.Hook("call").Expect().ToHaveAttributeAsync("href", "tel:110");
        var stored = await StoredPress(phone);

        line.Mend();
        line.GoDead();
        await phone.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await phone.Is("notSent");
        Assert.Equal(stored, await StoredPress(phone));
        Assert.Empty(await _house.PressesOf(shop));

        line.Mend();
        var back = Stopwatch.GetTimestamp();
        await phone.Is("sent");
        Assert.InRange(Stopwatch.GetElapsedTime(back), TimeSpan.Zero, TimeSpan.FromSeconds(10) + Slack);
        Assert.Equal(stored, Assert.Single(await _house.PressesOf(shop)).PressId);
        Assert.Null(await StoredPress(phone));
    }

    [Fact]
    public async Task The_banner_says_within_fifteen_seconds_that_the_line_is_dead_and_a_closing_that_was_missed_is_one_line()
    {
        var circle = town.Circle();
        await using var line = new Line(_house.Address);
        await using var shop = await (await _house.Phone(circle[0])).OnShift();
        await using var neighbour = await (await _house.Phone(circle[1], by: line.Address)).OnShift();
        await shop.Whistle();
        var alert = await neighbour.TakenOver();

        line.GoDead();
        var dead = Stopwatch.GetTimestamp();
        await neighbour.Hook("connection").Expect().ToHaveAttributeAsync("data-link", "down", new() { Timeout = 25_000 });
        Assert.InRange(Stopwatch.GetElapsedTime(dead), TimeSpan.Zero, TimeSpan.FromSeconds(15) + Slack);
        await neighbour.Hook("connection").Expect().ToContainTextAsync("连接已断开");
        await neighbour.Hook("connection").Locator("a").Expect().ToHaveAttributeAsync("href", "tel:110");
        await neighbour.Hook("takeover").Expect().ToBeVisibleAsync(); // what is known stays, with its age
        await _house.Close(alert);

        line.Mend();
        var back = Stopwatch.GetTimestamp();
        await neighbour.LinkIs("up");
        Assert.InRange(Stopwatch.GetElapsedTime(back), TimeSpan.Zero, TimeSpan.FromSeconds(10) + Slack);
        await neighbour.Hook("takeover").Expect().ToBeHiddenAsync();
        await neighbour.Hook("lines").Expect().ToContainTextAsync(circle[0].Name);
        await neighbour.Hook("lines").Expect().ToContainTextAsync("已解除");
        await neighbour.ModeIs("none");
    }

    private static Task<string?> StoredPress(Visitor phone) => phone.Page.EvaluateAsync<string?>(
        "Object.entries(localStorage).filter(([k]) => k.startsWith('wn-presses')).flatMap(([, v]) => JSON.parse(v)).map(p => p.pressId)[0] ?? null");

    // The page that opens without a network is there once the worker has kept it.
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_page_whose_line_is_dead_and_its_offline_shell_look_right(string language)
    {
        await using var line = new Line(_house.Address);
        await using var phone = await (await _house.Phone(town.Circle()[0], language, by: line.Address)).OnShift();
        await ShellIsKept(phone);

        line.GoDead();
        await phone.Hook("connection").Expect().ToHaveAttributeAsync("data-link", "down", new() { Timeout = 25_000 });
        await phone.LooksRightButForTheNetwork("link down", language);

        line.Mend();
        line.GoDead();
        await phone.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await phone.Is("offDuty");
        await phone.Hook("connection").Expect().Not.ToHaveClassAsync(new Regex("connecting", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await phone.LooksRightButForTheNetwork("the offline shell", language);
    }

    private static Task<IJSHandle> ShellIsKept(Visitor phone) => phone.Page.WaitForFunctionAsync(
        "navigator.serviceWorker.ready.then(async () => (await caches.keys()).length > 0 && (await (await caches.open((await caches.keys())[0])).keys()).length > 2)");
}
