using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Data;

public sealed class SqliteDialect : Dialect
{
    public static readonly SqliteDialect Instance = new();

    private const int PrimaryKeyTaken = 1555; // SQLITE_CONSTRAINT_PRIMARYKEY

    public override Task Touch(WhistleDb db, string stamp, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO Stamps (Name, Value) VALUES ({stamp}, 1) ON CONFLICT (Name) DO UPDATE SET Value = Value + 1", cancel);

    public override Task InsertNotices(WhistleDb db, IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        SqliteAlerts.InsertNotices(db, notices);
        return Task.CompletedTask;
    }

    public override Task PutShops(WhistleDb db, IReadOnlyCollection<Shop> shops, CancellationToken cancel)
    {
        if (shops.Count == 0) return Task.CompletedTask;
        var rows = JsonSerializer.Serialize(shops.Select(s => new object?[]
        {
            s.Id, s.Ref, s.StationId, s.CircleId, s.Name, s.Category, s.Unit, s.CivicNumber, s.Street, s.Lat, s.Lon, s.Hours?.ToString(), s.Trained ? 1 : 0,
            s.PoliceGridId, s.CommunityGridId, s.SourceDatum?.Word(),
        }));
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO Shops (Id, Ref, StationId, CircleId, Name, Category, Unit, CivicNumber, Street, Lat, Lon, Hours, Trained, PoliceGridId, CommunityGridId, SourceDatum, Silent)
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
                   value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14, value ->> 15, 0
            FROM json_each({rows}) WHERE true
            ON CONFLICT (StationId, Ref) DO UPDATE SET Name = excluded.Name, Category = excluded.Category, Unit = excluded.Unit, CivicNumber = excluded.CivicNumber,
                Street = excluded.Street, Lat = excluded.Lat, Lon = excluded.Lon, Hours = excluded.Hours, Trained = excluded.Trained,
                PoliceGridId = excluded.PoliceGridId, CommunityGridId = excluded.CommunityGridId, SourceDatum = excluded.SourceDatum
            """, cancel);
    }

    public override async Task<IReadOnlySet<string>> UsedShops(WhistleDb db, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        var (used, asked) = (new HashSet<string>(), JsonSerializer.Serialize(ids));
        if (ids.Count == 0) return used;
        foreach (var (table, column) in db.Model.GetEntityTypes().SelectMany(type => type.GetProperties().Where(p => p.ClrType == typeof(string) && p.Name.EndsWith("ShopId", StringComparison.Ordinal)).Select(p => (type.GetTableName(), p.GetColumnName()))).Distinct())
        {
#pragma warning disable EF1002 // names of mapped tables and columns; the ids are a parameter
            used.UnionWith(await db.Database.SqlQueryRaw<string>($"SELECT DISTINCT \"{column}\" AS Value FROM \"{table}\" WHERE \"{column}\" IN (SELECT value FROM json_each({{0}}))", asked).ToListAsync(cancel));
#pragma warning restore EF1002
        }
        return used;
    }

    public override Task<List<Notice>> Confirm(WhistleDb db, IReadOnlyCollection<Confirmation> confirmations, DateTimeOffset now, CancellationToken cancel) =>
        Task.FromResult(SqliteAlerts.Confirm(db, confirmations, now));

    public override Task<List<Notice>> Pushed(WhistleDb db, string alertId, long version, DateTimeOffset now, CancellationToken cancel) =>
        Task.FromResult(SqliteAlerts.Pushed(db, alertId, version, now));

    internal override Task<Earlier> Earlier(WhistleDb db, Shop shop, string pressId, Mode mode, DateTimeOffset since, CancellationToken cancel) =>
        SqliteAlerts.Earlier(db, shop, pressId, mode, since, cancel);

    internal override Task<List<Elsewhere>> Elsewhere(WhistleDb db, string stationId, string exceptAlertId, CancellationToken cancel) =>
        SqliteAlerts.Elsewhere(db, stationId, exceptAlertId, cancel);

    internal override bool IsTaken(Exception broken) => broken is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken };

    public override async Task Keep(WhistleDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // In memory: what a sentence would need to be undone, which else goes to a file beyond 64 KB; and 32 MB of pages, for the next press is of another street.
        // Its own folding only at 64 MB, should nobody else have come to it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 16384", cancel);
    }

    public override Task Fold(WhistleDb db, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", cancel);

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
