namespace WhistleNet.Drills;

/// <summary>What a drill can see people do: lines of a timeline, and what only an observer's tick can tell.</summary>
public enum Happening
{
    /// <summary>A shop pressed: the first sound.</summary>
    Pressed,

    KindTold,
    SelfHelp,

    /// <summary>The raiser said "I am safe".</summary>
    SaidSafe,

    /// <summary>The raiser said "it was a mistake".</summary>
    Mistake,

    /// <summary>Any first word of a neighbour: coming, cannot come, arrived.</summary>
    Answered,

    Coming,
    CannotCome,
    Arrived,
    Withdrawn,

    /// <summary>Somebody said what they see, that nothing is there, or wrote a note of it.</summary>
    Reported,

    Taken,
    OnScene,
    Contained,

    /// <summary>An officer's note.</summary>
    Noted,

    Closed,

    /// <summary>An observer's tick, by the id of what it is about.</summary>
    Observed,
}

public static class Happenings
{
    /// <summary>Whether seeing one is seeing the other as well.</summary>
    public static bool Is(this Happening seen, Happening what) =>
        seen == what || what == Happening.Answered && seen is (Happening.Coming or Happening.CannotCome or Happening.Arrived);

    /// <summary>Whether somebody in this part can do it at all; an observer's tick may tell of anybody.</summary>
    public static bool CanBeDoneBy(this Happening what, Part who) => what switch
    {
        Happening.Observed => who != Part.Observer,
        Happening.Pressed => who is Part.Raiser or Part.Neighbour,
        Happening.SelfHelp or Happening.SaidSafe or Happening.Mistake => who == Part.Raiser,
        Happening.Answered or Happening.Coming or Happening.CannotCome or Happening.Arrived or Happening.Withdrawn => who == Part.Neighbour,
        Happening.KindTold => who is Part.Raiser or Part.Station,
        Happening.Reported => who is Part.Raiser or Part.Neighbour or Part.Station,
        _ => who == Part.Station,
    };
}
