using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Log;

/// <summary>An access that cannot be recorded does not happen, and says so; a whistle neither waits nor fails.</summary>
public sealed class UnwritableLogStories
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whistle_is_raised_heard_taken_and_closed_while_no_access_can_be_recorded()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        await Break(world);
        var neighbour = await world.Shop(0, 1).Listen();
        var console = await world.Console().Listen();
        var id = (await world.Shop(0, 0).Press()).Must(201).AlertId;
        await Eventually.True(() => neighbour.HeardOf(id) && console.HeardOf(id), "the neighbour and the console hear it");
        (await neighbour.Do(id, "answers", new { answer = "coming" })).Must(200);
        (await console.Do(id, "take")).Must(200);
        (await console.Do(id, "close", new { outcome = "stopped", reason = "制止" })).Must(200);
        (await console.Post("whistles", $$"""{"pressId":"{{Guid.NewGuid()}}","shopId":"{{world.Street.Shop(0, 2).Id}}"}""")).Must(201);

        (await console.Get("alerts")).Must(503); // what is only read waits for the log
        await Eventually.True(() => world.The<LogWatch>().SignalsFor(Street.StationId).Any(s => s.What == SignalSay.LogUnwritten), "the station sees the trouble");
    }

    [Fact]
    public async Task Nobody_signs_in_and_nothing_is_changed_and_the_page_says_that_whistles_go_on()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (link, _) = await world.The<PeopleDesk>().Invite(Admin, new Invitation("李", "li", Role.Organizer));
        using var person = new Guest(world);
        await person.Open("/" + link!.Path);
        await Break(world);

        var stopped = await person.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", "the tram bell rings at six"));
        Assert.Equal((503, 0), (stopped.Code, stopped.Cookies.Count(c => c.StartsWith(Doors.PersonCookie, StringComparison.Ordinal))));
        Assert.Contains("吹哨和接哨不受影响", stopped.Text, StringComparison.Ordinal);
        await person.Open("/sign-in");
        Assert.Equal(503, (await person.Send("/sign-in", ("user", "li"), ("password", "x"))).Code);
        await Assert.ThrowsAsync<NotRecorded>(() => world.The<PeopleDesk>().Disable(Admin, link.AccountId));
        await Assert.ThrowsAsync<NotRecorded>(() => world.The<DeviceDesk>().Revoke(Admin, world.Shop(0, 0).Id));
        await using (var db = await world.Db())
        {
            Assert.Equal((null, null), await db.Users.Where(a => a.Id == link.AccountId).Select(a => ValueTuple.Create(a.PasswordHash, a.DisabledAt)).SingleAsync(Cancel));
            Assert.False(await db.Devices.AnyAsync(d => d.RevokedAt != null, Cancel));
        }

        await Mend(world);
        Assert.Equal(302, (await person.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", "the tram bell rings at six"))).Code);
        Assert.Empty(world.The<LogWatch>().SignalsFor(Street.StationId));
        Assert.Null((await world.The<LogCheck>().Walk(null, Cancel)).Bad);
    }

    [Fact]
    public async Task A_console_page_of_people_stops_in_words_and_comes_back_when_it_is_tried_again()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await Break(world);
        await using var console = new OfficerConsole(world, Admin);
        var page = console.Render<Stopped>(s => s
            .AddCascadingValue(Task.FromResult(new AuthenticationState(Admin.AsPrincipal("test"))))
            .Add(b => b.ChildContent, body => { body.OpenComponent<PeoplePage>(0); body.CloseComponent(); }));
        await Eventually.True(() => page.FindAll("[data-testid=not-recorded]").Count == 1, "it says that it was stopped");
        Assert.Empty(page.FindAll("[data-testid=people]"));
        await Mend(world);
        page.Find("[data-testid=try-again]").Click();
        await Eventually.True(() => page.FindAll("[data-testid=people]").Count == 1, "it is back");
    }

    private static Task Break(World world) => Do(world, $"CREATE TRIGGER broken BEFORE INSERT ON AccessRecords BEGIN SELECT RAISE(ABORT, 'broken'); END");

    private static Task Mend(World world) => Do(world, $"DROP TRIGGER broken");

    private static async Task Do(World world, FormattableString sql)
    {
        world.MeantToFail();
        await using var db = await world.Db();
        await db.Database.ExecuteSqlAsync(sql, Cancel);
    }
}
