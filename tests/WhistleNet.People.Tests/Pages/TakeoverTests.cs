using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Pages;

/// <summary>What a neighbour reads and touches when the page is taken over.</summary>
public sealed class TakeoverTests(Town town) : IClassFixture<Town>
{
    private readonly House _house = town.House;

    [Fact]
    public async Task It_reads_in_the_order_in_which_it_is_needed_and_its_age_counts()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[2])).OnShift();
        await _house.Whistle(circle[0], Kind.Robbery);

        await neighbour.TakenOver();
        var read = await neighbour.Hook("takeover").InnerTextAsync();
        var order = new[] { "警情", "抢劫/抢夺", "4 级", circle[0].Name, circle[0].Address, " 米", "秒前", "还没有人应哨" };
        var at = order.Select(word => read.IndexOf(word, StringComparison.Ordinal)).ToList();
        Assert.All(order.Zip(at), word => Assert.True(word.Second >= 0, $"{word.First} is not there: {read}"));
        Assert.Equal(at.Order(), at);
        var first = await neighbour.Hook("age").InnerTextAsync();
        await neighbour.Hook("age").Expect().Not.ToHaveTextAsync(first);
        foreach (var button in new[] { "coming", "cannot-come" })
            Assert.True((await neighbour.Hook(button).BoundingBoxAsync())!.Height >= 64, button + " is too low for a thumb");
    }

    [Fact]
    public async Task It_says_what_to_be_what_to_bring_and_where_all_meet_and_the_station_reads_the_whole_unit()
    {
        var circle = town.Circle();
        await Equip(circle[1], GearKind.Shield, GearKind.Fork, GearKind.Helmet);
        await using var bearer = await (await _house.Phone(circle[1])).OnShift();
        await using var other = await (await _house.Phone(circle[2], language: "en")).OnShift();
        await using var officer = await (await _house.Desk(Role.Officer)).Open("/station");
        await officer.LinkIs("up");
        var alert = await _house.Whistle(circle[0]);

        await bearer.TakenOver();
        await bearer.Hook("your-role").Expect().ToContainTextAsync("盾牌手");
        await bearer.Hook("bring").Expect().ToContainTextAsync("带上：防暴盾牌、防暴头盔");
        await bearer.Hook("meet").Expect().ToContainTextAsync("就在您店里");
        await other.Hook("meet").Expect().ToContainTextAsync($"Meet at: {circle[1].Name}");
        await other.Hook("your-role").Expect().ToHaveAttributeAsync("data-role", "fork");
        await other.Hook("get-there").Expect().ToContainTextAsync("Restraint fork");
        await officer.Card(alert).Hook("unit").Expect().ToContainTextAsync($"盾牌手 {circle[1].Name}");

        await bearer.Hook("cannot-come").ClickAsync();
        await officer.Card(alert).Hook("unit").Expect().Not.ToContainTextAsync($"盾牌手 {circle[1].Name}");
    }

    private async Task Equip(Shop at, params GearKind[] kinds)
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var db = await _house.Db())
        {
            await db.Shops.Where(s => s.CircleId == at.CircleId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Trained, true), stop);
            var today = DateOnly.FromDateTime(DateTime.UnixEpoch);
            db.Gear.AddRange(kinds.Select(kind => new Gear { Id = Ids.New(), StationId = at.StationId, Kind = kind, Serial = Ids.New(), ShopId = at.Id, InServiceSince = today, NextInspectionOn = today.AddYears(500) }));
            await db.Touch(Stamp.Town, stop);
            await db.Touch(Stamp.Gear, stop);
            await db.SaveChangesAsync(stop);
        }
        await _house.The<TownHall>().Refresh(stop);
    }

    [Fact]
    public async Task The_own_whistle_stays_in_sight_and_works_under_a_takeover()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1])).OnShift();
        await _house.Whistle(circle[0]);

        await neighbour.TakenOver();
        await neighbour.Hook("whistle").Expect().ToBeInViewportAsync();
        await neighbour.Whistle();
        Assert.Single(await _house.AlertsOf(circle[1]));
        await neighbour.Hook("takeover").Expect().ToBeHiddenAsync(); // who needs help is not covered by somebody else's call
        await neighbour.Page.Locator("button.bar").Expect().ToContainTextAsync(circle[0].Name);
    }

    [Fact]
    public async Task The_first_touch_on_it_begins_the_shift_and_so_the_sound()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1])).Open("/w");
        await neighbour.LinkIs("up");
        await _house.Whistle(circle[0]);

        await neighbour.TakenOver();
        await neighbour.Hook("coming").ClickAsync();
        await neighbour.Hook("sound").Expect().ToHaveAttributeAsync("data-sound", "on");
    }

    [Fact]
    public async Task Of_two_alerts_the_graver_is_on_top_and_the_other_is_a_bar_that_says_who_sees_to_it()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[3])).OnShift();
        var near = await _house.Whistle(circle[1], Kind.Disorder);
        await neighbour.TakenOver();
        var grave = await _house.Whistle(circle[0], Kind.Attack);

        await neighbour.Hook("takeover").Expect().ToHaveAttributeAsync("data-alert", grave);
        var bar = neighbour.Page.Locator($"button.bar[data-alert='{near}']");
        await bar.Expect().ToContainTextAsync(circle[1].Name);
        await bar.Locator(".age").Expect().ToContainTextAsync("秒前");
        await neighbour.Hook("coming").ClickAsync();
        await bar.Expect().ToContainTextAsync("这一起由其他邻店处理");
        await bar.ClickAsync();
        await neighbour.Hook("takeover").Expect().ToHaveAttributeAsync("data-alert", near);
    }

    [Fact]
    public async Task When_enough_come_the_others_read_that_they_stay_inside()
    {
        var street = Street.Of(circles: 1, shopsEach: 6);
        street.Circles[0].Needed = 2;
        await using var house = await House.With(street);
        await using var waiting = await (await house.Phone(street.Shop(0, 5))).OnShift();
        await using var first = await (await house.Phone(street.Shop(0, 1))).OnShift();
        await using var second = await (await house.Phone(street.Shop(0, 2))).OnShift();
        await house.Whistle(street.Shop(0, 0));

        foreach (var neighbour in new[] { first, second })
        {
            await neighbour.TakenOver();
            await neighbour.Hook("coming").ClickAsync();
            await neighbour.Hook("arrived").Expect().ToBeVisibleAsync();
        }
        await waiting.Hook("takeover").Expect().ToContainTextAsync("够了，请留在店里");
        await waiting.Hook("takeover").Expect().ToContainTextAsync("关好卷帘门，记下看到的。");
        await second.Hook("takeover").Expect().ToContainTextAsync("2 家来帮忙，需要 2 家");
    }

    [Fact]
    public async Task A_neighbour_comes_says_what_they_see_and_withdraws_and_all_of_it_stays_on_the_timeline()
    {
        var circle = town.Circle();
        await using var neighbour = await (await _house.Phone(circle[1])).OnShift();
        await _house.Whistle(circle[0]);
        await neighbour.TakenOver();

        await neighbour.Hook("coming").ClickAsync();
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("已告知：我去");
        await neighbour.Hook("seen").ClickAsync();
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("已告诉派出所：看到了。");
        await neighbour.Hook("nothing-there").ClickAsync();
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("已告诉派出所：没看到情况。");
        await neighbour.Hook("withdraw").ClickAsync();
        await neighbour.Hook("takeover").Expect().ToContainTextAsync("已告知：退出");

        var lines = (await _house.AlertsOf(circle[0])).Single().Lines.Where(l => l.What is Entry.Answered or Entry.Observed).Select(l => l.Text);
        Assert.Equal(["coming", "seen", "nothingThere", "withdrawn"], lines);
    }

    [Fact]
    public async Task An_alert_of_another_circle_takes_over_nothing()
    {
        var (here, there) = (town.Circle(), town.Circle());
        await using var far = await (await _house.Phone(there[0])).OnShift();
        await using var near = await (await _house.Phone(here[1])).OnShift();
        await _house.Whistle(here[0]);

        await near.TakenOver();
        await far.Hook("takeover").Expect().ToBeHiddenAsync();
        await far.ModeIs("none");
    }
}
