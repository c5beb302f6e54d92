using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Shell;

/// <summary>
/// Every hostile value in every field, query and route value that the description and the list of forms name: a clear 4xx with nothing
/// stored, or clean storage; never a 5xx, a stack trace, or an error in the log. The whistle takes whatever stands beside its press id.
/// </summary>
public sealed class HostileTests(ITestOutputHelper output)
{
    private static readonly (string, string)[] NoLimit = [("WhistleNet:Limits:EnrolPerHour", "1000000"), ("WhistleNet:Limits:SignInPerHour", "1000000")];
    private static readonly string[] Hashed = ["/sign-in", "/my-shop/words", "/account/password"]; // slow on purpose: a quarter of the values
    private static readonly string[] Generous = ["kind", "silent", "text", "pressedAt", "position", "shopId"];
    private readonly List<string> _wrong = [];
    private int _tried;
    private string? _stored;
    private (TimeSpan Took, string What) _slowest;

    [Fact]
    public async Task Every_field_query_and_route_value_of_the_API()
    {
        await using var world = await World.With(Street.Of(circles: 2, shopsEach: 2), NoLimit);
        var cast = await Cast.Of(world);
        using var http = world.Http();
        foreach (var call in Described((await world.Stranger().Get("/openapi/v1.json")).Must(200).Json))
        {
            var who = cast.Players.First(p => !p.Stopped && p.Role == (call.Path.EndsWith("/answers", StringComparison.Ordinal) || call.Path.EndsWith("/safe", StringComparison.Ordinal) || call.Path.EndsWith("/whistles", StringComparison.Ordinal) ? "device" : "officerToken"));
            var alert = cast.Alerts[call.Path.EndsWith("/answers", StringComparison.Ordinal) ? "circle" : "own"];
            foreach (var field in call.Fields)
                foreach (var value in Hostile.Json)
                {
                    var body = Body(call, field, value);
                    var status = await Try(world, http, $"{call.Method} {call.Path} {field}={value}", () => who.Ask(call.Method, call.Path.Replace("{id}", alert, StringComparison.Ordinal), body));
                    if (call.Path.EndsWith("/whistles", StringComparison.Ordinal) && Generous.Contains(field) && IsJson(body) && body.Length < 32_000 && status is not (200 or 201)) _wrong.Add($"a whistle was refused for its {field}: {value} ({status})");
                }
            foreach (var query in call.Queries)
                foreach (var value in Hostile.Texts) await Try(world, http, $"{call.Path}?{query}={value}", () => who.Ask(call.Method, $"{call.Path}?{query}={Uri.EscapeDataString(value)}"));
            if (!call.Path.Contains("{id}", StringComparison.Ordinal)) continue;
            foreach (var value in Hostile.Texts.Where(t => t.Length > 0 && !t.Contains('\0', StringComparison.Ordinal))) await Try(world, http, $"{call.Path} id={value}", () => who.Ask(call.Method, call.Path.Replace("{id}", Uri.EscapeDataString(value), StringComparison.Ordinal), call.Method == "POST" ? "{}" : null));
        }
        Report("API");
    }

