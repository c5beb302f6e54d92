namespace WhistleNet.Alerts;

/// <summary>Free words beside an answer, a mark or an observation: cut, never a reason to refuse help.</summary>
public static class FreeText
{
    public const int Longest = 500;

    public static string? Cut(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text; // half a character is none
        var clean = whole.Replace("\0", "", StringComparison.Ordinal).Trim();
        return clean.Length <= Longest ? clean : clean[..(char.IsHighSurrogate(clean[Longest - 1]) ? Longest - 1 : Longest)];
    }
}
