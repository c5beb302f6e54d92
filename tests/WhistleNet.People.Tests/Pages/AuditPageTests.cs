using WhistleNet.Alerts;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>The auditor's page, in both languages.</summary>
public sealed class AuditPageTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Theory, MemberData(nameof(Languages))]
    public async Task An_auditor_reads_filters_verifies_and_sees_timelines(string language)
    {
        var shop = town.Circle()[0];
        var alert = await _house.Whistle(shop, Kind.Robbery);
        await _house.Close(alert);
        var admin = new Actor("admin-of-the-day", "刘主任", Role.Admin, _house.Street.Station.Id) { Ip = "2001:db8:85a3:8d3:1319:8a2e:370:7348", Device = "HuaweiBrowser · HarmonyOS" };
        await _house.The<CodeDesk>().ForScreen(admin, shop.Id);
        await _house.The<AccessLog>().Write(new Actor("", "", Role.None, _house.Street.Station.Id), Deed.SignIn, admin.Id, admin.Name, result: Result.Refused);

        await using var auditor = await (await _house.Desk(Role.Auditor, "审计员", language)).Open("/");
        await auditor.Page.WaitForURLAsync("**/log"); // where an auditor's work begins
        await auditor.Hook("log-row").First.Expect().ToBeVisibleAsync();
        await auditor.LooksRightOnADesk("the log", language);
        await auditor.Hook("verify").ClickAsync();
        await auditor.Hook("verified").Expect().ToHaveAttributeAsync("data-whole", "true");
        await auditor.LooksRightOnADesk("the log, verified", language);

        await auditor.Hook("log-action").SelectOptionAsync(Deed.CodeMade.Word());
        await auditor.Hook("log-object").FillAsync(shop.Name);
        await auditor.Hook("log-search").ClickAsync();
        await auditor.Hook("log-row").Expect().ToHaveCountAsync(1);
        await auditor.Hook("log-object").FillAsync("nothing of that name");
        await auditor.Hook("log-search").ClickAsync();
        await auditor.Hook("log-row").Expect().ToHaveCountAsync(0);
        await auditor.LooksRightOnADesk("the log, nothing found", language);

        await auditor.Open("/log?kept=timeline&object=" + alert);
        await auditor.Hook("log-row").Expect().ToHaveCountAsync(2);
        await auditor.LooksRightOnADesk("the log, timelines", language);
    }

    [Fact]
    public async Task Nobody_else_finds_the_page()
    {
        await using var admin = await (await _house.Desk(Role.Admin | Role.DutyCommander | Role.Organizer)).Open("/log");
        await admin.Hook("not-yours").Expect().ToBeVisibleAsync();
        await admin.Page.Locator("nav a[href=log]").Expect().ToHaveCountAsync(0);
    }

    public static TheoryData<string> Languages => ["zh-CN", "en"];
}
