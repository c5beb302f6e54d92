using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>The whole app on a real port, with a street of shops in it, for browsers to visit.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-").FullName;
    private readonly WebApplicationFactory<Program> _app;

    private House(Street street)
    {
        Street = street;
        _app = new Factory(_folder);
        _app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app.StartServer();
    }

    public Street Street { get; }
    public Uri Address => _app.ClientOptions.BaseAddress;
    public IServiceProvider Services => _app.Services;

    public static async Task<House> With(Street street)
    {
        var house = new House(street);
        await using (var db = await house.Db()) await street.Settle(db);
        await house.Services.GetRequiredService<TownHall>().Refresh();
        return house;
    }

    public async Task<WhistleDb> Db() => await Services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();

    /// <summary>A browser that is this shop's device.</summary>
    public async Task<Visitor> Phone(Device device, string language = "zh-CN")
    {
        var visitor = await Visitor.Phone(Address, language);
        await visitor.Keep(DeviceCredential.ShopCookie, Street.TokenOf(device));
        return visitor;
    }

    /// <summary>A browser at a desk, signed in as somebody with these roles.</summary>
    public async Task<Visitor> Desk(Role roles, string name = "王警官", string language = "zh-CN")
    {
        var visitor = await Visitor.Desk(Address, language);
        await visitor.Keep(Doors.PersonCookie, await PersonCookie(roles, name));
        return visitor;
    }

    /// <summary>A wall screen.</summary>
    public async Task<Visitor> Wall(Device device, string language = "zh-CN")
    {
        var visitor = await Visitor.Desk(Address, language);
        await visitor.Keep(DeviceCredential.WallCookie, Street.TokenOf(device));
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // The cookie that signing in would have given: how one signs in is another test's business.
    private async Task<string> PersonCookie(Role roles, string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = Guid.NewGuid().ToString("N"), Name = name, Roles = roles, StationId = Street.StationId };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        await using (var db = await Db()) await db.Touch(Stamp.Devices);
        await Services.GetRequiredService<TownHall>().Refresh();
        var principal = (await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account)).SignedInStrongly();
        var cookies = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return cookies.TicketDataFormat.Protect(new AuthenticationTicket(principal, IdentityConstants.ApplicationScheme));
    }

    private sealed class Factory(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("WhistleNet:DataDir", folder)
            .ConfigureLogging(log => log.ClearProviders());
    }
}
