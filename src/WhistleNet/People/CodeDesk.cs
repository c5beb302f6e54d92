using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;

namespace WhistleNet.People;

/// <summary>A code as it is shown once; only its hash is kept.</summary>
public sealed record IssuedCode(string Code, Shop? Shop, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt);

/// <summary>Makes one-time codes for shops' devices and for walls, and takes printed ones back.</summary>
public sealed class CodeDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    /// <summary>How many sheets are made at a time: what a printer takes.</summary>
    public const int MostSheets = 400;

    /// <summary>A code for the screen; null where that is not the actor's to give.</summary>
    public async Task<IssuedCode?> ForScreen(Actor by, string shopId) =>
        hall.Town.Shop(shopId) is { } shop && MayFor(by, shop) ? (await Make(by, Deed.CodeMade, shop.Id, shop.Name, [New(shop, EnrolCode.OnScreen, null)]))[0] : null;

    /// <summary>A code that makes a screen the station's wall.</summary>
    public async Task<IssuedCode?> ForWall(Actor by, string stationId) =>
        by.May(Act.ManageDevices, stationId) ? (await Make(by, Deed.CodeMade, stationId, DeviceKind.Wall.Word(), [New(DeviceKind.Wall, stationId, null, EnrolCode.OnScreen, null)]))[0] : null;

    /// <summary>A code for each shop, to be printed; those that are not the actor's are left out.</summary>
    public async Task<IReadOnlyList<IssuedCode>> ForPaper(Actor by, IEnumerable<Shop> shops, string batch)
    {
        var codes = shops.Where(s => MayFor(by, s)).Take(MostSheets).Select(s => New(s, EnrolCode.OnPaper, batch)).ToList();
        return await Make(by, Deed.CodesPrinted, batch, codes.Count.ToString(CultureInfo.InvariantCulture), codes);
    }

    /// <summary>What was printed at a station and is not all used: when, how many, how many are still good.</summary>
    public async Task<IReadOnlyList<PrintedBatch>> Batches(Actor by, string stationId)
    {
        if (!by.May(Act.ManageDevices, stationId)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow();
        var codes = await db.EnrolCodes.AsNoTracking().Where(c => c.StationId == stationId && c.Batch != null).ToListAsync();
        return [.. codes.GroupBy(c => c.Batch!).Select(b => new PrintedBatch(b.Key, b.Min(c => c.MadeAt), b.Count(), b.Count(c => c.UsedAt is null && c.RevokedAt is null && c.ExpiresAt > now)))
            .Where(b => b.Good > 0).OrderByDescending(b => b.MadeAt)];
    }

    public async Task RevokeBatch(Actor by, string stationId, string batch)
    {
        if (!by.May(Act.ManageDevices, stationId)) return;
        await using var db = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync();
        log.Note(db, by, Deed.CodesRevoked, batch);
        await db.SaveChangesAsync();
        await db.EnrolCodes.Where(c => c.StationId == stationId && c.Batch == batch && c.UsedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.RevokedAt, now));
        await transaction.CommitAsync();
    }

    public static bool MayFor(Actor by, Shop shop) => by.May(Act.ManageDevices, shop.StationId) || by.MayFor(Act.ManageDevices, shop.Id);

    private async Task<IReadOnlyList<IssuedCode>> Make(Actor by, Deed what, string id, string name, List<(string Code, EnrolCode Row)> codes)
    {
        await using var db = await databases.CreateDbContextAsync();
        log.Note(db, by, what, id, name);
        db.EnrolCodes.AddRange(codes.Select(c => c.Row));
        await db.SaveChangesAsync();
        return [.. codes.Select(c => new IssuedCode(c.Code, hall.Town.Shop(c.Row.ShopId), c.Row.MadeAt, c.Row.ExpiresAt))];
    }

    private (string, EnrolCode) New(Shop shop, TimeSpan lifetime, string? batch) => New(DeviceKind.Shop, shop.StationId, shop.Id, lifetime, batch);

    private (string, EnrolCode) New(DeviceKind kind, string stationId, string? shopId, TimeSpan lifetime, string? batch)
    {
        var code = CodeWords.Write(RandomNumberGenerator.GetBytes(CodeWords.Bytes));
        var now = time.GetUtcNow();
        return (code, new EnrolCode { CodeHash = Tokens.Hash(code), Kind = kind, StationId = stationId, ShopId = shopId, MadeAt = now, ExpiresAt = now + lifetime, Batch = batch });
    }
}

/// <summary>Codes that were printed together.</summary>
public sealed record PrintedBatch(string Id, DateTimeOffset MadeAt, int Sheets, int Good);
