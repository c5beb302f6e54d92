using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Data;

/// <summary>
/// Folds what SQLite's write-ahead log holds into the database, each second and beside the writer. The log would else be folded within every
/// thousandth page's commit, and that press waits some milliseconds longer for pages of others.
/// </summary>
public sealed class Folding(IDbContextFactory<WhistleDb> databases, AlertWriter writer, TimeProvider time, ILogger<Folding> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private long _folded;
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stop))
        {
            if (writer.Commits == _folded) continue;
            _folded = writer.Commits;
            await Fold(stop);
        }
    }

    private async Task Fold(CancellationToken stop)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            await db.Dialect.Fold(db, stop);
            _failing = false;
        }
        catch (DbException broken)
        {
            if (!_failing) log.LogWarning("The write-ahead log could not be folded, and grows meanwhile; nothing is lost: {Why}", broken.Message);
            _failing = true;
        }
    }
}
