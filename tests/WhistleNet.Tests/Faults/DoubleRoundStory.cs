using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Rounds;

namespace WhistleNet.Faults;

/// <summary>A round that runs twice at once, or again after a kill (F17): the rows say what is due, so the second finds nothing left to do.</summary>
public sealed class DoubleRoundStory
{
    [Fact, Trait("fault", "F17")]
    public async Task Eight_rounds_at_once_do_each_thing_once()
    {
        await using var world = await World.With(circles: 4, shopsEach: 12);
        var alerts = new List<string>();
        for (var circle = 0; circle < 4; circle++) alerts.Add((await world.Shop(circle, 0).Press()).AlertId);
        var practice = (await world.Shop(0, 1).Press(new { mode = "test" })).AlertId;
        await world.Restart(after: TimeSpan.FromSeconds(61)); // everything is due at once, to a house that was down
        var now = world.Time.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.The<Sweep>().Run(now, TestContext.Current.CancellationToken))));

        await using var db = await world.Db();
        var lines = await db.Lines.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        foreach (var alert in alerts)
        {
            Assert.Single(lines, l => l.AlertId == alert && l.What == Entry.Widened);
            Assert.Equal(2, lines.Count(l => l.AlertId == alert && l.What == Entry.Escalated)); // 30 s and 60 s are past: each rung once
        }
        Assert.Single(lines, l => l.AlertId == practice && l.What == Entry.Closed);
        var notices = await db.Notices.AsNoTracking().Where(n => n.DeviceId != null).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(notices.Count, notices.DistinctBy(n => (n.AlertId, n.DeviceId, n.To, n.Ring)).Count());
        Figures.Held("F17", $"eight rounds at once over {alerts.Count} alerts past due and a practice: {lines.Count(l => l.What == Entry.Widened)} rings and {lines.Count(l => l.What == Entry.Escalated)} rungs called, each once, {notices.Count} notices, none twice; the practice closed once");
    }
}
