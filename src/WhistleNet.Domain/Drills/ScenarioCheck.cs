using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>
/// Whether a scenario can be played, with every reason why not. Whether its words are good is for people to judge: that no card promises
/// rights, and that nothing in it could be taken for real.
/// </summary>
public sealed class ScenarioCheck
{
    public const int LongestName = 40, LongestTitle = 60, LongestText = 400, LongestStory = 2000;
    public const int MostActs = 8, MostInEach = 20, MostLines = 12, MostShops = 12, MostPeople = 60;

    /// <summary>Minutes; a drill is no day's work.</summary>
    public const int Longest = 240;

    private readonly List<Flaw> _flaws = [];
    private readonly Scenario _scenario;
    private readonly Dictionary<string, Inject> _injects;

    private ScenarioCheck(Scenario scenario)
    {
        _scenario = scenario;
        _injects = scenario.Injects.DistinctBy(i => i.Id).ToDictionary(i => i.Id);
    }

    public static IReadOnlyList<Flaw> Of(Scenario scenario)
    {
        var check = new ScenarioCheck(scenario);
        check.Head();
        for (var i = 0; i < scenario.Acts.Count; i++) check.OneAct(scenario.Acts[i], $"acts[{i}]");
        check.Ids();
        return check._flaws;
    }

    public static bool IsName(string name) =>
        name.Length is >= 3 and <= LongestName && name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-') && name[0] != '-' && name[^1] != '-';

    private void Head()
    {
        if (!IsName(_scenario.Name)) Add(Flawed.NameShape, "name", _scenario.Name);
        Range(_scenario.Version, 1, 9999, "version");
        Range(_scenario.Minutes, 1, Longest, "minutes");
        Both(_scenario.Title, "title", LongestTitle);
        Both(_scenario.Summary, "summary");
        Both(_scenario.Storyline, "storyline", LongestStory);
        Each(_scenario.Forms, 1, 3, "forms", (form, at) =>
        {
            if (form == DrillForm.Comms || Fit.Refuses(form, _scenario) is not null) Add(Flawed.NeverHeld, at, form.Word());
        });
        Each(_scenario.Needs, 1, MostInEach, "needs", (need, at) =>
        {
            Range(need.Count, 1, MostPeople, $"{at}.count");
            Both(need.Text, $"{at}.text");
            if (need.Who != Part.Observer && !_scenario.Cards.Any(c => c.For == need.Who || c.For == Part.Everyone)) Add(Flawed.NoCard, $"{at}.who", need.Who.Word());
        });
        Each(_scenario.Never, 0, MostInEach, "never", (never, at) =>
        {
            Both(never.Text, $"{at}.text");
            Doing(never.Who, never.What, at);
        });
        Each(_scenario.Cards, 1, MostInEach, "cards", (card, at) => Each(card.Lines, 1, MostLines, $"{at}.lines", (line, of) => Both(line, of)));
        Each(_scenario.Safety, 1, MostLines, "safety", (line, at) => Both(line, at));
        Count(_scenario.Acts, 1, MostActs, "acts");
    }

    private void OneAct(ScenarioAct act, string at)
    {
        Both(act.Title, $"{at}.title", LongestTitle);
        if (act.Injects.Count + act.Expected.Count == 0) Add(Flawed.TooFew, at, "1");
        Each(act.Injects, 0, MostInEach, $"{at}.injects", OneInject);
        Each(act.Expected, 0, MostInEach, $"{at}.expected", (expected, of) =>
        {
            Both(expected.Text, $"{of}.text");
            Range(expected.Within, 1, _scenario.Minutes * 60, $"{of}.within");
            Range(expected.Shops, 1, MostShops, $"{of}.shops");
            Reference(expected.Of, $"{of}.of");
            Doing(expected.Who, expected.What, of);
            if (expected.Of == expected.What.Word()) Add(Flawed.Loop, $"{of}.of", $"{expected.Of} → {expected.Of}"); // it would count from itself
        });
    }

