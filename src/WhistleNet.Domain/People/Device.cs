namespace WhistleNet.People;

/// <summary>What holds a bearer credential.</summary>
public enum DeviceKind { Shop, Wall, OfficerToken }

/// <summary>
/// A credential and the thing that holds it: a shop's phone, a wall screen, a console client. It never expires by inactivity,
/// since a whistle must work after a quiet year; it is stored hashed and can be revoked.
/// </summary>
public sealed class Device
{
    public required string Id { get; init; }
    public required DeviceKind Kind { get; init; }
    public required string StationId { get; init; }
    public string? ShopId { get; init; }

    /// <summary>What people call it: the person's name on a shop's phone, the screen's or the client's name elsewhere.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, hex; the token itself is shown once and never stored.</summary>
    public required string TokenHash { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The last sign of life that was written down; the newest is in memory.</summary>
    public DateTimeOffset? LastBeatAt { get; set; }
    public bool? Audio { get; set; }

    /// <summary>0 to 1.</summary>
    public double? Battery { get; set; }

    public bool IsRevoked => RevokedAt is not null;

    /// <summary>Until when its whistles go to the station alone; never without who decided it and why.</summary>
    public DateTimeOffset? RestrictedUntil { get; private set; }
    public DateTimeOffset? RestrictedAt { get; private set; }
    public string? RestrictedBy { get; private set; }
    public string? RestrictedWhy { get; private set; }

    /// <summary>A restriction ends by itself; our own choice, a month at most, and a person may set it anew.</summary>
    public const int MostRestrictedDays = 30;

    public bool IsRestricted(DateTimeOffset now) => now < RestrictedUntil;

    /// <summary>Sends its whistles to the station alone for some days. It may whistle as before: nothing is ever refused.</summary>
    /// <returns>False where there is no reason, or no such number of days.</returns>
    public bool Restrict(int days, string? why, Actor by, DateTimeOffset now)
    {
        if (days is < 1 or > MostRestrictedDays || string.IsNullOrWhiteSpace(why)) return false;
        (RestrictedUntil, RestrictedAt, RestrictedBy, RestrictedWhy) = (now.AddDays(days), now, by.Name, why);
        return true;
    }

    /// <summary>Ends it before its time. What was decided stays readable until it would have ended.</summary>
    public void Lift(DateTimeOffset now)
    {
        if (IsRestricted(now)) RestrictedUntil = now;
    }

    public Actor AsActor() => new(Id, Name, Kind switch
    {
        DeviceKind.Shop => Role.Device,
        DeviceKind.Wall => Role.Wall,
        _ => Role.OfficerToken,
    }, StationId, ShopId);
}

/// <summary>A one-time code that turns a browser into a shop's device or a station's wall; stored hashed, single-use, with an end.</summary>
public sealed class EnrolCode
{
    /// <summary>On a screen, with somebody standing before it.</summary>
    public static readonly TimeSpan OnScreen = TimeSpan.FromMinutes(10);

    /// <summary>On paper, which somebody carries to the shop.</summary>
    public static readonly TimeSpan OnPaper = TimeSpan.FromDays(30);

    public required string CodeHash { get; init; }
    public DeviceKind Kind { get; init; }
    public required string StationId { get; init; }

    /// <summary>The shop whose device it makes; none for a wall.</summary>
    public string? ShopId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Codes printed together can be revoked together.</summary>
    public string? Batch { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
