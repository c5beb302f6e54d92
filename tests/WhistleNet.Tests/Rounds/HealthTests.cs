using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Rounds;

public sealed class HealthTests
{
    [Fact]
    public async Task A_running_house_is_live_and_its_engine_runs()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        await world.Forward(2);
        foreach (var part in new[] { "live", "engine" }) (await world.Stranger().Get("/health/" + part)).Must(200);
    }

    [Fact]
    public async Task An_engine_whose_sweep_stopped_is_red_while_the_pages_still_answer()
    {
        await using var world = await World.With(circles: 1, shopsEach: 1);
        await world.Forward(2);
        world.MeantToFail();
        await using (var db = await world.Db())
            await db.Database.ExecuteSqlAsync($"ALTER TABLE Stamps RENAME TO Stumps", TestContext.Current.CancellationToken); // no round can end without it
        world.Time.Advance(TimeSpan.FromSeconds(9));
        (await world.Stranger().Get("/health/engine")).Must(200);
        world.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("engine", (await world.Stranger().Get("/health/engine")).Must(503)["part"]);
        (await world.Stranger().Get("/health/live")).Must(200);
    }

    [Fact]
    public async Task One_alert_that_cannot_be_moved_keeps_no_other_waiting_and_turns_the_engine_red()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        world.MeantToFail();
        var (bad, good) = ((await world.Shop(0, 0).Press()).AlertId, (await world.Shop(0, 1).Press()).AlertId);
        await using (var db = await world.Db())
        {
            db.Shops.Remove(db.Shops.Single(s => s.Id == world.Shop(0, 0).ShopId)); // a widening asks where it stands
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        }
        await world.The<TownHall>().Refresh(TestContext.Current.CancellationToken);
        world.Time.Advance(TimeSpan.FromSeconds(61));
        await Eventually.True(async () => (await world.Console().Get($"alerts/{good}")).Text.Contains("widened", StringComparison.Ordinal), "the good one was widened");
        world.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("raised", (await world.Console().Get($"alerts/{bad}"))["state"]);
        await Eventually.True(async () => (await world.Stranger().Get("/health/engine")).Code == 503, "the engine is red");
    }

    [Fact]
    public async Task Another_process_changes_the_town_and_a_second_later_it_is_known()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        await using (var db = await world.Db())
        {
            db.Shops.Single(s => s.Id == world.Shop(0, 0).ShopId).Name = "新名字";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await world.Forward(1);
        Assert.NotEqual("新名字", world.The<TownHall>().Town.Shop(world.Shop(0, 0).ShopId)!.Name); // nobody moved the stamp
        await using (var db = await world.Db()) await db.Touch(Stamp.Town, TestContext.Current.CancellationToken);
        await world.Forward(1);
        Assert.Equal("新名字", world.The<TownHall>().Town.Shop(world.Shop(0, 0).ShopId)!.Name);
    }
}
