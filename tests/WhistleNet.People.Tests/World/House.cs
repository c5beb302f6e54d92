using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Demo;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>
/// The whole app on a real port, with a street of shops in it, for browsers to visit. Its clock is real time and can be pushed
/// forward; it can be stopped and started again on the same port and folder.
/// </summary>
public sealed class House : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whistle-").FullName;
    private WebApplicationFactory<Program> _app;

    private readonly bool _tls;

    private House(Street street, bool tls)
    {
        (Street, _tls) = (street, tls);
        _app = Start(0);
        Address = new UriBuilder(_app.ClientOptions.BaseAddress) { Host = "localhost" }.Uri; // a name, since a passkey is made for one
    }

    public Street Street { get; }
    public Uri Address { get; }
    public string Folder => _folder;
    public DemoClock Clock { get; } = new();
    public IServiceProvider Services => _app.Services;

    /// <param name="tls">With a certificate of its own, which the visitors take.</param>
    public static async Task<House> With(Street street, bool tls = false)
    {
        Visitor.NeedsChromium();
        var house = new House(street, tls);
        await using (var db = await house.Db()) await street.Settle(db);
        await house.The<TownHall>().Refresh();
        return house;
    }

    public async Task<WhistleDb> Db() => await The<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();

    public T The<T>() where T : notnull => Services.GetRequiredService<T>();

    public Task Stop() => _app.DisposeAsync().AsTask();

    public void StartAgain() => _app = Start(Address.Port);

    /// <summary>A browser that is this shop's device.</summary>
    /// <param name="by">Another way to the house, such as a line that can be cut.</param>
    public async Task<Visitor> Phone(Device device, string language = "zh-CN", Uri? by = null)
    {
        var visitor = await Visitor.Phone(by ?? Address, language);
        await visitor.Keep(DeviceCredential.ShopCookie, Street.TokenOf(device));
        return visitor;
    }

    public Task<Visitor> Phone(Shop shop, string language = "zh-CN", Uri? by = null) => Phone(Street.DeviceOf(shop), language, by);

    /// <summary>A browser at a desk, signed in as somebody with these roles.</summary>
    /// <param name="shop">Whose owner or staff it is.</param>
    public async Task<Visitor> Desk(Role roles, string name = "王警官", string language = "zh-CN", Uri? by = null, Shop? shop = null, bool dark = false)
    {
        var visitor = await Visitor.Desk(by ?? Address, language);
        await visitor.Keep(Doors.PersonCookie, await PersonCookie(roles, name, shop));
        if (dark) await visitor.Keep("wn-room", "dark");
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
    public async Task<string> PersonCookie(Role roles, string name, Shop? shop = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = Guid.NewGuid().ToString("N"), Name = name, Roles = roles, StationId = Street.StationId, ShopId = shop?.Id };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        await using (var db = await Db()) await db.Touch(Stamp.Devices);
        await The<TownHall>().Refresh();
        var principal = (await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account)).SignedInStrongly();
        var cookies = The<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return cookies.TicketDataFormat.Protect(new AuthenticationTicket(principal, IdentityConstants.ApplicationScheme));
    }

    private Factory Start(int port)
    {
        var app = new Factory(_folder, Clock);
        app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, at =>
        {
            if (_tls) at.UseHttps(Certificate.Make());
        }));
        app.StartServer();
        return app;
    }

    private sealed class Factory(string folder, TimeProvider clock) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("WhistleNet:DataDir", folder)
            .ConfigureTestServices(services => services.AddSingleton(clock))
            .ConfigureLogging(log => log.ClearProviders());
    }
}
