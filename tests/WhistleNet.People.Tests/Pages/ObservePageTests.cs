using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>An observer with a phone, from the organizer's link to a dead spot and back.</summary>
public sealed class ObservePageTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task What_is_ticked_in_a_dead_spot_is_kept_and_sent_later_and_the_organizer_sees_it(string language)
    {
        var circle = town.Circle();
        var drill = await _house.StartDrill(circle);
        await using var organizer = await (await _house.Desk(Role.Organizer, "宋丽", language)).Open("/drills/" + drill);
        await organizer.Hook("observer-add").ClickAsync();
        var link = await organizer.Hook("link").InputValueAsync();
        await organizer.Page.EvaluateAsync("scrollTo(0, 0)"); // else the strip at the top lies over a button
        await organizer.LooksRightOnADesk("an observer's link", language);
        await using var phone = await Visitor.Phone(_house.Address, language);
        await phone.Page.GotoAsync(link);
        await phone.LooksRightOnAPhone("the observer's link", language);
        await phone.Hook("person-name").FillAsync("陈观察");
        await phone.Hook("begin").ClickAsync();
        await phone.ModeIs("drill");
        await phone.Page.Locator("header").Expect().ToContainTextAsync("演练 DRILL");
        await phone.LooksRightOnAPhone("the observer's page", language);

        await phone.Page.WaitForFunctionAsync("async () => (await caches.keys()).length > 0 && await caches.match(location.origin + location.pathname) !== undefined && (await navigator.serviceWorker.ready).active.state === 'activated' && navigator.serviceWorker.controller");
        await phone.Context.SetOfflineAsync(true);
        var tick = phone.Hook("tick").First;
        await tick.ClickAsync();
        await tick.Expect().ToHaveAttributeAsync("aria-pressed", "true");
        await phone.Hook("note").FillAsync("两个人一起站在门口");
        await phone.Hook("note-keep").ClickAsync();
        await phone.Hook("outbox").Expect().ToHaveAttributeAsync("data-waiting", "2");
        await phone.Page.ReloadAsync();
        await phone.Hook("outbox").Expect().ToHaveAttributeAsync("data-waiting", "2");
        await phone.Hook("tick").First.Expect().ToHaveAttributeAsync("aria-pressed", "true");
        await phone.LooksRightButForTheNetwork("the observer's page in a dead spot", language);
        await phone.Context.SetOfflineAsync(false);
        await phone.Hook("outbox").Expect().ToHaveAttributeAsync("data-waiting", "0");
        await using (var db = await _house.Db()) Assert.Single(db.ObserverLines.Where(l => l.DrillId == drill && l.What == ObserverEntry.Ticked).ToList());
        Assert.True((await phone.Hook("tick").First.BoundingBoxAsync())!.Height >= 72, "a tick is too low for a thumb");

        await organizer.Hook("observer").Expect().ToContainTextAsync("陈观察");
        await organizer.Hook("observer").Expect().ToContainTextAsync("两个人一起站在门口");
        await _house.StopDrill(drill);
        await organizer.Hook("to-report").ClickAsync();
        await organizer.Hook("observer").Expect().ToContainTextAsync("两个人一起站在门口");
        await organizer.LooksRightOnADesk("the report of a whole drill", language);
    }

    [Fact]
    public async Task A_photo_is_drawn_anew_before_it_is_sent_and_what_is_none_is_said_at_once()
    {
        var circle = town.Circle();
        var drill = await _house.StartDrill(circle);
        await using var phone = await Visitor.Phone(_house.Address, "zh-CN");
        await phone.Open($"/observe/{drill}?code={await _house.The<ObserverDesk>().Invite(_house.Organizer(), drill, circle[1].Id)}");
        await phone.Hook("person-name").FillAsync("陈观察");
        await phone.Hook("begin").ClickAsync();
        await phone.Hook("photo").SetInputFilesAsync(new FilePayload { Name = "x.jpg", MimeType = "image/jpeg", Buffer = "no photo"u8.ToArray() });
        await phone.Hook("said").Expect().ToContainTextAsync("JPEG");
        await phone.Hook("photo").SetInputFilesAsync(new FilePayload { Name = "x.png", MimeType = "image/png", Buffer = await phone.Page.ScreenshotAsync() });
        await phone.Hook("photos").Expect().ToContainTextAsync("1"); // first: until the picture is drawn anew, nothing waits
        await phone.Hook("outbox").Expect().ToHaveAttributeAsync("data-waiting", "0");
        var line = (await _house.The<ObserverBoard>().Of(_house.Organizer(), (await _house.The<DrillBoard>().One(_house.Organizer(), drill))!.Drill)).Single().Lines.Single();
        Assert.NotNull(_house.The<PhotoFolder>().PathOf(drill, line.Text!));
        await _house.StopDrill(drill);
    }
}
