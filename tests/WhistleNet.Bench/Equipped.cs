using Microsoft.Data.Sqlite;
using WhistleNet.Bench.Sides;
using WhistleNet.Bench.World;

namespace WhistleNet.Bench;

/// <summary>U1: what it costs a press that those who hear are also asked who brings what. The same town with gear in every fifth shop and without any.</summary>
public static class Equipped
{
    public static async Task<IEnumerable<Row>> Presses(Options options, Towns towns, Contest contest, CancellationToken cancel)
    {
        var rows = new List<Row>();
        foreach (var hearers in new[] { 50, 11 })
        {
            var street = new Street(options.Connected, hearers, options.Connected);
            var results = await contest.Run([new("hearing alone", street, () => new Ours(towns)), new("with muster", street, () => new Ours(towns) { Before = Give })], cancel);
            rows.Add(Speed.Over("U1", $"press with muster to the last of {hearers}, p50, over hearing alone; N={options.Connected}", results["with muster"], results["hearing alone"], r => r.Last(0.5), 2, 1.25));
        }
        return rows;
    }

    // Told to the database itself: a ledger of thousands is no part of the figure.
    internal static async Task Give(string data)
    {
        await using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "whistlenet.db"), Pooling = false }.ToString());
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = """
            UPDATE Shops SET Trained = 1;
            INSERT INTO Gear (Id, StationId, Kind, Serial, ShopId, InServiceSince, NextInspectionOn, State, Version)
            SELECT k.column1 || Id, StationId, k.column1, k.column1 || Ref, Id, '2020-01-01', '2999-01-01', 'inService', 1
            FROM (SELECT Id, StationId, Ref, row_number() OVER (ORDER BY Id) AS n FROM Shops) JOIN (VALUES ('shield'), ('fork'), ('helmet')) AS k WHERE n % 5 = 0;
            INSERT INTO Stamps (Name, Value) VALUES ('gear', 1) ON CONFLICT (Name) DO UPDATE SET Value = Value + 1;
            """;
        await command.ExecuteNonQueryAsync();
    }
}
