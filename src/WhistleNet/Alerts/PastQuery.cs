using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>What the list of past alerts is asked for; every part stands in the page's address. What cannot be read counts as not asked.</summary>
/// <param name="Mode">None with <see cref="AnyMode"/> false means real ones and drills: practice presses come daily from every shop.</param>
public sealed record PastQuery(string? Words, AlertState? State, Mode? Mode, bool AnyMode, Kind? Kind, Outcome? Outcome, string? CircleId, DateOnly? From, DateOnly? Until, int Page)
{
    public const int PageSize = 25;

    public static PastQuery Read(string? words, string? state, string? mode, string? kind, string? outcome, string? circle, string? from, string? until, string? page) => new(
        string.IsNullOrWhiteSpace(words) ? null : words.Trim(), Alerts.Words.Parse<AlertState>(state), Alerts.Words.Parse<Mode>(mode), mode == "any",
        Alerts.Words.Parse<Kind>(kind), Alerts.Words.Parse<Outcome>(outcome), string.IsNullOrEmpty(circle) ? null : circle, FromAddress.Day(from), FromAddress.Day(until), FromAddress.Page(page));
}
