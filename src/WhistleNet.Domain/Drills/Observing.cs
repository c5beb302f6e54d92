namespace WhistleNet.Drills;

/// <summary>Observers' ticks as a scenario speaks of them.</summary>
public static class Observing
{
    /// <summary>What counts: of each observer and thing the last word, where that is a tick.</summary>
    public static IEnumerable<ObserverLine> Ticks(IEnumerable<ObserverLine> lines) => lines.Where(l => l is { What: ObserverEntry.Ticked or ObserverEntry.Unticked, About: not null })
        .GroupBy(l => (l.ObserverId, l.About)).Select(Last).Where(l => l.What == ObserverEntry.Ticked);

    /// <summary>All that counts of what somebody wrote: ticks that stand, the last rating of each thing, notes and photos.</summary>
    public static IEnumerable<ObserverLine> Counting(IReadOnlyList<ObserverLine> lines) => Ticks(lines)
        .Concat(lines.Where(l => l.What == ObserverEntry.Rated).GroupBy(l => (l.ObserverId, l.About)).Select(Last))
        .Concat(lines.Where(l => l.What is ObserverEntry.Noted or ObserverEntry.Photo)).OrderBy(l => l.At);

    /// <param name="postOf">The shop at which an observer stands.</param>
    public static IEnumerable<Seen> Seen(Scenario scenario, IEnumerable<ObserverLine> lines, Func<string, string?> postOf) => Ticks(lines)
        .Select(tick => (Tick: tick, Who: PartOf(scenario, tick.About!))).Where(t => t.Who is not null)
        .Select(t => new Seen(Happening.Observed, t.Who!.Value, t.Tick.At, postOf(t.Tick.ObserverId), t.Tick.About));

    /// <summary>Whom an expectation, or a thing that is never to be done, is about; none where the scenario knows neither.</summary>
    public static Part? PartOf(Scenario scenario, string about) =>
        scenario.Expected.FirstOrDefault(e => e.Id == about)?.Who ?? scenario.Never.FirstOrDefault(n => n.Id == about)?.Who;

    public static ObserverLine Last(IEnumerable<ObserverLine> lines) => lines.OrderBy(l => l.At).ThenBy(l => l.ReceivedAt).ThenBy(l => l.Id, StringComparer.Ordinal).Last();
}
