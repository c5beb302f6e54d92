using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.People;
using WhistleNet.Reports;

namespace WhistleNet.Drills;

/// <summary>Somebody without an account watches one drill from a phone.</summary>
public sealed class ObserverStories
{
    private static readonly Actor Organizer = new("organizer", "宋丽", Role.Organizer, Street.StationId);

    [Fact]
    public async Task A_link_lets_in_one_phone_and_what_it_ticks_is_seen_as_the_scenario_speaks_of_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (drill, scenario) = await Drill(world);
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        var code = await world.The<ObserverDesk>().Invite(Organizer, drill, world.Street.Shop(0, 1).Id);
        using var phone = new Guest(world);
        var asked = await phone.Open($"/observe/{drill}?code={code}");
        Assert.Contains("演练 DRILL", asked.Text, StringComparison.Ordinal);
        var joined = await phone.Send($"/observe/{drill}", ("code", code!), ("personName", "陈观察"));
        Assert.Equal($"/observe/{drill}", joined.Sent);
        var page = await phone.Open($"/observe/{drill}");
        Assert.Contains("演练 DRILL", page.Text, StringComparison.Ordinal);
        Assert.Contains("data-mode=\"drill\"", page.Text, StringComparison.Ordinal);
        using var second = new Guest(world);
        Assert.Equal(404, (await second.Open($"/observe/{drill}?code={code}")).Code);
        Assert.Equal(404, (await second.Open($"/observe/{drill}")).Code);

        var expected = scenario.Expected.First(e => e.What == Happening.Observed);
        var (tick, at) = (Guid.NewGuid().ToString(), world.Time.GetUtcNow());
        await world.Forward(30); // the phone was in a dead spot, and sends now
        for (var again = 0; again < 2; again++) Assert.Equal(200, await Write(world, phone, drill, new { id = tick, what = "ticked", about = expected.Id, at }));
        Assert.Equal(200, await Write(world, phone, drill, new { id = Guid.NewGuid(), what = "rated", about = expected.Id, rating = 4 }));
        Assert.Equal(200, await Write(world, phone, drill, new { id = Guid.NewGuid(), what = "noted", text = "站位不错" }));
        Assert.Equal([new Seen(Happening.Observed, expected.Who, at, world.Street.Shop(0, 1).Id, expected.Id)], await Ticks(world, drill, scenario));
        var seen = (await world.The<ObserverBoard>().Of(Organizer, (await world.The<DrillBoard>().One(Organizer, drill))!.Drill)).Single();
        Assert.Equal(["陈观察"], seen.Lines.Select(l => l.Who).Distinct());
        Assert.Equal(3, seen.Lines.Count);

