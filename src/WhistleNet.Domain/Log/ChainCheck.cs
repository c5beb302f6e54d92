namespace WhistleNet.Log;

/// <summary>What is wrong with a row of the log.</summary>
public enum Fault
{
    /// <summary>The row that should stand here does not: it was deleted, or numbered anew.</summary>
    Missing,

    /// <summary>A field that stays was changed, or the row was put in, moved or swapped.</summary>
    Changed,

    /// <summary>A name, an address or a text was changed, or masked by half.</summary>
    PersonalChanged,

    /// <summary>The chain ends before a row whose hash was written down elsewhere.</summary>
    Cut,

    /// <summary>The row's hash is not the one that was written down elsewhere: everything up to it may have been written anew.</summary>
    NotAsWrittenDown,
}

/// <summary>A row as it stands in the columns now, whoever wrote it.</summary>
public sealed record Row(Link Link, IReadOnlyList<object?> Plain, IReadOnlyList<object?> Personal, byte[]? Salt, byte[] Digest)
{
    /// <summary>Its personal fields were taken away, as retention does.</summary>
    public bool IsMasked => Salt is null && Personal.All(f => f is null);
}

/// <summary>Walks one chain from its first row to its last, one row at a time.</summary>
public sealed class ChainCheck(string chain)
{
    public Link End { get; private set; } = Link.Start(chain);
    public long Masked { get; private set; }

    /// <summary>What is wrong with the next row; nothing where it follows.</summary>
    public Fault? Next(Row row)
    {
        if (row.Link.Chain != chain || row.Link.Seq != End.Seq + 1) return Fault.Missing;
        if (!row.Link.Follows(End, row.Plain, row.Digest)) return Fault.Changed;
        if (row.IsMasked) Masked++;
        else if (row.Salt is not { } salt || !Link.Digest(salt, row.Personal).AsSpan().SequenceEqual(row.Digest)) return Fault.PersonalChanged;
        End = row.Link;
        return null;
    }
}
