using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Faults;

/// <summary>A disk that fills up under whistles (F5): the reserve carries them, then they are refused; what was answered "sent" is there.</summary>
public sealed class DiskFullStory
{
    private const int Refusals = 5;
    private readonly ConcurrentDictionary<(string Shop, string Press), string> _sent = new();
    private int _refused;

    [Fact, Trait("fault", "F5")]
    public async Task A_full_disk_is_never_answered_sent_and_the_reserve_carries_whistles_until_it_is_gone()
    {
        var rounds = Figures.Rounds(few: 2);
        var megabytes = 96 + rounds; // each round leaves its whistles there
        using var disk = SmallDisk.Mount(megabytes, out var why);
        if (disk is null) Figures.Skip("F5", why);
        var street = Street.Of(circles: 4, shopsEach: 40);
        await Books.MakeEmpty(disk!.Folder);
        await using (var db = Books.Make(disk.Folder)) await street.Settle(db);
        using var server = await HouseProcess.Start(disk.Folder);
        using var http = new HttpClient { BaseAddress = server.Address };

        var (reserve, onTheReserve) = (Path.Combine(disk.Folder, Reserve.FileName), 0);
        for (var round = 0; round < rounds; round++)
        {
            await Eventually.True(() => File.Exists(reserve), "the reserve is kept");
            disk.FillUpTo(0);
            var (before, eaten) = (_sent.Count, false);
            for (var refusedInARow = 0; refusedInARow < Refusals;)
            {
                refusedInARow = await Press(http, street) ? 0 : refusedInARow + 1;
                if (eaten || File.Exists(reserve)) continue;
                disk.FillUpTo(left: Random.Shared.Next(400_000)); // somebody else writes too: this round ends sooner, and at another byte
                eaten = true;
            }
            onTheReserve += _sent.Count - before;
            (await http.GetAsync("health/live", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            disk.Empty();
            await Eventually.True(() => Press(http, street), "with room again, whistles are taken again");
        }
        await server.Kill();

        await using var after = Books.Make(disk.Folder);
        var kept = await after.Presses.AsNoTracking().ToDictionaryAsync(p => (p.ShopId, p.PressId), p => p.AlertId, TestContext.Current.CancellationToken);
        var missing = _sent.Count(s => !kept.TryGetValue(s.Key, out var alert) || alert != s.Value);
        Assert.Equal("ok", await after.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(TestContext.Current.CancellationToken));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Equal(0, missing);
        Figures.Held("F5", $"{rounds} times full (tmpfs of {megabytes} MB): {_sent.Count} answered sent, {onTheReserve} of them on a full disk, {_refused} refused with 503, 0 falsely sent");
    }

    private async Task<bool> Press(HttpClient http, Street street)
    {
        var device = street.Devices[Random.Shared.Next(street.Devices.Count - 1)]; // the last is the console
        var pressId = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/whistles") { Content = JsonContent.Create(new { pressId, text = new string('吹', 500) }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", street.TokenOf(device));
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            _refused++;
            return false;
        }
        answer.EnsureSuccessStatusCode();
        _sent[(device.ShopId!, pressId)] = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("alertId").GetString()!;
        return true;
    }
}