    private void OneInject(Inject inject, string at)
    {
        Both(inject.Text, $"{at}.text");
        Range(inject.Seconds, 0, _scenario.Minutes * 60, $"{at}.seconds");
        Reference(inject.After, $"{at}.after");
        Needed(inject.To, $"{at}.to");
        if (Way(inject) is not { } way)
        {
            Add(Flawed.Loop, $"{at}.after", string.Join(" → ", Round(inject)));
            return;
        }
        if (way.Sum(i => i.Seconds) > _scenario.Minutes * 60) Add(Flawed.AfterTheEnd, $"{at}.seconds", $"{way.Sum(i => i.Seconds)}", $"{_scenario.Minutes * 60}");
        if (inject.Unless is { } unless && Words.Parse<Happening>(way[^1].After) is { } first && first.Is(unless)) Add(Flawed.NeverComes, $"{at}.unless", unless.Word());
    }

    // From this inject back to the one that waits for no other; none where that way leads round in a circle.
    private List<Inject>? Way(Inject inject)
    {
        var way = new List<Inject> { inject };
        while (_injects.TryGetValue(way[^1].After, out var before))
        {
            if (way.Contains(before)) return null;
            way.Add(before);
        }
        return way;
    }

    private List<string> Round(Inject inject)
    {
        var round = new List<string> { inject.Id };
        for (var at = inject; _injects.TryGetValue(at.After, out var before); at = before)
        {
            round.Add(before.Id);
            if (round.IndexOf(before.Id) < round.Count - 1) break;
        }
        return round;
    }

    private void Doing(Part who, Happening what, string at)
    {
        Needed(who, $"{at}.who");
        if (!what.CanBeDoneBy(who)) Add(Flawed.CannotDo, $"{at}.what", who.Word(), what.Word());
    }

    private void Needed(Part who, string at)
    {
        if (who is not (Part.Everyone or Part.Observer) && !_scenario.Needs.Any(n => n.Who == who)) Add(Flawed.NobodyForIt, at, who.Word());
    }

    private void Reference(string reference, string at)
    {
        if (reference == Play.Start || _injects.ContainsKey(reference)) return;
        if (Words.Parse<Happening>(reference) is { } what && what != Happening.Observed) return;
        Add(Flawed.UnknownReference, at, [reference, Play.Start, .. Words.All<Happening>().Where(w => w != Happening.Observed.Word())]);
    }

    private void Ids()
    {
        var ids = _scenario.Acts.SelectMany((act, a) => Named(act.Injects, i => i.Id, $"acts[{a}].injects").Concat(Named(act.Expected, e => e.Id, $"acts[{a}].expected")))
            .Concat(Named(_scenario.Never, n => n.Id, "never")).ToList();
        foreach (var (id, at) in ids.Where(i => !IsName(i.Id))) Add(Flawed.NameShape, at, id);
        foreach (var (id, at) in ids.Where(i => _injects.ContainsKey(i.Id) && (i.Id == Play.Start || Words.Parse<Happening>(i.Id) is not null))) Add(Flawed.IdReserved, at, id);
        foreach (var twice in ids.GroupBy(i => i.Id).Where(g => g.Count() > 1)) Add(Flawed.IdTwice, twice.Last().At, twice.Key);

        static IEnumerable<(string Id, string At)> Named<T>(IReadOnlyList<T> list, Func<T, string> id, string at) => list.Select((x, i) => (id(x), $"{at}[{i}].id"));
    }

    private void Both(Wording text, string at, int longest = LongestText)
    {
        if (string.IsNullOrWhiteSpace(text.Zh)) Add(Flawed.LanguageMissing, at, "zh");
        if (string.IsNullOrWhiteSpace(text.En)) Add(Flawed.LanguageMissing, at, "en");
        if (Math.Max(text.Zh.Length, text.En.Length) is var length && length > longest) Add(Flawed.TooLong, at, $"{length}", $"{longest}");
    }

    private void Each<T>(IReadOnlyList<T> list, int fewest, int most, string at, Action<T, string> look)
    {
        Count(list, fewest, most, at);
        for (var i = 0; i < Math.Min(list.Count, most); i++) look(list[i], $"{at}[{i}]");
    }

    private void Count<T>(IReadOnlyList<T> list, int fewest, int most, string at)
    {
        if (list.Count < fewest) Add(Flawed.TooFew, at, $"{fewest}");
        if (list.Count > most) Add(Flawed.TooMany, at, $"{list.Count}", $"{most}");
    }

    private void Range(int value, int lowest, int highest, string at)
    {
        if (value < lowest || value > highest) Add(Flawed.OutOfRange, at, $"{value}", $"{lowest}", $"{highest}");
    }

    private void Add(Flawed why, string at, params IReadOnlyList<string> what) => _flaws.Add(new Flaw(why, at, what));
}
