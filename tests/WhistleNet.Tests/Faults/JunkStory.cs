using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Faults;

/// <summary>
/// A crowd asks the built program for 500 pages a second, and shops press all the same. Three seconds here; <c>tests/faults --only T13 --rounds
/// 60</c> for a minute. That each press is answered and kept is asserted; how long it took is told.
/// </summary>
public sealed class JunkStory
{
    private const int JunkASecond = 500;
    private const int PressesASecond = 10;
    private const int MostWaiting = 2_000; // of the crowd; who would be more is told as not asked
    private static readonly string[] Pages = ["w", "sign-in", "sign-in/code", "enrol", "account", "nothing", "api/v1/alerts", "w?shell=1"];
    private readonly Street _street = Street.Of(circles: 20, shopsEach: 5);
    private readonly ConcurrentQueue<double> _quiet = new(), _pressed = new();
    private readonly ConcurrentQueue<string> _answered = new();
    private readonly ConcurrentDictionary<int, int> _junk = new();
    private int _notAsked;

    [Fact, Trait("fault", "T13")]
    public async Task Presses_are_answered_while_five_hundred_a_second_ask_for_pages()
    {
        var folder = Directory.CreateTempSubdirectory("whistle-junk-").FullName;
        await Books.MakeEmpty(folder);
        await using (var db = Books.Make(folder)) await _street.Settle(db);
        var seconds = Figures.Rounds(3);
        using (var house = await HouseProcess.Start(folder))
        {
            using var shops = Client(house.Address);
            await Presses(shops, TimeSpan.FromSeconds(2), _quiet);
            using var crowd = Client(house.Address);
            using var end = new CancellationTokenSource();
            var junk = Task.Run(() => Crowd(crowd, end.Token), TestContext.Current.CancellationToken);
            await Presses(shops, TimeSpan.FromSeconds(seconds), _pressed);
            await end.CancelAsync();
            await junk;
            await house.Kill();
        }
        var figures = string.Create(CultureInfo.InvariantCulture,
            $"{seconds} s: {_pressed.Count} presses p50 {Figures.Percentile(_pressed, 0.5):0} ms, p99 {Figures.Percentile(_pressed, 0.99):0} ms, longest {Figures.Percentile(_pressed, 1):0} ms (before the crowd p50 {Figures.Percentile(_quiet, 0.5):0} ms); the crowd: {string.Join(", ", _junk.OrderBy(j => j.Key).Select(j => $"{j.Value} x {(j.Key == 0 ? "no answer" : j.Key)}"))}, {_notAsked} not asked");
        Assert.True(_junk.Values.Sum() > seconds * JunkASecond / 10, figures);
        Assert.DoesNotContain(_junk.Keys, status => status is >= 500 and not 503);
        await using (var db = Books.Make(folder)) Assert.Empty(_answered.Except(await db.Presses.Select(p => p.PressId).ToListAsync(TestContext.Current.CancellationToken)));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Figures.Held("T13", figures);
    }

    // Each press is a shop's own, and each is answered.
    private async Task Presses(HttpClient http, TimeSpan howLong, ConcurrentQueue<double> took)
    {
        var (since, sent) = (Stopwatch.GetTimestamp(), new List<Task>());
        while (Stopwatch.GetElapsedTime(since) < howLong)
        {
            var device = _street.DeviceOf(_street.Shops[sent.Count % _street.Shops.Count]);
            sent.Add(Task.Run(async () =>
            {
                var press = Guid.NewGuid().ToString("D");
                using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/whistles") { Content = JsonContent.Create(new { pressId = press }) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _street.TokenOf(device));
                var from = Stopwatch.GetTimestamp();
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                took.Enqueue(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                Assert.True(answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.OK, answer.StatusCode.ToString());
                _answered.Enqueue(press);
            }, TestContext.Current.CancellationToken));
            await Task.Delay(1_000 / PressesASecond, TestContext.Current.CancellationToken);
        }
        await Task.WhenAll(sent);
    }

    private async Task Crowd(HttpClient http, CancellationToken end)
    {
        var (since, asked, waiting) = (Stopwatch.GetTimestamp(), 0, 0);
        var answers = new List<Task>();
        while (!end.IsCancellationRequested)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(since).TotalSeconds * JunkASecond); asked < due; asked++)
            {
                if (Volatile.Read(ref waiting) >= MostWaiting) _notAsked++;
                else answers.Add(Ask(Pages[asked % Pages.Length]));
            }
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        await Task.WhenAll(answers);

        async Task Ask(string page)
        {
            Interlocked.Increment(ref waiting);
            var status = 0;
            try
            {
                using var answer = await http.GetAsync(page, HttpCompletionOption.ResponseContentRead, TestContext.Current.CancellationToken);
                status = (int)answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                // counted as no answer
            }
            _junk.AddOrUpdate(status, 1, (_, n) => n + 1);
            Interlocked.Decrement(ref waiting);
        }
    }

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 512 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
}
