using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WhistleNet.Data;

/// <summary>
/// Lets SQLite itself wait for another writer, looking again after a millisecond and then seldom more than 25: the provider's own waiting
/// looks each 150 ms. Of presses beside another process that writes every 10 ms, the slowest of a hundred then took twice as long.
/// </summary>
public sealed class SqliteWait : DbConnectionInterceptor
{
    public static readonly SqliteWait Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Wait(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wait(connection);
        return Task.CompletedTask;
    }

    private static void Wait(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 5000"; // ms; the command's own 30 s go on around it
        command.ExecuteNonQuery();
    }
}
