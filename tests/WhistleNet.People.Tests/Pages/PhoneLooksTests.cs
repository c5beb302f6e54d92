using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>Every face of the shop's page and of the takeover, looked at in both languages.</summary>
public sealed class PhoneLooksTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory, MemberData(nameof(Languages))]
    public async Task The_shops_page_from_the_first_visit_to_the_end(string language)
    {
        var shop = town.Circle()[0];
        await using var phone = await _house.Phone(shop, language);

        await phone.Open("/w");
        await phone.LinkIs("up");
        await phone.LooksRightOnAPhone("offDuty", language);
        await phone.Hook("start-shift").ClickAsync();
        await phone.Is("ready");
        await phone.LooksRightOnAPhone("ready", language);
        for (var larger = 0; larger < 3; larger++) await phone.Hook("larger-text").ClickAsync();
        await phone.LooksRightOnAPhone("ready with the largest text", language);
        await phone.Hook("larger-text").ClickAsync();
        await phone.Hook("practice").ClickAsync();
        await phone.Is("practised");
        await phone.LooksRightOnAPhone("practised", language);
        await phone.Whistle();
        await phone.Hook("mistake").ClickAsync();
        await phone.Hook("kind-attack").ClickAsync();
        await phone.Hook("safe").ClickAsync();
        await phone.LooksRightOnAPhone("sent", language);
        await _house.Close((await _house.AlertsOf(shop))[^1].Id, Outcome.Slip);
        await phone.Is("over");
        await phone.LooksRightOnAPhone("over", language);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_shops_page_while_a_whistle_is_on_its_way(string language)
    {
        await using var phone = await _house.Phone(town.Circle()[0], language);
        // Whoever looks needs longer than the four seconds after which a press is not sent.
        await phone.Page.AddInitScriptAsync("{ const after = setTimeout; window.setTimeout = (what, ms, ...more) => window.stayed && ms > 1000 && ms <= 4000 ? 0 : after(what, ms, ...more); }");
        await phone.OnShift();
        await phone.Page.EvaluateAsync("stayed = true");
        await phone.Page.RouteAsync("**/api/v1/whistles", _ => { });
        await phone.Whistle("sending");
        await phone.LooksRightOnAPhone("sending", language);
        await phone.Is("sending");
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_shops_page_when_something_is_wrong(string language)
    {
        var shop = town.Circle()[0];
        await using var phone = await (await _house.Phone(shop, language)).OnShift();

        await phone.Page.RouteAsync("**/api/v1/whistles", route => route.FulfillAsync(new() { Status = 503, Body = "{}" }));
        await phone.Whistle("notSent");
        await phone.LooksRightButForTheNetwork("notSent", language);
        await phone.Page.UnrouteAllAsync();
        await phone.Is("sent");
        await _house.Close((await _house.AlertsOf(shop))[^1].Id);
        await phone.Is("over");

        await phone.Page.RouteAsync("**/api/v1/whistles", route => route.FulfillAsync(new() { Status = 409, Body = """{"refusal":"drillNotRunning"}""" }));
        await phone.Whistle("drillOver");
        await phone.LooksRightButForTheNetwork("drillOver", language);
        await phone.Page.UnrouteAllAsync();

        await phone.Page.RouteAsync("**/api/v1/whistles", route => route.FulfillAsync(new() { Status = 401, Body = """{"refusal":"deviceRevoked"}""" }));
        await phone.Whistle("revoked");
        await phone.LooksRightButForTheNetwork("revoked", language);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_silent_whistle(string language)
    {
        await using var phone = await (await _house.Phone(town.Circle()[0], language)).OnShift();
        await phone.Hook("silent").CheckAsync();
        await phone.LooksRightOnAPhone("ready to whistle silently", language);
        await phone.Whistle("silentSent");
        await phone.LooksRightOnAPhone("silentSent", language);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_page_without_script(string language)
    {
        await using var phone = await Visitor.Phone(_house.Address, language, script: false);
        await phone.Keep(DeviceCredential.ShopCookie, _house.Street.TokenOf(_house.Street.DeviceOf(town.Circle()[0])));
        await phone.Open("/w");
        await phone.Hook("whistle-open").ClickAsync();
        await phone.Hook("whistle").Expect().ToBeVisibleAsync();
        await phone.Hook("whistle").ClickAsync();
        await phone.Is("sent");
        await phone.Page.SetViewportSizeAsync(320, 640);
        var box = await phone.Page.Locator("body").BoundingBoxAsync();
        Assert.True(box!.Width <= 320, $"{box.Width} px wide");
        phone.HadNoTrouble();
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task What_stands_there_before_a_script_does(string language)
    {
        // axe is a script itself: the browser runs scripts, and the page's own does not come.
        await using var phone = await _house.Phone(town.Circle()[0], language);
        await phone.Page.RouteAsync("**/w.js", route => route.AbortAsync());
        await phone.Open("/w");
        await phone.LooksRightButForTheNetwork("without script", language);
        await phone.Hook("whistle-open").ClickAsync();
        await phone.LooksRightButForTheNetwork("without script, unfolded", language);
        await phone.Hook("whistle").ClickAsync();
        await phone.Is("sent");
        await phone.LooksRightButForTheNetwork("without script, sent", language);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_takeover_from_the_first_sound_to_the_end(string language)
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1], language)).OnShift();
        var alert = await _house.Whistle(circle[0], Kind.Attack);
        await neighbour.TakenOver();
        await neighbour.LooksRightOnAPhone("the takeover", language);
        var other = await _house.Whistle(circle[2], Kind.Disorder);
        await neighbour.Page.Locator($"button.bar[data-alert='{other}']").Expect().ToBeVisibleAsync();
        await neighbour.Hook("coming").ClickAsync();
        await neighbour.Hook("arrived").Expect().ToBeVisibleAsync();
        await neighbour.LooksRightOnAPhone("the takeover with a second alert, coming", language);
        await _house.Close(alert);
        await _house.Close(other);
        await neighbour.Hook("takeover").StateIs("closed");
        await neighbour.LooksRightOnAPhone("the takeover at its end", language);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_takeover_of_a_drill(string language)
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1], language)).OnShift();
        await _house.Raise(Mode.Drill, circle[0]);
        await neighbour.TakenOver();
        await neighbour.LooksRightOnAPhone("the takeover of a drill", language);
    }

    public static TheoryData<string> Languages => ["zh-CN", "en"];
}
