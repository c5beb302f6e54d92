using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WhistleNet.Data;

namespace WhistleNet.People;

public static class AccountSetup
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Account>().AddEntityFrameworkStores<WhistleDb>().AddSignInManager().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AccountClaims>();
        return builder;
    }
}

/// <summary>Puts the actor into a signed-in person's cookie.</summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account account)
    {
        var identity = await base.GenerateClaimsAsync(account);
        var actor = account.AsActor();
        foreach (var old in identity.Claims.Where(c => c.Type is ActorClaims.Id or ActorClaims.Name).ToList()) identity.RemoveClaim(old);
        identity.AddClaims(actor.Claims());
        return identity;
    }
}