    [Fact]
    public async Task Every_field_of_every_form_and_every_query_of_every_page()
    {
        await using var world = await World.With(Street.Of(circles: 2, shopsEach: 2), NoLimit);
        var cast = await Cast.Of(world);
        foreach (var (path, role, fields) in Forms)
        {
            var player = cast.Players.First(p => p.Role == role && !p.Stopped);
            var cookie = role == "device" ? "wn-device=" + player.Token : player.Cookie;
            using var http = world.Http();
            var token = await Token(http, role switch { "device" => "/w", "anonymous" => "/sign-in", _ => "/sign-out" }, cookie);
            foreach (var field in fields)
                foreach (var value in Hostile.Texts.Append(Hostile.Huge).Where((_, at) => at % 4 == 0 || !Hashed.Contains(path)))
                    await Try(world, http, $"POST {path} {field}={value}", () =>
                    {
                        var form = fields.Where(f => f != field).Select(f => KeyValuePair.Create(f, "x")).Append(KeyValuePair.Create(field, value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
                        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(string.Join('&', form.Select(f => $"{f.Key}={Encode(f.Value)}")), Encoding.UTF8, "application/x-www-form-urlencoded") };
                        if (cookie is not null) request.Headers.Add("Cookie", cookie);
                        request.Headers.Add("Origin", "http://localhost");
                        return request;
                    });
        }
        using var pages = world.Http();
        foreach (var (path, role, queries) in Pages)
            foreach (var query in queries)
                foreach (var value in Hostile.Texts)
                    await Try(world, pages, $"GET {path}?{query}={value}", () => cast.Players.First(p => p.Role == role && !p.Stopped).Ask("GET", $"{path}?{query}={Encode(value)}"));
        Report("forms and pages");
    }

    [Fact]
    public async Task Every_argument_of_the_hub()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var id = (await world.Shop(0, 0).Press()).AlertId;
        var phone = await world.Shop(0, 1).Listen();
        foreach (var value in Hostile.Json.Where(v => v.Length < 30_000 && IsJson(v) && !v.StartsWith("\"\\ud", StringComparison.Ordinal) && !v.StartsWith("\"\\udc", StringComparison.Ordinal)).Select(v => JsonDocument.Parse(v).RootElement))
            foreach (var (method, arguments) in new (string, object?[])[]
            {
                ("Received", [value, 1L]), ("Received", [id, value]), ("Seen", [value]), ("Answer", [value, "coming", null]), ("Answer", [id, value, null]), ("Answer", [id, "coming", value]),
                ("Beat", [value]), ("Beat", [new { audio = value, visible = true }]), ("Beat", [new { audio = true, visible = true, battery = value }]), ("Nothing", [value]),
            })
            {
                _tried++;
                try
                {
                    await phone.Say(method, arguments);
                }
                catch (HubException refused)
                {
                    if (refused.Message.Contains(" at ", StringComparison.Ordinal) && refused.Message.Contains(".cs", StringComparison.Ordinal)) _wrong.Add($"{method} {value}: {refused.Message}");
                }
                if (!phone.IsConnected) Assert.Fail($"{method} {value.GetRawText()} ended the line");
            }
        await using var db = await world.Db();
        Assert.Equal(1, await db.Alerts.CountAsync(TestContext.Current.CancellationToken));
        Report("hub");
    }

