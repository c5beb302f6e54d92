using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Drills;

namespace WhistleNet.Log;

/// <summary>Binds the log's new rows to their chains: in one place, through which every save goes.</summary>
internal static class Sealing
{
    private const int SaltBytes = 16;

    /// <summary>The new rows of the log in what is about to be saved, in the order in which they were added.</summary>
    public static List<EntityEntry<Linked>> Unsealed(this ChangeTracker tracker) =>
        [.. tracker.Entries<Linked>().Where(e => e.State == EntityState.Added).OrderByDescending(e => e.Property(r => r.Seq).CurrentValue)];

    /// <summary>Binds them. The caller holds the transaction in which they are saved, or another could take the same place.</summary>
    public static async Task Seal(this WhistleDb db, IEnumerable<Linked> rows, CancellationToken cancel)
    {
        var ends = new Dictionary<string, Link>(); // of two rows in one save the second follows the first
        foreach (var row in rows)
        {
            var salt = RandomNumberGenerator.GetBytes(SaltBytes);
            if (row is AlertLine) db.LinesEnd = row.Join(db.LinesEnd ?? throw new InvalidOperationException("The AlertWriter alone writes timelines."), salt);
            else
            {
                var chain = row is DrillLine ? db.DrillChain ?? throw new InvalidOperationException("The AlertWriter alone writes timelines.") : row.Chain;
                ends[chain] = row.Join(ends.GetValueOrDefault(chain) ?? await db.EndOf(row, chain, cancel), salt);
            }
        }
    }

    private static Task<Link> EndOf(this WhistleDb db, Linked row, string chain, CancellationToken cancel) => row switch
    {
        DrillLine => db.DrillLines.EndOf(chain, cancel),
        AccessRecord => db.Access.EndOf(chain, cancel),
        _ => db.ChainHeads.EndOf(chain, cancel),
    };

    /// <summary>The last link of a chain, as its rows say.</summary>
    public static async Task<Link> EndOf<T>(this IQueryable<T> rows, string chain, CancellationToken cancel) where T : Linked =>
        await rows.AsNoTracking().Where(r => r.Chain == chain).OrderByDescending(r => r.Seq).Select(r => new Link(r.Chain, r.Seq, r.Hash)).FirstOrDefaultAsync(cancel) ?? Link.Start(chain);
}

/// <summary>Numbers rows that have no place in their chain yet: below nothing, each lower than the one before.</summary>
internal sealed class NotYet : ValueGenerator<long>
{
    private static long _last;

    public override bool GeneratesTemporaryValues => true;
    public override long Next(EntityEntry entry) => Interlocked.Decrement(ref _last);
}
