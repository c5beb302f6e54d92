using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;

namespace WhistleNet.Faults;

/// <summary>The machine's clock is set while the program runs (F18): an hour forward, then half an hour back.</summary>
public sealed class JumpingClockStory
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    [Fact, Trait("fault", "F18")]
    public async Task An_alert_keeps_its_pace_over_a_clock_that_is_set_forward_and_back()
    {
        if (!File.Exists(Library)) Figures.Skip("F18", "libfaketime is not installed");
        var folder = Directory.CreateTempSubdirectory("whistle-clock-").FullName;
        var street = Street.Of(circles: 1, shopsEach: 2);
        street.Rungs.ForEach(rung => rung.AfterSeconds = 5 * rung.Number); // 5, 10, 15 s: a story of seconds
        await Books.MakeEmpty(folder);
        await using (var db = Books.Make(folder)) await street.Settle(db);
        var off = Path.Combine(folder, "off");
        await File.WriteAllTextAsync(off, "+0", TestContext.Current.CancellationToken);
        using var server = await HouseProcess.Start(folder, 0, ("LD_PRELOAD", Library), ("FAKETIME_TIMESTAMP_FILE", off), ("FAKETIME_NO_CACHE", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        using var http = new HttpClient { BaseAddress = server.Address };

        var id = await Press(http, street.TokenOf(street.Devices[0]));
        await Set(off, "+3600");
        await Eventually.True(() => Escalations(folder, id, atLeast: 1), "the first rung is called");
        await Set(off, "+1800");
        await Eventually.True(() => Escalations(folder, id, atLeast: 3), "the others are called");
        await server.Kill();

        await using var after = Books.Make(folder);
        var lines = await after.Lines.AsNoTracking().Where(l => l.AlertId == id).OrderBy(l => l.Seq).ToListAsync(TestContext.Current.CancellationToken);
        var raised = lines[0].At;
        var climbed = lines.Where(l => l.What == Entry.Escalated).Select(l => (l.At - raised).TotalSeconds).ToList();
        // Never early but by the twentieth that is worked off; late only by what a busy machine needs for its rounds.
        for (var rung = 0; rung < 3; rung++) Assert.InRange(climbed[rung], 5 * (rung + 1) * 0.94, 5 * (rung + 1) + 10);
        Assert.Equal(lines.Select(l => l.At).Order(), lines.Select(l => l.At)); // nothing stands before what it followed
        Directory.Delete(folder, recursive: true);
        Figures.Held("F18", $"clock +1 h, then -30 min, while an alert is open: due at 5, 10, 15 s, called at {string.Join(", ", climbed.Take(3).Select(s => s.ToString("F1", CultureInfo.InvariantCulture)))} s");
    }

    private static async Task<string> Press(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/whistles") { Content = JsonContent.Create(new { pressId = Guid.NewGuid() }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("alertId").GetString()!;
    }

    private static async Task<bool> Escalations(string folder, string id, int atLeast)
    {
        await using var db = Books.Make(folder);
        return await db.Lines.CountAsync(l => l.AlertId == id && l.What == Entry.Escalated) >= atLeast;
    }

    // In one write and over in place: a half-written offset would be another jump.
    private static async Task Set(string file, string to)
    {
        await File.WriteAllTextAsync(file + ".new", to, TestContext.Current.CancellationToken);
        File.Move(file + ".new", file, overwrite: true);
    }
}
