using Bunit;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>What a ladder may call beside its own people: who is on duty, a street post while it is open, a neighbouring station that agreed.</summary>
public sealed class PostStories
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rung_of_who_is_on_duty_calls_the_officer_whose_shift_runs_and_whose_screen_is_connected()
    {
        await using var world = await World.With(1, 3);
        var (wang, li) = (await DeedStories.Invite(world, Role.Officer, "wang"), await DeedStories.Invite(world, Role.Officer, "li"));
        await Ladder(world, RungKind.OnDuty, null);
        var (now, desk) = (world.Time.GetUtcNow(), world.The<DutyDesk>());
        Assert.Null(await desk.Add(Admin, Street.StationId, wang, now.AddHours(-1), now.AddHours(7)));
        Assert.Null(await desk.Add(Admin, Street.StationId, li, now.AddHours(7), now.AddHours(15)));
        Assert.Equal(DutySay.Of(ShiftFlaw.TwiceAtOnce), await desk.Add(Admin, Street.StationId, wang, now, now.AddHours(2)));
        Assert.Equal(DutySay.Of(ShiftFlaw.Nobody), await desk.Add(Admin, Street.StationId, "nobody", now, now.AddHours(2)));

        Assert.Equal((Climbing.AnyConsole(Street.StationId), Unreached.DeviceSilent), await Called(world, 0)); // on the roster, and no screen: every console
        await using var console = new OfficerConsole(world, new Actor(wang, "王", Role.Officer, Street.StationId));
        var page = console.OpenStation();
        await console.Shows(() => page.FindAll("[data-testid=duty-line]").Count == 1, "the station says who is on duty");
        Assert.Equal(wang, (await Called(world, 1)).DeviceId);

        Assert.Null(await desk.Cover(Admin, Street.StationId, 1));
        Assert.Empty(world.The<DutyBoard>().SignalsFor(Street.StationId));
        Assert.Null(await desk.Remove(Admin, Street.StationId, world.The<DutyBoard>().On(Street.StationId).Single().Id));
        Assert.Equal([DutySay.TooFew], world.The<DutyBoard>().SignalsFor(Street.StationId).Select(s => s.What));
    }

    [Fact]
    public async Task A_post_is_called_while_it_is_open_and_is_off_duty_while_it_is_not()
    {
        await using var world = await World.With(1, 3);
        var desk = world.The<PostDesk>();
        var wall = new Device { Id = Ids.New(), Kind = DeviceKind.Wall, StationId = Street.StationId, Name = "街面屏", TokenHash = "x", IssuedAt = world.Time.GetUtcNow() };
        await using (var db = await world.Db())
        {
            db.Devices.Add(wall);
            await db.SaveChangesAsync(Cancel);
            await db.Touch(Stamp.Devices, Cancel);
        }
        await world.The<TownHall>().Refresh(Cancel);
        Assert.Equal(PostSay.Nowhere, await desk.SavePost(Admin, Street.StationId, new PostTyped("一号", 145, 126, null, null)));
        Assert.Equal(SettingsSay.RungTarget, await desk.SavePost(Admin, Street.StationId, new PostTyped("一号", 45.7, 126.6, null, "somebody")));
        Assert.NotNull(await desk.SavePost(Stock.Officer, Street.StationId, new PostTyped("一号", 45.7, 126.6, null, wall.Id)));
        Assert.Null(await desk.SavePost(Admin, Street.StationId, new PostTyped("一号", 45.7, 126.6, "22:00-04:00", wall.Id)));
        var post = world.The<TownHall>().Duty.Posts(Street.StationId).Single();
        await Ladder(world, RungKind.Post, post.Id);
        Assert.Equal((wall.Id, Unreached.OffDuty), await Called(world, 0)); // ten in the morning
        Assert.Equal(("一号", 45.7, false), await OnTheMap());
        Assert.Null(await desk.SavePost(Admin, Street.StationId, new PostTyped("一号", 45.7, 126.6, "08:00-20:00", wall.Id)));
        Assert.Equal(("一号", 45.7, true), await OnTheMap());
        Assert.Equal((wall.Id, Unreached.DeviceSilent), await Called(world, 1)); // open, and its screen is dark
        Assert.Null(await desk.RemovePost(Admin, post.Id));
        Assert.Equal((null, Unreached.NoDevice), await Called(world, 2));

        async Task<(string, double, bool)> OnTheMap() => Assert.Single((await world.The<MapBoard>().Now(Street.StationId, [])).Posts) is var drawn ? (drawn.Name, drawn.At[0], drawn.Open) : default;
    }

    [Fact]
    public async Task A_neighbouring_station_is_called_when_both_agreed_says_so_on_its_consoles_and_its_shops_do_not_sound()
    {
        await using var world = await World.With(1, 3);
        var desk = world.The<PostDesk>();
        var other = new Station { Id = Ids.New(), Name = "河对岸派出所" };
        await using (var db = await world.Db())
        {
            db.Add(other);
            await db.SaveChangesAsync(Cancel);
            await db.Touch(Stamp.Town, Cancel);
        }
        await world.The<TownHall>().Refresh(Cancel);
        var theirs = new Actor("b", "对岸管理员", Role.Admin, other.Id);
        Assert.Null(await desk.Ask(Admin, Street.StationId, other.Id));
        var pact = world.The<TownHall>().Duty.Pacts(other.Id).Single();
        Assert.NotNull(await desk.Agree(Admin, pact.Id)); // nobody agrees for the other
        Assert.Equal(SettingsSay.RungTarget, await Ladder(world, RungKind.NeighbourStation, other.Id, saved: false));
        Assert.Null(await desk.Agree(theirs, pact.Id));
        await Ladder(world, RungKind.NeighbourStation, other.Id);

        var (link, why) = await world.The<PeopleDesk>().Invite(theirs, new Invitation("赵", "zhao", Role.Officer, null));
        Assert.Null(why);
        await using var console = new OfficerConsole(world, new Actor(link!.AccountId, "赵", Role.Officer, other.Id));
        var page = console.OpenStation();
        var alert = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        await world.Forward(21);
        await console.Shows(() => page.Markup.Contains(SignalSay.HelpAsked.Zh, StringComparison.Ordinal) && page.Markup.Contains(world.Street.Shop(0, 0).Name, StringComparison.Ordinal), "the neighbour is asked");
        Assert.Empty(page.FindAll("[data-testid=take]"));
        await Eventually.True(() =>
        {
            using var db = world.Db().GetAwaiter().GetResult();
            return db.Notices.Any(n => n.AlertId == alert && n.DeviceId == Climbing.AnyConsole(other.Id) && (n.State == Delivery.Received || n.State == Delivery.Seen));
        }, "their console confirms it");
        Assert.True((await world.Console().Do(alert, "take")).Code == 200);
        await console.Shows(() => !page.Markup.Contains(SignalSay.HelpAsked.Zh, StringComparison.Ordinal), "somebody took it, and the call is over");

        Assert.Null(await desk.End(theirs, pact.Id));
        Assert.Equal((null, Unreached.NoDevice), await Called(world, 1));
    }

    private static async Task<Shell.Text?> Ladder(World world, RungKind kind, string? target, bool saved = true)
    {
        var settings = StationSettings.Of(world.The<TownHall>().Town.Stations[Street.StationId], world.The<TownHall>().Ladders.Of(Street.StationId));
        settings.Rungs = [new() { AfterSeconds = 20, Name = "第一级", Kind = kind, TargetId = target }];
        var why = await world.The<SettingsDesk>().Save(Admin, Street.StationId, settings);
        if (saved) Assert.Null(why);
        return why;
    }

    /// <summary>Presses at one more shop, waits for the rung, and says whom it called.</summary>
    private static async Task<(string? DeviceId, Unreached? Reason)> Called(World world, int shop)
    {
        var alert = (await world.Shop(0, shop).Press()).Must(201).AlertId;
        await world.Forward(21);
        await using var db = await world.Db();
        var called = await db.Notices.SingleAsync(n => n.AlertId == alert && n.To == To.Rung, Cancel);
        return (called.DeviceId, called.Reason);
    }
}
