using Microsoft.EntityFrameworkCore;

namespace WhistleNet.Data;

/// <summary>The writer's line to the database: opened when it is first needed and kept, for opening one and learning its sentences again costs more than a press.</summary>
internal sealed class KeptLine(IDbContextFactory<WhistleDb> databases)
{
    private WhistleDb? _db;

    /// <summary>The line, with nothing left on it of what was said before.</summary>
    public async Task<WhistleDb> Open(CancellationToken stop)
    {
        if (_db is null)
        {
            var db = await databases.CreateDbContextAsync(stop);
            try
            {
                await db.Dialect.Keep(db, stop);
            }
            catch
            {
                await db.DisposeAsync();
                throw;
            }
            _db = db;
        }
        _db.ChangeTracker.Clear();
        return _db;
    }

    public async ValueTask HangUp()
    {
        if (_db is not { } db) return;
        _db = null;
        await db.DisposeAsync();
    }
}
