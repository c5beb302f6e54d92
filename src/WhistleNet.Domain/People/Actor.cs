namespace WhistleNet.People;

/// <summary>Whoever does something: a person, a device, or the system itself. Passed in, never ambient.</summary>
/// <param name="Id">The device's or person's id.</param>
/// <param name="Name">What a timeline calls them.</param>
/// <param name="StationId">The station they belong to; none for an administrator before the first import.</param>
/// <param name="ShopId">The shop they act for, if any.</param>
public sealed record Actor(string Id, string Name, Role Roles, string? StationId = null, string? ShopId = null)
{
    /// <summary>The clocks.</summary>
    public static readonly Actor System = new("system", "", Role.None);

    /// <summary>The address that they act from, as the network tells it; for the log alone, as is <see cref="Device"/>.</summary>
    public string? Ip { get; init; }

    /// <summary>What a person holds in the hand, as it calls itself.</summary>
    public string? Device { get; init; }

    public bool Is(Role role) => (Roles & role) != Role.None;
    public bool IsStation => Is(Role.Officer | Role.DutyCommander | Role.OfficerToken);
    public bool IsCommander => Is(Role.DutyCommander | Role.OfficerToken);
    public bool IsShop => ShopId is not null && Is(Role.Device | Role.ShopStaff | Role.ShopOwner);
}
