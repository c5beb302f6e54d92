using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Log;

/// <summary>The chain of timeline lines on a real file, and the hands that reach for it.</summary>
public sealed class TimelineChainTests
{
    private const string Chain = "alert-1";
    private static readonly Actor Officer = new("o", "王警官", Role.Officer, "station");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_is_bound_to_the_one_before_and_the_walk_says_so()
    {
        await using var books = await Filled();
        var found = await Walk(books);
        Assert.Null(found.Bad);
        var lines = Assert.Single(found.Chains);
        await using var db = books.CreateDbContext();
        Assert.Equal((Chain, await db.Lines.CountAsync(Cancel)), (lines.End.Chain, (int)lines.End.Seq));
    }

    [Fact]
    public async Task One_changed_byte_in_any_column_of_any_row_is_named()
    {
        await using var books = await Filled();
        using var hand = new Tampering(books.Folder);
        var columns = hand.ColumnsOf("AlertLines");
        Assert.Equal(12, columns.Count);
        foreach (var seq in new[] { 1L, 3L, 4L, 6L })
        {
            foreach (var column in columns)
            {
                using (hand.Change("AlertLines", Chain, seq, column))
                {
                    var bad = (await Walk(books)).Bad;
                    // The last row, moved away, leaves a shorter chain and one that begins nowhere.
                    Assert.True(bad is { Table: "AlertLines" } && (bad.Seq == seq || column == "Chain" && bad.Seq == 1), $"{column} of row {seq}: {bad}");
                }
            }
        }
        Assert.Null((await Walk(books)).Bad);
    }

    [Fact]
    public async Task Deleted_swapped_and_inserted_rows_are_named()
    {
        await using var books = await Filled();
        using var hand = new Tampering(books.Folder);
        hand.Do("CREATE TABLE Kept AS SELECT * FROM AlertLines");
        foreach (var (what, seq, fault) in new[]
        {
            ("DELETE FROM AlertLines WHERE Seq = 3", 3, Fault.Missing),
            ("DELETE FROM AlertLines WHERE Seq = 1", 1, Fault.Missing),
            ("UPDATE AlertLines SET Seq = CASE Seq WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE Seq IN (2, 3); UPDATE AlertLines SET Seq = -Seq WHERE Seq < 0", 2, Fault.Changed),
            ("UPDATE AlertLines SET Seq = -Seq - 1 WHERE Seq >= 3; UPDATE AlertLines SET Seq = -Seq WHERE Seq < 0; INSERT INTO AlertLines SELECT Chain, 3, AlertId, At, What, Who, WhoId, Text, StationOnly, Salt, Digest, Hash FROM Kept WHERE Seq = 2", 3, Fault.Changed),
        })
        {
            hand.Do(what);
            var bad = (await Walk(books)).Bad;
            Assert.Equal((Chain, (long)seq, fault), (bad?.Chain, bad?.Seq, bad?.Fault));
            hand.Do("DELETE FROM AlertLines; INSERT INTO AlertLines SELECT * FROM Kept");
            Assert.Null((await Walk(books)).Bad);
        }
    }

    [Fact]
    public async Task A_removed_tail_and_a_chain_written_anew_are_found_by_a_head_that_was_kept_outside()
    {
        await using var books = await Filled();
        var end = (await Walk(books)).Chains[0].End;
        using var hand = new Tampering(books.Folder);
        hand.Do("DELETE FROM AlertLines WHERE Seq >= 5");
        Assert.Null((await Walk(books)).Bad); // nothing inside can tell
        Assert.Equal(new BadRow(Chain, 5, "AlertLines", null, Fault.Cut), (await Walk(books, end)).Bad);
        hand.Do("DELETE FROM AlertLines");
        Assert.Equal(Fault.Cut, (await Walk(books, end)).Bad?.Fault);
        await using (var again = await Filled()) Assert.Equal(Fault.NotAsWrittenDown, (await Walk(again, end)).Bad?.Fault);
    }

