using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>After the whistle is out: messages that close nothing, and the end.</summary>
public sealed class OwnWhistleTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Fact]
    public async Task The_mistake_strip_is_a_message_and_closes_nothing()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();
        await using var officer = await (await _house.Desk(Role.Officer)).Open("/station");
        await officer.LinkIs("up");

        await phone.Whistle();
        await phone.Hook("mistake").ClickAsync();
        await phone.Hook("mistake-strip").Expect().ToContainTextAsync("派出所知道是误触");
        await phone.Is("sent");

        var alert = Assert.Single(await _house.AlertsOf(shop));
        Assert.Equal(AlertState.Raised, alert.State);
        await officer.Card(alert.Id).Expect().ToContainTextAsync("商户说：误触");
        await officer.Card(alert.Id).StateIs("raised");
    }

    [Fact]
    public async Task The_safe_word_and_the_duress_word_look_the_same_to_whoever_stands_beside()
    {
        var (here, there) = (town.Circle()[0], town.Circle()[0]);
        var seen = new List<string>();
        await using var officer = await (await _house.Desk(Role.Officer)).Open("/station");
        await officer.LinkIs("up");
        foreach (var (shop, word, level) in new[] { (here, "平安", "2"), (there, "救命", "4") })
        {
            Assert.Null(await _house.The<WordsDesk>().Set(_house.Officer(), shop.Id, "平安", "救命"));
            await _house.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
            await using var phone = await (await _house.Phone(shop)).OnShift();
            await phone.Whistle();
            await phone.Page.GetByTestId("mistake").Expect().ToHaveCountAsync(0); // its five seconds are over
            await phone.Hook("safe").ClickAsync();
            await phone.Hook("safe-word").FillAsync(word);
            await phone.Hook("safe-send").ClickAsync();
            var form = phone.Page.Locator("details.safe");
            await form.Expect().ToContainTextAsync("派出所收到了。民警仍会核实。");
            await phone.Is("sent");
            seen.Add(Ageless(await phone.Page.Locator("main").InnerTextAsync()).Replace(shop.Name, "", StringComparison.Ordinal));
            var alert = Assert.Single(await _house.AlertsOf(shop));
            await officer.Card(alert.Id).Expect().ToHaveAttributeAsync("data-level", level);
        }
        Assert.Equal(seen[0], seen[1]);
        Assert.DoesNotContain("胁迫", seen[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_come_after_sending_and_the_card_says_what_to_do_now()
    {
        var circle = town.Circle();
        await using var phone = await (await _house.Phone(circle[0])).OnShift();
        await using var neighbour = await (await _house.Phone(circle[1])).OnShift();

        await phone.Whistle();
        var order = await phone.Page.Locator("[data-testid^=kind-]").EvaluateAllAsync<string[]>("all => all.map(k => k.dataset.testid)");
        Assert.Equal(["kind-attack", "kind-fight", "kind-robbery", "kind-theft", "kind-fire", "kind-medical", "kind-lostChild", "kind-disorder", "kind-suspicious", "kind-other"], order);
        await phone.Hook("kind-fire").ClickAsync();
        await phone.Page.Locator(".card").Expect().ToContainTextAsync("先带人出去，再打 119");
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("火情");
        await phone.Hook("self-help").ClickAsync();
        await phone.Page.GetByText("派出所知道了。").Expect().ToBeVisibleAsync();
        Assert.Contains((await _house.AlertsOf(circle[0])).Single().Lines, l => l is { What: Entry.Observed, Text: "selfHelp" });
    }

    [Fact]
    public async Task What_is_over_goes_by_a_touch_and_the_page_is_ready()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        await phone.Whistle();
        await _house.Close((await _house.AlertsOf(shop)).Single().Id, Outcome.Slip);
        await phone.Is("over");
        await phone.Hook("status").Expect().ToContainTextAsync("误触");
        await phone.Hook("status").Expect().ToContainTextAsync("赵警官");
        await phone.Hook("practise-now").Expect().ToBeVisibleAsync();
        await phone.Hook("whistle").Expect().ToBeVisibleAsync();
        await phone.Hook("status").ClickAsync();
        await phone.Is("ready");
    }

    [Fact]
    public async Task What_is_over_goes_by_itself_after_a_minute()
    {
        var shop = town.Circle()[0];
        await using var phone = await _house.Phone(shop);
        await phone.Page.Clock.InstallAsync();
        await phone.OnShift();

        await phone.Whistle();
        await _house.Close((await _house.AlertsOf(shop)).Single().Id);
        await phone.Is("over");
        await phone.Page.Clock.RunForAsync(50_000);
        await phone.Is("over");
        await phone.Page.Clock.RunForAsync(12_000);
        await phone.Is("ready");
    }

    [Fact]
    public async Task A_revoked_phone_says_so_and_offers_the_telephone()
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop)).OnShift();

        await Revoke(_house.Street.DeviceOf(shop));
        await phone.Is("revoked"); // at once, without a touch
        await phone.Hook("status").Expect().ToContainTextAsync("此设备已停用");
        await phone.Hook("call").Expect().ToBeVisibleAsync();
        await phone.Page.ReloadAsync();
        await phone.Is("revoked");
        await phone.Hook("whistle").Expect().ToHaveCountAsync(0);
        await phone.Hook("call").Expect().ToHaveAttributeAsync("href", "tel:110");
    }

    private async Task Revoke(Device device)
    {
        await using (var db = await _house.Db())
        {
            await db.Devices.Where(d => d.Id == device.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.RevokedAt, _house.Clock.GetUtcNow()));
            await db.Touch(Stamp.Devices);
        }
        await _house.The<TownHall>().Refresh();
    }

    private static string Ageless(string text) => string.Join('#', text.Split([.. "0123456789"], StringSplitOptions.RemoveEmptyEntries));
}
