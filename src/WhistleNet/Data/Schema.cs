using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Data;

/// <summary>Brings a database's schema up to date at every start, whoever else is starting, and whoever was killed doing it.</summary>
public static class Schema
{
    /// <summary>Migrates under our own file lock.</summary>
    /// <exception cref="CannotStart">The data was written by a newer version of the program.</exception>
    public static async Task Migrate(WhistleDb db, string dataFolder, CancellationToken cancel = default)
    {
        await using var gate = await FileGate.Enter(Path.Combine(dataFolder, "migrating.lock"), cancel);
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } newer)
            throw new CannotStart($"The data in {dataFolder} was written by a newer WhistleNet (schema {newer}): start that version, or restore a backup of this one's.");
        await MakeReady(db, cancel);
        if (applied.Count < known.Count) await db.Database.MigrateAsync(cancel); // asked for nothing, it builds the whole model a second time, at each start after a kill
        await db.Dialect.GuardLog(db, cancel);
    }

    // WAL, and no waiting for the dead: a process killed while migrating leaves its row in EF's lock table, and every later start would wait for it for ever.
    // Ours is the lock that counts: it dies with its process.
    private static async Task MakeReady(WhistleDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return;
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancel); // EF says so only where it makes the file itself
        var tables = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (tables > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }
}

/// <summary>One line that tells whoever starts us what is wrong and what to do.</summary>
public sealed class CannotStart(string message) : Exception(message);

/// <summary>An exclusive lock between processes that the operating system lets go when its holder dies.</summary>
public sealed class FileGate : IAsyncDisposable
{
    private readonly FileStream _file;
    private FileGate(FileStream file) => _file = file;

    public static async Task<FileGate> Enter(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileGate(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancel);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
