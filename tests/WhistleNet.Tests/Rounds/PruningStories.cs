using Microsoft.EntityFrameworkCore;
using WhistleNet.Live;
using WhistleNet.Log;
using WhistleNet.People;

namespace WhistleNet.Rounds;

/// <summary>What opens nothing any more goes, and leaves how many it was.</summary>
public sealed class PruningStories
{
    private static readonly Actor Admin = new("a", "管理员", Role.Admin, Street.StationId);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Used_expired_and_revoked_codes_go_after_thirty_days_and_their_number_is_recorded_once()
    {
        await using var world = await World.With(circles: 1, shopsEach: 4);
        var (codes, shop) = (world.The<CodeDesk>(), world.Street.Shop(0, 0).Id);
        Assert.NotNull(await world.The<EnrolDesk>().Enrol((await codes.ForScreen(Admin, shop))!.Code, "李")); // used
        await codes.ForScreen(Admin, shop); // too old in ten minutes
        await codes.ForPaper(Admin, world.Street.Shops.Take(3), "back");
        await codes.RevokeBatch(Admin, Street.StationId, "back");
        await world.Restart(after: TimeSpan.FromDays(30));
        await world.The<CodeDesk>().ForPaper(Admin, world.Street.Shops.Take(2), "good");
        Assert.True(await world.The<Pruning>().Walk(Cancel));
        Assert.Equal(7, await Codes(world)); // thirty days, and not a second more
        await world.Restart(after: EnrolCode.OnScreen + TimeSpan.FromSeconds(1));
        await Eventually.True(async () => await Codes(world) == 2, "the round at start removed what was over");
        Assert.True(await world.The<Pruning>().Walk(Cancel));
        await using var db = await world.Db();
        var record = await db.Access.AsNoTracking().SingleAsync(r => r.What == Deed.CodesPruned, Cancel);
        Assert.Equal(("5", Actor.System.Id), (record.Object, record.ActorId));
    }

    [Fact]
    public async Task A_round_that_fails_removes_nothing_and_the_station_sees_it_until_it_is_done()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        world.MeantToFail();
        await world.The<CodeDesk>().ForScreen(Admin, world.Street.Shop(0, 0).Id);
        await world.Restart(after: TimeSpan.FromSeconds(1));
        await using (var db = await world.Db())
        {
            await db.EnrolCodes.ExecuteUpdateAsync(c => c.SetProperty(x => x.RevokedAt, world.Time.GetUtcNow() - TimeSpan.FromDays(31)), Cancel);
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER held BEFORE DELETE ON EnrolCodes BEGIN SELECT RAISE(ABORT, 'held'); END", Cancel);
        }
        Assert.False(await world.The<Pruning>().Walk(Cancel));
        Assert.Contains(world.The<Supervision>().Of(Street.StationId).Signals, s => s.What == SignalSay.NotPruned);
        await using (var db = await world.Db()) await db.Database.ExecuteSqlRawAsync("DROP TRIGGER held", Cancel);
        Assert.True(await world.The<Pruning>().Walk(Cancel));
        Assert.Empty(world.The<Pruning>().SignalsFor(Street.StationId));
        Assert.Equal(0, await Codes(world));
    }

    private static async Task<int> Codes(World world)
    {
        await using var db = await world.Db();
        return await db.EnrolCodes.CountAsync(Cancel);
    }
}
