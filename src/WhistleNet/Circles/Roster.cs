using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Circles;

/// <summary>Who holds which credential, and who the officers of a station are; a snapshot.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, Device> _byId;
    private readonly Dictionary<string, Device> _byHash;
    private readonly ILookup<string?, Device> _byShop;
    private readonly ILookup<string, Device> _ofStation;
    private readonly ILookup<string?, Actor> _officers;
    private readonly HashSet<string> _people;
    private readonly HashSet<string> _stopped;
    private readonly Dictionary<string, string?> _stamps;

    public Roster(IReadOnlyCollection<Device> devices, IReadOnlyCollection<Account> accounts)
    {
        var people = accounts.Where(a => a.DisabledAt is null).Select(a => a.AsActor()).ToList();
        _people = [.. people.Select(p => p.Id)];
        _stopped = [.. accounts.Where(a => a.DisabledAt is not null).Select(a => a.Id)];
        _stamps = accounts.ToDictionary(a => a.Id, a => a.SecurityStamp);
        _byId = devices.ToDictionary(d => d.Id);
        _byHash = devices.ToDictionary(d => d.TokenHash);
        _byShop = devices.Where(d => !d.IsRevoked && d.ShopId is not null).ToLookup(d => d.ShopId);
        _ofStation = devices.Where(d => !d.IsRevoked && d.ShopId is null).ToLookup(d => d.StationId);
        _officers = people.Where(p => p.IsStation).ToLookup(p => p.StationId);
    }

    public IReadOnlyCollection<Device> All => _byId.Values;
    public Device? ById(string id) => _byId.GetValueOrDefault(id);
    public Device? ByHash(string hash) => _byHash.GetValueOrDefault(hash);

    /// <summary>The shop's devices that are not revoked.</summary>
    public IEnumerable<Device> OfShop(string shopId) => _byShop[shopId];

    /// <summary>Walls and console clients of a station that are not revoked.</summary>
    public IEnumerable<Device> OfStation(string stationId) => _ofStation[stationId];

    /// <summary>Officers with an account of their own.</summary>
    public IEnumerable<Actor> Officers(string stationId) => _officers[stationId];

    /// <summary>Whether this is a device that is not revoked, or a person whose account stands.</summary>
    public bool Trusts(string id) => _people.Contains(id) || ById(id) is { IsRevoked: false };

    /// <summary>Whether this is a person whose account was disabled.</summary>
    public bool HasStopped(string id) => _stopped.Contains(id);

    /// <summary>A person's stamp, which every change of role, password or second factor moves; none for a device.</summary>
    public string? StampOf(string id) => _stamps.GetValueOrDefault(id);

    public static async Task<Roster> Read(WhistleDb db, Device builtIn, CancellationToken cancel)
    {
        var devices = await db.Devices.AsNoTracking().ToListAsync(cancel);
        return new Roster([.. devices, builtIn], await db.Users.AsNoTracking().ToListAsync(cancel));
    }
}
