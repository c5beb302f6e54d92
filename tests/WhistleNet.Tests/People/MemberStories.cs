using Bunit;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.Reports;

namespace WhistleNet.People;

/// <summary>Members and their trainings where they count: whom a silent alert calls, why a circle is not ready, and a shop that changes hands.</summary>
public sealed class MemberStories
{
    private static readonly Actor Officer = Stock.Officer;
    private static readonly Actor Commander = new("commander", "赵所长", Role.DutyCommander, Street.StationId);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_training_makes_its_shop_one_that_is_called_quietly_until_it_ends_and_who_leaves_takes_it_along()
    {
        await using var world = await World.With(1, 3);
        var shop = world.Street.Shop(0, 1);
        async Task<string> Called(int by = 0)
        {
            var alert = (await world.Shop(0, by).Press(new { silent = true })).AlertId;
            await using var db = await world.Db();
            var names = await db.Notices.Where(n => n.AlertId == alert && n.ShopId != null && n.ShopId != world.Street.Shop(0, by).Id).Select(n => n.ShopId).ToListAsync(Cancel);
            (await world.Console().Do(alert, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
            return string.Join(' ', names);
        }

        Assert.Equal("", await Called());
        var member = await Member(world, "小李", Membership.Staff, shop);
        Assert.Null(await world.The<MemberDesk>().Train(Officer, member, new TrainingTyped(TrainingKind.FirstAid, new(2026, 11, 1))));
        Assert.Equal("", await Called());
        Assert.Null(await world.The<MemberDesk>().Train(Officer, member, new TrainingTyped(TrainingKind.Defence, new(2026, 11, 1), new(2026, 11, 24))));
        Assert.Equal(shop.Id, await Called()); // its last day
        Assert.Contains(shop.Name, Signals(world, SignalSay.TrainingDue));
        Assert.Null(await world.The<MemberDesk>().Train(Officer, member, new TrainingTyped(TrainingKind.Defence, new(2026, 11, 1), new(2026, 11, 23)))); // written again: the end was another
        Assert.Equal("", await Called());
        Assert.Contains(shop.Name, Signals(world, SignalSay.TrainingOver));
        Assert.Contains("2026-11-23", Say(world), StringComparison.Ordinal);

        Assert.Null(await world.The<MemberDesk>().Train(Officer, member, new TrainingTyped(TrainingKind.Defence, new(2026, 11, 24))));
        Assert.Equal(new DateOnly(2027, 11, 24), world.The<TownHall>().Town.Shop(shop.Id)!.TrainedUntil);
        Assert.Null(await world.The<MemberDesk>().Leave(Officer, member));
        Assert.Null(world.The<TownHall>().Town.Shop(shop.Id)!.TrainedUntil);
        Assert.Equal(MemberSay.HasLeft, await world.The<MemberDesk>().Train(Officer, member, new TrainingTyped(TrainingKind.Defence, new(2026, 11, 24))));
        Assert.Null(await world.The<MemberDesk>().Leave(Officer, member, leaves: false));
        Assert.Equal(shop.Id, await Called(by: 2));
    }

    [Fact]
    public async Task Two_entries_of_one_person_become_one_with_the_trainings_of_both()
    {
        await using var world = await World.With(1, 2);
        var shop = world.Street.Shop(0, 0);
        var (keep, other) = (await Member(world, "老周", Membership.Steward | Membership.Consultative), await Member(world, "周师傅", Membership.Owner, shop));
        Assert.Null(await world.The<MemberDesk>().Train(Officer, other, new TrainingTyped(TrainingKind.Defence, new(2026, 11, 1))));
        Assert.Null(await world.The<MemberDesk>().Train(Officer, keep, new TrainingTyped(TrainingKind.FirstAid, new(2026, 11, 1))));
        Assert.Equal(MemberSay.SameOne, await world.The<MemberDesk>().Merge(Officer, keep, keep));
        Assert.Null(await world.The<MemberDesk>().Merge(Officer, keep, other));
        var one = Assert.Single(await world.The<MemberBoard>().Of(Officer, Street.StationId, shop.Id));
        Assert.Equal((keep, Membership.Steward | Membership.Consultative | Membership.Owner, 2), (one.Member.Id, one.Member.Kinds, one.Trainings.Count));
        Assert.Equal(new DateOnly(2027, 11, 1), world.The<TownHall>().Town.Shop(shop.Id)!.TrainedUntil);
    }

    [Fact]
    public async Task A_shop_that_changes_hands_opens_no_door_for_who_had_it_and_keeps_its_history()
    {
        await using var world = await World.With(1, 3);
        var shop = world.Street.Shop(0, 1);
        await Member(world, "老店主", Membership.Owner, shop);
        Assert.Null(await world.The<ShopDesk>().Set(Officer, shop.Id, "Mo-Su 08:00-22:00", trained: true, silent: false));
        var alert = (await world.Shop(0, 1).Press()).Must(201).AlertId;
        Assert.Equal(ShopMoveSay.AlertOpen, await world.The<ShopMoveDesk>().HandOver(Commander, shop.Id));
        (await world.Console().Do(alert, "close", new { outcome = "nothingFound", reason = "x" })).Must(200);
        Assert.NotNull(await world.The<ShopMoveDesk>().HandOver(Officer, shop.Id)); // accounts are the commander's

        Assert.Null(await world.The<ShopMoveDesk>().HandOver(Commander, shop.Id));
        Assert.Equal("deviceRevoked", (await world.Shop(0, 1).Press()).Must(401)["refusal"]);
        Assert.True((await world.The<MemberBoard>().Of(Officer, Street.StationId, shop.Id)).Single().Member.LeftAt is not null);
        var now = world.The<TownHall>().Town.Shop(shop.Id)!;
        Assert.Equal((false, "Mo-Su 08:00-22:00"), (now.Trained, now.Hours!.ToString()));
        Assert.Equal(shop.Name, (await world.Console().Get($"alerts/{alert}")).Must(200).Json.GetProperty("shop").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_shop_that_was_entered_twice_goes_into_the_other_and_is_called_no_more()
    {
        await using var world = await World.With(1, 4);
        var (twice, into) = (world.Street.Shop(0, 1), world.Street.Shop(0, 2));
        var shield = await world.Stocked(GearKind.Shield, twice);
        await Member(world, "小李", Membership.Staff, twice);
        Assert.Equal(ShopMoveSay.HasGear, await world.The<ShopMoveDesk>().Leave(Commander, twice.Id));
        Assert.Equal(ShopMoveSay.NotThatOne, await world.The<ShopMoveDesk>().Merge(Commander, twice.Id, twice.Id));
        Assert.Null(await world.The<ShopMoveDesk>().Merge(Commander, twice.Id, into.Id));
        Assert.Equal(into.Id, world.Item(shield).ShopId);
        Assert.Single(await world.The<MemberBoard>().Of(Officer, Street.StationId, into.Id));
        Assert.Equal("2", (await world.Shop(0, 0).Press()).Must(201)["notified"]);
        Assert.Equal(3, world.The<RegisterBoard>().Circles(Street.StationId, null).Single().Shops);
        Assert.NotNull(await world.The<ShopMoveDesk>().Leave(Commander, twice.Id)); // it is gone already
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_and_anothers_members_are_not_there()
    {
        await using var world = await World.With(1, 1);
        var desk = world.The<MemberDesk>();
        Assert.Equal(MemberSay.NameMissing, await desk.Add(Officer, Street.StationId, new(" ", Membership.Volunteer)));
        Assert.Equal(MemberSay.KindMissing, await desk.Add(Officer, Street.StationId, new("x", Membership.None)));
        Assert.Equal(MemberSay.ShopMissing, await desk.Add(Officer, Street.StationId, new("x", Membership.Owner)));
        var member = await Member(world, "小李", Membership.Volunteer);
        Assert.Equal(MemberSay.DayWrong, await desk.Train(Officer, member, new(TrainingKind.Defence, new(2026, 11, 25))));
        Assert.Equal(MemberSay.EndWrong, await desk.Train(Officer, member, new(TrainingKind.Defence, new(2026, 11, 20), new(2026, 11, 19))));
        var stranger = new Actor("stranger", "外地警官", Role.Officer, "ffffffffffffffffffffffffffffffff");
        Assert.Empty(await world.The<MemberBoard>().Of(stranger, Street.StationId, null));
        Assert.NotNull(await desk.Leave(stranger, member));
        Assert.NotNull(await desk.Leave(new Actor("owner", "店主", Role.ShopOwner, Street.StationId, world.Street.Shop(0, 0).Id), member));
    }

    [Fact]
    public async Task A_members_language_and_type_are_what_their_pages_begin_with_until_they_choose_and_an_account_is_one_members()
    {
        await using var world = await World.With(1, 2);
        var (desk, shop) = (world.The<MemberDesk>(), world.Street.Shop(0, 0));
        using var li = await DeedStories.Guest(world, Role.Organizer, "li");
        var owner = (await world.The<PeopleDesk>().Invite(Deeds.Admin, new Invitation("店主", "owner", Role.ShopOwner, world.Street.Shop(0, 1).Id))).Link!.AccountId;
        var (member, other) = (await Member(world, "老李", Membership.Steward), await Member(world, "小张", Membership.Staff, shop));
        Assert.Null(await desk.Change(Officer, member, new MemberTyped("老李", Membership.Steward, null, "en", LargeType: true)));
        async Task<string> Reads(string path = "/station") => Html((await li.Open(path)).Text);

        Assert.Equal("zh-CN", await Reads());
        await using (var console = new OfficerConsole(world, Officer))
        {
            var sheet = console.Render<MemberSheet>(p => p.Add(s => s.StationId, Street.StationId).Add(s => s.Who, Officer));
            sheet.Find("[data-testid=link-with]").Change((await world.The<MemberBoard>().Accounts(Officer, Street.StationId, null)).Single(a => a.UserName == "li").Id);
            await sheet.Find("[data-testid=link-account]").ClickAsync(new());
            Assert.Contains("li", sheet.Find("[data-testid=linked-account]").TextContent, StringComparison.Ordinal);
            Assert.Equal("en 1", await Reads());
            Assert.Equal("en 1", await Reads("/my-data"));

            var account = (await world.The<MemberBoard>().Of(Officer, Street.StationId, null)).Single(m => m.Member.Id == member).Member.AccountId;
            Assert.Equal(MemberSay.Taken("老李"), await desk.Link(Officer, other, account));
            Assert.Equal(MemberSay.OtherShop, await desk.Link(Officer, other, owner));
            Assert.Equal(MemberSay.NoAccount, await desk.Link(Officer, other, "nobody"));
            await sheet.Find("[data-testid=unlink-account]").ClickAsync(new());
            Assert.Equal("zh-CN", await Reads());
            Assert.Null(await desk.Link(Officer, other, account));
            Assert.Null(await desk.Link(Officer, other, null));
            Assert.Null(await desk.Link(Officer, member, account));
        }
        Assert.Equal("zh-CN 1", await Reads("/station?lang=zh"));
        Assert.Equal("zh-CN 1", await Reads()); // what was chosen is remembered

        // A telephone is its shop's person of the same name; what was chosen on it stands above what the register says.
        var phone = world.Street.DeviceOf(shop);
        Assert.Null(await desk.Change(Officer, other, new MemberTyped(phone.Name, Membership.Staff, shop.Id, "en", LargeType: true)));
        async Task<string> Whistle(string chosen = "")
        {
            using var browser = world.Http();
            browser.DefaultRequestHeaders.Add("Cookie", $"{DeviceCredential.ShopCookie}={world.Street.TokenOf(phone)}{chosen}");
            return Html(await browser.GetStringAsync("/w", Cancel));
        }
        Assert.Equal("en 1", await Whistle());
        Assert.Equal("zh-CN 0", await Whistle("; wn-lang=zh; wn-text=0"));
    }

    // How a page is printed: its language, and the size of its type where one is said.
    private static string Html(string page)
    {
        var html = page.Split("<html", 2)[1].Split('>', 2)[0];
        string Of(string attribute) => html.Split($" {attribute}=\"") is [_, var rest] ? rest.Split('"')[0] : "";
        return $"{Of("lang")} {Of("data-text")}".TrimEnd();
    }

    private static async Task<string> Member(World world, string name, Membership kinds, Shop? shop = null)
    {
        Assert.Null(await world.The<MemberDesk>().Add(Officer, Street.StationId, new MemberTyped(name, kinds, shop?.Id)));
        return (await world.The<MemberBoard>().Of(Officer, Street.StationId, shop?.Id)).Single(m => m.Member.Name == name).Member.Id;
    }

    private static List<string> Signals(World world, Shell.Text said) => [.. world.The<TrainingWatch>().SignalsFor(Street.StationId).Where(s => s.What == said).SelectMany(s => s.Names)];

    private static string Say(World world)
    {
        var circles = world.The<RegisterBoard>().Circles(Street.StationId, null);
        var gap = world.The<ReadinessBoard>().Of(Street.StationId, circles).GetAwaiter().GetResult()[0].Readiness.Gaps.Single(g => g.Why == NotReady.NobodyTrained);
        return ReadinessSay.Of(gap, Shell.StationTime.Utc, world.The<TownHall>().Town);
    }
}
