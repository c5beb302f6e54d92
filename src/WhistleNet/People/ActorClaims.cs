using System.Globalization;
using System.Security.Claims;

namespace WhistleNet.People;

/// <summary>How an actor travels in a principal: the same claims for a device's credential and a person's cookie.</summary>
public static class ActorClaims
{
    public const string Id = ClaimTypes.NameIdentifier;
    public const string Name = ClaimTypes.Name;
    public const string Roles = "wn:roles";
    public const string Station = "wn:station";
    public const string Shop = "wn:shop";

    public static ClaimsPrincipal AsPrincipal(this Actor actor, string scheme) => new(new ClaimsIdentity(actor.Claims(), scheme));

    public static IEnumerable<Claim> Claims(this Actor actor)
    {
        yield return new(Id, actor.Id);
        yield return new(Name, actor.Name);
        yield return new(Roles, ((int)actor.Roles).ToString(CultureInfo.InvariantCulture));
        if (actor.StationId is { } station) yield return new(Station, station);
        if (actor.ShopId is { } shop) yield return new(Shop, shop);
    }

    /// <summary>Whoever is signed in; somebody without any role where nobody is.</summary>
    public static Actor Actor(this ClaimsPrincipal principal) => new(
        principal.FindFirstValue(Id) ?? "", principal.FindFirstValue(Name) ?? "",
        int.TryParse(principal.FindFirstValue(Roles), CultureInfo.InvariantCulture, out var roles) ? (Role)roles : Role.None,
        principal.FindFirstValue(Station), principal.FindFirstValue(Shop));
}
