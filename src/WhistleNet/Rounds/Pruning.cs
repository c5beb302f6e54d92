using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Rounds;

/// <summary>
/// Removes, at start and each day, what opens nothing any more: enrolment codes 30 days after they were used, taken back or too old, and
/// sign-ins whose cookie is over, and what bulk changes of the register would be taken back by, after 30 days. How many codes is an access record, in the same transaction. A round that fails shows at the station.
/// </summary>
public sealed class Pruning(IDbContextFactory<WhistleDb> databases, AccessLog access, TimeProvider time, ILogger<Pruning> log) : IWatcher
{
    /// <summary>How long it is still looked at, as by somebody whose sheet does not work.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private volatile bool _failed;

    public IEnumerable<Signal> SignalsFor(string stationId) => _failed ? [new Signal(Grade.Supervision, SignalSay.NotPruned, [])] : [];

    public async Task<bool> Walk(CancellationToken stop = default)
    {
        try
        {
            await Over(stop);
            await Changes(stop);
            var codes = await Codes(stop);
            if (codes > 0) log.LogInformation("{Codes} enrolment codes were removed", codes);
            return !(_failed = false);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("Used and old codes could not be removed: {Why}", broken.Message);
            return !(_failed = true);
        }
    }

    private async Task Over(CancellationToken stop)
    {
        var before = time.GetUtcNow() - SignIns.Idle;
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.SignIns.Where(s => s.SeenAt < before || !db.Users.Any(a => a.Id == s.AccountId && a.SecurityStamp == s.Stamp)).ExecuteDeleteAsync(stop);
    }

    private async Task Changes(CancellationToken stop)
    {
        var before = time.GetUtcNow() - RegisterChange.Kept;
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.RegisterChanges.Where(c => c.At < before).ExecuteDeleteAsync(stop);
    }

    private async Task<int> Codes(CancellationToken stop)
    {
        var before = time.GetUtcNow() - Kept;
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var gone = await db.EnrolCodes.Where(c => c.UsedAt < before || c.RevokedAt < before || c.ExpiresAt < before).ExecuteDeleteAsync(stop);
        if (gone == 0) return 0;
        access.Note(db, Actor.System, Deed.CodesPruned, name: gone.ToString(CultureInfo.InvariantCulture));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return gone;
    }
}
