using System.Globalization;
using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>
/// A scenario played from its start to its end by people whose every move is written down, one a line: <c>20 R pressed</c>, <c>30 S taken</c>,
/// <c>40 A coming</c> (A to F are neighbours' shops), <c>180 tick form-up</c>.
/// </summary>
public sealed class Rehearsal
{
    private readonly Scenario _scenario;
    private readonly IReadOnlyList<Seen> _seen;

    public Rehearsal(Scenario scenario, string script) =>
        (_scenario, _seen) = (scenario, [.. script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(l => l.Split(';', StringSplitOptions.TrimEntries)).Select(Line)]);

    public IReadOnlyList<Seen> Seen => _seen;

    public static DateTimeOffset At(int seconds) => Some.Morning.AddSeconds(seconds);

    public static IReadOnlyDictionary<string, Scenario> Files { get; } = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Scenarios"), "*.json")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => ScenarioText.Read(File.ReadAllText(f)).Scenario!);

    /// <summary>What was told and when, asking every so many seconds, each time as often as given, from what the time before left.</summary>
    public (IReadOnlyList<Played> Told, Play End) Run(int every = 1, int times = 1)
    {
        var told = new List<Played>();
        var end = _scenario.Minutes * 60;
        for (var now = 0; ; now = Math.Min(now + every, end))
        {
            for (var again = 0; again < times; again++) told.AddRange(Ask(told, now).Due.Select(i => new Played(i.Id, At(now))));
            if (now == end) return (told, Ask(told, end));
        }
    }

    public Play Ask(IEnumerable<Played> told, int now) => Play.Of(_scenario, At(0), _seen, told, At(now));

    /// <summary>As <c>late press</c>, one a line, in the order in which they came about.</summary>
    public static string Said(Play play) => string.Join('\n', play.Deviations.Select(d => $"{d.What.Word()} {d.Id}"));

    private static Seen Line(string line)
    {
        var words = line.Split(' ');
        var at = At(int.Parse(words[0], CultureInfo.InvariantCulture));
        if (words[1] == "tick") return new Seen(Happening.Observed, Part.Observer, at, Tick: words[2]);
        var what = Words.Parse<Happening>(words[2]) ?? throw new FormatException(line);
        return words[1] switch
        {
            "R" => new Seen(what, Part.Raiser, at, "raiser"),
            "S" => new Seen(what, Part.Station, at),
            var shop => new Seen(what, Part.Neighbour, at, shop),
        };
    }
}
