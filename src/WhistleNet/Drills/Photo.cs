using System.Buffers.Binary;

namespace WhistleNet.Drills;

/// <summary>
/// A photo as it may be kept: a JPEG or PNG by its bytes, of a sensible size, and without anything that is not the picture (place, time,
/// device, comments, and whatever hides behind its end).
/// </summary>
/// <param name="Extension"><c>jpg</c> or <c>png</c>.</param>
public sealed record Photo(byte[] Bytes, string Extension)
{
    /// <summary>The largest that is taken, in bytes.</summary>
    public const int Most = 8 * 1024 * 1024;

    /// <summary>More would be a bomb for whoever opens it: 50 million pixels.</summary>
    private const long MostPixels = 50_000_000;

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public string Type => Extension == "png" ? "image/png" : "image/jpeg";

    /// <summary>The picture alone; null where these bytes are none.</summary>
    public static Photo? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Most) return null;
        return bytes.StartsWith(Png) ? OfPng(bytes) : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? OfJpeg(bytes) : null;
    }

    // Chunk by chunk (PNG, third edition, 5): what the picture needs is taken over, all else is left out.
    private static Photo? OfPng(ReadOnlySpan<byte> bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write(Png);
        for (var at = Png.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12) return null;
            var chunk = bytes.Slice(at, (int)length + 12);
            var type = chunk.Slice(4, 4);
            if (at == Png.Length && !(type.SequenceEqual("IHDR"u8) && length == 13 && IsSensible(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])))) return null;
            if (type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8)) kept.Write(chunk);
            if (type.SequenceEqual("IEND"u8)) return new Photo(kept.ToArray(), "png");
            at += chunk.Length;
        }
        return null;
    }

    // Segment by segment (ITU-T T.81, B.1.1): tables, frames and scans are taken over; application segments and comments are not, but
    // for Adobe's, which says how the colours are to be read.
    private static Photo? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write([0xFF, 0xD8]);
        var (framed, scanned) = (false, false);
        for (var at = 2; at + 4 <= bytes.Length || at + 2 <= bytes.Length && bytes[at + 1] == 0xD9;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++; // a fill byte
                continue;
            }
            if (marker == 0xD9)
            {
                kept.Write([0xFF, 0xD9]);
                return framed && scanned ? new Photo(kept.ToArray(), "jpg") : null;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length) return null;
            var segment = bytes.Slice(at, 2 + length);
            at += segment.Length;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8 || !IsSensible(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]))) return null;
                framed = true;
            }
            var adobe = marker == 0xEE && length == 14 && segment[4..].StartsWith("Adobe"u8);
            if (marker is >= 0xC0 and <= 0xCF or 0xDA or 0xDB or 0xDD || adobe) kept.Write(segment);
            if (marker != 0xDA) continue;
            scanned = true;
            var end = at;
            while (end + 1 < bytes.Length && (bytes[end] != 0xFF || bytes[end + 1] is 0x00 or (>= 0xD0 and <= 0xD7))) end++;
            kept.Write(bytes[at..end]);
            at = end;
        }
        return null;
    }

    private static bool IsSensible(long width, long height) => width > 0 && height > 0 && width * height <= MostPixels;
}
