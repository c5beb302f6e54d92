using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;

namespace WhistleNet.Reports;

/// <summary>What a circle's week was like in each month is kept, once.</summary>
public sealed class MonthStories
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_is_written_once_for_each_circle_and_the_next_shows_what_changed()
    {
        await using var world = await World.With(circles: 2, shopsEach: 5);
        await world.The<MonthRound>().Walk(Cancel);
        await world.The<MonthRound>().Walk(Cancel); // a repeat changes nothing
        await using (var db = await world.Db())
        {
            var rows = await db.ReadyMonths.AsNoTracking().ToListAsync(Cancel);
            Assert.Equal(world.Street.Circles.Select(c => c.Id).Order(), rows.Select(r => r.CircleId).Order());
            Assert.All(rows, r => Assert.Equal((new DateOnly(2026, 11, 1), 0, 168, 0), (r.Month, r.Ready, r.Gap, r.Shut))); // open, and nobody trained
            await db.Shops.ExecuteUpdateAsync(s => s.SetProperty(x => x.Hours, OpeningHours.TryParse("Mo-Su 08:00-18:00")), Cancel);
            await db.Touch(Stamp.Town, Cancel);
        }
        await world.Restart(after: TimeSpan.FromDays(8)); // December
        await world.The<MonthRound>().Walk(Cancel);
        var months = await world.The<ReadinessBoard>().Months(world.Street.Circles[0]);
        Assert.Equal([(new DateOnly(2026, 12, 1), 70), (new DateOnly(2026, 11, 1), 168)], months.Select(m => (m.Month, m.Gap)));
    }
}
