using System.Data.Common;
using System.Text.Json;
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
        """, row => new Elsewhere(row.GetString(0), row.GetString(1), Words.Parse<Reply>(row.GetString(2))!.Value, At(row, 3)), cancel);

    public static async Task InsertNotices(WhistleDb db, IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        foreach (var alert in notices.GroupBy(n => (n.AlertId, n.StationId, n.At)))
        {
            var rows = JsonSerializer.Serialize(alert.Select(n => new object?[]
            {
                n.Id, n.To.Word(), n.ShopId, n.DeviceId, n.Name, n.Ring, n.DistanceM, n.Bearing, n.State.Word(), n.Reason?.Word(),
            }));
            await db.Statements.Execute($"""
                INSERT INTO Notices (Id, "To", ShopId, DeviceId, Name, Ring, DistanceM, Bearing, State, Reason, AlertId, StationId, At, Late, Version)
                SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9,
                       {alert.Key.AlertId}, {alert.Key.StationId}, {alert.Key.At.UtcTicks}, 0, 0
                FROM json_each({rows})
                """, cancel);
        }
    }

    public static async Task<List<Notice>> Pushed(WhistleDb db, string alertId, long version, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Statements.Execute($"UPDATE Alerts SET PublishedVersion = MAX(PublishedVersion, {version}) WHERE Id = {alertId}", cancel);
        return await db.Statements.Query($"""
            UPDATE Notices SET State = 'pushed', At = {now.UtcTicks} WHERE AlertId = {alertId} AND State = 'queued'
            RETURNING Id, AlertId, StationId, "To", ShopId, DeviceId, Name, Ring, DistanceM, Bearing, State, Reason, Late, Version, Answer, AnswerReason, AnsweredAt, At
            """, Notice, cancel);
    }

    public static Task<List<Notice>> Confirm(WhistleDb db, IReadOnlyCollection<Confirmation> confirmations, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = JsonSerializer.Serialize(confirmations.Select(c => new object[] { c.AlertId, c.DeviceId, c.Version, c.Seen ? 1 : 0 }));
        return db.Statements.Query($"""
            UPDATE Notices SET
                State = CASE WHEN c.Seen = 1 THEN 'seen' WHEN State IN ('queued', 'pushed', 'unreached') THEN 'received' ELSE State END,
                Late = Late OR State = 'unreached', Reason = NULL, At = {now.UtcTicks},
                Version = MAX(Notices.Version, MIN(c.Version, (SELECT a.Version FROM Alerts a WHERE a.Id = c.AlertId)))
            FROM (SELECT value ->> 0 AS AlertId, value ->> 1 AS DeviceId, value ->> 2 AS Version, value ->> 3 AS Seen FROM json_each({rows})) AS c
            WHERE Notices.AlertId = c.AlertId AND Notices.DeviceId = c.DeviceId
              AND (MIN(c.Version, (SELECT a.Version FROM Alerts a WHERE a.Id = c.AlertId)) > Notices.Version OR State IN ('queued', 'pushed', 'unreached') OR (c.Seen = 1 AND State <> 'seen'))
            RETURNING Id, AlertId, StationId, "To", ShopId, DeviceId, Name, Ring, DistanceM, Bearing, State, Reason, Late, Version, Answer, AnswerReason, AnsweredAt, At
            """, Notice, cancel);
    }

    private static Notice Notice(DbDataReader row) => new()
    {
        Id = row.GetString(0), AlertId = row.GetString(1), StationId = row.GetString(2), To = Words.Parse<To>(row.GetString(3))!.Value,
        ShopId = Text(row, 4), DeviceId = Text(row, 5), Name = row.GetString(6), Ring = row.GetInt32(7), DistanceM = Number(row, 8), Bearing = Number(row, 9),
        State = Words.Parse<Delivery>(row.GetString(10))!.Value, Reason = Text(row, 11) is { } reason ? Words.Parse<Unreached>(reason) : null,
        Late = row.GetBoolean(12), Version = row.GetInt64(13), Answer = Text(row, 14) is { } answer ? Words.Parse<Reply>(answer) : null,
        AnswerReason = Text(row, 15), AnsweredAt = row.IsDBNull(16) ? null : At(row, 16), At = At(row, 17),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    private static double? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
    private static DateTimeOffset At(DbDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);
}
