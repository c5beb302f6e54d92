namespace WhistleNet.Circles;

/// <summary>A street post 街面警务站 or patrol point of a station: a place with hours of its own, which a rung of the ladder may call while it is open.</summary>
public sealed class Post
{
    public required string Id { get; init; }
    public required string StationId { get; init; }
    public required string Name { get; set; }
    public double Lat { get; set; }
    public double Lon { get; set; }

    /// <summary>None: always manned.</summary>
    public OpeningHours? Hours { get; set; }

    /// <summary>The screen or the officer that hears for it; none while nobody does.</summary>
    public string? TargetId { get; set; }

    public Place Place => new(Lat, Lon);

    public bool OpenAt(DateTime local) => Hours?.OpenAt(local) ?? true;
}

/// <summary>
/// Two stations that agreed to help: one asks, the other consents, and either may end it. Where it stands, a rung of the asking station calls the other's consoles;
/// its shops do not sound.
/// </summary>
public sealed class Pact
{
    public required string Id { get; init; }

    /// <summary>Who asks, and whose rung it may be.</summary>
    public required string StationId { get; init; }

    /// <summary>Who is asked, and whose consoles hear.</summary>
    public required string HelperId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
    public required string AskedById { get; init; }
    public DateTimeOffset? AgreedAt { get; set; }
    public string? AgreedById { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedById { get; set; }

    public bool Stands => AgreedAt is not null && EndedAt is null;
    public bool IsOpen => EndedAt is null;
}