    [Fact]
    public async Task Every_cell_of_a_list_and_every_field_of_the_consoles()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var rows = new List<ShopRow>();
        string[] columns = ["shop_id", "name", "lat", "lon", "category", "unit", "civic_number", "street", "local_area", "hours", "trained"];
        foreach (var column in columns)
            foreach (var value in Hostile.Texts)
            {
                _tried++;
                var cells = columns.Select((c, at) => c == column ? value : c switch { "shop_id" => $"s{column}{_tried}", "lat" => "45.7", "lon" => "126.6", "hours" or "trained" => "", _ => "x" });
                var list = ShopList.Read(Encoding.UTF8.GetBytes(string.Join(',', columns) + "\n" + CsvRecords.Line(cells)), out _);
                if (list is null || list.Rows.Count + list.Bad.Count > 1) _wrong.Add($"{column} {value}: not one row");
                else rows.AddRange(list.Rows);
            }
        Assert.True(rows.Count > 500);
        await world.The<RegisterDesk>().Bring("另一个派出所", [.. rows.DistinctBy(r => r.Ref)], 12, null, null, TestContext.Current.CancellationToken);
        var admin = new Actor("a", "管理员", Role.Admin | Role.DutyCommander, Street.StationId);
        var (people, alert) = (world.The<PeopleDesk>(), (await world.Shop(0, 0).Press()).AlertId);
        foreach (var value in Hostile.Texts.Append(Hostile.Huge).Append("\ud800").Append("a\udc00"))
        {
            _tried += 5;
            await people.Invite(admin, new Invitation(value, null, Role.Officer));
            await people.Invite(admin, new Invitation("李", value, Role.Officer));
            await world.The<ShopDesk>().Set(admin, world.Street.Shop(0, 0).Id, value, false, false);
            await world.The<AlertDesk>().MarkAs(admin, alert, Mark.Note, value);
            var settings = StationSettings.Of(world.Street.Station, world.Street.Rungs);
            settings.Name = settings.Rungs[0].Name = value;
            await world.The<SettingsDesk>().Save(admin, Street.StationId, settings);
        }
        (await world.Console().Get("alerts/" + alert)).Must(200);
        Report("lists and consoles");
    }

    private static readonly (string, string, string[])[] Forms =
    [
        ("/sign-in", "anonymous", ["user", "to", "credential"]), ("/sign-in/code", "anonymous", ["code", "to"]), ("/enrol", "anonymous", ["code", "personName"]), ("/first", "anonymous", ["code", "name", "user"]),
        ("/invite", "anonymous", ["who", "code"]), ("/sign-out", "organizer", ["everywhere"]), ("/account/password", "auditor", ["present"]), ("/account/passkey", "organizer", ["credential"]), ("/account/passkey/remove", "organizer", ["id"]),
        ("/account/station", "admin", ["station"]), ("/sign-in/authenticator", "organizer", ["code"]), ("/my-shop/hours", "shopOwner", ["hours", "silent"]), ("/my-shop/words", "shopOwner", ["safe"]), ("/my-shop/revoke", "shopOwner", ["device"]),
        ("/print/codes", "shopOwner", ["circle", "shop", "without"]), ("/print/codes/revoke", "dutyCommander", ["station", "batch"]), ("/w", "device", ["pressId", "mode", "silent"]),
    ];

    private static readonly (string, string, string[])[] Pages =
    [
        ("/w", "anonymous", ["lang", "shell"]), ("/wall", "anonymous", ["lang", "as"]), ("/sign-in", "anonymous", ["to", "lang"]), ("/sign-in/code", "anonymous", ["to"]), ("/enrol", "anonymous", ["code"]), ("/first", "anonymous", ["code"]),
        ("/invite", "anonymous", ["who", "code"]), ("/account", "organizer", ["saved"]), ("/my-shop", "shopOwner", ["saved"]), ("/print/codes", "dutyCommander", ["circle", "shop"]),
        ("/log/export", "auditor", ["kept", "action", "who", "object", "from", "until"]), ("/alerts", "officer", ["words", "page", "from"]), ("/shops", "officer", ["search", "station"]),
    ];

    private async Task<int> Try(World world, HttpClient http, string what, Func<HttpRequestMessage> ask)
    {
        _tried++;
        var before = _stored ??= await Stored(world);
        var since = Stopwatch.GetTimestamp();
        using var request = ask();
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var took = Stopwatch.GetElapsedTime(since);
        var status = (int)answer.StatusCode;
        what = what.Length < 160 ? what : what[..160];
        if (took > _slowest.Took) _slowest = (took, what);
        if (status >= 500 || text.Contains("   at WhistleNet", StringComparison.Ordinal) || text.Contains("Exception:", StringComparison.Ordinal)) _wrong.Add($"{what}: {status} {text[..Math.Min(300, text.Length)]}");
        if (status >= 400 && request.RequestUri!.OriginalString.StartsWith("/api", StringComparison.Ordinal) && answer.Content.Headers.ContentType?.MediaType != "application/problem+json") _wrong.Add($"{what}: {status} is no problem");
        _stored = status is 404 or 413 ? before : await Stored(world); // nobody looks further where there is nothing
        if (status >= 400 && _stored != before) _wrong.Add($"{what}: {status}, and something was stored");
        return status;
    }

    private static async Task<string> Stored(World world)
    {
        await using var db = await world.Db();
        return await db.Database.SqlQueryRaw<string>("SELECT (SELECT COUNT(*) FROM Presses) || ' ' || (SELECT COUNT(*) || ' ' || SUM(Version) FROM Alerts) || ' ' || (SELECT COUNT(*) FROM AlertLines) || ' ' || (SELECT COUNT(*) FROM Devices) || ' ' || (SELECT COUNT(*) FROM EnrolCodes) AS Value").SingleAsync();
    }

    private void Report(string what)
    {
        output.WriteLine($"{what}: {Hostile.Texts.Count} texts, {Hostile.Json.Count} JSON values, {_tried} tried, the slowest {_slowest.Took.TotalMilliseconds:0} ms ({_slowest.What})");
        foreach (var wrong in _wrong.Take(60)) output.WriteLine(wrong);
        Assert.True(_wrong.Count == 0, $"{_wrong.Count}:\n" + string.Join('\n', _wrong.Take(60)));
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

    private static bool IsJson(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static async Task<string> Token(HttpClient http, string page, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
    }

    private sealed record Call(string Method, string Path, List<string> Fields, List<string> Queries);
}
