using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace WhistleNet.People;

/// <summary>
/// A circuit outlives the request that signed its person in: it asks again and again whether the account still stands, and ends the
/// sign-in where it was disabled or changed, or ended from elsewhere. It outlives the house too, which keeps circuits of lost lines and takes
/// none down when it stops: from then on nothing is asked.
/// </summary>
public class RevalidatingAccounts : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IOptions<IdentityOptions> _options;
    private readonly CancellationTokenRegistration _stopping;

    public RevalidatingAccounts(ILoggerFactory log, IServiceScopeFactory scopes, IOptions<IdentityOptions> options, IHostApplicationLifetime house) : base(log)
    {
        (_scopes, _options) = (scopes, options);
        _stopping = house.ApplicationStopping.UnsafeRegister(static asking => ((IDisposable)asking!).Dispose(), this);
    }

    protected override TimeSpan RevalidationInterval => AccountSetup.Revalidation;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancel)
    {
        if (state.User.Identity?.AuthenticationType != IdentityConstants.ApplicationScheme) return true; // a device's credential is not an account
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return await users.FindByIdAsync(state.User.Actor().Id) is { DisabledAt: null } account
            && await scope.ServiceProvider.GetRequiredService<SignIns>().Stands(state.User)
            && state.User.FindFirstValue(_options.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(account);
    }

    protected override void Dispose(bool disposing)
    {
        _stopping.Dispose();
        base.Dispose(disposing);
    }
}
