using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Brings a list of shops into a station's register.</summary>
public sealed class RegisterDesk(IDbContextFactory<WhistleDb> databases, AccessLog log)
{
    /// <summary>What is read and worked out is not locked, and what is written takes a fraction of a second: a press meanwhile hardly waits.</summary>
    /// <param name="zone">The time zone (IANA) of a station that is being made; one that is there keeps its own.</param>
    public async Task<Brought> Bring(string stationName, IReadOnlyList<ShopRow> rows, int circleSize, string? notice, string? zone = null, CancellationToken cancel = default)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var seen = await StampOf(db, cancel);
            var known = await db.Stations.SingleOrDefaultAsync(s => s.Name == stationName, cancel);
            var station = known ?? new Station { Id = Ids.New(), Name = stationName };
            var intake = new Intake(station,
                await db.Areas.AsNoTracking().Where(a => a.StationId == station.Id).ToListAsync(cancel),
                await db.Circles.AsNoTracking().Where(c => c.StationId == station.Id).ToListAsync(cancel),
                await db.Shops.AsNoTracking().Where(s => s.StationId == station.Id).ToListAsync(cancel),
                await db.Grids.AsNoTracking().Where(g => g.StationId == station.Id).ToListAsync(cancel), Ids.New);
            intake.Take(rows, circleSize);
            station.DataNotice = notice ?? station.DataNotice;

            if (known is null) station.TimeZone = zone ?? station.TimeZone;
            if (known is null) db.AddRange([station, .. Rung.Defaults(station.Id, Ids.New)]);
            db.AddRange([.. intake.NewAreas, .. intake.NewGrids, .. intake.NewCircles]);
            List<Shop> touched = [.. intake.NewShops, .. intake.Changed];
            if (touched.Count > 0 || db.ChangeTracker.HasChanges())
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                if (await StampOf(db, cancel) != seen) continue; // somebody else changed the register: work it out again
                log.Note(db, Verb.Administrator with { StationId = station.Id }, Deed.ShopsImported, station.Id, touched.Count.ToString(CultureInfo.InvariantCulture));
                await db.SaveChangesAsync(cancel);
                await db.Dialect.PutShops(db, touched, cancel);
                await db.Touch(Stamp.Town, cancel);
                await transaction.CommitAsync(cancel);
            }
            return new Brought(intake, rows.Count, station);
        }
    }

    private static Task<long> StampOf(WhistleDb db, CancellationToken cancel) =>
        db.Stamps.AsNoTracking().Where(s => s.Name == Stamp.Town).Select(s => s.Value).SingleOrDefaultAsync(cancel);
}

/// <summary>What an import did, and the register after it.</summary>
public sealed class Brought(Intake intake, int rows, Station station)
{
    public int New => intake.NewShops.Count;
    public int Changed => intake.Changed.Count;
    public int Same => rows - New - Changed;
    public int NewCircles => intake.NewCircles.Count;
    public int Circles => intake.Circles.Count(c => c.MergedIntoId is null);
    public int Areas => intake.Circles.Select(c => c.AreaId).Distinct().Count();
    public string? Notice => station.DataNotice;
    public string TimeZone => station.TimeZone;

    /// <summary>Every circle's greatest distance between two of its shops, in metres, narrowest first.</summary>
    public IReadOnlyList<double> Widths { get; } = [.. intake.Shops.GroupBy(s => s.CircleId).Select(c => CircleMaker.WidthM(c.Select(s => s.Place))).Order()];
}
