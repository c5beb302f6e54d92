using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet;

/// <summary>
/// A small town made of circles in a row, about 100 m apart, each of so many shops about 8 m apart; every shop with one device,
/// and a station with an officer's console and a duty commander's. The same every time.
/// </summary>
public sealed class Street
{
    public const string StationId = "00000000000000000000000000000001";
    private readonly Dictionary<string, string> _tokens = [];

    public Station Station { get; } = new() { Id = StationId, Name = "学府派出所" };
    public Area Area { get; } = new() { Id = Ids.New(), StationId = StationId, Name = "学府商圈" };
    public List<Circle> Circles { get; } = [];
    public List<Shop> Shops { get; } = [];
    public List<Device> Devices { get; } = [];
    public List<Rung> Rungs { get; } = [];

    public static Street Of(int circles, int shopsEach)
    {
        var street = new Street();
        street.Rungs.AddRange(Rung.Defaults(StationId, Ids.New));
        for (var c = 0; c < circles; c++) street.AddCircle(c, shopsEach);
        street.AddConsole("王警官");
        return street;
    }

    public Shop Shop(int circle, int number) => Shops.Single(s => s.Ref == $"{circle}-{number}");

    public Device DeviceOf(Shop shop) => Devices.First(d => d.ShopId == shop.Id);

    public string TokenOf(Device device) => _tokens[device.Id];

    public Device AddDevice(Shop shop, string name = "手机")
    {
        var device = Make(DeviceKind.Shop, name, shop.Id);
        Devices.Add(device);
        return device;
    }

    /// <summary>A console client: an officer's token.</summary>
    public Device AddConsole(string name) => Add(DeviceKind.OfficerToken, name);

    public Device AddWall(string name) => Add(DeviceKind.Wall, name);

    public async Task Settle(WhistleDb db)
    {
        db.Stations.Add(Station);
        db.Areas.Add(Area);
        db.Circles.AddRange(Circles);
        db.Shops.AddRange(Shops);
        db.Devices.AddRange(Devices);
        db.Rungs.AddRange(Rungs);
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Town);
        await db.Touch(Stamp.Devices);
    }

    private Device Add(DeviceKind kind, string name)
    {
        var device = Make(kind, name, null);
        Devices.Add(device);
        return device;
    }

    private void AddCircle(int number, int shops)
    {
        var circle = new Circle { Id = Ids.New(), StationId = StationId, AreaId = Area.Id, Name = $"第{number}组" };
        Circles.Add(circle);
        for (var s = 0; s < shops; s++)
        {
            var shop = new Shop
            {
                Id = Ids.New(), Ref = $"{number}-{s}", StationId = StationId, CircleId = circle.Id, Name = $"{number}-{s} 小店",
                CivicNumber = $"{100 * number + s}", Street = "学府路", Lat = 45.7000 + 0.0009 * number, Lon = 126.6000 + 0.0001 * s,
            };
            Shops.Add(shop);
            AddDevice(shop);
        }
    }

    private Device Make(DeviceKind kind, string name, string? shopId)
    {
        var token = Tokens.New();
        var device = new Device
        {
            Id = Ids.New(), Kind = kind, StationId = StationId, ShopId = shopId, Name = name, TokenHash = Tokens.Hash(token),
            IssuedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        };
        _tokens[device.Id] = token;
        return device;
    }
}
