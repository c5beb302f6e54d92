using Microsoft.EntityFrameworkCore;
using WhistleNet.Live;

namespace WhistleNet.Alerts;

/// <summary>What one press is, however often it is sent.</summary>
public sealed class PressStories
{
    [Fact, Trait("fault", "F20")]
    public async Task A_double_tap_is_one_whistle_and_fifty_copies_are_one_alert()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var shop = world.Shop(0, 0);
        var pressId = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => shop.Press(pressId: pressId))));

        Assert.Single(answers, a => a.Code == 201);
        Assert.All(answers, a => Assert.Equal(answers[0].Text, a.Text));
        await using var db = await world.Db();
        Assert.Equal(1, await db.Alerts.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Presses.CountAsync(TestContext.Current.CancellationToken));
        Assert.Single(await db.Lines.ToListAsync(TestContext.Current.CancellationToken));
        Figures.Held("F20", $"50 copies of a press at once: {answers.Count(a => a.Code == 201)} answered 201, {answers.Count(a => a.Code == 200)} answered 200 with the same body; 1 alert, 1 press, 1 line");
    }

    [Fact, Trait("fault", "F21")]
    public async Task The_same_press_much_later_gets_its_first_answer_and_opens_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (shop, console) = (world.Shop(0, 0), world.Console());
        var pressId = Guid.NewGuid().ToString();
        var first = (await shop.Press(pressId: pressId)).Must(201);
        (await console.Do(first.AlertId, "close", new { outcome = "slip", reason = "误触" })).Must(200);
        await world.Restart(after: TimeSpan.FromDays(400));
        var again = (await shop.Press(pressId: pressId.ToUpperInvariant())).Must(200);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal("closed", (await console.Get($"alerts/{first.AlertId}"))["state"]);
        Figures.Held("F21", "the press again 400 days after, its alert closed: its first answer, 0 opened");
    }

    [Fact, Trait("fault", "F21")]
    public async Task A_press_that_waited_for_a_line_is_taken_and_shown_as_late_and_a_wrong_clock_is_not_believed()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (console, neighbour) = (world.Console(), await world.Shop(0, 2).Listen());
        var late = (await world.Shop(0, 0).Press(new { pressedAt = world.Time.GetUtcNow().AddMinutes(-20) })).Must(201);
        var heard = await Eventually.Found(() => neighbour.Knows(late.AlertId), "the neighbour hears of it");
        Assert.Equal(News.Time(world.Time.GetUtcNow().AddMinutes(-20)), heard.PressedAt);
        Assert.Equal("raised", (await console.Get($"alerts/{late.AlertId}"))["state"]);
        var odd = (await world.Shop(0, 1).Press(new { pressedAt = world.Time.GetUtcNow().AddDays(-3) })).Must(201);
        Assert.Null((await Eventually.Found(() => neighbour.Knows(odd.AlertId), "and of the other")).PressedAt);
        Figures.Held("F21", "a press delivered 20 minutes late: one alert, shown as late; a claim of three days is not shown");
    }

    [Fact]
    public async Task A_press_id_that_another_shop_used_is_simply_a_new_whistle()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var pressId = Guid.NewGuid().ToString();
        var one = (await world.Shop(0, 0).Press(pressId: pressId)).Must(201);
        var other = (await world.Shop(0, 1).Press(pressId: pressId)).Must(201);
        Assert.NotEqual(one.AlertId, other.AlertId);
    }

    [Fact]
    public async Task Another_press_within_a_minute_reinforces_and_later_it_is_a_new_alert()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var shop = world.Shop(0, 0);
        var first = (await shop.Press()).Must(201);
        Assert.False(first.Has("reinforced"));
        await world.Forward(50);
        var pressId = Guid.NewGuid().ToString();
        var second = (await shop.Press(pressId: pressId)).Must(200);
        Assert.Equal((first.AlertId, pressId, "True"), (second.AlertId, second["pressId"], second["reinforced"]));
        Assert.Equal(second.Text, (await shop.Press(pressId: pressId)).Must(200).Text);
        await world.Forward(50); // within a minute of the last press
        Assert.Equal(first.AlertId, (await shop.Press()).Must(200).AlertId);
        await world.Forward(61);
        Assert.NotEqual(first.AlertId, (await shop.Press()).Must(201).AlertId);
    }

    [Fact]
    public async Task Over_the_quota_no_press_is_refused_and_the_station_alone_hears()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (shop, console) = (world.Shop(0, 0), await world.Console().Listen());
        var neighbour = await world.Shop(0, 1).Listen();
        for (var n = 0; n < 3; n++)
        {
            var alert = (await shop.Press()).Must(201);
            Assert.False(alert.Has("limited"));
            (await console.Do(alert.AlertId, "close", new { outcome = "slip", reason = "误触" })).Must(200);
        }
        var limited = (await shop.Press()).Must(201);
        Assert.Equal(("True", "0"), (limited["limited"], limited["notified"]));
        await Eventually.True(() => console.HeardOf(limited.AlertId), "the station heard");
        Assert.Equal("True", (await console.Get($"alerts/{limited.AlertId}"))["limited"]);
        await world.Forward(61);
        Assert.False(neighbour.HeardOf(limited.AlertId));

        var joined = (await shop.Press()).Must(200); // later than a minute, but there is an open one to join
        Assert.Equal((limited.AlertId, "True", "True"), (joined.AlertId, joined["limited"], joined["reinforced"]));
        (await shop.Press(new { mode = "test" })).Must(201); // practice is counted by itself
        await world.Forward(600);
        (await console.Do(limited.AlertId, "widen")).Must(200);
        await Eventually.True(() => neighbour.HeardOf(limited.AlertId), "the officer called the circle first");
    }

    [Fact]
    public async Task A_practice_alarms_nobody_and_ends_by_itself_as_a_test()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var shop = await world.Shop(0, 0).Listen();
        var others = new[] { await world.Shop(0, 1).Listen(), await world.Console().Listen() };
        var press = (await shop.Press(new { mode = "test", drillId = "whatever" })).Must(201);
        Assert.Equal(("test", "0"), (press["mode"], press["notified"]));
        await world.Forward(10);
        await Eventually.True(() => shop.Knows(press.AlertId) is { Mode: "test", State: "closed", Outcome: "test" }, "it closed itself");
        Assert.All(others, o => Assert.False(o.HeardOf(press.AlertId)));
        var real = (await shop.Press()).Must(201); // a real press never joins it
        Assert.NotEqual(press.AlertId, real.AlertId);
    }

    [Fact]
    public async Task A_press_of_a_drill_that_is_not_running_is_asked_about_and_stores_nothing()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var shop = world.Shop(0, 0);
        var pressId = Guid.NewGuid().ToString();
        foreach (var body in new[] { """{"mode":"drill"}""", """{"drillId":"no-such-drill"}""", """{"drillId":7}""", """{"drillId":{}}""", """{"drillId":""}""", """{"mode":"real","drillId":"x"}""" })
        {
            var refused = (await shop.Post("whistles", WithId(body, pressId))).Must(409);
            Assert.Equal("drillNotRunning", refused["refusal"]);
        }
        Assert.Equal("real", (await shop.Press(pressId: pressId)).Must(201)["mode"]); // the same id is free to be real
    }

    [Fact]
    public async Task A_badly_worded_cry_for_help_is_still_one()
    {
        string[] cries =
        [
            """{"mode":"REAL"}""", """{"mode":"praktice"}""", """{"mode":5,"drillId":null}""", """{"kind":"earthquake"}""", """{"kind":5}""", """{"silent":"yes"}""",
            """{"position":"here"}""", """{"position":{"lat":1e999,"lon":0}}""", """{"position":{"lat":991,"lon":0}}""", """{"pressedAt":"yesterday"}""",
            """{"pressedAt":"9999-12-31T23:59:59-14:00"}""", """{"pressedAt":-1}""", """{"shopId":"another"}""", """{"text":"\ud800"}""", """{"text":{"deep":[[[[]]]]}}""",
            """{"text":"\u0000"}""", """{"unknown":[1,2,3],"__proto__":{}}""", """{"\ud800":1}""",
        ];
        await using var world = await World.With(circles: 1, shopsEach: cries.Length);
        for (var n = 0; n < cries.Length; n++)
        {
            var shop = world.Shop(0, n);
            var press = await shop.Post("whistles", WithId(cries[n], Guid.NewGuid().ToString()));
            Assert.True(press.Code == 201, $"{cries[n]}: {press.Text}");
            Assert.Equal("real", press["mode"]);
            var alert = await world.Console().Get($"alerts/{press.AlertId}");
            Assert.Equal(("unspecified", shop.ShopId), (alert["kind"], alert.Json.GetProperty("shop").GetProperty("id").GetString()));
        }
    }

    [Fact]
    public async Task A_long_text_is_cut_and_a_deep_one_ignored()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var press = (await world.Shop(0, 0).Press(new { text = new string('救', 3_000) })).Must(201);
        Assert.Equal(500, (await world.Console().Get($"alerts/{press.AlertId}"))["text"].Length);
        var deep = $$"""{"pressId":"{{Guid.NewGuid()}}","x":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}""";
        (await world.Shop(0, 1).Post("whistles", deep)).Must(201);
    }

    [Fact]
    public async Task An_officer_raises_for_somebody_on_the_telephone()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var console = world.Console();
        var (shop, neighbour) = (await world.Shop(0, 0).Listen(), await world.Shop(0, 1).Listen());
        (await console.Press()).Must(400);
        (await console.Press(new { shopId = "nobody" })).Must(404);
        var press = (await console.Press(new { shopId = shop.ShopId, kind = "robbery" })).Must(201);
        await Eventually.True(() => shop.Knows(press.AlertId)?.You == "raiser" && neighbour.Knows(press.AlertId)?.You == "neighbour", "the shop and its circle heard");
        Assert.Equal("via: phone", (await console.Get($"alerts/{press.AlertId}")).Json.GetProperty("lines")[0].GetProperty("text").GetString());
    }

    private static string WithId(string body, string pressId) => body.Insert(1, $"\"pressId\":\"{pressId}\",");
}
