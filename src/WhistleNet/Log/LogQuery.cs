using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary>Which of the two kinds of rows is read.</summary>
public enum Kept { Access, Timeline }

/// <summary>What the log is asked for; every part stands in the page's address. What cannot be read counts as not asked.</summary>
/// <param name="Who">Part of a name, or an id.</param>
/// <param name="Object">Part of the name of what it was done to, or an id.</param>
public sealed record LogQuery(Kept Kept, Deed? Deed, string? Who, string? Object, DateOnly? From, DateOnly? Until, int Page)
{
    public const int PageSize = 50;

    public static LogQuery Read(string? kept, string? what, string? who, string? @object, string? from, string? until, string? page) => new(
        Words.Parse<Kept>(kept) ?? Kept.Access, Words.Parse<Deed>(what), Asked(who), Asked(@object), FromAddress.Day(from), FromAddress.Day(until), FromAddress.Page(page));

    /// <summary>What was asked, in one line, for the record of the asking.</summary>
    public string Asked() => string.Join(' ', new[] { Kept.Word(), Deed?.Word(), Who, Object, Day(From), Day(Until) }.Where(part => part is not null));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Asked(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
