using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Faults;

/// <summary>
/// A press answered is on disk: many shops press at once, the process is killed with SIGKILL at a random millisecond and started
/// again, and the journal of answers is held against the database. Three rounds here; <c>tests/faults --only F3 --rounds 1000</c> for more.
/// </summary>
public sealed class KillStorm
{
    private const int Pressers = 8;
    private readonly ConcurrentDictionary<(string Shop, string Press), string> _answered = new();
    private readonly ConcurrentQueue<(string Shop, string Token, string Press)> _unanswered = new();
    private readonly List<double> _backAfter = [];
    private int _differing;

    [Fact, Trait("fault", "F3")]
    public async Task No_answered_press_is_lost_or_doubled_by_kill_9()
    {
        var rounds = Figures.Rounds(few: 3);
        var folder = Directory.CreateTempSubdirectory("whistle-storm-").FullName;
        var street = Street.Of(circles: 16, shopsEach: 5);
        await Books.MakeEmpty(folder);
        await using (var db = Books.Make(folder)) await street.Settle(db);

        var random = new Random(20261124);
        for (var round = 0; round < rounds; round++)
        {
            var dead = Stopwatch.GetTimestamp();
            using var server = await HouseProcess.Start(folder);
            _backAfter.Add(Stopwatch.GetElapsedTime(dead).TotalSeconds);
            using var over = new CancellationTokenSource();
            var pressing = Enumerable.Range(0, Pressers).Select(n => Task.Run(() => Press(server.Address, street, new Random(round * 100 + n), over.Token))).ToList();
            await Task.Delay(random.Next(50, rounds > 100 ? 600 : 1_500), TestContext.Current.CancellationToken);
            await server.Kill();
            await over.CancelAsync();
            await Task.WhenAll(pressing);
        }
        using (var server = await HouseProcess.Start(folder)) // whoever got no answer asks again with the same id
        {
            while (_unanswered.TryDequeue(out var press)) await Send(server.Address, press, TestContext.Current.CancellationToken);
            await server.Kill();
        }

        var (lost, doubled) = await Compare(folder);
        Assert.Equal(0, await HouseProcess.Verb(folder, "verify-log"));
        var figures = $"{rounds} rounds of kill -9, {_answered.Count} presses answered, {lost} lost, {doubled} doubled; ready again after {Figures.Percentile(_backAfter, 0.5):F1} s (median), {Figures.Percentile(_backAfter, 1):F1} s (longest)";
        Assert.True(_answered.Count > rounds, figures);
        Assert.True((lost, doubled, _differing) == (0, 0, 0), figures);
        Directory.Delete(folder, recursive: true);
        Figures.Held("F3", figures);
    }

    private async Task Press(Uri address, Street street, Random random, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var device = street.Devices[random.Next(street.Devices.Count - 1)]; // the last is the console
            var press = (device.ShopId!, street.TokenOf(device), Guid.NewGuid().ToString());
            var copies = random.Next(3) == 0 ? 3 : 1; // an impatient page sends again without waiting
            var answered = await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Send(address, press, over)));
            if (answered.Contains(false)) return; // the line is dead
        }
    }

    private async Task<bool> Send(Uri address, (string Shop, string Token, string Press) press, CancellationToken over)
    {
        try
        {
            using var http = new HttpClient { BaseAddress = address };
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/whistles") { Content = new StringContent($"{{\"pressId\":\"{press.Press}\"}}", Encoding.UTF8, "application/json") };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", press.Token);
            using var response = await http.SendAsync(request, over);
            var body = await response.Content.ReadAsStringAsync(over);
            Assert.True(response.IsSuccessStatusCode, body);
            var alert = JsonDocument.Parse(body).RootElement.GetProperty("alertId").GetString()!;
            if (_answered.GetOrAdd((press.Shop, press.Press), alert) != alert) Interlocked.Increment(ref _differing);
            return true;
        }
        catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException or IOException or JsonException)
        {
            _unanswered.Enqueue(press);
            return false;
        }
    }

    private async Task<(int Lost, int Doubled)> Compare(string folder)
    {
        await using var db = Books.Make(folder);
        var presses = await db.Presses.AsNoTracking().ToListAsync();
        var kept = presses.ToDictionary(p => (p.ShopId, p.PressId), p => p.AlertId);
        var lost = _answered.Count(a => !kept.TryGetValue(a.Key, out var alert) || alert != a.Value);
        // Each alert was made by one press, and each line of the kind by one press.
        var alerts = await db.Alerts.CountAsync();
        var raised = await db.Lines.CountAsync(l => l.What == Alerts.Entry.Raised);
        var reinforced = await db.Lines.CountAsync(l => l.What == Alerts.Entry.Reinforced);
        var doubled = Math.Abs(alerts - presses.Count(p => !p.Reinforced)) + Math.Abs(raised - alerts) + Math.Abs(reinforced - presses.Count(p => p.Reinforced));
        Assert.Equal(0, await db.Alerts.CountAsync(a => a.StaleSince != null)); // a house that was killed is not one from a backup
        Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
        return (lost, doubled);
    }
}
