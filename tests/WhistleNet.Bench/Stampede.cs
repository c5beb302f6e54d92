using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using WhistleNet.Bench.Load;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>
/// P5: every line drops at once with SIGKILL, the server starts again on its data, and the devices come back as the real page does: a
/// random wait of up to 2 s, then up to 4 s, then up to 5 s. Somebody presses ten times a second meanwhile.
/// </summary>
public static class Stampede
{
    private const int Wanted = 9_000;
    private const int FewestPresses = 20;
    private static readonly double[] Windows = [2, 4, 5];

    public static async Task<IEnumerable<Row>> Back(Options options, Towns towns, Action<string> tell, CancellationToken cancel)
    {
        var devices = Math.Min(Wanted, options.Most);
        var street = new Street(devices, 50, devices);
        var (town, data) = await towns.Fresh(street);
        var address = Served.FreeAddress();
        Task<Served> Serve() => Served.Start(Towns.Program, address, "serve", "--data", data);
        var server = await Serve();
        try
        {
            var lines = Enumerable.Range(0, devices).Select(Quiet).ToArray();
            await Parallel.ForAsync(0, devices, new ParallelOptions { MaxDegreeOfParallelism = 48, CancellationToken = cancel }, async (shop, stop) => await lines[shop].Open(address, Path(town, shop), stop));
            tell($"  {devices} connected");
            await server.Kill();
            server.Dispose();
            var killed = Stopwatch.GetTimestamp();
            var back = new ConcurrentBag<long>();
            var coming = lines.Select(line => Come(line, address, Path(town, line.Number), back, cancel)).ToList();
            server = await Serve();
            tell($"  ready {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s after the kill, {back.Count} boards back by then");
            var presses = await Press(address, town, street, coming, cancel);
            await Task.WhenAll(coming).WaitAsync(TimeSpan.FromMinutes(2), cancel);
            tell($"  all back; the server took {server.Processor().TotalSeconds:0.0} s of processor time since its start");
            var seconds = back.Select(at => Stopwatch.GetElapsedTime(killed, at).TotalSeconds).ToList();
            static Figure Told(List<double> times) => new(times.P(0.5), times.Min(), times.Max());
            return
            [
                new("P5", $"{devices} boards back after kill -9, p99 since the kill, the server's own start included (at the left: p50)", seconds.P(0.99), 10, null, "s", Told(seconds)),
                new("P5", $"{presses.Count} presses from ready until all were back, p99 to the answer", presses.P(0.99), 2_000, null, "ms", Told(presses)),
            ];
        }
        finally
        {
            server.Dispose();
            Directory.Delete(data, recursive: true);
        }
    }

    private static Line Quiet(int shop) => new(shop, (_, _) => { });

    private static string Path(MadeTown town, int shop) => "/hubs/whistle?access_token=" + town.Devices[shop].Token;

    private static async Task Come(Line lost, IPEndPoint server, string path, ConcurrentBag<long> back, CancellationToken cancel)
    {
        await lost.Heard.WaitAsync(cancel);
        for (var attempt = 0; ; attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * Windows[Math.Min(attempt, Windows.Length - 1)]), cancel);
            var line = Quiet(lost.Number);
            try
            {
                if (await line.TryOpen(server, path, cancel))
                {
                    back.Add(Stopwatch.GetTimestamp());
                    return;
                }
            }
            catch (Exception cut) when (cut is IOException or System.Net.Sockets.SocketException)
            {
                // asked again below
            }
            line.Dispose();
        }
    }

    private static async Task<List<double>> Press(IPEndPoint address, MadeTown town, Street street, List<Task> coming, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://{address}/") };
        var presses = new List<Task<double>>();
        for (var i = 0; i < FewestPresses || !coming.TrueForAll(c => c.IsCompleted) && i < 600; i++)
        {
            presses.Add(Once(http, town.Devices[(int)((long)i * 7_919 % street.Pressers)].Token, cancel));
            await Task.Delay(100, cancel);
        }
        return [.. await Task.WhenAll(presses)];
    }

    private static async Task<double> Once(HttpClient http, string token, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/whistles") { Content = new StringContent($"{{\"pressId\":\"{Guid.NewGuid()}\"}}", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
