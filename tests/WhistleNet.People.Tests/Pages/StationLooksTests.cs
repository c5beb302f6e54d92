using System.Text.RegularExpressions;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>The station's pages, looked at in both languages; the English console in the dark room, for colours know no language.</summary>
public sealed class StationLooksTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory, MemberData(nameof(Languages))]
    public async Task The_console_with_an_alert_in_every_state_and_every_form_open(string language)
    {
        var circle = town.Circle();
        var alert = await _house.Whistle(circle[0], Kind.Robbery);
        var ended = await _house.Whistle(circle[1], Kind.Theft);
        await _house.Close(ended);
        await _house.Raise(Mode.Drill, circle[2]);
        await using var officer = await (await _house.Desk(Role.DutyCommander, language: language, dark: language == "en")).Open("/station?alert=" + alert);
        await officer.LinkIs("up");
        var card = officer.Card(alert);
        await card.Expect().ToBeVisibleAsync();
        await officer.LooksRightOnADesk("the console with details", language);
        for (var larger = 0; larger < 3; larger++) await officer.Hook("larger-text").First.ClickAsync();
        await officer.LooksRightOnADesk("the console with the largest text", language);
        await officer.Hook("larger-text").First.ClickAsync();
        foreach (var form in new[] { "close", "merge", "escalate-to", "note" })
        {
            await card.Hook(form).ClickAsync();
            await card.Hook(form).Expect().ToHaveAttributeAsync("aria-expanded", "true");
            await officer.LooksRightOnADesk($"the console with {form}", language);
        }
        await officer.Card(ended).Hook("reopen").ClickAsync();
        await officer.Hook("keys-open").ClickAsync();
        await officer.Hook("raise").ClickAsync();
        await officer.Hook("raise-panel").Expect().ToBeVisibleAsync();
        await officer.LooksRightOnADesk("the console with keys, raise and reopen", language);
        await card.Hook("take").ClickAsync();
        await card.StateIs("taken");
        await officer.LooksRightOnADesk("the console with a taken alert", language);
        await _house.Close(alert);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Past_alerts_and_the_record_of_one(string language)
    {
        var circle = town.Circle();
        var alert = await _house.Whistle(circle[0], Kind.Fire);
        await _house.Close(alert);
        await using var officer = await (await _house.Desk(Role.Officer, language: language, dark: language == "en")).Open("/alerts");
        await officer.Page.Locator($"[data-testid=past-alert][data-alert='{alert}']").Expect().ToBeVisibleAsync();
        await officer.LooksRightOnADesk("past alerts", language);
        await officer.Open("/alerts/" + alert);
        await officer.Hook("record").Expect().ToBeVisibleAsync();
        await officer.LooksRightOnADesk("the record of an alert", language);
        await officer.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await officer.Hook("record").Expect().ToBeVisibleAsync();
        await officer.LooksRightOnADesk("the record on paper", language);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_register_the_people_and_the_settings(string language)
    {
        await using var commander = await _house.Desk(Role.DutyCommander | Role.Organizer | Role.Admin, language: language, dark: language == "en");
        var shop = town.Circle()[0];
        var serial = $"SP-{language}";
        var typed = new GearTyped(GearKind.Extinguisher, serial, shop.Id, "周姐");
        if (await _house.The<GearDesk>().Enter(_house.Officer("王警官"), Street.StationId, typed) is { } why) Assert.Fail(why.ToString());
        var gear = _house.The<TownHall>().Ledger.OfStation(Street.StationId).Single(g => g.Serial == serial).Id;
        foreach (var page in new[] { "/shops", "/shops/" + shop.Id, "/circles", "/circles/" + shop.CircleId, "/circles/enrolled", "/shops/unplaced", "/setup", "/map?search=1", "/grids", "/notes", "/mediations", "/bulletins", "/false-alarms", "/gear", "/gear/" + gear, "/people", "/members", "/duty", "/settings", "/machine" })
        {
            await commander.Open(page);
            await commander.LinkIs("up");
            await commander.Page.Locator("h1").First.Expect().ToBeVisibleAsync();
            await commander.LooksRightOnADesk(page, language);
            if (page != "/shops/" + shop.Id) continue;
            await commander.Hook("for-devices").ClickAsync();
            await commander.Hook("devices").Expect().ToBeVisibleAsync();
            await commander.LooksRightOnADesk(page + " with its people", language);
        }
        await commander.Open($"/gear/{gear}/inspect");
        await commander.Hook("passed").Expect().ToBeVisibleAsync();
        await commander.LooksRightOnAPhone("an inspection", language);
        await commander.Open("/print/gear");
        await commander.Hook("label").First.Expect().ToBeVisibleAsync();
        await commander.LooksRightOnADesk("labels for gear", language);
        await using var owner = await (await _house.Desk(Role.ShopOwner, language: language, shop: shop)).Open("/my-shop");
        await owner.Hook("my-gear").Expect().ToBeVisibleAsync();
        await owner.LooksRightOnAPhone("the own shop with its gear", language);
        await owner.Open("/privacy");
        await owner.LooksRightOnAPhone("what is stored, for anybody", language);
        var over = await _house.Whistle(shop, Kind.Fight);
        await _house.Close(over);
        foreach (var paper in new[] { "/print/handover/", "/print/hand-on/" })
        {
            await commander.Open(paper + over);
            await commander.Page.Locator("h1").First.Expect().ToBeVisibleAsync();
            await commander.LooksRightOnADesk(paper, language);
        }
        await using var phone = await _house.Phone(shop, language);
        foreach (var page in new[] { "/w/notes", "/w/appeal", "/w/my-data" })
        {
            await phone.Open(page);
            await phone.Page.Locator("h1").First.Expect().ToBeVisibleAsync();
            await phone.LooksRightOnAPhone(page, language);
        }
        await owner.Open("/my-shop");
        await owner.Hook("inspect").First.ClickAsync();
        await owner.Hook("passed").Expect().ToBeVisibleAsync();
        await commander.Open("/no-such-page");
        await commander.LooksRightButForTheNetwork("a page that is not there", language);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_wall_calm_and_with_alerts(string language)
    {
        var street = Street.Of(circles: 2, shopsEach: 3);
        var screen = street.AddWall("大屏");
        await using var house = await House.With(street);
        await using var wall = await (await house.Wall(screen, language)).Open("/wall");
        await wall.LinkIs("up");
        await wall.Page.Locator(".map-shop.no-link").Expect().ToHaveAttributeAsync("d", new Regex("(?:h0[^h]*){6}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await wall.LooksRightOnADesk("the wall, calm", language);
        var alert = await house.Whistle(street.Shop(0, 0), Kind.Attack);
        await house.Raise(Mode.Drill, street.Shop(1, 0));
        await wall.Card(alert).Expect().ToBeVisibleAsync();
        await wall.Page.GetByTestId("alert").Expect().ToHaveCountAsync(2);
        await wall.Hook("wall-map").Expect().ToHaveAttributeAsync("data-mode", "real");
        await wall.Page.Locator($".map-mark[data-alert='{alert}'][data-mode=real]").Expect().ToHaveCountAsync(1);
        await wall.Page.Locator(".map-mark[data-mode=drill]").Expect().ToHaveCountAsync(1);
        var (words, map) = ((await wall.Card(alert).BoundingBoxAsync())!, (await wall.Hook("wall-map").BoundingBoxAsync())!);
        Assert.True(words.X + words.Width <= map.X, "the map stands beside the words, over none of them");
        Assert.InRange(map.Height, 200, 900);
        await wall.LooksRightOnADesk("the wall with a real alert and a drill", language);
        await using var stranger = await (await Visitor.Desk(house.Address, language)).Open("/wall");
        await stranger.LooksRightOnADesk("a stranger's wall", language);
    }

    public static TheoryData<string> Languages => ["zh-CN", "en"];
}
