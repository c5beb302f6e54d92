using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>
/// The shop and the device that the house is to itself, for the whistle by which it tests its own way at start. In no register and on no
/// list; new with each start, so that no receipt of an earlier life can pass for one of this.
/// </summary>
public sealed record BuiltIn(Shop Shop, Device Device, string Token)
{
    public static BuiltIn New(DateTimeOffset now)
    {
        var (id, token) = ("self-" + Guid.NewGuid().ToString("N")[..16], Tokens.New());
        return new(
            new Shop { Id = id, Ref = id, StationId = id, CircleId = id, Name = "self-test", Lat = 0, Lon = 0 },
            new Device { Id = id, Kind = DeviceKind.Shop, StationId = id, ShopId = id, Name = "self-test", TokenHash = Tokens.Hash(token), IssuedAt = now },
            token);
    }
}
