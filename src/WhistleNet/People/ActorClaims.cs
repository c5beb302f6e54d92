using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace WhistleNet.People;

/// <summary>How an actor travels in a principal: the same claims for a device's credential and a person's cookie.</summary>
public static class ActorClaims
{
    public const string Id = ClaimTypes.NameIdentifier;
    public const string Name = ClaimTypes.Name;
    public const string Roles = "wn:roles";
    public const string Station = "wn:station";
    public const string Shop = "wn:shop";

    /// <summary>How a person signed in, in the words of RFC 8176.</summary>
    public const string Method = "amr";

    public const string ByPassword = "pwd";

    /// <summary>A password and a second factor.</summary>
    public const string ByTwoFactors = "mfa";

    /// <summary>A passkey, which asked for a finger, a face or a PIN.</summary>
    public const string ByPasskey = "hwk";

    public static ClaimsPrincipal AsPrincipal(this Actor actor, string scheme) => new(new ClaimsIdentity(actor.Claims(), scheme));

    public static IEnumerable<Claim> Claims(this Actor actor)
    {
        yield return new(Id, actor.Id);
        yield return new(Name, actor.Name);
        yield return new(Roles, ((int)actor.Roles).ToString(CultureInfo.InvariantCulture));
        if (actor.StationId is { } station) yield return new(Station, station);
        if (actor.ShopId is { } shop) yield return new(Shop, shop);
    }

    /// <summary>Whoever is signed in; somebody without any role where nobody is, or where an officer still owes the second factor.</summary>
    public static Actor Actor(this ClaimsPrincipal principal) => new(
        principal.FindFirstValue(Id) ?? "", principal.FindFirstValue(Name) ?? "",
        principal.OwesSecondFactor() ? Role.None : principal.RolesHeld(), principal.FindFirstValue(Station), principal.FindFirstValue(Shop))
    {
        Ip = principal.FindFirstValue(Whence.Ip), Device = principal.FindFirstValue(Whence.Device),
    };

    /// <summary>An officer who gave a password alone. Asked of the person's cookie only: a device's credential has no second factor.</summary>
    public static bool OwesSecondFactor(this ClaimsPrincipal principal) =>
        principal.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme && principal.RolesHeld().NeedTwoFactors()
        && !principal.HasClaim(Method, ByTwoFactors) && !principal.HasClaim(Method, ByPasskey);

    /// <summary>The same person with a second factor proved, by whoever made the principal.</summary>
    public static ClaimsPrincipal SignedInStrongly(this ClaimsPrincipal principal)
    {
        principal.Identities.First().AddClaim(new(Method, ByTwoFactors));
        return principal;
    }

    private static Role RolesHeld(this ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(Roles), CultureInfo.InvariantCulture, out var roles) ? (Role)roles : Role.None;
}
