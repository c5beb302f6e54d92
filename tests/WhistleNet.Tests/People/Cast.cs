using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Reports;

namespace WhistleNet.People;

/// <summary>Somebody who knocks at every door: a person with a cookie, a device with a token, or nobody.</summary>
public sealed record Player(string Role, Actor Actor, string? Token, string? Cookie)
{
    /// <summary>Whether the person was disabled, or the credential revoked, after they came in.</summary>
    public bool Stopped { get; init; }

    public HttpRequestMessage Ask(string method, string path, string? body = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (Cookie is not null) request.Headers.Add("Cookie", Cookie);
        if (Cookie is not null) request.Headers.Add("Origin", "http://localhost");
        return request;
    }
}

/// <summary>
/// One player for each role that exists, and the same again stopped; two stations; and the alerts and shops of each relation: the
/// player's own, of the same circle, of another circle, of another station, and one that is not there.
/// </summary>
public sealed class Cast(World world)
{
    public static readonly string[] Relations = ["own", "circle", "town", "elsewhere", "unknown"];
    private static readonly Role[] OfDevices = [Role.Device, Role.Wall, Role.OfficerToken];
    private readonly Dictionary<string, Shop> _shops = [];

    public List<Player> Players { get; } = [];

    /// <summary>An open alert of each relation.</summary>
    public Dictionary<string, string> Alerts { get; } = [];

    /// <summary>A planned drill of the own station, of another, and one that is not there.</summary>
    public Dictionary<string, string> Drills { get; } = [];

    /// <summary>The report of an alert of each relation that is over.</summary>
    public Dictionary<string, string> Reports { get; } = [];

    /// <summary>An item of gear of each relation: in the player's own shop, in another of the station, of another station, and one that is not there.</summary>
    public Dictionary<string, string> Gear { get; } = [];

    /// <summary>A shop of each relation.</summary>
    public string Shop(string relation) => relation == "unknown" ? Ids.New() : _shops[relation].Id;

