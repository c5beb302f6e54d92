using System.Text;

namespace WhistleNet.Drills;

/// <summary>A photo is a photo by its bytes, and only the picture of it is kept.</summary>
public sealed class PhotoTests
{
    [Fact]
    public void Of_a_jpeg_the_picture_stays_and_place_comment_and_tail_go()
    {
        var photo = Photo.Of([.. Jpeg(Segment(0xE1, "Exif\0\0GPS 31.2 N"), Segment(0xFE, "my comment"), Segment(0xED, "Photoshop")), .. "secret tail"u8])!;
        Assert.Equal(("jpg", "image/jpeg"), (photo.Extension, photo.Type));
        Assert.Equal(Jpeg(), photo.Bytes);
    }

    [Fact]
    public void Of_a_png_too()
    {
        var photo = Photo.Of([.. Png(Chunk("tEXt", "Author\0me"), Chunk("eXIf", "GPS")), .. "tail"u8])!;
        Assert.Equal(("png", "image/png"), (photo.Extension, photo.Type));
        Assert.Equal(Png(), photo.Bytes);
    }

    [Fact]
    public void What_is_none_is_refused()
    {
        Assert.Null(Photo.Of([]));
        Assert.Null(Photo.Of("<svg onload=alert(1)>"u8));
        Assert.Null(Photo.Of("GIF89a"u8));
        Assert.Null(Photo.Of([0xFF, 0xD8, 0xFF]));
        for (var cut = 0; cut < Jpeg().Length; cut++) Assert.Null(Photo.Of(Jpeg().AsSpan(0, cut)));
        for (var cut = 0; cut < Png().Length; cut++) Assert.Null(Photo.Of(Png().AsSpan(0, cut)));
        Assert.Null(Photo.Of([.. Jpeg(), .. new byte[Photo.Most]]));
        Assert.Null(Photo.Of(Png(width: 60_000, height: 60_000)));
    }

    internal static byte[] Jpeg(params byte[][] more) =>
    [
        0xFF, 0xD8, .. more.SelectMany(s => s), .. Segment(0xDB, new string('\u0001', 65)), .. Segment(0xC0, "\u0008\0\u0010\0\u0010\u0001\u0001\u0011\0"), .. Segment(0xC4, new string('\u0001', 20)),
        .. Segment(0xDA, "\u0001\u0001\0\0\u003f\0"), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9,
    ];

    internal static byte[] Png(params byte[][] more) => [.. PngHead(16, 16), .. more.SelectMany(c => c), .. Chunk("IDAT", "data"), .. Chunk("IEND", "")];

    private static byte[] Png(int width, int height) => [.. PngHead(width, height), .. Chunk("IDAT", "data"), .. Chunk("IEND", "")];

    private static byte[] PngHead(int width, int height) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", [.. Four(width), .. Four(height), 8, 2, 0, 0, 0])];

    private static byte[] Segment(byte marker, string text) => [0xFF, marker, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. Encoding.Latin1.GetBytes(text)];

    private static byte[] Chunk(string type, string text) => Chunk(type, Encoding.Latin1.GetBytes(text));

    private static byte[] Chunk(string type, byte[] data) => [.. Four(data.Length), .. Encoding.Latin1.GetBytes(type), .. data, 1, 2, 3, 4];

    private static byte[] Four(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
