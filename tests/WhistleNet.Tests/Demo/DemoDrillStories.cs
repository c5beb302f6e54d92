using System.Net;
using System.Text.Json;

namespace WhistleNet.Demo;

/// <summary>The lever that starts a drill, and the show that it starts.</summary>
public sealed class DemoDrillStories
{
    [Fact]
    public async Task A_drill_that_nobody_plays_runs_to_its_end_by_itself_and_meets_what_was_open()
    {
        await using var house = await DemoHouse.Open();
        var before = (await house.Get("demo/now")).GetProperty("drill").GetProperty("drillId").GetString();
        await Turn(house, "?pace=10");
        await Eventually.True(async () => (await Drill(house)).GetProperty("arrived").GetInt32() >= 3, "three shops came");
        await house.Push(12 * 60); // nobody waits for the rest
        JsonElement drill = default;
        await Eventually.True(async () => (drill = await Drill(house)).GetProperty("announced").GetBoolean(), "everybody was told that it was a drill");
        Assert.NotEqual(before, drill.GetProperty("drillId").GetString());
        Assert.True(drill.GetProperty("pressed").GetBoolean());
        Assert.True(drill.GetProperty("told").GetInt32() >= 3, $"{drill}");
        await Eventually.True(async () => (await Drill(house)).TryGetProperty("reportId", out var id) && id.ValueKind == JsonValueKind.String, "its report is drafted");
        Assert.Equal(1, (await Drill(house)).GetProperty("met").GetInt32());
        await Eventually.True(async () => (await house.Get("demo/now")).GetProperty("pace").GetInt32() == 1, "nothing hurries any more");
        var report = await house.Get($"pane/organizer/api/v1/reports/{(await Drill(house)).GetProperty("reportId").GetString()}");
        Assert.Equal("drill", report.GetProperty("mode").GetString());
        Assert.Equal(0, (await house.Get("pane/station/api/v1/alerts?state=open")).GetProperty("alerts").GetArrayLength());
    }

    [Fact]
    public async Task Its_observer_has_a_phone_of_their_own_in_a_pane_for_that_drill()
    {
        await using var house = await DemoHouse.Open();
        await Turn(house);
        var page = (await Drill(house)).GetProperty("observe").GetString();
        using var seen = await house.Browser.GetAsync($"pane/observer/{page}", TestContext.Current.CancellationToken);
        Assert.Contains(DemoTown.Observer, WebUtility.HtmlDecode(await seen.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using var stranger = await house.Browser.GetAsync($"pane/shop/{page}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        foreach (var pace in new[] { "0", "2", "1000" })
        {
            using var refused = await house.Browser.PostAsync("demo/drill?pace=" + pace, null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        await Turn(house);
        Assert.Equal("over", (await Drill(house)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_real_whistle_ends_it_and_no_understudy_touches_that()
    {
        await using var house = await DemoHouse.Open();
        await Turn(house, "?pace=10");
        var real = await house.Whistle();
        Assert.Equal("over", (await Drill(house)).GetProperty("state").GetString());
        await Eventually.True(async () => (await house.Get("demo/now")).GetProperty("pace").GetInt32() == 1, "nothing hurries any more");
        await house.Push(40);
        await Eventually.True(async () => (await house.Alert(real)).GetProperty("lines").EnumerateArray().Any(l => l.GetProperty("what").GetString() == "escalated"), "nobody took it");
        Assert.Equal("raised", (await house.Alert(real)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task It_fulfils_the_plan_that_was_due()
    {
        await using var house = await DemoHouse.Open();
        var due = (await house.Get("demo/now")).GetProperty("due").GetString();
        await Turn(house);
        await Turn(house);
        await house.Push(60);
        await Eventually.True(async () => string.CompareOrdinal((await house.Get("demo/now")).GetProperty("due").GetString(), due) > 0, "the next one is dated by it");
    }

    private static async Task Turn(DemoHouse house, string pace = "") => (await house.Browser.PostAsync("demo/drill" + pace, null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    private static async Task<JsonElement> Drill(DemoHouse house) => (await house.Get("demo/now")).GetProperty("drill");
}
