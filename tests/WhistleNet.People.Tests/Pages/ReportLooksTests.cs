using Microsoft.Playwright;
using WhistleNet.Alerts;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Pages;

/// <summary>Reports, improvements, statistics and the six questions, looked at in both languages, on paper and on a phone.</summary>
public sealed class ReportLooksTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory, MemberData(nameof(Languages))]
    public async Task A_report_on_screen_on_paper_and_with_every_form_open(string language)
    {
        var circle = town.Circle();
        var alert = await _house.Whistle(circle[0], Kind.Fight);
        await _house.The<AnswerDesk>().Answer(_house.Street.DeviceOf(circle[1]).AsActor(), alert, Reply.Coming, null);
        await _house.Close(alert);
        await using var officer = await (await _house.Desk(Role.DutyCommander, language: language, dark: language == "en")).Open("/alerts/" + alert);
        await officer.Hook("to-report").ClickAsync();
        await officer.Hook("report").Expect().ToHaveAttributeAsync("data-mode", "real");
        await officer.LooksRightOnADesk("a report", language);
        foreach (var form in new[] { "assess", "new-improvement" }) await officer.Hook(form).ClickAsync();
        await officer.LooksRightOnADesk("a report with its forms", language);
        foreach (var (field, value) in new[] { ("issue", "慢"), ("action", "拉动"), ("owner", "组长"), ("due", "2030-01-31") }) await officer.Hook(field).FillAsync(value);
        await officer.Hook("save-improvement").ClickAsync();
        await officer.Hook("improvement").Expect().ToHaveAttributeAsync("data-standing", "open");
        await officer.Hook("withdraw").ClickAsync();
        await officer.LooksRightOnADesk("a report with an improvement", language);
        await officer.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await officer.LooksRightOnADesk("the report on paper", language);
        await officer.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        foreach (var page in new[] { "/reports", "/reports/improvements", "/statistics" })
        {
            await officer.Open(page);
            await officer.Page.Locator("h1").First.Expect().ToBeVisibleAsync();
            await officer.LooksRightOnADesk(page, language);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_six_questions_on_a_phone(string language)
    {
        var circle = town.Circle();
        var alert = await _house.Whistle(circle[0], Kind.Fight);
        await _house.The<AnswerDesk>().Answer(_house.Street.DeviceOf(circle[1]).AsActor(), alert, Reply.Coming, null);
        await _house.Close(alert);
        await _house.The<ReportRounds>().DraftOne(alert, TestContext.Current.CancellationToken);
        await using var phone = await (await _house.Phone(circle[1], language)).Open("/w");
        await phone.Hook("review").ClickAsync();
        await phone.LooksRightOnAPhone("six questions", language);
        await phone.Page.GetByTestId("q1-yes").CheckAsync(new() { Force = true });
        await phone.Hook("improve").FillAsync("多备一把叉");
        await phone.Hook("send").ClickAsync();
        await phone.Hook("saved").Expect().ToBeVisibleAsync();
        await phone.LooksRightOnAPhone("six questions, answered", language);
    }

    [Fact]
    public async Task A_whistle_counts_to_each_stage_on_the_shops_page_the_wall_and_the_console()
    {
        var street = Street.Of(circles: 1, shopsEach: 2);
        var screen = street.AddWall("大屏");
        await using var house = await House.With(street);
        await using var wall = await (await house.Wall(screen)).Open("/wall");
        await using var shop = await (await house.Phone(street.Shop(0, 0))).OnShift();
        await shop.Whistle();
        await using var officer = await (await house.Desk(Role.DutyCommander)).Open("/station");
        ILocator On(Visitor screen, string stage) => screen.Page.Locator($"[data-testid=stages] [data-stage={stage}]");
        foreach (var watched in new[] { shop, wall })
        {
            await On(watched, "onScene").Expect().ToHaveAttributeAsync("data-reached", "running");
            await On(watched, "onScene").Expect().ToContainTextAsync("还剩");
        }
        await officer.Hook("stage-onScene").Locator("time").Expect().ToContainTextAsync("后");

        await using (var db = await house.Db()) Assert.True((await house.The<AlertDesk>().Take(house.Officer("王警官"), db.Alerts.Single(a => a.ShopId == street.Shop(0, 0).Id).Id)).Done);
        foreach (var watched in new[] { shop, wall }) await On(watched, "selfHelp").Expect().ToHaveAttributeAsync("data-reached", "inTime");
        await officer.Hook("stage-selfHelp").Expect().ToHaveAttributeAsync("data-reached", "inTime");
        await wall.LooksRightOnADesk("the wall with its stages", "zh-CN");
    }
}
