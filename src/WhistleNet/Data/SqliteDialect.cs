using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Data;

public sealed class SqliteDialect : Dialect
{
    public static readonly SqliteDialect Instance = new();

    public override Task Touch(WhistleDb db, string stamp, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO Stamps (Name, Value) VALUES ({stamp}, 1) ON CONFLICT (Name) DO UPDATE SET Value = Value + 1", cancel);

    public override Task InsertNotices(WhistleDb db, IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        if (notices.Count == 0) return Task.CompletedTask;
        var rows = JsonSerializer.Serialize(notices.Select(n => new object?[]
        {
            n.Id, n.AlertId, n.To.Word(), n.ShopId, n.DeviceId, n.Name, n.Ring, n.DistanceM, n.Bearing,
            n.State.Word(), n.Reason?.Word(), n.At.UtcTicks, n.StationId,
        }));
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO Notices (Id, AlertId, "To", ShopId, DeviceId, Name, Ring, DistanceM, Bearing, State, Reason, At, StationId, Late, Version)
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
                   value ->> 9, value ->> 10, value ->> 11, value ->> 12, 0, 0
            FROM json_each({rows})
            """, cancel);
    }

    public override Task PutShops(WhistleDb db, IReadOnlyCollection<Shop> shops, CancellationToken cancel)
    {
        if (shops.Count == 0) return Task.CompletedTask;
        var rows = JsonSerializer.Serialize(shops.Select(s => new object?[]
        {
            s.Id, s.Ref, s.StationId, s.CircleId, s.Name, s.Category, s.Unit, s.CivicNumber, s.Street, s.Lat, s.Lon, s.Hours?.ToString(), s.Trained ? 1 : 0,
        }));
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO Shops (Id, Ref, StationId, CircleId, Name, Category, Unit, CivicNumber, Street, Lat, Lon, Hours, Trained, Silent)
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
                   value ->> 9, value ->> 10, value ->> 11, value ->> 12, 0
            FROM json_each({rows}) WHERE true
            ON CONFLICT (StationId, Ref) DO UPDATE SET Name = excluded.Name, Category = excluded.Category, Unit = excluded.Unit, CivicNumber = excluded.CivicNumber,
                Street = excluded.Street, Lat = excluded.Lat, Lon = excluded.Lon, Hours = excluded.Hours, Trained = excluded.Trained
            """, cancel);
    }

    public override Task<List<Notice>> Confirm(WhistleDb db, IReadOnlyCollection<Confirmation> confirmations, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = JsonSerializer.Serialize(confirmations.Select(c => new object[] { c.AlertId, c.DeviceId, c.Version, c.Seen ? 1 : 0 }));
        var at = now.UtcTicks;
        return db.Notices.FromSql($"""
            UPDATE Notices SET
                State = CASE WHEN c.Seen = 1 THEN 'seen' WHEN State IN ('queued', 'pushed', 'unreached') THEN 'received' ELSE State END,
                Late = Late OR State = 'unreached', Reason = NULL, At = {at},
                Version = MAX(Notices.Version, MIN(c.Version, (SELECT a.Version FROM Alerts a WHERE a.Id = c.AlertId)))
            FROM (SELECT value ->> 0 AS AlertId, value ->> 1 AS DeviceId, value ->> 2 AS Version, value ->> 3 AS Seen FROM json_each({rows})) AS c
            WHERE Notices.AlertId = c.AlertId AND Notices.DeviceId = c.DeviceId
              AND (MIN(c.Version, (SELECT a.Version FROM Alerts a WHERE a.Id = c.AlertId)) > Notices.Version OR State IN ('queued', 'pushed', 'unreached') OR (c.Seen = 1 AND State <> 'seen'))
            RETURNING *
            """).AsNoTracking().ToListAsync(cancel);
    }

    public override async Task<List<Notice>> Pushed(WhistleDb db, string alertId, long version, DateTimeOffset now, CancellationToken cancel)
    {
        var at = now.UtcTicks;
        await db.Database.ExecuteSqlAsync($"UPDATE Alerts SET PublishedVersion = MAX(PublishedVersion, {version}) WHERE Id = {alertId}", cancel);
        return await db.Notices.FromSql($"""
            UPDATE Notices SET State = 'pushed', At = {at} WHERE AlertId = {alertId} AND State = 'queued' RETURNING *
            """).AsNoTracking().ToListAsync(cancel);
    }

    public override Task WriteBeats(WhistleDb db, IReadOnlyCollection<LastBeat> beats, CancellationToken cancel)
    {
        var rows = JsonSerializer.Serialize(beats.Select(b => new object?[] { b.DeviceId, b.At.UtcTicks, b.Audio, b.Battery }));
        return db.Database.ExecuteSqlAsync($"""
            UPDATE Devices SET LastBeatAt = b.At, Audio = b.Audio, Battery = b.Battery
            FROM (SELECT value ->> 0 AS Id, value ->> 1 AS At, value ->> 2 AS Audio, value ->> 3 AS Battery FROM json_each({rows})) AS b
            WHERE Devices.Id = b.Id
            """, cancel);
    }

    public override Task InsertDevices(WhistleDb db, IReadOnlyCollection<Device> devices, CancellationToken cancel)
    {
        var rows = JsonSerializer.Serialize(devices.Select(d => new object?[] { d.Id, d.Kind.Word(), d.StationId, d.ShopId, d.Name, d.TokenHash, d.IssuedAt.UtcTicks }));
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO Devices (Id, Kind, StationId, ShopId, Name, TokenHash, IssuedAt)
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each({rows})
            """, cancel);
    }

    public override Task<string?> Copy(WhistleDb db, string file, CancellationToken cancel) => SqliteCopy.Make(db.Database.GetConnectionString()!, file, cancel);

    public override Task GuardLog(WhistleDb db, CancellationToken cancel) => SqliteGuard.Stand(db, cancel);

    public override async Task<string?> Durability(WhistleDb db, CancellationToken cancel)
    {
        var journal = await Pragma(db, "journal_mode", cancel);
        var synchronous = await Pragma(db, "synchronous", cancel);
        if (journal != "wal") return $"SQLite journal_mode is {journal}, it must be wal";
        return synchronous is "2" or "3" ? null : $"SQLite synchronous is {synchronous}, it must be 2 (FULL)";
    }

    public override async Task<string> Version(WhistleDb db, CancellationToken cancel) =>
        "SQLite " + await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync(cancel);

    private static async Task<string?> Pragma(WhistleDb db, string name, CancellationToken cancel)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = name == "synchronous" ? "PRAGMA synchronous" : "PRAGMA journal_mode";
        var value = Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
        await db.Database.CloseConnectionAsync();
        return value;
    }
}
