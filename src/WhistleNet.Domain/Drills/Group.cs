using System.Text.Json;
using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>One JSON object of a scenario while it is read. What was never asked for is nobody's field, and most likely a slip of the pen.</summary>
internal sealed class Group
{
    private readonly Dictionary<string, JsonElement> _fields = [];
    private readonly HashSet<string> _asked = [];
    private readonly string _at;
    private readonly List<Flaw> _flaws;

    public Group(JsonElement json, string at, List<Flaw> flaws)
    {
        (_at, _flaws) = (at, flaws);
        if (json.ValueKind == JsonValueKind.Object) _fields = json.EnumerateObject().ToDictionary(f => f.Name, f => f.Value);
        else flaws.Add(new Flaw(Flawed.NoGroup, at));
    }

    public string Text(string name, bool needed = true)
    {
        if (Field(name, needed) is not { } value) return "";
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text) return text.Trim();
        return Flaw(Flawed.NoText, name, "");
    }

    /// <param name="otherwise">Where it is missing; none where it must not be.</param>
    public int Number(string name, int? otherwise = null)
    {
        if (Field(name, otherwise is null) is not { } value) return otherwise ?? 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : Flaw(Flawed.NoNumber, name, 0);
    }

    public bool Flag(string name) =>
        Field(name, needed: false) is { } value && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Flaw(Flawed.NoFlag, name, false));

    public T? Word<T>(string name, bool needed = true) where T : struct, Enum
    {
        var (before, word) = (_flaws.Count, Text(name, needed));
        return _flaws.Count > before || word.Length == 0 && !_fields.ContainsKey(name) ? null : Known<T>(word, Path(name));
    }

    public IReadOnlyList<T> Words<T>(string name) where T : struct, Enum =>
        [.. List(name, needed: true).Select((item, i) => item.ValueKind == JsonValueKind.String ? Known<T>(item.GetString()!, $"{Path(name)}[{i}]") : Flaw<T?>(Flawed.NoText, $"{name}[{i}]", null)).OfType<T>().Distinct()];

    public Group? Inner(string name) => Field(name, needed: true) is { } value ? new Group(value, Path(name), _flaws) : null;

    public IReadOnlyList<T> Each<T>(string name, Func<Group, T> read, bool needed = true) => [.. List(name, needed).Select((item, i) =>
    {
        var group = new Group(item, $"{Path(name)}[{i}]", _flaws);
        var one = read(group);
        group.Done();
        return one;
    })];

    /// <summary>Names every field that nobody asked for.</summary>
    public void Done()
    {
        foreach (var name in _fields.Keys.Where(f => !_asked.Contains(f))) _flaws.Add(new Flaw(Flawed.UnknownField, Path(name), [name, .. _asked]));
        _asked.UnionWith(_fields.Keys);
    }

    private IEnumerable<JsonElement> List(string name, bool needed)
    {
        if (Field(name, needed) is not { } value) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Flaw<IEnumerable<JsonElement>>(Flawed.NoList, name, []);
    }

    private T? Known<T>(string word, string at) where T : struct, Enum
    {
        if (Alerts.Words.Parse<T>(word) is { } known) return known;
        _flaws.Add(new Flaw(Flawed.UnknownWord, at, [word, .. Alerts.Words.All<T>()]));
        return null;
    }

    private JsonElement? Field(string name, bool needed)
    {
        _asked.Add(name);
        if (_fields.TryGetValue(name, out var value)) return value;
        if (needed) _flaws.Add(new Flaw(Flawed.Missing, Path(name), name));
        return null;
    }

    private T Flaw<T>(Flawed why, string name, T instead)
    {
        _flaws.Add(new Flaw(why, Path(name)));
        return instead;
    }

    private string Path(string name) => _at.Length == 0 ? name : $"{_at}.{name}";
}
