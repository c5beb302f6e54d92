using System.Buffers.Binary;

namespace WhistleNet.Bench.World;

/// <summary>
/// How many transactions stand in SQLite's write-ahead log: a frame whose "size after commit" is not zero ends one. Read from the file,
/// so that what is counted is what was written, whoever wrote it.
/// </summary>
public sealed record WalCommits(ulong Salt, int Count)
{
    private const int HeaderBytes = 32;
    private const int FrameHeadBytes = 24;

    public static WalCommits Read(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "whistlenet.db-wal");
        if (!File.Exists(file)) return new(0, 0);
        using var wal = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[HeaderBytes];
        if (wal.ReadAtLeast(head, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes) return new(0, 0);
        var (page, salt) = (BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(8)), BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(16)));
        var count = 0;
        for (var frame = head.AsSpan(0, FrameHeadBytes); wal.ReadAtLeast(frame, FrameHeadBytes, throwOnEndOfStream: false) == FrameHeadBytes; wal.Seek(page, SeekOrigin.Current))
        {
            if (BinaryPrimitives.ReadUInt64BigEndian(frame[8..]) != salt) break; // what is left of an earlier round of the log
            if (BinaryPrimitives.ReadUInt32BigEndian(frame[4..]) != 0) count++;
        }
        return new(salt, count);
    }

    /// <summary>The transactions since then; none where the log began anew in between and some can no longer be counted.</summary>
    public int? Since(WalCommits before) => before.Salt == Salt ? Count - before.Count : null;
}
