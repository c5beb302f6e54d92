namespace WhistleNet.Drills;

/// <summary>Why a scenario is refused.</summary>
public enum Flawed
{
    /// <summary>It is no JSON at all.</summary>
    NotRead,

    Missing, NoText, NoNumber, NoFlag, NoList, NoGroup, UnknownField, UnknownWord, LanguageMissing, TooLong, TooMany, TooFew, OutOfRange,
    NameShape, IdTwice, IdReserved, UnknownReference,

    /// <summary>An inject waits for itself, by way of others.</summary>
    Loop,

    /// <summary>It is withheld by the very thing that it waits for.</summary>
    NeverComes,

    /// <summary>Its time is after the drill's end.</summary>
    AfterTheEnd,

    /// <summary>The part cannot do what it is expected to do.</summary>
    CannotDo,

    /// <summary>Told to, or expected of, a part that the scenario needs nobody for.</summary>
    NobodyForIt,

    NoCard,

    /// <summary>It names a form in which it could never be held.</summary>
    NeverHeld,
}

/// <param name="Where">The place in the file, such as <c>acts[1].injects[0].to</c>.</param>
/// <param name="What">What was found, and what would be right, as far as there is something to say: the words, the loop's way, the bounds.</param>
public sealed record Flaw(Flawed Why, string Where, params IReadOnlyList<string> What)
{
    /// <summary>Its line in the text, from 1; none where it was not read from one.</summary>
    public int? Line { get; init; }
}