    [Fact]
    public async Task A_masked_row_still_holds_and_is_told_from_a_changed_one()
    {
        await using var books = await Filled();
        await using (var db = books.CreateDbContext()) await db.Database.ExecuteSqlAsync($"UPDATE AlertLines SET Who = NULL, Text = NULL, Salt = NULL WHERE Seq = 3", Cancel); // with the triggers standing
        var found = await Walk(books);
        Assert.Equal((null, 1L), (found.Bad, found.Chains[0].Masked));
        using var hand = new Tampering(books.Folder);
        hand.Do("UPDATE AlertLines SET Who = '李四' WHERE Seq = 3");
        Assert.Equal(Fault.PersonalChanged, (await Walk(books)).Bad?.Fault);
    }

    [Theory]
    [InlineData("DELETE FROM AlertLines WHERE Seq = 1")]
    [InlineData("UPDATE AlertLines SET Who = 'x' WHERE Seq = 1")]
    [InlineData("UPDATE AlertLines SET Salt = NULL WHERE Seq = 1")]
    [InlineData("UPDATE AlertLines SET At = At + 1, Who = NULL, Text = NULL, Salt = NULL WHERE Seq = 1")]
    [InlineData("DELETE FROM AccessRecords")]
    [InlineData("UPDATE ChainHeads SET At = 0")]
    public async Task The_database_itself_keeps_the_log_append_only(string sql)
    {
        await using var books = await Filled();
        await using var db = books.CreateDbContext();
        var node = new Node(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        db.Access.Add(new AccessRecord { Chain = node.Access, At = books.Time.GetUtcNow(), What = Deed.SignIn, Result = Result.Done, ActorId = "p", Roles = Role.Admin });
        db.ChainHeads.Add(new ChainHead { Chain = node.Heads, At = books.Time.GetUtcNow(), Of = Chain, OfSeq = 1, OfHash = [1] });
        await db.SaveChangesAsync(Cancel);
#pragma warning disable EF1002 // a test's own text
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancel));
#pragma warning restore EF1002
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_the_place_taken_reads_again_and_nothing_is_lost()
    {
        await using var books = await Filled();
        using var second = new AlertWriter(books, books.Feed, new Node(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()), new Reserve(books.Folder, Microsoft.Extensions.Logging.Abstractions.NullLogger<Reserve>.Instance), books.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<AlertWriter>.Instance);
        await second.StartAsync(Cancel);
        foreach (var writer in new[] { second, books.Writer, second, books.Writer })
        {
            await writer.Write(w =>
            {
                var alert = Books.NewAlert("shop", w.Now);
                w.Db.Alerts.Add(alert);
                return Task.FromResult(alert);
            });
        }
        await second.StopAsync(Cancel);
        var found = await Walk(books);
        Assert.Equal((null, 10L), (found.Bad, found.Chains[0].End.Seq));
    }

    [Fact]
    public async Task Work_that_was_undone_leaves_no_hole()
    {
        await using var books = await Filled();
        await Assert.ThrowsAsync<InvalidOperationException>(() => books.Writer.Write<Alert>(async w =>
        {
            w.Db.Alerts.Add(Books.NewAlert("shop", w.Now));
            await w.Db.SaveChangesAsync();
            throw new InvalidOperationException("a bug");
        }));
        books.BreakTheNextCommit();
        await Assert.ThrowsAsync<IOException>(() => books.Raise());
        await books.Raise();
        var found = await Walk(books);
        Assert.Equal((null, 7L), (found.Bad, found.Chains[0].End.Seq));
    }

    /// <summary>Six lines: three alerts, of which one is taken, noted (with two lines in one save) and told of.</summary>
    private static async Task<Books> Filled()
    {
        var books = await Books.Open();
        await books.Raise("a");
        var id = (await books.Raise("b")).Id;
        await books.Writer.Write(async w => (await w.Alert(id))!.Take(Officer, w.Now, Clocks.Default));
        await books.Writer.Write(async w => (await w.Alert(id))!.Tell(Kind.Robbery, 4, Officer, w.Now));
        await books.Raise("c");
        return books;
    }

    private static Task<Checked> Walk(Books books, params Link[] outside) => new LogCheck(books).Walk(outside, Cancel);
}
