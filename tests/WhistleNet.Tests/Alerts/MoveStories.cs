namespace WhistleNet.Alerts;

/// <summary>What officers do, what is refused, and who may do nothing.</summary>
public sealed class MoveStories
{
    [Fact]
    public async Task Only_the_first_takes_and_the_other_is_told_who_was_first_and_when()
    {
        var street = Street.Of(circles: 1, shopsEach: 2);
        street.AddConsole("李警官");
        await using var world = await World.With(street);
        var (one, other) = (world.Console(), world.Console(1));
        var id = (await world.Shop(0, 0).Press()).AlertId;
        var taken = (await one.Do(id, "take")).Must(200);
        Assert.Equal(taken["version"], (await one.Do(id, "take")).Must(200)["version"]);
        var refused = (await other.Do(id, "take")).Must(409);
        Assert.Equal(("alreadyTaken", "taken", "王警官", "application/problem+json"), (refused["refusal"], refused["state"], refused["takenBy"], refused.Type));
        Assert.NotEmpty(refused["takenAt"]);
        Assert.Equal("notTaken", (await one.Do((await world.Shop(0, 1).Press()).AlertId, "handBack")).Must(409)["refusal"]);
    }

    [Fact]
    public async Task A_real_alert_closes_with_outcome_and_reason_and_reopens_with_a_reason()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = world.Console();
        var neighbour = await world.Shop(0, 1).Listen();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        Assert.Equal("outcomeMissing", (await console.Do(id, "close", new { reason = "r" })).Must(409)["refusal"]);
        Assert.Equal("reasonMissing", (await console.Do(id, "close", new { outcome = "slip" })).Must(409)["refusal"]);
        Assert.Equal("outcomeNotAllowed", (await console.Do(id, "close", new { outcome = "test", reason = "r" })).Must(409)["refusal"]);
        Assert.Contains("handedToPolice", (await console.Do(id, "close", new { outcome = "finished", reason = "r" })).Must(400).Text, StringComparison.Ordinal);
        Assert.Equal("notClosed", (await console.Do(id, "reopen", new { reason = "r" })).Must(409)["refusal"]);
        (await console.Do(id, "close", new { outcome = "slip", reason = "r" })).Must(200);
        foreach (var move in new[] { "take", "handBack", "widen", "escalate" }) Assert.Equal("alreadyClosed", (await console.Do(id, move)).Must(409)["refusal"]);
        Assert.Equal("reasonMissing", (await console.Do(id, "reopen")).Must(409)["refusal"]);
        (await console.Do(id, "reopen", new { reason = "又来了" })).Must(200);
        await Eventually.True(() => neighbour.Knows(id) is { State: "raised", Outcome: null }, "it is open again");
    }

    [Fact]
    public async Task Two_alerts_of_one_event_are_merged_and_the_people_of_the_merged_one_hear_of_the_other()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        var console = await world.Console().Listen();
        var (raiser, neighbour) = (await world.Shop(1, 0).Listen(), await world.Shop(1, 1).Listen());
        var (kept, merged) = ((await world.Shop(0, 0).Press()).AlertId, (await raiser.Press()).AlertId);
        Assert.Equal("notOpen", (await console.Do(merged, "merge", new { into = "nothing" })).Must(409)["refusal"]);
        Assert.Equal("notOpen", (await console.Do(merged, "merge", new { into = merged })).Must(409)["refusal"]);
        (await console.Do(merged, "merge", new { into = kept })).Must(200);
        await Eventually.True(() => neighbour.Knows(merged) is { State: "closed", Outcome: "duplicate" } && neighbour.Knows(kept) is { State: "raised", You: "neighbour" }
            && raiser.Knows(kept) is { You: "neighbour" }, "they hear that it goes on there");
        var test = (await world.Shop(0, 1).Press(new { mode = "test" })).AlertId;
        Assert.Equal("modeDiffers", (await console.Do(kept, "merge", new { into = test })).Must(409)["refusal"]);
    }

    [Fact]
    public async Task Who_is_coming_to_a_merged_alert_is_counted_where_it_goes_on_and_not_asked_again()
    {
        await using var world = await World.With(circles: 2, shopsEach: 3);
        var console = await world.Console().Listen();
        var (raiser, coming, declining) = (world.Shop(1, 0), await world.Shop(1, 1).Listen(), await world.Shop(1, 2).Listen());
        var (kept, merged) = ((await world.Shop(0, 0).Press()).AlertId, (await raiser.Press()).AlertId);
        (await coming.Do(merged, "answers", new { answer = "coming" })).Must(200);
        (await declining.Do(merged, "answers", new { answer = "cannotCome" })).Must(200);
        await world.Forward(2);

        (await console.Do(merged, "merge", new { into = kept })).Must(200);
        var after = (await console.Get($"alerts/{kept}")).Must(200);
        Assert.Equal("1", after["coming"]);
        Assert.Equal("coming", Assert.Single(after.Json.GetProperty("lines").EnumerateArray(), l => l.GetProperty("what").GetString() == "answered").GetProperty("text").GetString());
        await Eventually.True(() => coming.Knows(kept) is { Coming: 1, State: "raised" } news && news.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) == after["version"], "its devices hear that it is counted");
        Assert.Equal("coming", (await coming.Get($"alerts/{kept}")).Must(200)["yourAnswer"]);
        Assert.False((await declining.Get($"alerts/{kept}")).Must(200).Has("yourAnswer"));
        await Eventually.True(() => console.NoticesHeard.Any(n => n is { Answer: "coming" } && n.DeviceId == coming.Id), "the station sees who");

        (await coming.Do(kept, "answers", new { answer = "withdrawn" })).Must(200);
        Assert.Equal("0", (await console.Get($"alerts/{kept}"))["coming"]);
    }

    [Fact]
    public async Task An_officer_or_a_rung_is_called_by_name_and_nobody_else_can_be()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var console = world.Console();
        var id = (await world.Shop(0, 0).Press()).AlertId;
        (await console.Do(id, "escalate", new { to = "nobody" })).Must(400);
        (await console.Do(id, "escalate", new { to = "99" })).Must(400);
        (await console.Do(id, "escalate", new { to = 3 })).Must(200);
        var lines = (await console.Get($"alerts/{id}")).Json.GetProperty("lines").EnumerateArray().Last();
        Assert.Equal(("escalated", "县局 County"), (lines.GetProperty("what").GetString(), lines.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Strangers_get_404_neighbours_403_and_nobody_gets_in_without_a_credential()
    {
        var street = Street.Of(circles: 2, shopsEach: 2);
        var revoked = street.AddDevice(street.Shop(0, 1), "丢失的手机");
        revoked.RevokedAt = revoked.IssuedAt;
        var wall = street.AddWall("大厅");
        await using var world = await World.With(street);
        var (raiser, neighbour, elsewhere) = (world.Shop(0, 0), world.Shop(0, 1), world.Shop(1, 0));
        var id = (await raiser.Press()).AlertId;
        foreach (var move in new[] { "take", "handBack", "widen", "escalate", "close", "reopen", "merge" })
        {
            object body = move == "merge" ? new { into = id } : move == "close" ? new { outcome = "slip", reason = "r" } : new { reason = "r" };
            (await elsewhere.Do(id, move, body)).Must(404);
            (await neighbour.Do(id, move, body)).Must(403);
            (await raiser.Do(id, move, body)).Must(403);
            (await world.Device(wall).Do(id, move, body)).Must(403);
            (await world.Stranger().Do(id, move, body)).Must(401);
        }
        (await elsewhere.Get($"alerts/{id}")).Must(404);
        (await elsewhere.Do(id, "answers", new { answer = "coming" })).Must(404);
        (await elsewhere.Do(id, "observations", new { observation = "seen" })).Must(404);
        (await elsewhere.Do(id, "safe")).Must(404);
        (await raiser.Do(id, "answers", new { answer = "coming" })).Must(403);
        (await neighbour.Do(id, "details", new { kind = "fire" })).Must(403);
        (await world.Device(wall).Press()).Must(403);
        (await world.Stranger().Get("alerts")).Must(401);
        var gone = (await world.Device(revoked).Press()).Must(401);
        Assert.Equal("deviceRevoked", gone["refusal"]);
        var view = await world.Device(wall).Get($"alerts/{id}");
        foreach (var secret in new[] { "lines", "notices", "closedBy", "takenBy" }) Assert.False(view.Has(secret), secret);
        Assert.Equal("raised", (await world.Console().Get($"alerts/{id}"))["state"]);
    }

    [Fact]
    public async Task The_list_goes_by_last_change_in_pages()
    {
        await using var world = await World.With(circles: 1, shopsEach: 5);
        var console = world.Console();
        var ids = new List<string>();
        for (var n = 0; n < 5; n++)
        {
            ids.Add((await world.Shop(0, n).Press()).AlertId);
            await world.Forward(2);
        }
        (await console.Do(ids[0], "take")).Must(200);
        (await console.Do(ids[1], "close", new { outcome = "slip", reason = "r" })).Must(200);
        var seen = new List<string>();
        var next = "";
        do
        {
            var page = (await console.Get($"alerts?limit=2&after={next}")).Must(200);
            seen.AddRange(page.Json.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("alertId").GetString()!));
            next = page.Has("next") ? page["next"] : "";
        }
        while (next.Length > 0);
        Assert.Equal([ids[2], ids[3], ids[4], ids[0], ids[1]], seen);
        Assert.Equal(ids[1], Assert.Single((await console.Get("alerts?state=closed")).Json.GetProperty("alerts").EnumerateArray()).GetProperty("alertId").GetString());
        Assert.Equal(4, (await console.Get("alerts?state=open")).Json.GetProperty("alerts").GetArrayLength());
        foreach (var bad in new[] { "state=both", "since=yesterday", "limit=0", "limit=501", "limit=x", "after=x", "after=9-9-9", "after=-1-a" }) (await console.Get("alerts?" + bad)).Must(400);
    }
}
