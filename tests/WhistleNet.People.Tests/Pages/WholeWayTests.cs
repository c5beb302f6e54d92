using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>One press, the whole way, on everybody's screens at once.</summary>
public sealed class WholeWayTests
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["zh-CN"] = ["警情", "还没有人应哨，需要 3 家", "1 家来帮忙，需要 3 家", "王警官", "真实-已制止", "没有警情"],
        ["en"] = ["ALERT", "Nobody yet, 3 needed", "1 coming, 3 needed", "王警官", "Real, stopped", "No open alert"],
    };

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_shop_presses_a_neighbour_comes_an_officer_takes_it_and_closes_it_and_everybody_sees_that_it_is_over(string language)
    {
        var words = Words[language];
        var street = Street.Of(circles: 1, shopsEach: 4);
        var screen = street.AddWall("值班室大屏");
        await using var house = await House.With(street);
        var shop = street.Shop(0, 0);
        await using var owner = await Visitor.Phone(house.Address, language);
        await using var neighbour = await house.Phone(street.Shop(0, 1), language);
        await using var officer = await house.Desk(Role.Officer, "王警官", language);
        await using var wall = await house.Wall(screen, language);

        // The printed code: a name, one touch, and the phone is the shop's whistle.
        await owner.Open("/enrol?code=" + await house.Code(shop));
        await owner.Hook("shop-name").Expect().ToHaveTextAsync(shop.Name);
        await owner.Hook("person-name").FillAsync("陈店主");
        await owner.Hook("arm").ClickAsync();
        await owner.Page.WaitForURLAsync("**/w");
        await owner.Is("offDuty");
        await owner.Hook("start-shift").ClickAsync();
        await owner.Is("ready");
        await neighbour.OnShift();
        await officer.Open("/station");
        await wall.Open("/wall");
        await wall.Page.GetByText(words[5]).Expect().ToBeVisibleAsync();
        await officer.LinkIs("up");

        await owner.Whistle();
        var alert = await neighbour.TakenOver();
        await neighbour.Hook("takeover").Expect().ToHaveAttributeAsync("data-mode", "real");
        await neighbour.Hook("takeover").Expect().ToContainTextAsync(words[0]);
        await neighbour.Hook("takeover").Expect().ToContainTextAsync(words[1]);
        await neighbour.Hook("takeover").Expect().ToContainTextAsync(shop.Name);
        await neighbour.ModeIs("real");
        await wall.Card(alert).StateIs("raised");
        await wall.ModeIs("real");
        await officer.Card(alert).StateIs("raised");
        await officer.ModeIs("real");

        await neighbour.Hook("coming").ClickAsync();
        await owner.Hook("coming-count").Expect().ToHaveTextAsync(words[2]);
        await neighbour.Hook("arrived").ClickAsync();
        await owner.Page.Locator("[data-answer=arrived]").Expect().ToContainTextAsync(street.Shop(0, 1).Name);

        await officer.Card(alert).Hook("take").ClickAsync();
        await officer.Card(alert).StateIs("taken");
        await wall.Card(alert).StateIs("taken");
        await owner.Page.Locator(".taken").Expect().ToContainTextAsync(words[3]);
        await officer.Card(alert).Hook("mark-onScene").ClickAsync();
        await officer.Card(alert).Hook("mark-contained").ClickAsync();
        await officer.Card(alert).Hook("close").ClickAsync();
        await officer.Card(alert).Hook("outcome-stopped").ClickAsync();
        await officer.Card(alert).Hook("reason").FillAsync("当场制止，双方已分开。");
        await officer.Card(alert).Hook("confirm-close").ClickAsync();

        await officer.Card(alert).StateIs("closed");
        await owner.Is("over");
        await owner.Hook("status").Expect().ToContainTextAsync(words[4]);
        await neighbour.Hook("takeover").StateIs("closed");
        await neighbour.Hook("takeover").Expect().ToContainTextAsync(words[4]);
        await wall.Card(alert).Expect().ToHaveCountAsync(0);
        await wall.Page.GetByText(words[5]).Expect().ToBeVisibleAsync();
        foreach (var quiet in new[] { wall, officer }) await quiet.ModeIs("none");
        foreach (var visitor in new[] { owner, neighbour, officer, wall })
        {
            visitor.HadNoTrouble();
            await visitor.Page.Locator("html").Expect().ToHaveAttributeAsync("lang", language);
        }
    }
}
