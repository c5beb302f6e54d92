using System.Security.Cryptography;
using System.Text;
using WhistleNet.Circles;
using WhistleNet.People;

namespace WhistleNet.Demo;

/// <summary>The demo town as rows: the same ids, names and places at every start. Only its credentials differ from folder to folder.</summary>
public sealed class DemoTown
{
    public const string StationName = "青石桥派出所";
    public static readonly string StationId = Id("station");
    public static readonly string Wall = Id("wall");
    public static readonly string Officer = Id("officer");
    public static readonly string SecondOfficer = Id("second officer");
    public static readonly string Commander = Id("commander");
    public static readonly string Organizer = Id("organizer");

    /// <summary>Who observes its drills; a link makes a phone theirs, they have no account.</summary>
    public const string Observer = "方敏（社区） Fang Min";

    public static readonly Actor AsOrganizer = new(Organizer, "宋丽", Role.Organizer | Role.Admin, StationId);
    public static readonly Actor AsOfficer = new(Officer, "魏国强", Role.Officer | Role.DutyCommander, StationId);

    /// <summary>The circle of the shop and the neighbours in the panes.</summary>
    public static readonly string FirstCircle = Id(Households.Rows[0].Circle);

    public static string ShopId(string shopRef) => Id(shopRef);

    /// <summary>The first phone of a shop, by the shop's reference.</summary>
    public static string Phone(string shopRef) => Id($"phone of {shopRef}");

    /// <summary>The second phone of the shop in the first pane.</summary>
    public static readonly string SecondPhone = Id("second phone of QSQ-001");

    private readonly DateTimeOffset _founded;
    private readonly DemoFolder _folder;

    public DemoTown(DemoFolder folder, DateTimeOffset founded)
    {
        (_folder, _founded) = (folder, founded);
        Areas = [.. Households.Rows.Select(r => r.Area).Distinct().Select(a => new Area { Id = Id(a), StationId = StationId, Name = a })];
        Circles = [.. Households.Rows.Select(r => new Circle { Id = Id(r.Circle), StationId = StationId, AreaId = Id(r.Area), Name = r.Circle })];
        Shops = [.. Households.Rows.SelectMany(r => r.Shops.Select(s => ShopOf(r, s)))];
        Devices = [.. Households.Rows.SelectMany(r => r.Shops).Where(s => s.Temper != Temper.NoDevice).Select(PhoneOf), SecondPhoneOf(), WallScreen()];
    }

    public Station Station { get; } = new() { Id = StationId, Name = StationName };
    public IReadOnlyList<Area> Areas { get; }
    public IReadOnlyList<Circle> Circles { get; }
    public IReadOnlyList<Shop> Shops { get; }
    public IReadOnlyList<Device> Devices { get; }

    public IReadOnlyList<Rung> Rungs { get; } =
    [
        new() { Id = Id("rung 1"), StationId = StationId, Number = 1, AfterSeconds = 30, Name = "第二民警 韩雪", Kind = RungKind.Officer, TargetId = SecondOfficer },
        new() { Id = Id("rung 2"), StationId = StationId, Number = 2, AfterSeconds = 60, Name = "值班大屏", Kind = RungKind.Wall, TargetId = Wall },
        new() { Id = Id("rung 3"), StationId = StationId, Number = 3, AfterSeconds = 120, Name = "县局指挥中心", Kind = RungKind.Phone },
    ];

    public IReadOnlyList<Account> People { get; } =
    [
        Person(Officer, "wei", AsOfficer.Name, AsOfficer.Roles),
        Person(SecondOfficer, "han", "韩雪", Role.Officer),
        Person(Commander, "luo", "罗建军", Role.DutyCommander),
        Person(Organizer, "song", AsOrganizer.Name, AsOrganizer.Roles),
    ];

    private static Shop ShopOf(Row row, Household shop)
    {
        var at = row.Street.At(shop.Number);
        return new Shop
        {
            Id = ShopId(shop.Ref), Ref = shop.Ref, StationId = StationId, CircleId = Id(row.Circle), Name = shop.Name, Category = shop.Trade, Street = row.Street.Name,
            CivicNumber = $"{shop.Number}号", Lat = at.Lat, Lon = at.Lon, Trained = shop.Trained, Hours = OpeningHours.TryParse(shop.Hours ?? "00:00-24:00"),
        };
    }

    private Device PhoneOf(Household shop) => Credential(Phone(shop.Ref), DeviceKind.Shop, shop.Keeper, ShopId(shop.Ref));

    private Device SecondPhoneOf() => Credential(SecondPhone, DeviceKind.Shop, "王建国", ShopId("QSQ-001"));

    private Device WallScreen() => Credential(Wall, DeviceKind.Wall, "值班大屏", null);

    private Device Credential(string id, DeviceKind kind, string name, string? shopId) => new()
    {
        Id = id, Kind = kind, StationId = StationId, ShopId = shopId, Name = name, TokenHash = Tokens.Hash(_folder.Token(id)), IssuedAt = _founded,
    };

    private static Account Person(string id, string userName, string name, Role roles) => new()
    {
        Id = id, UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), Name = name, Roles = roles, StationId = StationId, SecurityStamp = id,
    };

    private static string Id(string what) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("whistlenet demo " + what)).AsSpan(0, 16)).ToString("N");
}
