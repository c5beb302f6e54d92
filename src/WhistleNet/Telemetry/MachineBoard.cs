using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Rounds;

namespace WhistleNet.Telemetry;

/// <summary>A device that is a worry: its name and shop, and since when, or how often in the last day.</summary>
public sealed record Slow(string Name, string? Shop, DateTimeOffset? LastBeatAt, int Missed);

/// <summary>How the machine is: one picture, at one moment.</summary>
/// <param name="EngineAge">Since the last full sweep; none before the first.</param>
/// <param name="NotReady">Where the whistle to itself is stuck; none once it went the whole way.</param>
/// <param name="Weak">What makes the database less than durable; none where nothing does.</param>
/// <param name="Connected">Connections of devices, walls, console clients and officers' screens.</param>
/// <param name="Rounds">When each round of the timetable was last walked since the start, and what went wrong; none where it has yet to be.</param>
/// <param name="Late">Connected, and more than a beat and a half behind.</param>
/// <param name="Missed">Given up as silent in the last day, the most often first.</param>
public sealed record Machine(
    TimeSpan? EngineAge, string? NotReady, string? Weak, long DatabaseBytes, long WaitingBytes, double DiskFree, bool ReserveKept, (int Urgent, int Receipts) Waiting,
    int Connected, IReadOnlyList<(string Name, Walked? Walked)> Rounds, IReadOnlyList<Slow> Late, IReadOnlyList<Slow> Missed, DateTimeOffset? LastBackupAt, string DatabaseVersion, DateTimeOffset At);

/// <summary>Answers one question of the administrator: how is the machine? No alert, and nothing of what people said, is in the answer.</summary>
public sealed class MachineBoard(
    IDbContextFactory<WhistleDb> databases, TownHall hall, Presence presence, EscalationClock clock, SelfTest selfTest, DiskWatch disk, Reserve reserve, AlertWriter writer, Watchman watchman,
    IConfiguration configuration, TimeProvider time)
{
    private const int MostNamed = 10;
    private static readonly TimeSpan BeatsBehind = TimeSpan.FromSeconds(45); // they come each 30 s

    public async Task<Machine> Look(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (now, yesterday) = (time.GetUtcNow(), time.GetUtcNow().AddDays(-1));
        var missed = await db.Notices.AsNoTracking().Where(n => n.Reason == Unreached.DeviceSilent && n.To == To.Shop && n.DeviceId != null && n.At > yesterday)
            .GroupBy(n => n.DeviceId!).Select(of => new { Id = of.Key, Count = of.Count() }).OrderByDescending(of => of.Count).Take(MostNamed).ToListAsync(cancel);
        var backup = await db.Access.AsNoTracking().Where(r => r.What == Deed.BackedUp && r.Result == Result.Done).MaxAsync(r => (DateTimeOffset?)r.At, cancel);
        var late = presence.All.Where(s => s.Value.Connections > 0 && now - s.Value.At > BeatsBehind && hall.Roster.ById(s.Key) is not null)
            .OrderBy(s => s.Value.At).Take(MostNamed).Select(s => Named(s.Key, s.Value.At, 0)).ToList();
        var folder = DataSetup.Folder(configuration);
        return new(clock.Age, selfTest.Failing, await db.Dialect.Durability(db, cancel), Size(folder, "whistlenet.db"), Size(folder, "whistlenet.db-wal"), disk.Free, reserve.IsKept, writer.Waiting,
            presence.Connections, [.. Timetable.Rounds.Select(r => (r.Name, watchman.Last.GetValueOrDefault(r.Name)))], late, [.. missed.Select(m => Named(m.Id, presence.Of(m.Id)?.At, m.Count))], backup, await db.Dialect.Version(db, cancel), now);
    }

    private Slow Named(string id, DateTimeOffset? at, int missed)
    {
        var device = hall.Roster.ById(id);
        return new(device?.Name ?? id, hall.Town.Shop(device?.ShopId)?.Name, at, missed);
    }

    private static long Size(string folder, string name) => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? file.Length : 0;
}
