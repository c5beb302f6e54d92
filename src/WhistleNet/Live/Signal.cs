using WhistleNet.Shell;

namespace WhistleNet.Live;

/// <summary>What is no alarm but must not stay unseen. An alarm stands before trouble, trouble before supervision.</summary>
public enum Grade { Trouble, Supervision }

/// <summary>What is watched beside the alerts: what is wrong, and how the circles are linked.</summary>
public sealed record Watch(IReadOnlyList<Signal> Signals, CircleLinks Links)
{
    public static readonly Watch Nothing = new([], new(0, 0, 0, 0));
}

/// <summary>How many circles have all their devices on shift, some, none, or were never on shift.</summary>
public sealed record CircleLinks(int Linked, int Partly, int Dark, int Idle);

/// <summary>One line of the supervision strip: what is wrong, and whom it concerns.</summary>
/// <param name="Names">Whom it concerns, as people name them.</param>
/// <param name="Since">Since when, where that is known.</param>
public sealed record Signal(Grade Grade, Text What, IReadOnlyList<string> Names, DateTimeOffset? Since = null)
{
    public bool Equals(Signal? other) => other is not null && Grade == other.Grade && What == other.What && Since == other.Since && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(Grade, What, Since, Names.Count);
}