        Assert.Equal(200, await Write(world, phone, drill, new { id = Guid.NewGuid(), what = "unticked", about = expected.Id }));
        Assert.Empty(await Ticks(world, drill, scenario));
    }

    [Fact]
    public async Task What_is_no_line_of_this_scenario_is_refused_and_a_phone_of_another_drill_is_nobody()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (drill, scenario) = await Drill(world);
        using var phone = await world.Observer(Organizer, drill);
        var about = scenario.Expected.First().Id;
        object[] bad =
        [
            new { what = "ticked", about }, new { id = "x", what = "ticked", about }, new { id = Guid.NewGuid(), what = "ticked" }, new { id = Guid.NewGuid(), what = "ticked", about = "nothing-there" },
            new { id = Guid.NewGuid(), what = "rated", about, rating = 6 }, new { id = Guid.NewGuid(), what = "rated", about }, new { id = Guid.NewGuid(), what = "noted" }, new { id = Guid.NewGuid(), what = "photo", about },
            new { id = Guid.NewGuid(), what = "danced" }, new { id = Guid.NewGuid() }, new { id = Guid.NewGuid(), what = "ticked", about, at = "yesterday" },
        ];
        foreach (var body in bad) Assert.Equal(400, await Write(world, phone, drill, body));
        var (other, _) = await Drill(world, minutes: 60);
        Assert.Equal(404, await Write(world, phone, other, new { id = Guid.NewGuid(), what = "ticked", about }));
        await using var db = await world.Db();
        Assert.Equal(0, await db.ObserverLines.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_photo_is_kept_without_what_is_not_the_picture_and_what_is_none_or_too_large_is_not_stored()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (drill, _) = await Drill(world);
        using var phone = await world.Observer(Organizer, drill);
        var id = Guid.NewGuid();
        var jpeg = PhotoTests.Jpeg([0xFF, 0xE1, 0, 10, .. "GPS 31.2"u8]);
        for (var again = 0; again < 2; again++) Assert.Equal(200, await Send(world, phone, drill, $"id={id}", jpeg));
        Assert.Equal(400, await Send(world, phone, drill, $"id={Guid.NewGuid()}", "<svg onload=alert(1)>"u8.ToArray()));
        Assert.Equal(400, await Send(world, phone, drill, "id=../../x", jpeg));
        Assert.Equal(413, await Send(world, phone, drill, $"id={Guid.NewGuid()}", [.. jpeg, .. new byte[Photo.Most]]));
        var line = (await world.The<ObserverBoard>().Line(Organizer, drill, id.ToString()))!;
        Assert.Equal(PhotoTests.Jpeg(), await File.ReadAllBytesAsync(world.The<PhotoFolder>().PathOf(drill, line.Text!)!, TestContext.Current.CancellationToken));
        await using var db = await world.Db();
        Assert.Equal(1, await db.ObserverLines.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_link_and_the_phone_end_with_the_drills_report_and_with_a_drill_that_is_called_off()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (drill, _) = await Drill(world);
        using var phone = await world.Observer(Organizer, drill);
        (await world.Console().Post($"drills/{drill}/start", "{}")).Must(200);
        var alert = (await world.Shop(0, 0).Press(new { drillId = drill })).Must(201).AlertId;
        (await world.Console().Post($"drills/{drill}/stop", """{"reason":"够了"}""")).Must(200);
        await world.The<ReportRounds>().DraftOne(alert, TestContext.Current.CancellationToken);
        Assert.Equal(200, await Write(world, phone, drill, new { id = Guid.NewGuid(), what = "noted", text = "事后想起来的" }));
        await using (var db = await world.Db()) Assert.Equal(1, await db.Reports.Where(r => r.DrillId == drill).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ReportState.Complete), TestContext.Current.CancellationToken));
        Assert.Equal(404, await Write(world, phone, drill, new { id = Guid.NewGuid(), what = "noted", text = "太晚了" }));
        Assert.Null(await world.The<ObserverDesk>().Invite(Organizer, drill, null));

        var (off, _) = await Drill(world);
        var code = await world.The<ObserverDesk>().Invite(Organizer, off, null);
        (await world.Console().Post($"drills/{off}/cancel", """{"reason":"下雨"}""")).Must(200);
        Assert.Equal(404, (await phone.Open($"/observe/{off}?code={code}")).Code);
    }

    [Fact]
    public async Task Nobody_but_who_runs_drills_here_makes_a_link()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (drill, _) = await Drill(world);
        Assert.Null(await world.The<ObserverDesk>().Invite(new Actor("o", "小李", Role.Officer, Street.StationId), drill, null));
        Assert.Null(await world.The<ObserverDesk>().Invite(new Actor("o", "外人", Role.Organizer, "elsewhere"), drill, null));
        Assert.Null(await world.The<ObserverDesk>().Invite(Organizer, "unknown", null));
    }

    private static async Task<(string Id, Scenario Scenario)> Drill(World world, int minutes = 30)
    {
        var scenario = ScenarioFiles.All.First(s => s.Expected.Any(e => e.What == Happening.Observed) && s.Forms.Contains(DrillForm.Live));
        var plan = new DrillPlanned(Ids.New(), Street.StationId, "老街演练", [world.Street.Circles[0].Id], scenario.Id, DrillForm.Live, Blind: false, world.Time.GetUtcNow(), Armed: false, minutes, null);
        return ((await world.The<DrillDesk>().Plan(Organizer, plan)).Value!.Id, scenario);
    }

    private static async Task<IReadOnlyList<Seen>> Ticks(World world, string drill, Scenario scenario)
    {
        await using var db = await world.Db();
        return await ObserverBoard.Seen(db, db.Drills.Single(d => d.Id == drill), scenario);
    }

    private static Task<int> Write(World world, Guest phone, string drill, object line) => Post(world, phone, $"/observe/{drill}/lines", new StringContent(JsonSerializer.Serialize(line), Encoding.UTF8, "application/json"));

    private static Task<int> Send(World world, Guest phone, string drill, string query, byte[] bytes) => Post(world, phone, $"/observe/{drill}/photos?{query}", new ByteArrayContent(bytes));

    private static async Task<int> Post(World world, Guest phone, string path, HttpContent body)
    {
        using var http = world.Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body, Headers = { { "Cookie", phone.CookieHeader }, { "Origin", "http://localhost" } } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
