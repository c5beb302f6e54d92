using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>A new device and its token, which is shown this once.</summary>
public sealed record Enrolled(Device Device, string Token, Shop? Shop);

/// <summary>Turns a one-time code into a device.</summary>
public sealed class EnrolDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    /// <summary>What a code would make; null where it is used, expired, revoked or unknown: nobody is told which.</summary>
    public async Task<EnrolCode?> Look(string? typed)
    {
        if (CodeWords.Read(typed) is not { } code) return null;
        await using var db = await databases.CreateDbContextAsync();
        return await Good(db, Tokens.Hash(code)).AsNoTracking().SingleOrDefaultAsync();
    }

    /// <summary>Uses the code up and makes its device, in one transaction.</summary>
    public async Task<Enrolled?> Enrol(string? typed, string name, HttpContext? http = null)
    {
        if (CodeWords.Read(typed) is not { } written) return null;
        var hash = Tokens.Hash(written);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await Good(db, hash).AsNoTracking().SingleOrDefaultAsync() is not { } code) return null;
        var now = time.GetUtcNow();
        if (await Good(db, hash).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now)) == 0) return null; // somebody else was quicker
        var token = Tokens.New();
        var device = new Device
        {
            Id = Ids.New(), Kind = code.Kind, StationId = code.StationId, ShopId = code.ShopId, Name = name, TokenHash = Tokens.Hash(token), IssuedAt = now,
        };
        db.Devices.Add(device);
        log.Note(db, http is null ? device.AsActor() : device.AsActor().From(http), Deed.DeviceEnrolled, device.Id, hall.Town.Shop(device.ShopId)?.Name);
        await hall.Store(db, transaction, Stamp.Devices);
        return new Enrolled(device, token, hall.Town.Shop(device.ShopId));
    }

    /// <summary>A person's or a screen's name as it is kept: one line, at most 40 characters; null where nothing is left.</summary>
    public static string? NameOf(string? typed)
    {
        var line = FreeText.Cut(typed is null ? null : OneLine.Of(typed));
        return line is null ? null : News.Cut(line);
    }

    private IQueryable<EnrolCode> Good(WhistleDb db, string hash)
    {
        var now = time.GetUtcNow();
        return db.EnrolCodes.Where(c => c.CodeHash == hash && c.UsedAt == null && c.RevokedAt == null && c.ExpiresAt > now);
    }
}
