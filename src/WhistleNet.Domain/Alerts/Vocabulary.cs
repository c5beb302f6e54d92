using System.Collections.Frozen;

namespace WhistleNet.Alerts;

/// <summary>What a press is for. Every renderer, sound and export takes it as an argument; only <see cref="Real"/> may look or sound real.</summary>
public enum Mode { Real, Drill, Test }

/// <summary>The three states of an alert's life; a slip, duress or "on scene" is a line on the timeline, not a state.</summary>
public enum AlertState { Raised, Taken, Closed }

/// <summary>What a shop says is happening; it may say so after the press, or never.</summary>
public enum Kind { Unspecified, Attack, Robbery, Theft, Fight, Disorder, Suspicious, Fire, Medical, LostChild, Other }

/// <summary>How an alert ended. There is no "cancelled": a slip, an honest mistake and malice are three things.</summary>
public enum Outcome { Stopped, HandedToPolice, Mediation, MedicalOrFire, NothingFound, Slip, HonestMistake, Malicious, Duplicate, Drill, Test }

/// <summary>What an officer records on the way.</summary>
public enum Mark { OnScene, Contained, Note }

/// <summary>What somebody who was notified says they will do; the last one counts.</summary>
public enum Reply { Coming, CannotCome, Arrived, Withdrawn }

/// <summary>What somebody sees, or that the pressed shop has helped itself (the end of the first of the 1-3-5 minutes).</summary>
public enum Observation { SelfHelp, Seen, NothingThere, Note }

/// <summary>The kind of a timeline line.</summary>
public enum Entry
{
    Raised, Reinforced, Taken, HandedBack, OnScene, Contained, Note, Widened, Escalated,
    Answered, Observed, Details, Safe, Closed, Reopened, Merged, RemindedTaker,
}

/// <summary>
/// The contract's words for the vocabulary: the member's name in camel case, the same from database column to hub,
/// so that <c>taken</c> is found by one search.
/// </summary>
public static class Words
{
    /// <summary>The word of a member, for example <c>handedBack</c>.</summary>
    public static string Word<T>(this T value) where T : struct, Enum => Of<T>.Names[value];

    /// <summary>All words of a vocabulary, in the order of the contract.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Of<T>.All;

    /// <summary>The member that a word names, exactly as written; null when the word is not of this vocabulary.</summary>
    public static T? Parse<T>(string? word) where T : struct, Enum =>
        word is not null && Of<T>.Members.TryGetValue(word, out var value) ? value : null;

    private static class Of<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Camel(v.ToString()));

        public static readonly FrozenDictionary<string, T> Members = Names.ToFrozenDictionary(n => n.Value, n => n.Key);

        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(v => Names[v])];
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>
/// How grave an alert is: 0 no call, 1 limited information, 2 a person present with unknown intent, 3 threat to property,
/// 4 threat to life (after TMA-AVS-01, ANSI 2023). The pressed shop is never shown it.
/// </summary>
public static class Level
{
    public const int Lowest = 0;
    public const int ThreatToLife = 4;

    /// <summary>The level that a kind starts with; our default data.</summary>
    public static int Of(Kind kind) => kind switch
    {
        Kind.Attack or Kind.Robbery => 4,
        Kind.Fight or Kind.Fire or Kind.Medical => 3,
        Kind.Theft or Kind.Disorder or Kind.LostChild or Kind.Unspecified => 2,
        _ => 1,
    };
}
