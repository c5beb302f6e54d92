using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>Officers at their consoles.</summary>
public sealed class StationTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Fact]
    public async Task After_a_note_the_keyboard_is_back_at_its_button()
    {
        var alert = await _house.Whistle(town.Circle()[0]);
        await using var officer = await At(Role.Officer);
        var card = officer.Card(alert);
        await card.FocusAsync();

        await officer.Page.Keyboard.PressAsync("n");
        await card.Hook("note-text").Expect().ToBeFocusedAsync();
        await officer.Page.Keyboard.TypeAsync("到店门口");
        await officer.Page.Keyboard.PressAsync("Enter");
        await card.Hook("note-text").Expect().ToHaveCountAsync(0);
        await card.Hook("note").Expect().ToBeFocusedAsync();

        await officer.Page.Keyboard.PressAsync("n");
        await card.Hook("note-text").Expect().ToBeFocusedAsync();
        await officer.Page.Keyboard.PressAsync("Escape");
        await card.Hook("note-text").Expect().ToHaveCountAsync(0);
        await card.Hook("note").Expect().ToBeFocusedAsync();
        await card.StateIs("raised");
        Assert.Equal("到店门口", Assert.Single((await _house.Alert(alert)).Lines, l => l.What == Entry.Note).Text);
    }

    [Fact]
    public async Task On_the_map_a_whistle_stands_where_its_shop_is_and_a_shop_is_found_without_a_mouse()
    {
        var pressed = town.Circle();
        await using var officer = await At(Role.Officer, page: "/map");
        await officer.Page.Locator(".map canvas").Expect().ToBeVisibleAsync();
        var alert = await _house.Whistle(pressed[0]);
        var sign = officer.Page.Locator($"[data-testid=map-alert][data-alert='{alert}']");
        await sign.Expect().ToHaveAttributeAsync("data-mode", "real");
        await sign.Expect().ToContainTextAsync(pressed[0].Name);

        await officer.Hook("search").FillAsync(pressed[1].Name);
        await officer.Hook("map-found").GetByRole(AriaRole.Button).First.PressAsync("Enter");
        await officer.Page.Locator(".leaflet-popup-content").Expect().ToContainTextAsync(pressed[1].Name);
    }

    [Fact]
    public async Task Two_officers_race_and_the_second_reads_who_was_first_and_when()
    {
        var alert = await _house.Whistle(town.Circle()[0]);
        await using var one = await At(Role.Officer, "李警官");
        await using var two = await At(Role.Officer, "周警官");
        var busy = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var stored = _house.The<AlertWriter>().Write(_ => busy.Task); // until then nobody's move is stored, and both buttons are still drawn
        foreach (var officer in new[] { one, two })
        {
            await officer.Card(alert).Hook("take").ClickAsync();
            await officer.Card(alert).Hook("details").ClickAsync(); // what comes after the click is answered: so the click was heard
            await officer.Card(alert).Locator(".story").Expect().ToBeVisibleAsync();
        }
        busy.SetResult(true);
        await stored;

        await one.Card(alert).StateIs("taken");
        await two.Card(alert).Hook("taken-by").Expect().ToContainTextAsync("李警官");
        await two.Card(alert).Hook("refusal").Expect().ToContainTextAsync("李警官 在 ");
        await two.Card(alert).Hook("refusal").Expect().ToContainTextAsync("先接了哨");
        await one.Card(alert).Hook("refusal").Expect().ToBeHiddenAsync();
    }

    [Fact]
    public async Task Closing_asks_for_an_outcome_and_a_reason_and_chooses_neither()
    {
        var alert = await _house.Whistle(town.Circle()[0]);
        await using var officer = await At(Role.Officer);
        var card = officer.Card(alert);

        await card.Hook("close").ClickAsync();
        await card.Locator("[data-testid^=outcome-]").First.Expect().ToBeVisibleAsync();
        await card.Locator("[data-testid^=outcome-][aria-pressed=true]").Expect().ToHaveCountAsync(0);
        await card.Hook("reason").Expect().ToHaveValueAsync("");
        await card.Hook("confirm-close").ClickAsync();
        await card.Hook("refusal").Expect().ToBeVisibleAsync();
        await card.Hook("outcome-nothingFound").ClickAsync();
        await card.Hook("confirm-close").ClickAsync();
        await card.Hook("refusal").Expect().ToContainTextAsync("理由");
        await card.StateIs("raised");
        await card.Hook("reason").FillAsync("到场未见异常");
        await card.Hook("confirm-close").ClickAsync();
        await card.StateIs("closed");
        await card.Hook("outcome-malicious").Expect().ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_closed_is_opened_again_with_a_reason_and_is_handed_back()
    {
        var alert = await _house.Whistle(town.Circle()[0]);
        await using var officer = await At(Role.Officer);
        var card = officer.Card(alert);
        await _house.Close(alert);

        await card.Hook("reopen").ClickAsync();
        await card.Hook("reason").Expect().ToHaveValueAsync("");
        await card.Hook("reason").FillAsync("人又回来了");
        await card.Hook("confirm-reopen").ClickAsync();
        await card.StateIs("raised");
        await card.Hook("clock-take").Expect().ToBeVisibleAsync();
        await card.Hook("take").ClickAsync();
        await card.StateIs("taken");
        await card.Hook("clock-take").Expect().ToHaveCountAsync(0);
        await card.Hook("clock-follow-up").Expect().ToBeVisibleAsync();
        await card.Hook("hand-back").ClickAsync();
        await card.StateIs("raised");
        Assert.Equal([Entry.Raised, Entry.Closed, Entry.Reopened, Entry.Taken, Entry.HandedBack],
            (await _house.Alert(alert)).Lines.OrderBy(l => l.Seq).Select(l => l.What).Where(w => w != Entry.Escalated).ToArray());
    }

    [Fact]
    public async Task Two_alerts_of_one_thing_are_merged_and_the_one_closes_as_duplicate()
    {
        var circle = town.Circle();
        var (one, two) = (await _house.Whistle(circle[0]), await _house.Whistle(circle[1]));
        await using var officer = await At(Role.Officer);

        await officer.Card(two).Hook("merge").ClickAsync();
        await officer.Card(two).Locator($"[data-into='{one}']").ClickAsync();
        await officer.Card(two).StateIs("closed");
        await officer.Card(two).Expect().ToContainTextAsync("重复");
        Assert.Equal((Outcome.Duplicate, one), ((await _house.Alert(two)).Outcome!.Value, (await _house.Alert(two)).MergedInto));
        await officer.Card(one).StateIs("raised");
    }

    [Fact]
    public async Task Who_was_not_reached_stands_there_by_name_and_why()
    {
        var circle = town.Circle();
        var alert = await _house.Whistle(circle[0]);
        await using var officer = await At(Role.Officer);

        await officer.Card(alert).Hook("unreached").Expect().ToContainTextAsync(circle[1].Name);
        await officer.Card(alert).Hook("unreached").Expect().ToContainTextAsync("没人值守");
        await officer.Card(alert).Hook("unreached").Expect().Not.ToContainTextAsync(circle[0].Name);
        await officer.Card(alert).Hook("clock-widen").Expect().ToContainTextAsync("后");
    }

    [Fact]
    public async Task An_officer_raises_for_somebody_on_the_telephone()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1])).OnShift();
        await using var officer = await At(Role.Officer);

        await officer.Hook("raise").ClickAsync();
        await officer.Hook("raise-now").Expect().ToBeDisabledAsync();
        await officer.Hook("raise-find").FillAsync(circle[0].Name);
        await officer.Hook("raise-shop").First.ClickAsync();
        await officer.Hook("raise-now").ClickAsync();
        var alert = await neighbour.TakenOver();
        await officer.Card(alert).Expect().ToContainTextAsync(circle[0].Name);
        Assert.Contains((await _house.Alert(alert)).Lines, l => l is { What: Entry.Raised, Text: "via: phone" });
    }

    [Fact]
    public async Task Kind_and_level_are_told_and_everybody_who_hears_reads_them()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1])).OnShift();
        await using var officer = await At(Role.Officer);
        var alert = await _house.Whistle(circle[0]);

        await officer.Card(alert).Hook("kind").SelectOptionAsync("robbery");
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("抢劫/抢夺");
        await officer.Card(alert).Hook("level").SelectOptionAsync("4");
        await officer.Card(alert).Expect().ToHaveAttributeAsync("data-level", "4");
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("4 级");
    }

    [Fact]
    public async Task Who_reads_an_alert_now_is_seen_by_the_others()
    {
        var alert = await _house.Whistle(town.Circle()[0]);
        await using var first = await At(Role.Officer, "孙警官");
        await using var second = await At(Role.Officer, "钱警官");

        await first.Card(alert).Hook("details").ClickAsync();
        await second.Card(alert).Hook("readers").Expect().ToContainTextAsync("孙警官");
    }

    private async Task<Visitor> At(Role role, string name = "王警官", string page = "/station")
    {
        var officer = await (await _house.Desk(role, name)).Open(page);
        await officer.LinkIs("up");
        return officer;
    }
}
