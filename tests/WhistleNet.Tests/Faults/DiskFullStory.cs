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
    private const int Together = 4; // presses that arrive at once, and share a transaction
    private const int Refusals = 3; // waves in a row of which nothing was stored: the disk is full and the reserve is gone
    private const int RoundsOfALog = 10;
    private readonly ConcurrentDictionary<(string Shop, string Press), string> _sent = new();
    private int _refused;

    [Fact, Trait("fault", "F5")]
    public async Task A_full_disk_is_never_answered_sent_and_the_reserve_carries_whistles_until_it_is_gone()
    {
        var rounds = new Run("F5", few: 2, () => $"{_sent.Count} answered sent, {_refused} refused");
        var megabytes = 64 + rounds.Wanted / 8; // each round leaves its whistles there
        using var disk = SmallDisk.Mount(megabytes, out var why);
        if (disk is null) Figures.Skip("F5", why);
        var street = Street.Of(circles: 4, shopsEach: 40);
        await Books.MakeEmpty(disk!.Folder);
        await using (var db = Books.Make(disk.Folder)) await street.Settle(db);
        using var server = await HouseProcess.Start(disk.Folder);
        using var http = new HttpClient { BaseAddress = server.Address };

        var (reserve, onAFullDisk) = (Path.Combine(disk.Folder, Reserve.FileName), 0);
        while (rounds.Next() is { } round)
        {
            await Eventually.True(() => File.Exists(reserve), "the reserve is kept");
            if (round % RoundsOfALog == 0) await Fold(disk.Folder);
            disk.FillUpTo(0);
            var (before, eaten) = (_sent.Count, false);
            for (var refusedInARow = 0; refusedInARow < Refusals;)
            {
                refusedInARow = await Wave(http, street) ? 0 : refusedInARow + 1;
                if (eaten || File.Exists(reserve)) continue;
                disk.FillUpTo(left: Random.Shared.Next(400_000)); // somebody else writes too: this round ends sooner, and at another byte
                eaten = true;
            }
            Assert.True(eaten, "the reserve was given");
            onAFullDisk += _sent.Count - before;
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
        Figures.Held("F5", $"{rounds.Taken} times full (tmpfs of {megabytes} MB): {_sent.Count} answered sent, {onAFullDisk} of them on a full disk, {_refused} refused with 503, {missing} falsely sent");
    }

    [Fact, Trait("fault", "F5")]
    public async Task A_house_that_is_started_on_a_full_disk_takes_whistles_with_the_room_kept_for_them()
    {
        using var disk = SmallDisk.Mount(64, out var why);
        if (disk is null) Figures.Skip("F5", why);
        var street = Street.Of(circles: 1, shopsEach: 3);
        await Books.MakeEmpty(disk!.Folder);
        await using (var db = Books.Make(disk.Folder)) await street.Settle(db);
        var reserve = Path.Combine(disk.Folder, Reserve.FileName);
        using (var before = await HouseProcess.Start(disk.Folder))
        {
            await Eventually.True(() => File.Exists(reserve), "the reserve is kept");
            await before.Kill();
        }
        disk.FillUpTo(0);
        using (var server = await HouseProcess.Start(disk.Folder))
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            Assert.True(await Press(http, street));
            await server.Kill();
        }
        Assert.False(File.Exists(reserve));
        var sent = _sent.Values.Single();
        await using (var db = Books.Make(disk.Folder)) Assert.True(await db.Presses.AnyAsync(p => p.AlertId == sent, TestContext.Current.CancellationToken));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        disk.FillUpTo(0);
        Assert.Equal(Shell.CommandLine.Failed, await HouseProcess.Verb(disk.Folder, "serve", "--urls", HouseProcess.FreeAddress().ToString()));
        Figures.Held("F5", "started on a full disk: ready on the reserve, the next whistle stored; with the reserve gone too, one line and exit code 1");
    }

    private async Task<bool> Wave(HttpClient http, Street street) => (await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => Press(http, street)))).Contains(true);

    // SQLite writes over its log from the front once that is 4 MB long, and then a full disk carries hundreds of whistles that need no
    // new byte. Both are tried: the log grows to that in some eight rounds, and is folded away after ten, as by a house that was shut down.
    private static async Task Fold(string folder)
    {
        await using var db = Books.Make(folder);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken);
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
            Interlocked.Increment(ref _refused);
            return false;
        }
        answer.EnsureSuccessStatusCode();
        _sent[(device.ShopId!, pressId)] = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("alertId").GetString()!;
        return true;
    }
}
