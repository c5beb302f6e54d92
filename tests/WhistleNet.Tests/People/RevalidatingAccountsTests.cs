using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WhistleNet.People;

/// <summary>A page that is left open when the house stops.</summary>
public sealed class RevalidatingAccountsTests
{
    [Fact]
    public void From_the_moment_that_the_house_stops_nobody_asks_it_whether_an_account_stands()
    {
        var house = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        using var page = new Page(house);
        page.SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity("test")))));
        Assert.Equal(2, page.Waits);
    }

    /// <summary>Waits for no time, and sees the house stop while it waits for the second time; a third time it would wait for ever.</summary>
    private sealed class Page(ApplicationLifetime house) : RevalidatingAccounts(NullLoggerFactory.Instance, new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), Options.Create(new IdentityOptions()), house)
    {
        public int Waits { get; private set; }

        protected override TimeSpan RevalidationInterval
        {
            get
            {
                if (++Waits == 2) house.StopApplication();
                return Waits < 3 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
            }
        }
    }
}
