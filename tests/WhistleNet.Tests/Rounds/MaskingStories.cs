using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Rounds;

/// <summary>Who it was goes after its time; what happened stays, and the log is whole.</summary>
public sealed class MaskingStories
{
    private static readonly Actor Officer = new("o", "王警官", Role.Officer, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("real")]
    [InlineData("test")]
    public async Task Ninety_days_after_the_closing_names_and_words_go_and_an_open_alert_keeps_them(string mode)
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var closed = await Whole(world, 0, mode, close: true);
        var open = await Whole(world, 1, mode, close: false);
        await Days(world, 90, less: TimeSpan.FromMinutes(2));
        Assert.True(await Names(world, closed) > 0);

        await Days(world, 0, less: -TimeSpan.FromMinutes(3));
        Assert.Equal(0, await Names(world, closed));
        Assert.True(await Names(world, open) > 0);
        await using var db = await world.Db();
        var alert = await db.Alerts.AsNoTracking().SingleAsync(a => a.Id == closed, Cancel);
        Assert.Equal((AlertState.Closed, mode == "real" ? Outcome.NothingFound : Outcome.Test, (string?)null, (string?)null), (alert.State, alert.Outcome, alert.ClosedBy, alert.Reason));
        Assert.Contains(await db.Lines.AsNoTracking().Where(l => l.AlertId == closed).Select(l => l.What).ToListAsync(Cancel), what => what == Entry.Closed);
        if (mode == "real") Assert.Contains(await db.Notices.AsNoTracking().Where(n => n.AlertId == closed).ToListAsync(Cancel), n => n is { Answer: Reply.Coming, AnswerReason: null, To: To.Shop, Name.Length: > 0 });
        var record = await db.Access.AsNoTracking().SingleAsync(r => r.What == Deed.Masked, Cancel);
        Assert.Equal(("1", "alerts", Actor.System.Id), (record.Object, record.Reason, record.ActorId));

