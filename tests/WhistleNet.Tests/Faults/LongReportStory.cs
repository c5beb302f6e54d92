using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Faults;

/// <summary>Somebody reads the whole database for long (F6): presses do not wait for readers, nor for other writers longer than they write.</summary>
public sealed class LongReportStory
{
    [Fact, Trait("fault", "F6")]
    public async Task Presses_are_stored_while_a_long_report_reads_and_another_process_writes()
    {
        await using var world = await World.With(circles: 10, shopsEach: 4);
        var presses = Figures.Rounds(few: 40);
        await using var reader = await world.Db();
        await reader.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var report = Long(reader);
        await using var rows = await report.ExecuteReaderAsync(TestContext.Current.CancellationToken); // stands in the middle of its reading, to the end
        Assert.True(await rows.ReadAsync(TestContext.Current.CancellationToken));

        using var over = new CancellationTokenSource();
        var other = Task.Run(() => WriteBeside(world, over.Token), TestContext.Current.CancellationToken);
        var took = new List<double>();
        for (var press = 0; press < presses; press++)
        {
            var since = Stopwatch.GetTimestamp();
            (await world.Shop(press % 10, press / 10 % 4).Press()).Must(press < 40 ? 201 : 200);
            took.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
        await over.CancelAsync();
        Assert.True(await other > 0);
        Assert.True(await rows.ReadAsync(TestContext.Current.CancellationToken)); // the report is still being read
        Figures.Held("F6", $"{presses} presses beside a report that reads on and another writer: median {Figures.Percentile(took, 0.5):F0} ms, p99 {Figures.Percentile(took, 0.99):F0} ms");
    }

    private static System.Data.Common.DbCommand Long(WhistleDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT a.Id, b.Id, c.Id FROM Shops a, Shops b, Shops c, Shops d";
        return command;
    }

    private static async Task<int> WriteBeside(World world, CancellationToken over)
    {
        var written = 0;
        while (!over.IsCancellationRequested)
        {
            await using var db = Books.Make(world.Folder);
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            for (var row = 0; row < 20; row++) await db.Touch(Stamp.Town, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            written++;
            await Task.Delay(10, CancellationToken.None); // as a verb does that works between its writes
        }
        return written;
    }
}
