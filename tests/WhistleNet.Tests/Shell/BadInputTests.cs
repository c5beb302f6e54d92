using System.Text;

namespace WhistleNet.Shell;

/// <summary>Hostile bodies at every endpoint: a clear 4xx as a problem, nothing stored, never a 5xx.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Bodies =
    [
        "", " ", "null", "[]", "7", "\"text\"", "{", "}", "{]", "{\"a\":}", "{'pressId':'x'}", "nonsense", "<xml/>", "{\"a\":1,}", "// no\n{}", "\uFEFF{}", "{}{}", "{\"pressId\":5}",
        "{\"pressId\":null}", "{\"pressId\":\"\"}", "{\"pressId\":\"not-a-uuid\"}", "{\"pressId\":[]}", "{\"pressId\":\"\\ud800\"}", "NaN", "{\"x\":NaN}",
        "{\"answer\":5}", "{\"answer\":\"maybe\"}", "{\"observation\":{}}", "{\"mark\":[]}", "{\"outcome\":7,\"reason\":\"r\"}", "{\"outcome\":\"slip\",\"reason\":{}}", "{\"reason\":5}",
        "{\"into\":5}", "{\"into\":\"\\u0000\"}", "{\"level\":9}", "{\"level\":\"4\"}", "{\"level\":1.5}", "{\"level\":1e99}", "{\"kind\":\"earthquake\"}", "{\"mistake\":\"yes\"}", "{\"word\":[]}", "{\"to\":{}}", "{\"text\":7,\"observation\":7}",
    ];

    [Fact]
    public async Task No_body_makes_an_endpoint_fall_over_or_stores_what_it_should_not()
    {
        await using var world = await World.With(circles: 1, shopsEach: 3);
        var (raiser, neighbour, console) = (world.Shop(0, 0), world.Shop(0, 1), world.Console());
        var id = (await raiser.Press()).AlertId;
        var huge = $"{{\"pressId\":\"{Guid.NewGuid()}\",\"x\":\"{new string('x', 33 * 1024)}\"}}";
        foreach (var body in Bodies.Append(huge))
        {
            foreach (var (who, path, emptyIsFine) in new[]
            {
                (raiser, "whistles", false), (neighbour, $"alerts/{id}/answers", false), (neighbour, $"alerts/{id}/observations", false), (console, $"alerts/{id}/marks", false),
                (console, $"alerts/{id}/close", false), (console, $"alerts/{id}/reopen", false), (console, $"alerts/{id}/merge", false), (raiser, $"alerts/{id}/details", true), (raiser, $"alerts/{id}/safe", true),
                (console, $"alerts/{id}/escalate", true),
            })
            {
                var answer = await who.Post(path, body);
                Assert.True(answer.Code < 500, $"{path} {body}: {answer.Text}");
                if (answer.Code < 400) Assert.True(emptyIsFine, $"{path} took {body}");
                else Assert.Equal("application/problem+json", answer.Type);
            }
        }
        await using var db = await world.Db();
        Assert.Equal("raised", Assert.Single(db.Alerts).State.ToString().ToLowerInvariant());
        Assert.Single(db.Presses);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_and_a_whistle_of_exactly_32_kilobytes_is_taken()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var broken = new HttpRequestMessage(HttpMethod.Post, "/api/v1/whistles") { Content = new ByteArrayContent([0x7B, 0xFF, 0xFE, 0x22, 0x7D]) };
        (await world.Shop(0, 0).Send(broken)).Must(400);
        var start = $"{{\"pressId\":\"{Guid.NewGuid()}\",\"x\":\"";
        var full = start + new string('x', 32 * 1024 - Encoding.UTF8.GetByteCount(start) - 2) + "\"}";
        (await world.Shop(0, 0).Post("whistles", full)).Must(201);
        (await world.Shop(0, 1).Post("whistles", full.Replace("xx\"}", "xxx\"}", StringComparison.Ordinal))).Must(413);
    }

    [Fact]
    public async Task Addresses_that_lead_nowhere_answer_as_problems()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        var console = world.Console();
        foreach (var path in new[] { "nothing", "alerts/nothing", "alerts/..%2f..", "alerts/" + new string('9', 2_000) })
            Assert.Equal("application/problem+json", (await console.Get(path)).Must(404).Type);
        Assert.Equal(405, (await console.Send(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/alerts"))).Code);
    }

    [Fact]
    public async Task A_problem_speaks_the_askers_language()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        var chinese = (await world.Console().Get("/api/v1/alerts/x?lang=zh")).Must(404)["title"];
        var english = (await world.Console().Get("/api/v1/alerts/x?lang=en")).Must(404)["title"];
        Assert.Contains(chinese, c => c > 0x2E80);
        Assert.DoesNotContain(english, c => c > 0x2E80);
    }

    [Fact]
    public async Task Only_our_own_pages_may_use_a_browsers_cookie()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        var token = world.Street.TokenOf(world.Street.DeviceOf(world.Street.Shop(0, 0)));
        HttpRequestMessage Post(string origin) => new(HttpMethod.Post, "/api/v1/whistles")
        {
            Headers = { { "Cookie", "wn-device=" + token }, { "Origin", origin } },
            Content = new StringContent($"{{\"pressId\":\"{Guid.NewGuid()}\"}}", Encoding.UTF8, "text/plain"),
        };
        (await world.Stranger().Send(Post("https://evil.example"))).Must(403);
        (await world.Stranger().Send(Post("null"))).Must(403);
        (await world.Stranger().Send(Post("http://localhost"))).Must(201);
    }
}
