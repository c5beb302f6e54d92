using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Data;

/// <summary>What the alert path says to SQLite, in the order in which a whistle needs it: asked, stored, handed out, heard.</summary>
internal static class SqliteAlerts
{
    public static async Task<Earlier> Earlier(WhistleDb db, Shop shop, string pressId, Mode mode, DateTimeOffset since, CancellationToken cancel) =>
        (await db.Statements.Query($"""
            SELECT EXISTS (SELECT 1 FROM Presses WHERE ShopId = {shop.Id} AND PressId = {pressId}),
                   (SELECT Id FROM Alerts WHERE ShopId = {shop.Id} AND Mode = {mode.Word()} AND State <> 'closed' ORDER BY RaisedAt DESC LIMIT 1),
                   (SELECT COUNT(*) FROM Alerts WHERE ShopId = {shop.Id} AND Mode = {mode.Word()} AND RaisedAt > {since.UtcTicks}),
                   EXISTS (SELECT 1 FROM Drills WHERE StationId = {shop.StationId} AND State = 'running')
            """, row => new Earlier(row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt32(2), row.GetBoolean(3)), cancel))[0];

    public static Task<List<Elsewhere>> Elsewhere(WhistleDb db, string stationId, string exceptAlertId, CancellationToken cancel) => db.Statements.Query($"""
        SELECT n.AlertId, n.ShopId, n.Answer, n.AnsweredAt FROM Alerts a JOIN Notices n ON n.AlertId = a.Id
        WHERE a.StationId = {stationId} AND a.State IN ('raised', 'taken') AND a.Mode = 'real' AND a.Id <> {exceptAlertId} AND n.ShopId IS NOT NULL AND n.Answer IS NOT NULL
        """, row => new Elsewhere(row.GetString(0), row.GetString(1), Words.Parse<Reply>(row.GetString(2))!.Value, At(row.GetInt64(3))), cancel);

    public static void InsertNotices(WhistleDb db, IReadOnlyCollection<Notice> notices)
    {
        if (notices.Count == 0) return;
        var rows = Rows(db, """
            INSERT INTO Notices (Id, AlertId, StationId, "To", ShopId, DeviceId, Name, Ring, DistanceM, Bearing, State, Reason, At, Role, Bring, Late, Version)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 0, 0)
            """);
        foreach (var n in notices)
        {
            rows.Set(1, n.Id).Set(2, n.AlertId).Set(3, n.StationId).Set(4, n.To.Word()).Set(5, n.ShopId).Set(6, n.DeviceId).Set(7, n.Name)
                .Set(8, n.Ring).Set(9, n.DistanceM).Set(10, n.Bearing).Set(11, n.State.Word()).Set(12, n.Reason?.Word()).Set(13, n.At.UtcTicks).Set(14, n.Role?.Word()).Set(15, n.Bring).Say();
        }
    }

    public static List<Notice> Pushed(WhistleDb db, string alertId, long version, DateTimeOffset now)
    {
        Rows(db, "UPDATE Alerts SET PublishedVersion = MAX(PublishedVersion, ?2) WHERE Id = ?1").Set(1, alertId).Set(2, version).Say();
        var changed = new List<Notice>();
        var rows = Rows(db, $"UPDATE Notices SET State = 'pushed', At = ?2 WHERE AlertId = ?1 AND State = 'queued' RETURNING {Whole}");
        rows.Set(1, alertId).Set(2, now.UtcTicks).Say(() => changed.Add(Notice(rows)));
        return changed;
    }

    // A version that there is not cannot be confirmed.
    public static List<Notice> Confirm(WhistleDb db, IReadOnlyCollection<Confirmation> confirmations, DateTimeOffset now)
    {
        var changed = new List<Notice>();
        var alerts = Rows(db, "SELECT Version FROM Alerts WHERE Id = ?1");
        var rows = Rows(db, $"""
            UPDATE Notices SET
                State = CASE WHEN ?4 = 1 THEN 'seen' WHEN State IN ('queued', 'pushed', 'unreached') THEN 'received' ELSE State END,
                Late = Late OR State = 'unreached', Reason = NULL, At = ?5, Version = MAX(Version, ?3)
            WHERE AlertId = ?1 AND DeviceId = ?2 AND (?3 > Version OR State IN ('queued', 'pushed', 'unreached') OR (?4 = 1 AND State <> 'seen'))
            RETURNING {Whole}
            """);
        foreach (var alert in confirmations.GroupBy(c => c.AlertId))
        {
            long? newest = null;
            alerts.Set(1, alert.Key).Say(() => newest = alerts.Long(0));
            if (newest is not { } version) continue;
            foreach (var c in alert)
                rows.Set(1, c.AlertId).Set(2, c.DeviceId).Set(3, Math.Min(c.Version, version)).Set(4, c.Seen ? 1L : 0L).Set(5, now.UtcTicks).Say(() => changed.Add(Notice(rows)));
        }
        return changed;
    }

    private const string Whole = """Id, AlertId, StationId, "To", ShopId, DeviceId, Name, Ring, DistanceM, Bearing, State, Reason, Late, Version, Answer, AnswerReason, AnsweredAt, At, Role, Bring""";

    private static Notice Notice(SqliteRows row) => new()
    {
        Id = row.Text(0)!, AlertId = row.Text(1)!, StationId = row.Text(2)!, To = Words.Parse<To>(row.Text(3))!.Value,
        ShopId = row.Text(4), DeviceId = row.Text(5), Name = row.Text(6)!, Ring = (int)row.Long(7), DistanceM = row.Number(8), Bearing = row.Number(9),
        State = Words.Parse<Delivery>(row.Text(10))!.Value, Reason = Words.Parse<Unreached>(row.Text(11)),
        Late = row.Long(12) != 0, Version = row.Long(13), Answer = Words.Parse<Reply>(row.Text(14)),
        AnswerReason = row.Text(15), AnsweredAt = row.IsNull(16) ? null : At(row.Long(16)), At = At(row.Long(17)), Role = Words.Parse<UnitRole>(row.Text(18)), Bring = row.Text(19),
    };

    private static SqliteRows Rows(WhistleDb db, string sql)
    {
        var line = (SqliteConnection)db.Database.GetDbConnection();
        return db.Statements.Kept(sql, rows => rows.IsOf(line), () => new SqliteRows(line, sql));
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
