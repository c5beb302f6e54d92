using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace WhistleNet.People;

/// <summary>
/// A circuit outlives the request that signed its person in: it asks again and again whether the account still stands, and ends the
/// sign-in where it was disabled or changed, or ended from elsewhere.
/// </summary>
public sealed class RevalidatingAccounts(ILoggerFactory log, IServiceScopeFactory scopes, IOptions<IdentityOptions> options) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => AccountSetup.Revalidation;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancel)
    {
        if (state.User.Identity?.AuthenticationType != IdentityConstants.ApplicationScheme) return true; // a device's credential is not an account
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await users.FindByIdAsync(state.User.Actor().Id) is { DisabledAt: null } account
            && await scope.ServiceProvider.GetRequiredService<SignIns>().Stands(state.User)
            && state.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(account);
    }
}
