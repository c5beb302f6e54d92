using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WhistleNet.Circles;

namespace WhistleNet.People;

/// <summary>
/// Puts the actor into a signed-in person's cookie. Who has no station yet, as the first account before the first import, works for
/// the only one as soon as there is one.
/// </summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, TownHall hall) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account account)
    {
        var identity = await base.GenerateClaimsAsync(account);
        foreach (var old in identity.Claims.Where(c => c.Type is ActorClaims.Id or ActorClaims.Name).ToList()) identity.RemoveClaim(old);
        identity.AddClaims((account.AsActor() with { StationId = account.StationId ?? OnlyStation() }).Claims());
        return identity;
    }

    private string? OnlyStation() => hall.Town.Stations.Count == 1 ? hall.Town.Stations.Keys[0] : null;
}
