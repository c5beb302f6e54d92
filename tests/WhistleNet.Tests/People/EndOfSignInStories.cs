using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Data;
using WhistleNet.Live;

namespace WhistleNet.People;

/// <summary>
/// What takes a credential or a role away ends the open line and the cookie well within a minute, also where another process did it, and
/// a line that is opened again with the old cookie does not come up.
/// </summary>
public sealed class EndOfSignInStories
{
    private const string Password = "the tram bell rings at six";
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    public static TheoryData<string> Ends => new("disabled", "role changed", "password changed", "signed out everywhere", "second factor renewed", "disabled elsewhere");

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_person_whose_sign_in_ended_hears_nothing_more(string how)
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var (id, lost, own) = await TwoBrowsers(world);
        var (line, ended) = await Line(world, lost);
        await Eventually.True(() => world.The<Presence>().IsConnected(id), "the line is open");

        switch (how)
        {
            case "disabled": Assert.Null(await world.The<PeopleDesk>().Disable(Admin, id)); break;
            case "role changed": Assert.Null(await world.The<PeopleDesk>().ChangeRoles(Admin, id, Role.Auditor)); break;
            case "password changed": await Own(own, "/account", "/account/password", ("present", Password), ("password", "another tram bell at nine")); break;
            case "signed out everywhere": await Own(own, "/sign-out", "/sign-out", ("everywhere", "1")); break;
            case "second factor renewed": await Own(own, "/account", "/account/authenticator/renew"); break;
            default:
                await using (var db = await world.Db())
                {
                    await db.Users.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.DisabledAt, world.Time.GetUtcNow()), TestContext.Current.CancellationToken);
                    await db.Touch(Stamp.Devices, TestContext.Current.CancellationToken);
                }
                break;
        }
        await world.Forward(2); // of the sixty seconds that it may take

        await Eventually.True(() => ended.Task.IsCompleted, "the line was cut");
        await line.DisposeAsync();
        Assert.Equal(302, (await lost.Open("/account")).Code);
        Assert.Equal(401, (await lost.Open("/api/v1/alerts")).Code);
        await Assert.ThrowsAnyAsync<Exception>(() => Line(world, lost));
        lost.Dispose();
        own.Dispose();
    }

    [Theory]
    [InlineData(DeviceKind.Shop)]
    [InlineData(DeviceKind.Wall)]
    [InlineData(DeviceKind.OfficerToken)]
    public async Task A_device_a_wall_and_a_token_that_are_taken_back_are_cut_off(DeviceKind kind)
    {
        var street = Street.Of(circles: 1, shopsEach: 2);
        street.AddWall("值班室");
        await using var world = await World.With(street);
        var device = street.Devices.First(d => d.Kind == kind);
        var client = await world.Device(device).Listen();
        Assert.True(await world.The<DeviceDesk>().Revoke(Admin, device.Id));
        await Eventually.True(() => client.WasRevoked && !client.IsConnected, "told and cut off");
        Assert.Equal("deviceRevoked", (await client.Get("alerts")).Must(401)["refusal"]);
        await Assert.ThrowsAnyAsync<Exception>(() => client.Listen());
    }

    [Fact]
    public async Task A_device_whistles_after_a_quiet_year_and_its_token_stands_nowhere_in_the_books()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await world.Restart(after: TimeSpan.FromDays(366));
        (await world.Shop(0, 0).Press()).Must(201);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(world.Folder, "whistlenet.db*"))
        {
            await using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[read.Length];
            await read.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            foreach (var device in world.Street.Devices)
                Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(world.Street.TokenOf(device))) < 0, $"a token in {Path.GetFileName(file)}");
        }
    }

    // Two browsers of one person: the one that was lost, and the one in their hand.
    private static async Task<(string Id, Guest Lost, Guest Own)> TwoBrowsers(World world)
    {
        var (link, why) = await world.The<PeopleDesk>().Invite(Admin, new Invitation("李", "li", Role.Organizer));
        Assert.Null(why);
        var (lost, own) = (new Guest(world), new Guest(world));
        await lost.Open("/" + link!.Path);
        Assert.Equal(302, (await lost.Send("/invite", ("who", link.AccountId), ("code", Uri.UnescapeDataString(link.Path.Split("code=")[1])), ("password", Password))).Code);
        await own.Open("/sign-in");
        Assert.Equal("/circles", (await own.Send("/sign-in", ("user", "li"), ("password", Password))).Sent);
        return (link.AccountId, lost, own);
    }

    private static async Task Own(Guest own, string page, string form, params (string, string)[] fields)
    {
        Assert.Equal(200, (await own.Open(page)).Code);
        Assert.Equal(302, (await own.Send(form, fields)).Code);
    }

    private static async Task<(HubConnection, TaskCompletionSource)> Line(World world, Guest guest)
    {
        var cookie = guest.CookieHeader;
        var hub = new HubConnectionBuilder().WithUrl(new Uri(world.Server.BaseAddress, "hubs/whistle"), o =>
        {
            (o.Transports, o.SkipNegotiation) = (HttpTransportType.WebSockets, true);
            o.WebSocketFactory = async (context, cancel) =>
            {
                var sockets = world.Server.CreateWebSocketClient();
                sockets.ConfigureRequest = request => (request.Headers.Cookie, request.Headers.Origin) = (cookie, "http://localhost");
                return await sockets.ConnectAsync(context.Uri, cancel);
            };
        }).Build();
        var ended = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync();
        return (hub, ended);
    }
}
