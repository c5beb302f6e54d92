using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Live;

/// <summary>Writes the last signs of life down every ten seconds, for lists and for a restart; and recalls them at start.</summary>
public sealed class LastBeats(Presence presence, TownHall hall, IDbContextFactory<WhistleDb> databases, TimeProvider time, ILogger<LastBeats> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);
    private const int MostAtOnce = 500; // a press must not wait for nine thousand
    private DateTimeOffset _writtenUpTo;

    public void Recall()
    {
        foreach (var device in hall.Roster.All)
        {
            if (device.LastBeatAt is { } at) presence.Remember(device.Id, at, device.Audio, device.Battery);
        }
        _writtenUpTo = time.GetUtcNow();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                await WriteDown(stop);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                log.LogWarning(broken, "The last beats could not be written down; a whistle does not need them");
            }
        }
    }

    private async Task WriteDown(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var news = presence.All.Where(s => s.Value.At > _writtenUpTo && hall.Roster.ById(s.Key) is not null).ToList();
        _writtenUpTo = now;
        if (news.Count == 0) return;
        await using var db = await databases.CreateDbContextAsync(stop);
        foreach (var some in news.Chunk(MostAtOnce)) await db.Dialect.WriteBeats(db, [.. some.Select(s => new LastBeat(s.Key, s.Value.At, s.Value.Audio, s.Value.Battery))], stop);
    }
}
