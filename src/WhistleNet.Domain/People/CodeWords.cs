namespace WhistleNet.People;

/// <summary>
/// How a one-time code is written: sixteen signs of Crockford's alphabet in four groups, 80 bits, none of them easily mistaken for
/// another. What is typed by hand may be lower case, without its dashes, and with O for 0 or I for 1.
/// </summary>
public static class CodeWords
{
    /// <summary>How many random bytes a code is made of.</summary>
    public const int Bytes = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Signs = Bytes * 8 / 5;

    /// <summary>The code of these random bytes, as people read it.</summary>
    public static string Write(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes) throw new ArgumentException($"A code is made of {Bytes} bytes.", nameof(random));
        Span<char> signs = stackalloc char[Signs];
        for (var i = 0; i < Signs; i++)
        {
            var bit = i * 5;
            var pair = random[bit / 8] << 8 | (bit / 8 + 1 < Bytes ? random[bit / 8 + 1] : 0);
            signs[i] = Alphabet[pair >> (11 - bit % 8) & 31];
        }
        return $"{signs[..4]}-{signs[4..8]}-{signs[8..12]}-{signs[12..]}";
    }

    /// <summary>What was typed, as it was written; null where it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 100 }) return null;
        var signs = new List<char>(Signs);
        foreach (var letter in typed)
        {
            var narrow = letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter; // a Chinese keyboard's full width
            var sign = char.ToUpperInvariant(narrow) switch { 'O' => '0', 'I' or 'L' => '1', var upper => upper };
            if (Alphabet.Contains(sign, StringComparison.Ordinal)) signs.Add(sign);
            else if (!char.IsWhiteSpace(sign) && sign is not ('-' or '_' or '.' or '–' or '—' or '‐')) return null;
        }
        return signs.Count != Signs ? null : string.Join('-', signs.Chunk(4).Select(four => new string(four)));
    }
}
