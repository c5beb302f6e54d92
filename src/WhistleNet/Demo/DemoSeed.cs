using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Demo;

internal static class DemoSeed
{
    /// <summary>Founds the town where there is none, and lets it have a past; a folder that was used before keeps what is in it.</summary>
    /// <param name="open">Opens the house at an earlier time.</param>
    public static async Task Sow(IServiceProvider services, Func<DateTimeOffset, Task<DemoPast>> open)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();
        if (await db.Stations.AnyAsync()) return;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (founded, folder) = (now - DemoHistory.Age, services.GetRequiredService<DemoFolder>());
        await folder.Found(async () =>
        {
            await Found(db, new DemoTown(folder, founded));
            await using var past = await open(founded);
            await DemoHistory.Play(past, now);
        });
        await services.GetRequiredService<TownHall>().Refresh();
    }

    private static async Task Found(WhistleDb db, DemoTown town)
    {
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
    }
}
