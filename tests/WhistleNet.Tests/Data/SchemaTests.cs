using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Data;

/// <summary>Every start finds its schema, whoever was killed before.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task A_process_killed_while_migrating_blocks_no_later_start()
    {
        await using var books = Books.Closed();
        await using (var db = books.CreateDbContext()) await Schema.Migrate(db, books.Folder, TestContext.Current.CancellationToken);
        await using (var db = books.CreateDbContext())
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-24')", TestContext.Current.CancellationToken);
        await using (var db = books.CreateDbContext()) await Schema.Migrate(db, books.Folder, TestContext.Current.CancellationToken).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Data_of_a_newer_program_is_left_alone()
    {
        await using var books = Books.Closed();
        await using (var db = books.CreateDbContext())
        {
            await Schema.Migrate(db, books.Folder, TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_Later', '99.0')", TestContext.Current.CancellationToken);
        }
        await using var again = books.CreateDbContext();
        var refused = await Assert.ThrowsAsync<CannotStart>(() => Schema.Migrate(again, books.Folder, TestContext.Current.CancellationToken));
        Assert.Contains("29991231235959_Later", refused.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("fault", "F4")]
    public async Task The_file_is_in_wal_and_written_with_full_sync_and_anything_weaker_is_named()
    {
        await using var books = Books.Closed();
        await using var db = books.CreateDbContext();
        await Schema.Migrate(db, books.Folder, TestContext.Current.CancellationToken);
        Assert.Null(await db.Dialect.Durability(db, TestContext.Current.CancellationToken));
        var weaker = new List<string?>();

        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await Pragma(db, "PRAGMA synchronous = NORMAL");
        weaker.Add(await db.Dialect.Durability(db, TestContext.Current.CancellationToken));
        Assert.Contains("synchronous", weaker[^1], StringComparison.Ordinal);
        await Pragma(db, "PRAGMA synchronous = FULL");
        await Pragma(db, "PRAGMA journal_mode = DELETE");
        weaker.Add(await db.Dialect.Durability(db, TestContext.Current.CancellationToken));
        Assert.Contains("journal_mode", weaker[^1], StringComparison.Ordinal);
        Figures.Held("F4", $"WAL and synchronous FULL asserted; {weaker.Count} of 2 weaker ones named ({string.Join("; ", weaker)}); a power cut itself is not tested");
    }

    [Fact]
    public async Task Who_is_silent_is_found_among_those_who_have_not_confirmed_alone()
    {
        await using var books = Books.Closed();
        await using var db = books.CreateDbContext();
        await Schema.Migrate(db, books.Folder, TestContext.Current.CancellationToken);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        using var asked = Rounds.Sweep.Silent(db, DateTimeOffset.UnixEpoch).CreateDbCommand();
        asked.CommandText = "EXPLAIN QUERY PLAN " + asked.CommandText;
        await using var plan = await asked.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await plan.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("IX_Notices_Waiting", plan.GetString(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_starts_at_once_make_one_schema()
    {
        await using var books = Books.Closed();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = books.CreateDbContext();
            await Schema.Migrate(db, books.Folder);
        })));
    }

    [Fact]
    public void The_model_and_the_migrations_say_the_same()
    {
        using var db = new DesignTime().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static async Task Pragma(WhistleDb db, string what)
    {
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = what;
        await command.ExecuteNonQueryAsync();
    }
}
