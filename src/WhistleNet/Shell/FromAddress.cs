using System.Globalization;

namespace WhistleNet.Shell;

/// <summary>What stands in a page's address as text; what cannot be read counts as not asked, for anybody may write there.</summary>
public static class FromAddress
{
    private const int MostPages = 100_000;

    /// <summary>A page of a list, from 1.</summary>
    public static int Page(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1;

    /// <summary>A day as <c>2026-11-24</c>, near enough to be of use in any time zone.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 3000 ? day : null;
}
