using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WhistleNet.Data;

/// <summary>SQLite's online backup: one read transaction over all pages, so that the copy is of one moment and nobody's write waits.</summary>
internal static class SqliteCopy
{
    /// <summary>Nothing, or what the check of the copy found wrong.</summary>
    public static async Task<string?> Make(string source, string file, CancellationToken cancel)
    {
        await using var from = new SqliteConnection(source);
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await from.OpenAsync(cancel);
        await to.OpenAsync(cancel);
        from.BackupDatabase(to);
        await Ask(to, "PRAGMA journal_mode = DELETE", cancel); // one file, without companions
        var check = await Ask(to, "PRAGMA integrity_check", cancel);
        return check == "ok" ? null : check;
    }

    private static async Task<string> Ask(SqliteConnection database, string pragma, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        command.CommandText = pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) ?? "";
    }
}
