namespace WhistleNet.Circles;

/// <summary>Where an item stands.</summary>
public enum GearState
{
    InService,

    /// <summary>Handed out 领用: somebody has it.</summary>
    Out,

    Faulty,
    Scrapped,
}

/// <summary>What can be done with an item. An inspection is one of two moves, by its result.</summary>
public enum GearMove { Issue, Return, Pass, Fail, Scrap }

/// <summary>Why a move was not made.</summary>
public enum GearRefusal
{
    /// <summary>Somebody has it already: it cannot be handed out twice, nor pass while it is not here.</summary>
    AlreadyOut,

    NotOut, IsFaulty, IsScrapped,

    /// <summary>A restricted kind that the station did not allow.</summary>
    NotAllowed,

    /// <summary>It cannot pass: something of the list was not ticked.</summary>
    NotAllTicked,

    /// <summary>It cannot pass: the date on its label is over.</summary>
    IsExpired,

    /// <summary>Who gets it, what is wrong with it, or why it is scrapped, must be said.</summary>
    ReasonMissing,
}

/// <summary>The life of an item on one screen: every state with every move.</summary>
public static class GearLife
{
    public static GearState? After(this GearState state, GearMove move) => (state, move) switch
    {
        (GearState.InService, GearMove.Issue) => GearState.Out,
        (GearState.Out, GearMove.Return) => GearState.InService,
        (GearState.InService or GearState.Faulty, GearMove.Pass) => GearState.InService,
        (GearState.InService or GearState.Out or GearState.Faulty, GearMove.Fail) => GearState.Faulty, // whoever says that it broke has it in the hand
        (GearState.InService or GearState.Out or GearState.Faulty, GearMove.Scrap) => GearState.Scrapped,
        _ => null, // refused by name
    };

    /// <summary>Why this move is refused; none where it is not.</summary>
    public static GearRefusal? Refuses(this GearState state, GearMove move) => state.After(move) is not null ? null : (state, move) switch
    {
        (GearState.Scrapped, _) => GearRefusal.IsScrapped,
        (GearState.Faulty, GearMove.Issue) => GearRefusal.IsFaulty,
        (GearState.Out, _) => GearRefusal.AlreadyOut,
        _ => GearRefusal.NotOut,
    };
}
