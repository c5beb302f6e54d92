using Microsoft.AspNetCore.Identity;

namespace WhistleNet.People;

/// <summary>A person who can sign in; what they may do follows from their roles, station and shop.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name that timelines show.</summary>
    public string Name { get; set; } = "";

    public Role Roles { get; set; }
    public string? StationId { get; set; }
    public string? ShopId { get; set; }
    public DateTimeOffset? DisabledAt { get; set; }

    public Actor AsActor() => new(Id, Name, Roles, StationId, ShopId);
}
