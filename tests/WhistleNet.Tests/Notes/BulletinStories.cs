using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;
using WhistleNet.Shell;
using static WhistleNet.Notes.NoteStories;

namespace WhistleNet.Notes;

/// <summary>Words to the shops that never sound like an alarm: who read them, and how many there may be.</summary>
public sealed class BulletinStories
{
    [Fact]
    public async Task A_word_to_the_shops_is_shown_calmly_named_by_who_read_it_and_limited_to_six_an_hour()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var organizer = world.Device(world.Street.Devices.First(d => d.Kind == DeviceKind.OfficerToken));
        (await organizer.Post("bulletins", "{\"text\":\"x\"}")).Must(403); // a token for alerts says nothing to the shops
        var desk = world.The<BulletinDesk>();
        var commander = Officer with { Roles = Role.DutyCommander };
        var first = await desk.Say(commander, "今晚停水", [world.Street.Circles[0].Id]);
        Assert.Null(first.Problem);
        foreach (var number in Enumerable.Range(2, 5)) Assert.Null((await desk.Say(commander, $"第{number}条", [])).Problem);
        var seventh = await desk.Say(commander, "第七条", []);
        Assert.True(seventh is { Wait.TotalMinutes: > 59, Problem: not null });
        await world.The<TownHall>().Refresh(Cancel);

        using var phone = await Phone(world, world.Street.Shop(0, 0));
        var page = await phone.Open("/w");
        Assert.Contains("data-testid=\"bulletin\"", page.Text, StringComparison.Ordinal);
        var (here, elsewhere) = (world.Street.DeviceOf(world.Street.Shop(0, 0)).AsActor(), world.Street.DeviceOf(world.Street.Shop(1, 0)).AsActor());
        Assert.True(await desk.Read(here, first.Id));
        Assert.Equal("/w", (await phone.Send("/w/bulletins", ("id", first.Id!))).Sent); // twice is once, also by the form of a page without script
        Assert.False(await desk.Read(elsewhere, first.Id)); // not for that circle
        var read = (await world.The<BulletinBoard>().Of(Officer)).Single(b => b.Bulletin.Id == first.Id);
        Assert.Equal((world.Street.Shop(0, 0).Id, world.Street.Shop(0, 1).Id), (Assert.Single(read.Read).Id, Assert.Single(read.Unread).Id));
        Assert.DoesNotContain(await world.The<BulletinBoard>().For(world.Street.Shop(0, 0)), b => b.Id == first.Id);
        using var plain = await Phone(world, world.Street.Shop(0, 1));
        await plain.Open("/w");
        Assert.Equal(302, (await plain.Send("/w/bulletins", ("id", "nothing"))).Code);
        Assert.Single((await world.The<BulletinBoard>().Of(Officer)).Single(b => b.Bulletin.Id == first.Id).Read);
        await plain.Send("/w/bulletins", ("id", first.Id!));
        Assert.Equal(2, (await world.The<BulletinBoard>().Of(Officer)).Single(b => b.Bulletin.Id == first.Id).Read.Count);
        await using (var db = await world.Db()) Assert.Equal((0, 0), (await db.Alerts.CountAsync(Cancel), await db.Notices.CountAsync(Cancel)));

        await world.Restart(after: TimeSpan.FromMinutes(61));
        Assert.Null((await world.The<BulletinDesk>().Say(commander, "第七条", [])).Problem);
    }

    [Fact]
    public async Task Beyond_six_words_an_hour_the_answer_says_when_to_try_again()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var cast = await Cast.Of(world);
        using var http = world.Server.CreateClient();
        async Task<HttpResponseMessage> Say()
        {
            using var request = cast.Players.First(p => p.Role == "organizer" && !p.Stopped).Ask("POST", "http://localhost/api/v1/bulletins", "{\"text\":\"夜市\"}");
            return await http.SendAsync(request, Cancel);
        }
        foreach (var _ in Enumerable.Range(0, Bulletin.MostAnHour))
        {
            using var said = await Say();
            Assert.Equal(201, (int)said.StatusCode);
        }
        using var refused = await Say();
        Assert.Equal((429, true), ((int)refused.StatusCode, refused.Headers.RetryAfter?.Delta?.TotalMinutes is > 59 and <= 60));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
