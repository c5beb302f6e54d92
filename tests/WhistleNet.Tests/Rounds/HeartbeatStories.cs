using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WhistleNet.Live;

namespace WhistleNet.Rounds;

/// <summary>Somebody outside hears each minute that the engine runs, and nothing once it stands (P10).</summary>
public sealed class HeartbeatStories
{
    [Fact]
    public async Task The_outside_hears_each_minute_and_nothing_while_the_sweep_stands_still()
    {
        var beats = new ConcurrentQueue<DateTimeOffset>();
        World? world = null;
        await using var outside = await Outside(() => { beats.Enqueue(world!.Time.GetUtcNow()); return StatusCodes.Status200OK; });
        await using (world = await World.With(Street.Of(circles: 1, shopsEach: 1), ("WhistleNet:Heartbeat:Url", outside.Urls.First())))
        {
            await Beats(world, beats, 2);
            world.MeantToFail();
            var stopped = world.Time.GetUtcNow();
            await Do(world, $"ALTER TABLE Stamps RENAME TO Stumps"); // no round can end without it
            for (var minutes = 0; minutes < 3; minutes++) world.Time.Advance(OutsideHeartbeat.Pace);
            await Do(world, $"ALTER TABLE Stumps RENAME TO Stamps");
            var mended = world.Time.GetUtcNow();
            await Beats(world, beats, beats.Count + 1);
            Assert.DoesNotContain(beats, at => at > stopped + EscalationClock.LateAfter && at < mended);
        }
    }

    [Fact]
    public async Task A_heartbeat_that_nobody_takes_is_trouble_at_the_station_until_somebody_does()
    {
        var answer = StatusCodes.Status500InternalServerError;
        await using var outside = await Outside(() => answer);
        await using var world = await World.With(Street.Of(circles: 1, shopsEach: 1), ("WhistleNet:Heartbeat:Url", outside.Urls.First()));
        var station = world.Street.Devices[^1].StationId;
        bool Troubled() => world.The<OutsideHeartbeat>().SignalsFor(Street.StationId).Any();
        await world.Forward(61);
        await Eventually.True(Troubled, "it is trouble");
        await world.Forward(3);
        Assert.Contains(world.The<Supervision>().Of(station).Signals, s => s.What == SignalSay.HeartbeatFails);
        answer = StatusCodes.Status204NoContent;
        await world.Forward(61);
        await Eventually.True(() => !Troubled(), "it is over");
    }

    private static async Task Beats(World world, ConcurrentQueue<DateTimeOffset> beats, int count)
    {
        while (beats.Count < count)
        {
            var before = beats.Count;
            await world.Forward(60);
            await Eventually.True(() => beats.Count > before, "a minute later it beats");
        }
    }

    private static async Task Do(World world, FormattableString sql)
    {
        await using var db = await world.Db();
        await db.Database.ExecuteSqlAsync(sql, TestContext.Current.CancellationToken);
    }

    private static async Task<WebApplication> Outside(Func<int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/", () => Results.StatusCode(answer()));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
