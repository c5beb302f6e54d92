using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;

namespace WhistleNet.Faults;

/// <summary>One house in a process that is killed again and again, its shops that press, its officer that closes, and what they were answered.</summary>
internal sealed class StormyHouse
{
    public const int Listeners = 9; // eight shops and the station
    private const int Pressers = 8;
    private const int BoardsEvery = 10; // rounds; in the others the kill comes before all devices are back
    private readonly Street _street = Street.Of(circles: 16, shopsEach: 5);
    private readonly ConcurrentDictionary<(string Shop, string Press), string> _answered = new();
    private readonly ConcurrentQueue<(string Shop, string Token, string Press)> _unanswered = new();
    private readonly ConcurrentDictionary<string, bool> _closed = new();
    private readonly ConcurrentQueue<double> _readyAfter = new(), _boardsAfter = new();
    private readonly Uri _address = HouseProcess.FreeAddress(); // the same over all its lives, so that its devices find it
    private readonly int _number;
    private int _differing;

    private StormyHouse(int number) => _number = number;

    public string Folder { get; } = Directory.CreateTempSubdirectory("whistle-storm-").FullName;
    public int Answered => _answered.Count;
    public int Closed => _closed.Count;
    public int Differing => Volatile.Read(ref _differing);
    public IEnumerable<double> ReadyAfter => _readyAfter;
    public IEnumerable<double> BoardsAfter => _boardsAfter;
    public int Lost { get; private set; }
    public int Doubled { get; private set; }
    public int OpenAgain { get; private set; }

    public static async Task<StormyHouse> Open(int number)
    {
        var house = new StormyHouse(number);
        await Books.MakeEmpty(house.Folder);
        await using var db = Books.Make(house.Folder);
        await house._street.Settle(db);
        return house;
    }

    /// <summary>Lives and dies, as long as there are rounds; then whoever got no answer asks again with the same id.</summary>
    /// <param name="longest">The kill comes at a random millisecond up to here, mostly counted from the first answer.</param>
    public async Task Storm(Run rounds, int longest)
    {
        var random = new Random(20261124 + _number);
        var devices = _street.Devices.Take(Listeners - 1).Append(_street.Devices[^1]).Select(d => new ReturningDevice(_address, _street.TokenOf(d))).ToList();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var listening = devices.Select(d => d.Live(end.Token)).ToList();
        long? killed = null;
        for (var life = 0; rounds.Next() is not null; life++)
        {
            using var server = await Start();
            using var over = new CancellationTokenSource();
            var busy = Enumerable.Range(0, Pressers).Select(n => Task.Run(() => Press(new Random(life * 100 + n), over.Token))).Append(Task.Run(() => Close(over.Token))).ToList();
            var answered = _answered.Count;
            if (random.Next(4) > 0) await Eventually.True(() => _answered.Count > answered, "a press is answered"); // else it may be killed in its first one
            await Task.Delay(random.Next(longest), TestContext.Current.CancellationToken);
            if (killed is { } since && life % BoardsEvery == 1)
            {
                await Eventually.True(() => devices.TrueForAll(d => d.BoardAt > since), "every device has its board again");
                _boardsAfter.Enqueue(Stopwatch.GetElapsedTime(since, devices.Max(d => d.BoardAt)).TotalSeconds);
            }
            killed = Stopwatch.GetTimestamp();
            await server.Kill();
            await over.CancelAsync();
            await Task.WhenAll(busy);
        }
        using (var server = await Start())
        {
            await Parallel.ForEachAsync(_unanswered.ToArray(), TestContext.Current.CancellationToken, async (press, stop) => await Send(press, stop));
            await server.Kill();
        }
        await end.CancelAsync();
        await Task.WhenAll(listening);
    }

    /// <summary>Holds what was answered against the database.</summary>
    public async Task Compare()
    {
        await using var db = Books.Make(Folder);
        var presses = await db.Presses.AsNoTracking().ToListAsync();
        var kept = presses.ToDictionary(p => (p.ShopId, p.PressId), p => p.AlertId);
        Lost = _answered.Count(a => !kept.TryGetValue(a.Key, out var alert) || alert != a.Value);
        // Each alert was made by one press, and each line of the kind by one press.
        var alerts = await db.Alerts.CountAsync();
        var raised = await db.Lines.CountAsync(l => l.What == Entry.Raised);
        var reinforced = await db.Lines.CountAsync(l => l.What == Entry.Reinforced);
        Doubled = Math.Abs(alerts - presses.Count(p => !p.Reinforced)) + Math.Abs(raised - alerts) + Math.Abs(reinforced - presses.Count(p => p.Reinforced));
        var open = await db.Alerts.Where(a => a.State != AlertState.Closed).Select(a => a.Id).ToListAsync();
        OpenAgain = open.Count(_closed.ContainsKey);
        Assert.Equal(0, await db.Alerts.CountAsync(a => a.StaleSince != null)); // a house that was killed is not one from a backup
        Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
        Assert.Equal(0, await HouseProcess.Verb(Folder, "verify-log"));
    }

    private async Task<HouseProcess> Start()
    {
        var since = Stopwatch.GetTimestamp();
        var server = await HouseProcess.Start(Folder, _address.Port, ("DOTNET_TieredPGO", "0"), ("DOTNET_TC_CallCounting", "0")); // no life is long enough for a second, better compilation
        _readyAfter.Enqueue(Stopwatch.GetElapsedTime(since).TotalSeconds);
        return server;
    }

    private async Task Press(Random random, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var device = _street.Devices[random.Next(_street.Devices.Count - 1)]; // the last is the console
            var press = (device.ShopId!, _street.TokenOf(device), Guid.NewGuid().ToString());
            var copies = random.Next(3) == 0 ? 3 : 1; // an impatient page sends again without waiting
            var answered = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Send(press, over)));
            if (answered.Contains(false)) return; // the line is dead
        }
    }

    private async Task<bool> Send((string Shop, string Token, string Press) press, CancellationToken over)
    {
        if (await Call(HttpMethod.Post, "api/v1/whistles", press.Token, $"{{\"pressId\":\"{press.Press}\"}}", over) is not { } body)
        {
            _unanswered.Enqueue(press);
            return false;
        }
        var alert = body.GetProperty("alertId").GetString()!;
        if (_answered.GetOrAdd((press.Shop, press.Press), alert) != alert) Interlocked.Increment(ref _differing);
        return true;
    }

    // The officer closes what is open, the longest quiet first, so that the storm does not end in thousands of open alerts.
    private async Task Close(CancellationToken over)
    {
        var token = _street.TokenOf(_street.Devices[^1]);
        while (await Call(HttpMethod.Get, "api/v1/alerts?state=open&limit=20", token, null, over) is { } open)
        {
            foreach (var id in open.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("alertId").GetString()!).ToList())
            {
                if (await Call(HttpMethod.Post, $"api/v1/alerts/{id}/close", token, "{\"outcome\":\"slip\",\"reason\":\"误触\"}", over) is null) return;
                _closed[id] = true;
            }
        }
    }

    /// <returns>The body of the answer; nothing where the line was cut before it was whole.</returns>
    private async Task<JsonElement?> Call(HttpMethod how, string path, string token, string? body, CancellationToken over)
    {
        try
        {
            using var http = new HttpClient { BaseAddress = _address };
            using var request = new HttpRequestMessage(how, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, over);
            var answer = await response.Content.ReadAsStringAsync(over);
            Assert.True(response.IsSuccessStatusCode, answer);
            return JsonDocument.Parse(answer).RootElement;
        }
        catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException or IOException or JsonException)
        {
            return null;
        }
    }
}
