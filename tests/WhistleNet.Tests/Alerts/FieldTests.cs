using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Alerts;

/// <summary>What each reader is told of an alert, field by field, against the list of what they may know; and what no page of theirs shows.</summary>
public sealed class FieldTests(ITestOutputHelper output)
{
    private const string Private = "PRIVATE";

    [Fact]
    public async Task Nobody_is_told_a_field_that_is_not_on_their_list()
    {
        var street = Street.Of(circles: 2, shopsEach: 3);
        street.AddWall("大屏");
        await using var world = await World.With(street);
        var cast = await Cast.Of(world);
        var (raiser, neighbour, console, wall) = (world.Shop(0, 2), world.Shop(0, 1), world.Console(), world.Device(street.Devices.Single(d => d.Kind == DeviceKind.Wall)));
        var organizer = cast.Players.First(p => p is { Role: "organizer", Stopped: false });
        foreach (var client in new[] { raiser, neighbour, console, wall }) await client.Listen();
        var readers = new Dictionary<string, HashSet<string>>();

        var id = (await raiser.Press(new { text = "打人", pressedAt = "2026-11-24T01:59:00Z", position = new { lat = 91, lon = 0 } })).AlertId;
        async Task Look()
        {
            foreach (var (name, client) in new[] { ("raiser", raiser), ("neighbour", neighbour), ("wall", wall), ("station", console) })
            {
                Names(readers, name, (await client.Get("alerts/" + id)).Must(200).Json);
                foreach (var listed in (await client.Get("alerts")).Must(200).Json.GetProperty("alerts").EnumerateArray()) Names(readers, name, listed);
                foreach (var news in client.Heard.Concat(client.Boards.SelectMany(b => b.Alerts))) Names(readers, name, JsonSerializer.SerializeToElement(news, Web));
            }
            using var http = world.Http();
            using var answer = await http.SendAsync(organizer.Ask("GET", "/api/v1/alerts/" + id), TestContext.Current.CancellationToken);
            Names(readers, "station", JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
        }
        await Look();
        (await neighbour.Do(id, "answers", new { answer = "coming", reason = "近" })).Must(200);
        (await console.Do(id, "take")).Must(200);
        (await console.Do(id, "details", new { level = 4 })).Must(200);
        await Look();
        (await console.Do(id, "close", new { outcome = "handedToPolice", reason = "带走" })).Must(200);
        await Eventually.True(() => new[] { raiser, neighbour, wall }.All(c => c.Knows(id)?.State == "closed"), "all heard the end");
        await Look();

        var list = Allowed();
        foreach (var (reader, fields) in readers)
        {
            output.WriteLine($"{reader}: {fields.Count} fields of {list[reader].Count}");
            Assert.Equal([], fields.Except(list[reader]).Order());
        }
        Assert.DoesNotContain("level", list["raiser"]);
        Assert.DoesNotContain(list["wall"], f => f is "takenBy" or "closedBy" or "text" or "reason" || f.StartsWith("lines", StringComparison.Ordinal) || f.StartsWith("notices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_page_of_a_shop_or_a_wall_holds_what_belongs_to_others()
    {
        var street = Street.Of(circles: 2, shopsEach: 3);
        street.AddWall("大屏");
        await using var world = await World.With(street);
        await using (var db = await world.Db())
        {
            // What another shop's people call their telephones, and what is only the station's.
            await db.Devices.Where(d => d.ShopId != street.Shop(0, 1).Id && d.Kind == DeviceKind.Shop).ExecuteUpdateAsync(d => d.SetProperty(x => x.Name, Private), TestContext.Current.CancellationToken);
            await db.Touch(Stamp.Devices, TestContext.Current.CancellationToken);
        }
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        var id = (await world.Shop(0, 0).Press(new { text = Private })).AlertId;
        (await world.Console().Do(id, "marks", new { mark = "note", text = Private })).Must(200);
        using var browser = world.Http();
        foreach (var (path, cookie) in new[]
        {
            ("/w", "wn-device=" + street.TokenOf(street.DeviceOf(street.Shop(0, 1)))), ("/w/neighbours", "wn-device=" + street.TokenOf(street.DeviceOf(street.Shop(0, 1)))),
            ("/wall", "wn-wall=" + street.TokenOf(street.Devices.Single(d => d.Kind == DeviceKind.Wall))),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };
            using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.DoesNotContain(Private, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static Dictionary<string, HashSet<string>> Allowed() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "fields.policy.txt")).Where(l => l.Length > 0 && l[0] != '#')
        .ToDictionary(l => l.Split(": ")[0], l => l.Split(": ")[1].Split(' ').ToHashSet());

    private static void Names(Dictionary<string, HashSet<string>> readers, string reader, JsonElement json, string before = "")
    {
        if (before.Length == 0 && reader is "raiser" or "neighbour" && json.ValueKind == JsonValueKind.Object && json.TryGetProperty("you", out _)) reader = json.GetProperty("you").GetString()!; // a shop is the one to its own alert and the other to the next
        if (!readers.TryGetValue(reader, out var names)) readers[reader] = names = [];
        if (json.ValueKind == JsonValueKind.Array) foreach (var one in json.EnumerateArray()) Names(readers, reader, one, before);
        else if (json.ValueKind != JsonValueKind.Object) names.Add(before.TrimEnd('.'));
        else foreach (var field in json.EnumerateObject()) Names(readers, reader, field.Value, before + field.Name + ".");
    }
}
