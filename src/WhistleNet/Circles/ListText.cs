using System.Text;

namespace WhistleNet.Circles;

/// <summary>
/// A list's text, whatever wrote it: UTF-8 with or without BOM, or GB18030, decided by which of the two reads more of the lines.
/// A line that it cannot read keeps its commas, and is remembered, so that one broken name does not cost its neighbours.
/// </summary>
public sealed class ListText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = Chinese();
    private readonly HashSet<int> _unreadable = [];

    private ListText(string text) => Text = text;

    public string Text { get; private set; }

    /// <summary>Whether a line of this range, counted from 1, has bytes that are not of the list's encoding.</summary>
    public bool Unreadable(int first, int last) => _unreadable.Count > 0 && Enumerable.Range(first, last - first + 1).Any(_unreadable.Contains);

    public static ListText Of(byte[] bytes)
    {
        var lines = Lines(bytes[(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0)..]);
        var foreign = lines.Where(l => l.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)127)).ToList();
        var utf8 = foreign.Count(l => Read(l, Utf8) is not null);
        var encoding = utf8 * 2 >= foreign.Count ? Utf8 : Gb18030;
        var (list, text) = (new ListText(""), new StringBuilder(bytes.Length));
        for (var i = 0; i < lines.Count; i++)
        {
            if (Read(lines[i], encoding) is not { } line)
            {
                list._unreadable.Add(i + 1);
                line = Encoding.Latin1.GetString(lines[i]);
            }
            text.Append(line);
        }
        list.Text = text.ToString();
        return list;
    }

    private static List<byte[]> Lines(byte[] bytes)
    {
        var lines = new List<byte[]>();
        for (var from = 0; from < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', from) is >= 0 and var at ? at + 1 : bytes.Length; // no second byte of GB18030 is a line end
            lines.Add(bytes[from..end]);
            from = end;
        }
        return lines;
    }

    private static string? Read(byte[] line, Encoding encoding)
    {
        try
        {
            return encoding.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Chinese()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
