using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Demo;

internal static class DemoSeed
{
    /// <summary>Founds the town where there is none; a folder that was used before keeps its alerts.</summary>
    public static async Task Sow(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
        if (await db.Stations.AnyAsync()) return;
        var town = new DemoTown(services.GetRequiredService<DemoFolder>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(town.Station);
        db.AddRange(town.Areas);
        db.AddRange(town.Circles);
        db.AddRange(town.Shops);
        db.AddRange(town.Devices);
        db.AddRange(town.Rungs);
        db.AddRange(town.People);
        await db.SaveChangesAsync();
        await db.Touch(Stamp.Town);
        await db.Touch(Stamp.Devices);
        await transaction.CommitAsync();
        await services.GetRequiredService<TownHall>().Refresh();
    }
}
