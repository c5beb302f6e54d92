namespace WhistleNet.Circles;

public enum GearEntry { Entered, Changed, Issued, Returned, Passed, Failed, Scrapped }

/// <summary>One entry of an item's history: who did what, and when. Written in the transaction of its change; names go after their time.</summary>
public sealed class GearLine
{
    public long Id { get; private set; }
    public required string GearId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required GearEntry What { get; init; }
    public required string WhoId { get; init; }
    public string? Who { get; init; }

    /// <summary>Whom it was handed out to.</summary>
    public string? To { get; init; }

    public string? AlertId { get; init; }

    /// <summary>A drill that it was handed out for, so that nothing of it counts as real.</summary>
    public string? DrillId { get; init; }

    /// <summary>The checks that were not in order, as words with a space between.</summary>
    public string? Failed { get; init; }

    public string? Note { get; init; }

    /// <summary>The photo's name in the folder of the item's photos.</summary>
    public string? Photo { get; init; }
}
