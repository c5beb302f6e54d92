using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>
/// How a scenario stands at one moment: what is to be told now, what is expected and until when, what went otherwise. It is worked out
/// anew each time from what was seen and what was told, so that asking twice, late, or after a restart gives the same.
/// </summary>
public sealed class Play
{
    /// <summary>The word for the drill's start, where an inject or a time limit counts from it.</summary>
    public const string Start = "start";

    private readonly Dictionary<string, Inject> _injects;
    private readonly Dictionary<string, DateTimeOffset> _told;
    private readonly Dictionary<string, DateTimeOffset?> _due = [];
    private readonly List<Seen> _seen;
    private readonly DateTimeOffset _startedAt, _now;

    private Play(Scenario scenario, DateTimeOffset startedAt, IEnumerable<Seen> seen, IEnumerable<Played> played, DateTimeOffset now)
    {
        (_startedAt, _now) = (startedAt, now);
        _seen = [.. seen.Where(s => s.At <= now).OrderBy(s => s.At)];
        _told = played.GroupBy(p => p.Id).ToDictionary(p => p.Key, p => p.Min(x => x.At));
        _injects = scenario.Injects.ToDictionary(i => i.Id);
        Due = [.. scenario.Injects.Where(i => !_told.ContainsKey(i.Id) && DueAt(i) <= now).OrderBy(DueAt)];
        Expected = [.. scenario.Expected.Select(Stand)];
        Deviations = [.. Expected.SelectMany(e => e.Deviations).Concat(scenario.Never.SelectMany(Broken)).OrderBy(d => d.At)];
    }

    /// <summary>What is to be told now and was not told yet, in the order of its times.</summary>
    public IReadOnlyList<Inject> Due { get; }

    public IReadOnlyList<Standing> Expected { get; }

    /// <summary>In the order in which they came about.</summary>
    public IReadOnlyList<Deviation> Deviations { get; }

    /// <param name="scenario">One that <see cref="ScenarioCheck"/> found sound.</param>
    /// <param name="now">The end of the drill once it is over: nothing is missed after it.</param>
    public static Play Of(Scenario scenario, DateTimeOffset startedAt, IEnumerable<Seen> seen, IEnumerable<Played> played, DateTimeOffset now) =>
        new(scenario, startedAt, seen, played, now);

    // Nobody can act on what they were not told: a time limit, and what follows, counts from when it was told.
    private DateTimeOffset? When(string reference) =>
        reference == Start ? _startedAt
        : Words.Parse<Happening>(reference) is { } what ? _seen.Find(s => s.What.Is(what))?.At
        : _told.TryGetValue(reference, out var told) ? told
        : _injects.TryGetValue(reference, out var inject) ? DueAt(inject) : null;

    private DateTimeOffset? DueAt(Inject inject)
    {
        if (_due.TryGetValue(inject.Id, out var known)) return known;
        _due[inject.Id] = null; // what waits for itself never comes
        var due = When(inject.After)?.AddSeconds(inject.Seconds);
        if (inject.Unless is { } unless && _seen.Exists(s => s.What.Is(unless) && s.At <= due)) due = null;
        return _due[inject.Id] = due;
    }

    private Standing Stand(Expectation expected)
    {
        var since = When(expected.Of);
        if (since > _now) since = null;
        var until = since?.AddSeconds(expected.Within);
        var fitting = FirstOfEachShop(_seen.Where(s => s.Fits(expected.Id, expected.Who, expected.What)));
        var early = expected.NotBefore ? fitting.Where(s => since is null || s.At < since).ToList() : [];
        var done = fitting.Except(early).Skip(expected.Shops - 1).FirstOrDefault();
        var state = done is not null ? until is null || done.At <= until ? Standings.Met : Standings.Late
            : until is null ? Standings.Waiting
            : _now > until ? Standings.Missed : Standings.Open;
        return new Standing(expected, state, until, done, early);
    }

    private IEnumerable<Deviation> Broken(Unwanted never) =>
        FirstOfEachShop(_seen.Where(s => s.Fits(never.Id, never.Who, never.What))).Select(s => new Deviation(Deviating.Unwanted, never.Id, never.Who, s.At, never.Text, s));

    private static List<Seen> FirstOfEachShop(IEnumerable<Seen> seen) => [.. seen.DistinctBy(s => s.Shop)];
}
