namespace WhistleNet.People;

/// <summary>
/// The policy file beside <c>Permits</c>: for each door, and for each relation of what is behind it, which roles get which answer.
/// <c>*</c> is everybody who is not named; whoever was stopped gets what <c>anonymous</c> gets, unless <c>stopped</c> is named.
/// </summary>
public sealed class Policy
{
    private readonly Dictionary<(string Door, string Relation), Dictionary<string, string>> _rows = [];

    public static Policy Read()
    {
        var policy = new Policy();
        var door = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Permits.policy.txt")))
        {
            if (line.Trim() is "" or ['#', ..]) continue;
            if (!char.IsWhiteSpace(line[0])) door = line.Trim();
            else policy.Row(door, line.Trim());
        }
        return policy;
    }

    public IEnumerable<string> Doors => _rows.Keys.Select(k => k.Door).Distinct();

    public IEnumerable<string> RelationsOf(string door) => _rows.Keys.Where(k => k.Door == door).Select(k => k.Relation);

    public string Of(string door, string relation, string role, bool stopped)
    {
        var row = _rows[(door, relation)];
        if (stopped && row.TryGetValue("stopped", out var answer)) return answer;
        return row.GetValueOrDefault(stopped ? "anonymous" : role) ?? row["*"];
    }

    // "own: in = officer wall; 403 = device; 404 = *"; without a relation for doors that have nothing behind them.
    private void Row(string door, string text)
    {
        var (relations, answers) = text.Split(": ") is [var named, var rest] ? (named.Split(' '), rest) : ([""], text);
        var row = answers.Split(';').Select(a => a.Split('=', StringSplitOptions.TrimEntries)).SelectMany(a => a[1].Split(' ').Select(role => (role, answer: a[0]))).ToDictionary(a => a.role, a => a.answer);
        foreach (var relation in relations) _rows.Add((door, relation), row);
    }
}
