namespace WhistleNet.Drills;

/// <summary>
/// Somebody who watches one drill 观察员 and ticks what no event can tell. They have no account: a link that is good once makes one phone
/// theirs, for that drill alone.
/// </summary>
public sealed class Observer
{
    /// <summary>How long after the end of the drill they may still write, where its reports are not complete before.</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromDays(7);

    public required string Id { get; init; }
    public required string DrillId { get; init; }

    /// <summary>Of the link that was given out; none while nobody has made it.</summary>
    public string? CodeHash { get; private set; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The name of whoever planned them, or made the link.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The shop at which they stand; none for the station or the whole street.</summary>
    public string? ShopId { get; init; }

    /// <summary>Whom the plan names; none for a link that was made by itself.</summary>
    public string? Expected { get; init; }

    /// <summary>As they said themselves when they opened the link.</summary>
    public string? Name { get; private set; }
    public string? TokenHash { get; private set; }
    public DateTimeOffset? JoinedAt { get; private set; }

    public ObserverState State => JoinedAt is not null ? ObserverState.Joined : CodeHash is not null ? ObserverState.Invited : ObserverState.Expected;

    /// <summary>By the names of the plan, those who never opened a link.</summary>
    public static IReadOnlyList<string> Absent(IEnumerable<Observer> observers) => [.. observers.Where(o => o.JoinedAt is null).Select(o => o.Expected).OfType<string>()];

    /// <summary>A link is given out; one that was given out before and not opened is good no more.</summary>
    /// <returns>False where a phone has opened one already.</returns>
    public bool Invite(string codeHash)
    {
        if (JoinedAt is not null) return false;
        CodeHash = codeHash;
        return true;
    }

    /// <summary>A phone opened the link and said whose it is.</summary>
    /// <returns>False where another did so before.</returns>
    public bool Join(string name, string tokenHash, DateTimeOffset now)
    {
        if (JoinedAt is not null) return false;
        (Name, TokenHash, JoinedAt) = (name, tokenHash, now);
        return true;
    }
}

/// <summary>How far an observer has come: named in the plan, given a link, there.</summary>
public enum ObserverState { Expected, Invited, Joined }

/// <summary>What an observer wrote.</summary>
public enum ObserverEntry
{
    Ticked,

    /// <summary>A tick was taken back; the last of the two counts.</summary>
    Unticked,

    /// <summary>1 (poor) to 5 (very good); the last counts.</summary>
    Rated,

    Noted,
    Photo,
}

/// <summary>One thing that an observer wrote, with an id that their phone made, so that a repeat is harmless. Never altered.</summary>
public sealed class ObserverLine
{
    public required string ObserverId { get; init; }
    public required string Id { get; init; }
    public required string DrillId { get; init; }

    /// <summary>The observer's name as it was.</summary>
    public required string Who { get; init; }

    /// <summary>When it was seen, as the phone says where that can be; it may have been sent later, from a dead spot.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
    public required ObserverEntry What { get; init; }

    /// <summary>The id of an expectation, or of what nobody is to do; none for a free note or photo.</summary>
    public string? About { get; init; }

    public int? Rating { get; init; }
    public string? Text { get; init; }

    /// <summary>A phone's time is a claim: it counts between the drill's start and now.</summary>
    public static DateTimeOffset TimeOf(DateTimeOffset? claimed, Drill drill, DateTimeOffset now) => claimed is { } at && at <= now && at >= drill.StartedAt ? at : now;
}
