using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using WhistleNet.Bench.Load;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>
/// D3: a real whistle while a drill runs on every device of four circles. Those of its own circle are to show it as real, the other three to
/// leave the drill; the figure is how long the slowest of them took, from the press on.
/// </summary>
public static class GivesWay
{
    private const int Devices = 200;
    private const int Circles = 4;
    private const int FewestRounds = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<IEnumerable<Row>> Of(Options options, Towns towns, Action<string> tell, CancellationToken cancel)
    {
        var street = new Street(Devices, Devices / Circles - 1, Devices);
        var (town, data) = await towns.Fresh(street);
        var address = Served.FreeAddress();
        var server = await Served.Start(Towns.Program, address, "serve", "--data", data);
        using var http = new HttpClient { BaseAddress = new Uri($"http://{address}/api/v1/") };
        var watch = new Watched();
        var lines = Enumerable.Range(0, Devices).Select(shop => new Line(shop, watch.Hear)).ToList();
        try
        {
            foreach (var line in lines) await line.Open(address, "/hubs/whistle?access_token=" + town.Devices[line.Number].Token, cancel);
            var circles = (await Ask(http, town.OfficerToken, HttpMethod.Get, "circles", null, cancel)).GetProperty("circles").EnumerateArray().Select(c => c.GetProperty("id").GetString()!).ToList();
            var scenario = (await Ask(http, town.OfficerToken, HttpMethod.Get, "drills", null, cancel)).GetProperty("scenarios")[0].GetString()!;
            var (real, left) = (new List<double>(), new List<double>());
            for (var round = 0; round < Math.Max(FewestRounds, options.Presses / 5); round++)
            {
                var plan = new { title = "bench", circleIds = circles, scenario, form = "live", startsAt = TimeProvider.System.GetUtcNow().AddMinutes(5), minutes = 10 };
                var drill = (await Ask(http, town.OfficerToken, HttpMethod.Post, "drills", plan, cancel)).GetProperty("drillId").GetString()!;
                await watch.Until(Devices, 0, Kind.Drilling, () => Ask(http, town.OfficerToken, HttpMethod.Post, $"drills/{drill}/start", new { }, cancel));
                var since = Stopwatch.GetTimestamp();
                var alert = "";
                await watch.Until(Devices, Devices / Circles, Kind.Real | Kind.Left, async () =>
                    alert = (await Ask(http, town.Devices[round * 7 % Devices].Token, HttpMethod.Post, "whistles", new { pressId = Guid.NewGuid() }, cancel)).GetProperty("alertId").GetString()!);
                real.AddRange(watch.Times(Kind.Real, since));
                left.AddRange(watch.Times(Kind.Left, since));
                await Ask(http, town.OfficerToken, HttpMethod.Post, $"alerts/{alert}/close", new { outcome = "nothingFound", reason = "bench" }, cancel);
            }
            tell($"  {real.Count} showed it as real, p99 {real.P(0.99):F1} ms; {left.Count} left the drill, p99 {left.P(0.99):F1} ms");
            return
            [
                new("D3", $"real press in a drill of {Devices} devices, until those of its circle show it as real, p99", real.P(0.99), 2_000, null, "ms", new(real.P(0.5), real.Min(), real.Max())),
                new("D3", "the same, until the others have left the drill, p99", left.P(0.99), 2_000, null, "ms", new(left.P(0.5), left.Min(), left.Max())),
            ];
        }
        finally
        {
            foreach (var line in lines) line.Dispose();
            await Task.WhenAll(lines.Select(l => l.Heard));
            server.Dispose();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<JsonElement> Ask(HttpClient http, string token, HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, cancel);
        var said = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {said}");
        return JsonElement.Parse(said);
    }

    [Flags]
    private enum Kind { Drilling = 1, Real = 2, Left = 4 }

    /// <summary>What each device heard last of the kinds that are waited for, and when.</summary>
    private sealed class Watched
    {
        private readonly ConcurrentDictionary<int, (Kind What, long At)> _heard = new();
        private volatile TaskCompletionSource _all = new();
        private (int All, int Real) _wanted;
        private Kind _kinds;

        public async Task Until(int devices, int real, Kind kinds, Func<Task> act)
        {
            _heard.Clear();
            (_all, _wanted, _kinds) = (new(TaskCreationOptions.RunContinuationsAsynchronously), (devices, real), kinds);
            await act();
            await _all.Task.WaitAsync(Patience);
        }

        public IEnumerable<double> Times(Kind kind, long since) => _heard.Values.Where(h => h.What == kind).Select(h => (h.At - since) * 1_000d / Stopwatch.Frequency);

        public void Hear(Line line, ReadOnlySpan<byte> message)
        {
            var at = Stopwatch.GetTimestamp();
            if (Of(message) is not { } what || !_kinds.HasFlag(what)) return;
            // Who is to hear the real one has not left the drill by being told that it is over: what counts is what the page shows.
            _heard.AddOrUpdate(line.Number, (what, at), (_, before) => what == Kind.Real && before.What == Kind.Left ? (what, at) : before);
            if (_heard.Count >= _wanted.All && _heard.Values.Count(h => h.What == Kind.Real) >= _wanted.Real) _all.TrySetResult();
        }

        private static Kind? Of(ReadOnlySpan<byte> message)
        {
            if (message.StartsWith("{\"type\":1,\"target\":\"Drill\""u8)) return message.IndexOf("\"state\":\"running\""u8) > 0 ? Kind.Drilling : message.IndexOf("\"ended\":\"realAlert\""u8) > 0 ? Kind.Left : null;
            return message.StartsWith("{\"type\":1,\"target\":\"News\""u8) && message.IndexOf("\"mode\":\"real\""u8) > 0 && message.IndexOf("\"state\":\"raised\""u8) > 0 ? Kind.Real : null;
        }
    }
}
