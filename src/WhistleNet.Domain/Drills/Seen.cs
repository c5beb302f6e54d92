namespace WhistleNet.Drills;

/// <summary>Something that people did in a drill.</summary>
/// <param name="Shop">Which shop, where it was one.</param>
/// <param name="Tick">What an observer's tick is about: the id of an expectation, or of what nobody is to do.</param>
public sealed record Seen(Happening What, Part Who, DateTimeOffset At, string? Shop = null, string? Tick = null)
{
    /// <summary>Whether this is what an expectation, or a thing that is never to be done, speaks of.</summary>
    public bool Fits(string id, Part who, Happening what) => what == Happening.Observed
        ? What == Happening.Observed && Tick == id
        : What.Is(what) && (who == Part.Everyone || Who == who);
}

/// <summary>An inject that was told, and when.</summary>
public sealed record Played(string Id, DateTimeOffset At);
