using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Faults;

/// <summary>A phone that takes no bytes any more while its line stays up (F7): it is dropped, and nobody else waits for it.</summary>
public sealed class SlowDeviceStory
{
    [Fact, Trait("fault", "F7")]
    public async Task A_device_that_takes_nothing_is_dropped_and_its_neighbour_hears_every_change()
    {
        await using var house = await ListeningHouse.Open();
        var street = Street.Of(circles: 1, shopsEach: 3);
        await using (var db = await house.Db()) await street.Settle(db);
        await house.The<Circles.TownHall>().Refresh(TestContext.Current.CancellationToken);
        var (pressed, stopped, well) = (street.Shop(0, 0), street.DeviceOf(street.Shop(0, 1)), street.DeviceOf(street.Shop(0, 2)));
        using var deaf = await Deaf(house, street.TokenOf(stopped));
        await using var ear = await house.Listen(street.TokenOf(well));
        await Eventually.True(() => house.The<Presence>().IsConnected(stopped.Id) && house.The<Presence>().IsConnected(well.Id), "both are connected");

        // As many changes as its line's buffers cannot hold; each is announced as the writer does.
        var alert = Some(pressed, street);
        var audience = new[] { stopped, well }.Select(d => new Notice { Id = Ids.New(), AlertId = alert.Id, StationId = alert.StationId, To = To.Shop, ShopId = d.ShopId, DeviceId = d.Id, Name = d.Name }).ToList();
        for (var change = 0; house.The<Presence>().IsConnected(stopped.Id); change++)
        {
            alert.Reinforce(street.DeviceOf(pressed).AsActor(), silent: false, 3, DateTimeOffset.UnixEpoch.AddSeconds(change), Clocks.Default);
            house.The<AlertFeed>().Publish(new AlertNews(alert.StationId, alert.Id, alert, audience, []));
            if (change % 100 == 0) await Eventually.True(() => ear.Heard >= alert.Version, "the other one has heard up to this change");
            Assert.True(change < 200_000, "it was never dropped");
        }
        Assert.True(house.The<Presence>().IsConnected(well.Id));
        Figures.Held("F7", $"dropped after {alert.Version} changes that it did not take; the other one heard all of them meanwhile");
    }

    private static Alert Some(Circles.Shop shop, Street street) => Alert.Raise(
        new Whistle(Ids.New(), shop.StationId, shop.CircleId, shop.Id, Mode.Real, Kind.Unspecified, false, 3), street.DeviceOf(shop).AsActor(), DateTimeOffset.UnixEpoch, Clocks.Default, null);

    /// <summary>Says hello as a hub client does, and then never reads.</summary>
    private static async Task<Socket> Deaf(ListeningHouse house, string token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(IPAddress.Loopback, house.Address.Port, TestContext.Current.CancellationToken);
        var hello = $"GET /hubs/whistle HTTP/1.1\r\nHost: {house.Address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer {token}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(hello), TestContext.Current.CancellationToken);
        byte[] protocol = [.. "{\"protocol\":\"json\",\"version\":1}\u001e"u8];
        await socket.SendAsync(new byte[] { 0x81, (byte)(0x80 | protocol.Length), 0, 0, 0, 0 }.Concat(protocol).ToArray(), TestContext.Current.CancellationToken); // masked with zeros
        return socket;
    }
}
