using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>Hands out credentials at the machine: shown once, kept as hashes.</summary>
public sealed class IssueDesk(IDbContextFactory<WhistleDb> databases, AccessLog log, TimeProvider time)
{
    /// <summary>One credential for each shop of the station that has none.</summary>
    /// <param name="write">Keeps the tokens; called before the commit, so that no credential is made whose token nobody has.</param>
    public async Task<int> ToShops(string stationName, Action<IReadOnlyList<Issued>> write)
    {
        await using var db = await databases.CreateDbContextAsync();
        var station = await db.Stations.Named(stationName);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var without = await db.Shops.AsNoTracking()
            .Where(s => s.StationId == station.Id && !db.Devices.Any(d => d.ShopId == s.Id && d.RevokedAt == null)).OrderBy(s => s.Id).ToListAsync();
        if (without.Count == 0) return 0;
        var issued = without.ConvertAll(shop => Make(DeviceKind.Shop, station, shop.Name, shop));
        await db.Dialect.InsertDevices(db, [.. issued.Select(i => i.Device)], default);
        log.Note(db, Verb.Administrator with { StationId = station.Id }, Deed.DevicesIssued, station.Id, issued.Count.ToString(CultureInfo.InvariantCulture));
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Devices);
        write(issued);
        await transaction.CommitAsync();
        return issued.Count;
    }

    /// <summary>One more officer's token for a console client of the station.</summary>
    public async Task ToOfficer(string stationName, string name, Action<Issued> write)
    {
        await using var db = await databases.CreateDbContextAsync();
        var station = await db.Stations.Named(stationName);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var issued = Make(DeviceKind.OfficerToken, station, name);
        await db.Dialect.InsertDevices(db, [issued.Device], default);
        log.Note(db, Verb.Administrator with { StationId = station.Id }, Deed.OfficerIssued, issued.Device.Id, name);
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Devices);
        write(issued);
        await transaction.CommitAsync();
    }

    private Issued Make(DeviceKind kind, Station station, string name, Shop? shop = null)
    {
        var token = Tokens.New();
        return new Issued(shop?.Ref, token, new Device
        {
            Id = Ids.New(), Kind = kind, StationId = station.Id, ShopId = shop?.Id, Name = name, TokenHash = Tokens.Hash(token), IssuedAt = time.GetUtcNow(),
        });
    }
}

/// <summary>A new credential, with the token that is never stored.</summary>
/// <param name="Ref">The shop's imported id, where it is a shop's.</param>
public sealed record Issued(string? Ref, string Token, Device Device);
