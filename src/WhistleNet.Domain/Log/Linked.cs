namespace WhistleNet.Log;

/// <summary>A row of the log: bound to the row before it when it is written, never altered afterwards except by masking.</summary>
public abstract class Linked
{
    private string _chain = "";

    public string Chain { get => _chain; init => _chain = value; }

    /// <summary>Its number in the chain, from 1.</summary>
    public long Seq { get; private set; }

    /// <summary>Goes with the personal fields when they are masked; a row without it says nothing of anybody any more.</summary>
    public byte[]? Salt { get; private set; }

    public bool IsMasked => Seq > 0 && Salt is null;

    public byte[] Digest { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];

    /// <summary>The fields that stay, as they stand in the columns.</summary>
    protected abstract object?[] Plain { get; }

    /// <summary>The fields that may be masked: names, addresses, people's own words.</summary>
    protected abstract object?[] Personal { get; }

    /// <summary>Binds this row to the end of a chain.</summary>
    /// <param name="salt">16 random bytes.</param>
    /// <returns>The new end.</returns>
    public Link Join(Link before, byte[] salt)
    {
        var digest = Link.Digest(salt, Personal);
        var here = before.Next(Plain, digest);
        (_chain, Seq, Salt, Digest, Hash) = (here.Chain, here.Seq, salt, digest, here.Hash);
        return here;
    }
}
