using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>What the statistics are asked for; every part stands in the page's address.</summary>
/// <param name="Mode">One of the two that are counted; real where nothing else was asked.</param>
/// <param name="Span">A span's word, or none where days were named.</param>
public sealed record StatisticsQuery(Mode Mode, Period Period, string? Span, Cut Cut, string? CircleId, string? AreaId)
{
    /// <summary>The spans that are offered, by the word in the address, and how many days each has.</summary>
    public static readonly IReadOnlyList<(string Word, int Days, Text Say)> Spans =
    [
        ("month", 30, new("30 天", "30 days")), ("quarter", 90, new("90 天", "90 days")), ("year", 365, new("一年", "a year")),
    ];

    public static StatisticsQuery Read(string? mode, string? span, string? from, string? until, string? cut, string? circle, string? area, DateOnly today)
    {
        var named = FromAddress.Day(from) is { } first ? Period.Between(first, FromAddress.Day(until) ?? today) : null;
        var (word, days, _) = Spans.FirstOrDefault(s => s.Word == span, Spans[1]);
        return new(Words.Parse<Mode>(mode) == Mode.Drill ? Mode.Drill : Mode.Real, named ?? Period.Last(days, today), named is null ? word : null,
            Words.Parse<Cut>(cut) ?? Cut.Circle, string.IsNullOrEmpty(circle) ? null : circle, string.IsNullOrEmpty(area) ? null : area);
    }

    /// <summary>The list of the alerts behind a figure.</summary>
    public PastQuery Behind(Tally tally) => PastQuery.All with { Mode = Mode, From = Period.From, Until = Period.Until, CircleId = CircleId, AreaId = AreaId, Tally = tally };

    /// <summary>The same for one part of a cut.</summary>
    public PastQuery Behind(Tally tally, Cut cut, string key)
    {
        var all = Behind(tally);
        return cut switch
        {
            Cut.Circle => all with { CircleId = key },
            Cut.Area => all with { AreaId = key },
            Cut.PoliceGrid => all with { PoliceGridId = key },
            Cut.CommunityGrid => all with { CommunityGridId = key },
            Cut.Kind => all with { Kind = Words.Parse<Kind>(key) },
            Cut.Outcome when Words.Parse<Outcome>(key) is { } outcome => all with { Outcome = outcome, State = AlertState.Closed },
            Cut.Outcome => all with { Tally = tally == Tally.Counted ? Tally.Open : tally },
            Cut.Month => Month(all, DateOnly.ParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Cut.Weekday => all with { Weekday = int.Parse(key, CultureInfo.InvariantCulture) },
            _ => all with { Hour = int.Parse(key, CultureInfo.InvariantCulture) },
        };
    }

    private PastQuery Month(PastQuery all, DateOnly first)
    {
        var last = first.AddMonths(1).AddDays(-1);
        return all with { From = first < Period.From ? Period.From : first, Until = last > Period.Until ? Period.Until : last };
    }
}
