using System.Text.Json.Serialization;
using WhistleNet.Alerts;

namespace WhistleNet.Drills;

/// <summary>
/// What a drill is about 情景: a story in acts, what people are told and when, what is expected of them and how soon. Data that an
/// organizer may write; a version never changes once a drill has run it.
/// </summary>
public sealed record Scenario
{
    /// <summary>Small letters, digits and hyphens, such as <c>drunk-and-loud</c>; the same over all versions.</summary>
    public required string Name { get; init; }

    public required int Version { get; init; }
    public required Wording Title { get; init; }
    public required Wording Summary { get; init; }

    /// <summary>What the raiser would tell; none where the drill is about the way of the whistle itself.</summary>
    public Kind? Kind { get; init; }

    /// <summary>The forms it suits.</summary>
    public required IReadOnlyList<DrillForm> Forms { get; init; }

    /// <summary>How long it takes from start to end.</summary>
    public required int Minutes { get; init; }

    public required IReadOnlyList<Need> Needs { get; init; }
    public required Wording Storyline { get; init; }
    public required IReadOnlyList<ScenarioAct> Acts { get; init; }

    /// <summary>What nobody is to do; whoever does it is a deviation as it happens.</summary>
    public required IReadOnlyList<Unwanted> Never { get; init; }

    public required IReadOnlyList<Card> Cards { get; init; }
    public required IReadOnlyList<Wording> Safety { get; init; }

    /// <summary>As drills and the contract name it: <c>drunk-and-loud@1</c>.</summary>
    [JsonIgnore]
    public string Id => $"{Name}@{Version}";

    [JsonIgnore]
    public IEnumerable<Inject> Injects => Acts.SelectMany(a => a.Injects);

    [JsonIgnore]
    public IEnumerable<Expectation> Expected => Acts.SelectMany(a => a.Expected);
}

/// <summary>People without whom it cannot be played.</summary>
public sealed record Need(Part Who, int Count, Wording Text);

public sealed record ScenarioAct(Wording Title, IReadOnlyList<Inject> Injects, IReadOnlyList<Expectation> Expected);

/// <summary>Something that a part is told while the drill runs 注入.</summary>
/// <param name="After"><see cref="Play.Start"/>, a happening's word (the first of it), or the id of another inject.</param>
/// <param name="Seconds">How long after that.</param>
/// <param name="Unless">It is not told where this has been seen by then: "nobody answered within a minute" is 60 s after pressed unless answered.</param>
public sealed record Inject(string Id, Part To, string After, int Seconds, Happening? Unless, Wording Text);

/// <summary>What somebody is expected to do, and how soon.</summary>
/// <param name="Within">Seconds.</param>
/// <param name="Of">Since what, named as an inject names what it follows.</param>
/// <param name="Shops">How many shops must have done it.</param>
/// <param name="NotBefore">Done before that it is wrong, such as neighbours who leave before the officers are there. Elsewhere early is good.</param>
public sealed record Expectation(string Id, Part Who, Happening What, int Within, string Of, int Shops, bool NotBefore, Wording Text);

public sealed record Unwanted(string Id, Part Who, Happening What, Wording Text);

/// <summary>An instruction card 指引卡: a few lines that somebody reads before the start and holds in hand.</summary>
public sealed record Card(Part For, IReadOnlyList<Wording> Lines);
