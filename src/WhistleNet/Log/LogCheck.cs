using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Log;

/// <summary>A chain that holds together.</summary>
public sealed record Sound(Link End, long Masked);

/// <summary>The first row that does not.</summary>
/// <param name="Table">Where it stands, or should.</param>
/// <param name="Tells">What tells a person which row it is, or which stands in its place.</param>
public sealed record BadRow(string Chain, long Seq, string Table, string? Tells, Fault Fault);

/// <summary>What a walk over the whole log found.</summary>
public sealed record Checked(IReadOnlyList<Sound> Chains, BadRow? Bad)
{
    public long Rows => Chains.Sum(c => c.End.Seq);
}

/// <summary>
/// Walks every chain from its first row to its last, on the columns as they stand and not through the model: whoever changed one may have
/// put anything there. One row is in memory at a time, and no lock is held: it runs beside a server.
/// </summary>
public sealed class LogCheck(IDbContextFactory<WhistleDb> databases)
{
    /// <param name="outside">Heads that were kept elsewhere, to compare with.</param>
    public async Task<Checked> Walk(IReadOnlyList<Link>? outside = null, CancellationToken cancel = default)
    {
        var sound = new List<Sound>();
        var heads = new Heads(outside ?? []);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        foreach (var table in LogTable.All)
        {
            if (await Walk(db, table, heads, sound, cancel) is { } bad) return new(sound, bad);
        }
        return new(sound, heads.Unmet(sound.Select(s => s.End.Chain)) is { } cut ? new(cut.Chain, cut.Seq, "", null, Fault.Cut) : null);
    }

    private static async Task<BadRow?> Walk(WhistleDb db, LogTable table, Heads heads, List<Sound> sound, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        string[] columns = ["Chain", "Seq", "Hash", "Digest", "Salt", table.Tells, .. table.Plain, .. table.Personal];
#pragma warning disable CA2100 // the names are our own
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => $"\"{c}\""))} FROM \"{table.Name}\" ORDER BY \"Chain\", \"Seq\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancel);
        ChainCheck? chain = null;
        while (await reader.ReadAsync(cancel))
        {
            var row = Read(reader, table);
            if (chain?.End.Chain != row.Link.Chain)
            {
                if (chain is not null && End(chain) is { } cut) return cut;
                chain = new ChainCheck(row.Link.Chain);
            }
            var seq = chain.End.Seq + 1;
            if ((chain.Next(row) ?? heads.Differs(row.Link)) is { } fault) return new(row.Link.Chain, seq, table.Name, reader.GetValue(5).ToString(), fault);
            if (table == LogTable.Heads) heads.Add(row.Plain);
        }
        return chain is null ? null : End(chain);

        BadRow? End(ChainCheck of)
        {
            sound.Add(new(of.End, of.Masked));
            return heads.After(of.End) is { } beyond ? new(beyond.Chain, of.End.Seq + 1, table.Name, null, Fault.Cut) : null;
        }
    }

    private static Row Read(DbDataReader reader, LogTable table)
    {
        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        object? At(int column) => values[column] is DBNull ? null : values[column];
        byte[] Bytes(int column) => At(column) switch { byte[] bytes => bytes, string text => Encoding.UTF8.GetBytes(text), _ => [] };
        var fields = Enumerable.Range(6, values.Length - 6).Select(At).ToList();
        return new Row(new Link(At(0) as string ?? "", At(1) is long seq ? seq : -1, Bytes(2)), fields[..table.Plain.Length], fields[table.Plain.Length..], At(4) is null ? null : Bytes(4), Bytes(3));
    }

    /// <summary>What was written down of chains' ends, here and elsewhere.</summary>
    private sealed class Heads(IReadOnlyList<Link> outside)
    {
        private readonly List<Link> _all = [.. outside];
        private Dictionary<(string, long), byte[]>? _byRow;

        public void Add(IReadOnlyList<object?> plain) => _all.Add(new Link((string)plain[1]!, (long)plain[2]!, (byte[])plain[3]!)); // a row that was just found good

        public Fault? Differs(Link row)
        {
            _byRow ??= _all.GroupBy(h => (h.Chain, h.Seq)).ToDictionary(h => h.Key, h => h.First().Hash);
            return _byRow.TryGetValue((row.Chain, row.Seq), out var hash) && !hash.AsSpan().SequenceEqual(row.Hash) ? Fault.NotAsWrittenDown : null;
        }

        public Link? After(Link end) => _all.Find(h => h.Chain == end.Chain && h.Seq > end.Seq);

        /// <summary>A head of a chain of which nothing is left.</summary>
        public Link? Unmet(IEnumerable<string> chains) => _all.ExceptBy(chains, h => h.Chain).FirstOrDefault(h => h.Seq > 0);
    }
}