    public static async Task<Cast> Of(World world)
    {
        var cast = new Cast(world);
        cast._shops["own"] = world.Street.Shop(0, 0);
        cast._shops["circle"] = world.Street.Shop(0, 1);
        cast._shops["town"] = world.Street.Shop(1, 0);
        var far = await cast.OtherStation();
        cast.Players.Add(new Player("anonymous", new Actor("", "", Role.None), null, null));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.None))
        {
            cast.Players.Add(OfDevices.Contains(role) ? await cast.Holder(role) : await cast.Person(role));
            cast.Players.Add((OfDevices.Contains(role) ? await cast.Holder(role) : await cast.Person(role)) with { Stopped = true });
        }
        await cast.Stop();
        foreach (var relation in Relations) cast.Reports[relation] = relation switch { "unknown" => Ids.New(), "elsewhere" => await cast.Report(far), _ => await cast.Report(world.Street.DeviceOf(cast._shops[relation]).AsActor()) };
        foreach (var relation in Relations) cast.Alerts[relation] = relation switch { "unknown" => Ids.New(), "elsewhere" => await cast.Raise(far), _ => await cast.Raise(world.Street.DeviceOf(cast._shops[relation]).AsActor()) };
        (cast.Drills["own"], cast.Drills["elsewhere"], cast.Drills["unknown"]) = (await cast.Plan(Street.StationId, world.Street.Circles[0].Id), await cast.Plan(far.StationId!, world.The<TownHall>().Town.Shop(far.ShopId)!.CircleId), Ids.New());
        foreach (var relation in new[] { "own", "town", "elsewhere" }) cast.Gear[relation] = await cast.Item(cast._shops[relation]);
        cast.Gear["unknown"] = Ids.New();
        return cast;
    }

    private async Task<string> Item(Shop shop)
    {
        Assert.Null(await world.The<GearDesk>().Enter(new Actor("keeper", "x", Role.Officer, shop.StationId), shop.StationId, new GearTyped(GearKind.Shield, shop.Ref, shop.Id, null)));
        return world.The<TownHall>().Ledger.OfShop[shop.Id].Single().Id;
    }

    private async Task<string> Plan(string stationId, string circleId)
    {
        var plan = new DrillPlanned(Ids.New(), stationId, "演练", [circleId], "x@1", DrillForm.Live, Blind: false, world.Time.GetUtcNow(), Armed: false, 10, null);
        return (await world.The<DrillDesk>().Plan(new Actor("planner", "x", Role.Organizer, stationId), plan)).Value!.Id;
    }

    private async Task<string> Raise(Actor by)
    {
        var request = new WhistleRequest(Guid.NewGuid().ToString("D"), IsTest: false, IsDrill: false, null, Kind.Theft, Silent: false, "help", null, null, null);
        return (await world.The<WhistleDesk>().Press(by, by.ShopId!, request)).Value!.Press.AlertId;
    }

    private async Task<string> Report(Actor by)
    {
        var id = await Raise(by);
        Assert.True((await world.The<AlertDesk>().Close(new Actor("closer", "c", Role.DutyCommander, by.StationId), id, Outcome.NothingFound, "x")).Done);
        await world.The<ReportRounds>().DraftOne(id);
        await using var db = await world.Db();
        return (await db.Reports.SingleAsync(r => r.AlertId == id)).Id;
    }

    private async Task<Actor> OtherStation()
    {
        await using var db = await world.Db();
        var station = new Station { Id = Ids.New(), Name = "河对岸派出所" };
        var area = new Area { Id = Ids.New(), StationId = station.Id, Name = "河对岸" };
        var circle = new Circle { Id = Ids.New(), StationId = station.Id, AreaId = area.Id, Name = "河对岸组" };
        var shop = new Shop { Id = Ids.New(), Ref = "far", StationId = station.Id, CircleId = circle.Id, Name = "河对岸小店", Lat = 45.9, Lon = 126.9 };
        var device = New(Role.Device, station.Id, shop.Id, out _);
        db.AddRange(station, area, circle, shop, device);
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Town);
        await db.Touch(Stamp.Devices);
        await world.The<TownHall>().Refresh();
        _shops["elsewhere"] = shop;
        return device.AsActor();
    }

    private async Task<Player> Holder(Role role)
    {
        var device = New(role, Street.StationId, role == Role.Device ? _shops["own"].Id : null, out var token);
        await using var db = await world.Db();
        db.Devices.Add(device);
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Devices);
        await world.The<TownHall>().Refresh();
        return new Player(NameOf(role), device.AsActor(), token, null);
    }

    private static Device New(Role role, string stationId, string? shopId, out string token) => new()
    {
        Id = Ids.New(), StationId = stationId, ShopId = shopId, Name = NameOf(role), TokenHash = Tokens.Hash(token = Tokens.New()), IssuedAt = DateTimeOffset.UnixEpoch,
        Kind = role switch { Role.Device => DeviceKind.Shop, Role.Wall => DeviceKind.Wall, _ => DeviceKind.OfficerToken },
    };

    private async Task<Player> Person(Role role)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account
        {
            UserName = Ids.New(), Name = NameOf(role), Roles = role, StationId = Street.StationId, ShopId = role.AreOfShop() ? _shops["own"].Id : null,
        };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        await using (var db = await world.Db()) await db.Touch(Stamp.Devices);
        await world.The<TownHall>().Refresh();
        var principal = (await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account)).SignedInStrongly();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = world.Time.GetUtcNow(), ExpiresUtc = world.Time.GetUtcNow().AddDays(1) }, IdentityConstants.ApplicationScheme);
        var cookie = world.The<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat.Protect(ticket);
        return new Player(NameOf(role), account.AsActor(), null, $"{Doors.PersonCookie}={cookie}");
    }

    private async Task Stop()
    {
        var stopped = Players.Where(p => p.Stopped).Select(p => p.Actor.Id).ToList();
        await using var db = await world.Db();
        await db.Users.Where(a => stopped.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.DisabledAt, world.Time.GetUtcNow()));
        await db.Devices.Where(d => stopped.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.RevokedAt, world.Time.GetUtcNow()));
        await db.Touch(Stamp.Devices);
        await world.The<TownHall>().Refresh();
    }

    private static string NameOf(Role role) => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];
}
