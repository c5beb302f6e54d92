namespace WhistleNet.Drills;

/// <summary>Who somebody is in a drill. A person's rights are their <c>Role</c>; this is only what they play.</summary>
public enum Part
{
    /// <summary>The shop that presses.</summary>
    Raiser,

    /// <summary>Every other shop of the drill's circles.</summary>
    Neighbour,

    Station,

    /// <summary>Watches and ticks, and is not played with.</summary>
    Observer,

    Everyone,
}