        var found = await world.The<LogCheck>().Walk(null, Cancel);
        Assert.Null(found.Bad);
        Assert.True(found.Chains.Single(c => c.End.Chain == world.The<Node>().Lines).Masked > 2);
        // A line of which the words are gone must not read as if nothing had been said.
        Assert.All(await db.Lines.AsNoTracking().Where(l => l.AlertId == closed).ToListAsync(Cancel), l => Assert.Equal(LogSay.Masked.ToString(), TimelineSay.TextOf(l)));
        Assert.True(await world.The<Masking>().Walk(Cancel)); // once more changes nothing
        Assert.Equal(1, await db.Access.CountAsync(r => r.What == Deed.Masked, Cancel));
    }

    [Fact]
    public async Task Ninety_days_after_it_was_written_a_scenario_and_an_ended_plan_name_nobody_and_a_plan_that_runs_keeps_its_keeper()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        DrillPlan Plan(string id) => new() { Id = id, StationId = Street.StationId, Title = id, CircleIds = [world.Street.Circles[0].Id], Scenario = "x", Form = DrillForm.Live, Minutes = 10, EveryMonths = 3, MadeAt = world.Time.GetUtcNow(), MadeBy = "宋丽" };
        await using (var before = await world.Db())
        {
            var ended = Plan("ended");
            Assert.Null(ended.Stop(Officer, "老张搬走了", world.Time.GetUtcNow()));
            before.AddRange(ended, Plan("runs"), new ScenarioVersion { StationId = Street.StationId, Name = "ours", Version = 1, Text = "{}", At = world.Time.GetUtcNow(), By = "宋丽", ById = "g" });
            await before.SaveChangesAsync(Cancel);
        }
        await Days(world, 91);
        await using var db = await world.Db();
        Assert.Equal((null, "g"), await db.Scenarios.Where(s => s.Name == "ours").Select(s => new ValueTuple<string?, string?>(s.By, s.ById)).SingleAsync(Cancel));
        var plans = await db.DrillPlans.AsNoTracking().OrderBy(p => p.Id).Select(p => new { p.Id, p.MadeBy, p.EndedBy, p.Reason }).ToListAsync(Cancel);
        Assert.Equal(["ended   ", "runs 宋丽  "], plans.Select(p => $"{p.Id} {p.MadeBy} {p.EndedBy} {p.Reason}"));
    }

    [Fact]
    public async Task Ninety_days_after_a_drill_who_ran_it_goes_and_what_was_done_stays()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = world.Console();
        var drill = await world.Planned(console);
        (await console.Post($"drills/{drill}/start", "{}")).Must(200);
        (await console.Post($"drills/{drill}/stop", """{"reason":"老张迟到"}""")).Must(200);
        await using (var watched = await world.Db())
        {
            var observer = new Observer { Id = "o", DrillId = drill, Expected = "陈观察", MadeAt = world.Time.GetUtcNow(), MadeBy = "宋丽" };
            observer.Join("陈观察", "y", world.Time.GetUtcNow());
            watched.Add(observer);
            watched.Add(new ObserverLine { ObserverId = "o", Id = "l", DrillId = drill, Who = "陈观察", At = world.Time.GetUtcNow(), ReceivedAt = world.Time.GetUtcNow(), What = ObserverEntry.Noted, Text = "老张站得太近" });
            await watched.SaveChangesAsync(Cancel);
        }
        await world.The<PhotoFolder>().Keep(drill, "o-l.jpg", new Photo([1], "jpg"));
        await Days(world, 91);
        await Eventually.True(async () =>
        {
            await using var db = await world.Db();
            return !await db.DrillLines.AnyAsync(l => l.DrillId == drill && (l.Who != null || l.Text != null), Cancel) && !await db.Drills.AnyAsync(d => d.EndedBy != null || d.Reason != null, Cancel) && !await db.Observers.AnyAsync(o => o.Name != null || o.Expected != null || o.MadeBy != "", Cancel)
                && !await db.ObserverLines.AnyAsync(l => l.Who != "" || l.Text != null, Cancel) && world.The<PhotoFolder>().PathOf(drill, "o-l.jpg") is null;
        }, "names and words are gone");
        Assert.Contains("stopped", (await world.Console().Get($"drills/{drill}")).Json.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("what").GetString()));
        Assert.Null((await world.The<LogCheck>().Walk(null, Cancel)).Bad);
    }

    [Fact]
    public async Task After_a_year_who_was_called_goes_and_after_four_hundred_days_the_names_in_the_records()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var alert = await Whole(world, 0, "real", close: true);
        await world.The<AccessLog>().Write(Officer with { Device = "Firefox", Ip = "203.0.113.7" }, Deed.AlertRead, alert, "老张小店", alert);
        await Days(world, 366);
        await using var db = await world.Db();
        Assert.Equal(0, await db.Notices.CountAsync(n => n.AlertId == alert, Cancel));
        Assert.Equal("王警官", await Reader(db));
        await Days(world, 35);
        Assert.Null(await Reader(db));
        Assert.Null((await world.The<LogCheck>().Walk(null, Cancel)).Bad);
        (await world.Shop(0, 0).Press()).Must(201); // the same shop whistles on
    }

    [Fact]
    public async Task Nothing_is_masked_in_the_hour_after_a_start_when_the_clock_may_still_be_wrong()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var alert = await Whole(world, 0, "real", close: true);
        await world.Restart(after: TimeSpan.FromDays(3_650));
        Assert.False(await world.The<Masking>().Walk(Cancel));
        Assert.True(await Names(world, alert) > 0);
        world.Time.Advance(Masking.AfterStart);
        Assert.True(await world.The<Masking>().Walk(Cancel));
        Assert.Equal(0, await Names(world, alert));
    }

    [Fact]
    public async Task A_round_that_fails_leaves_the_row_whole_and_the_station_sees_it()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        world.MeantToFail();
        var alert = await Whole(world, 0, "real", close: true);
        await using (var db = await world.Db()) await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER held BEFORE UPDATE ON Notices BEGIN SELECT RAISE(ABORT, 'held'); END", Cancel);
        await Days(world, 91, walks: false);
        Assert.False(await world.The<Masking>().Walk(Cancel));
        Assert.True(await Names(world, alert) > 0);
        Assert.Contains(world.The<Supervision>().Of(Street.StationId).Signals, s => s.What == SignalSay.NotMasked);
        await using (var db = await world.Db()) await db.Database.ExecuteSqlRawAsync("DROP TRIGGER held", Cancel);
        Assert.True(await world.The<Masking>().Walk(Cancel));
        Assert.Empty(world.The<Masking>().SignalsFor(Street.StationId));
    }

    // A whistle with words, an answer, a note and a taker.
    private static async Task<string> Whole(World world, int circle, string mode, bool close)
    {
        var (shop, neighbour) = (world.Shop(circle, 0), world.Shop(circle, 1));
        var id = (await shop.Press(new { mode, text = "他有刀" })).AlertId;
        if (mode == "real") (await neighbour.Do(id, "answers", new { answer = "coming", reason = "就在隔壁" })).Must(200);
        var desk = world.The<AlertDesk>();
        await desk.Take(Officer, id);
        await desk.MarkAs(Officer, id, Mark.Note, "穿红衣服的男子");
        if (close) Assert.True((await desk.Close(Officer, id, mode == "real" ? Outcome.NothingFound : Outcome.Test, "李某已离开")).Done);
        return id;
    }

    // Restarted, so that nothing has to be awake all those days, and an hour older, so that its clock is believed.
    private static async Task Days(World world, int days, TimeSpan less = default, bool walks = true)
    {
        if (days > 0) await world.Restart(after: TimeSpan.FromDays(days) - less - Masking.AfterStart);
        world.Time.Advance(days > 0 ? Masking.AfterStart : -less);
        if (walks) Assert.True(await world.The<Masking>().Walk(Cancel));
    }

    private static async Task<int> Names(World world, string alert)
    {
        await using var db = await world.Db();
        return await db.Lines.CountAsync(l => l.AlertId == alert && (l.Who != null || l.Text != null), Cancel) + await db.Alerts.CountAsync(a => a.Id == alert && (a.TakenBy != null || a.Text != null || a.Reason != null || a.ClosedBy != null), Cancel)
            + await db.Notices.CountAsync(n => n.AlertId == alert && (n.AnswerReason != null || n.To != To.Shop && n.Name != ""), Cancel);
    }

    private static Task<string?> Reader(WhistleDb db) => db.Access.AsNoTracking().Where(r => r.What == Deed.AlertRead).Select(r => r.Actor).SingleAsync(Cancel);
}
