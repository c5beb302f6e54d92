using System.Text.Json;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>
/// Every hostile value in every field, query and route value that the API's description names, and in what takes JSON beside it. The
/// whistle takes whatever stands beside its press id.
/// </summary>
public sealed class HostileApiTests(ITestOutputHelper output)
{
    private static readonly string[] Generous = ["kind", "silent", "text", "pressedAt", "position", "shopId"];
    private static readonly string[] OfDevices = ["/answers", "/safe", "/whistles"];

    [Fact]
    public async Task Every_field_query_and_route_value_of_the_API()
    {
        await using var world = await World.With(Street.Of(circles: 2, shopsEach: 2), ("WhistleNet:Limits:EnrolPerHour", "1000000"));
        var (cast, tries) = (await Cast.Of(world), new HostileTries(world));
        using var http = world.Http();
        foreach (var call in Described((await world.Stranger().Get("/openapi/v1.json")).Must(200).Json))
        {
            var who = cast.Players.First(p => !p.Stopped && p.Role == (OfDevices.Any(d => call.Path.EndsWith(d, StringComparison.Ordinal)) ? "device" : "officerToken"));
            var alert = cast.Alerts[call.Path.EndsWith("/answers", StringComparison.Ordinal) ? "circle" : "own"];
            foreach (var (field, at) in call.Fields.Select((name, at) => (name, at)))
                foreach (var value in call.Path.EndsWith("/whistles", StringComparison.Ordinal) ? Hostile.Json : Hostile.Json.Share(2, at))
                {
                    var body = Body(call, field, value);
                    var status = await tries.Try(http, $"{call.Method} {call.Path} {field}={value}", () => who.Ask(call.Method, call.Path.Replace("{id}", alert, StringComparison.Ordinal), body));
                    if (call.Path.EndsWith("/whistles", StringComparison.Ordinal) && Generous.Contains(field) && HostileTries.IsJson(body) && body.Length < 32_000 && status is not (200 or 201)) tries.Wrong.Add($"a whistle was refused for its {field}: {value} ({status})");
                }
            foreach (var query in call.Queries)
                foreach (var value in Hostile.Texts) await tries.Try(http, $"{call.Path}?{query}={value}", () => who.Ask(call.Method, $"{call.Path}?{query}={Uri.EscapeDataString(value)}"));
            if (!call.Path.Contains("{id}", StringComparison.Ordinal)) continue;
            foreach (var value in Hostile.Texts.Where(t => t.Length > 0 && !t.Contains('\0', StringComparison.Ordinal))) await tries.Try(http, $"{call.Path} id={value}", () => who.Ask(call.Method, call.Path.Replace("{id}", Uri.EscapeDataString(value), StringComparison.Ordinal), call.Method == "POST" ? "{}" : null));
        }
        foreach (var call in HostileForms.Json)
            foreach (var value in Hostile.Json)
                foreach (var body in new[] { value, $"{{\"{call.Names[0]}\":{value}}}" })
                    await tries.Try(http, $"{call.Path} {body}", () => cast.Players.First(p => p.Role == call.Role && !p.Stopped).Ask("POST", call.Path, body));
        tries.Report(output, "API");
    }

    private static IEnumerable<Call> Described(JsonElement document)
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/api", StringComparison.Ordinal)))
            foreach (var verb in path.Value.EnumerateObject())
            {
                var fields = verb.Value.TryGetProperty("requestBody", out var body)
                    ? Properties(document, body.GetProperty("content").GetProperty("application/json").GetProperty("schema")) : [];
                var queries = verb.Value.TryGetProperty("parameters", out var parameters)
                    ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!).ToList() : [];
                yield return new Call(verb.Name.ToUpperInvariant(), path.Name, fields, queries);
            }
    }

    private static List<string> Properties(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var to)) schema = document.GetProperty("components").GetProperty("schemas").GetProperty(to.GetString()!.Split('/')[^1]);
        return [.. schema.GetProperty("properties").EnumerateObject().Select(p => p.Name)];
    }

    // The other fields say something that is good, so that the one is what it is answered for.
    private static string Body(Call call, string field, string value)
    {
        var good = new Dictionary<string, string>
        {
            ["pressId"] = $"\"{Guid.NewGuid()}\"", ["mark"] = "\"note\"", ["outcome"] = "\"nothingFound\"", ["answer"] = "\"coming\"", ["observation"] = "\"note\"", ["code"] = "\"ABCD-EFGH-JKMN-PQRS\"", ["personName"] = "\"x\"", ["into"] = "\"x\"",
        };
        return "{" + string.Join(',', call.Fields.Where(f => f != field && good.ContainsKey(f)).Select(f => $"\"{f}\":{good[f]}").Append($"\"{field}\":{value}")) + "}";
    }

    private sealed record Call(string Method, string Path, List<string> Fields, List<string> Queries);
}
