using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WhistleNet.Log;

/// <summary>
/// One link of a chain: the hash of a row over the hash of the row before it, so that no row can be changed, moved, left out or put in
/// without every later hash telling.
/// </summary>
/// <param name="Chain">One chain for each writing node and kind of row.</param>
/// <param name="Seq">The row's number in its chain, from 1; 0 where there is no row yet.</param>
/// <param name="Hash">32 bytes of SHA-256.</param>
public sealed record Link(string Chain, long Seq, byte[] Hash)
{
    public static Link Start(string chain) => new(chain, 0, new byte[SHA256.HashSizeInBytes]);

    /// <summary>The link of the row that follows this one.</summary>
    /// <param name="plain">What the row says of nobody in person: whole numbers, strings, bytes or nothing, in the order of its kind.</param>
    /// <param name="digest">What stands for its personal fields, before and after they are masked.</param>
    public Link Next(IEnumerable<object?> plain, byte[] digest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Put(hash, Hash);
        Put(hash, Chain);
        Put(hash, Seq + 1);
        foreach (var field in plain) Put(hash, field);
        Put(hash, digest);
        return new(Chain, Seq + 1, hash.GetHashAndReset());
    }

    public bool Follows(Link before, IEnumerable<object?> plain, byte[] digest) => Hash.AsSpan().SequenceEqual(before.Next(plain, digest).Hash);

    /// <summary>What stands for personal fields; the salt keeps anybody from guessing them out of it, and goes when they do.</summary>
    public static byte[] Digest(byte[] salt, IEnumerable<object?> personal)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Put(hash, salt);
        foreach (var field in personal) Put(hash, field);
        return hash.GetHashAndReset();
    }

    // A kind and a length before each value: no two rows can come to the same bytes, wherever a field ends.
    private static void Put(IncrementalHash hash, object? field)
    {
        var (kind, bytes) = field switch
        {
            null => ((byte)0, []),
            long number => ((byte)1, Bytes(number)),
            string text => ((byte)2, Encoding.UTF8.GetBytes(text)),
            byte[] raw => ((byte)3, raw),
            _ => ((byte)4, Encoding.UTF8.GetBytes(Convert.ToString(field, CultureInfo.InvariantCulture)!)), // never written: somebody changed a column's kind
        };
        Span<byte> head = stackalloc byte[5];
        head[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }

    private static byte[] Bytes(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
