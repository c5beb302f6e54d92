using Microsoft.EntityFrameworkCore;
using WhistleNet.Log;

namespace WhistleNet.Data;

/// <summary>
/// SQLite's triggers that keep the log append-only. Made at every start and not by a migration: whoever took them away finds them back,
/// and a migration that rebuilds a table does not lose them.
/// </summary>
internal static class SqliteGuard
{
    private static readonly string[] Bound = ["Chain", "Seq", "Digest", "Hash"];

    public static async Task Stand(WhistleDb db, CancellationToken cancel)
    {
        var standing = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync(cancel);
        foreach (var (_, sql) in LogTable.All.SelectMany(Triggers).Where(t => !standing.Contains(t.Name)))
            await db.Database.ExecuteSqlRawAsync(sql, cancel);
    }

    private static IEnumerable<(string Name, string Sql)> Triggers(LogTable table)
    {
        const string No = "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END";
        yield return ($"{table.Name}_kept", $"CREATE TRIGGER IF NOT EXISTS {table.Name}_kept BEFORE DELETE ON {table.Name} {No}");
        yield return ($"{table.Name}_unaltered", $"CREATE TRIGGER IF NOT EXISTS {table.Name}_unaltered BEFORE UPDATE ON {table.Name} WHEN NOT ({Masks(table)}) {No}");
    }

    // All of a row's personal columns and the salt go together, and nothing else moves.
    private static string Masks(LogTable table) => table.Personal.Length == 0 ? "FALSE" : string.Join(" AND ",
        [.. Bound.Concat(table.Plain).Select(c => $"NEW.\"{c}\" IS OLD.\"{c}\""), .. table.Personal.Append("Salt").Select(c => $"NEW.\"{c}\" IS NULL")]);
}
