using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>How quickly circles reach 1-3-5: a mode at a time, with how many it is of.</summary>
public sealed class StatisticsTests
{
    private static readonly Actor Officer = new("officer", "李警官", Role.Officer, Street.StationId);

    [Fact]
    public async Task Months_and_circles_are_apart_a_few_alerts_are_only_counted_and_no_drill_is_among_the_real_ones()
    {
        await using var world = await World.With(circles: 2, shopsEach: 2);
        await using (var db = await world.Db())
        {
            var at = world.Time.GetUtcNow();
            foreach (var number in Enumerable.Range(1, 6)) db.Add(Of(world, 0, Mode.Real, at.AddMinutes(-number * 10), taken: number * 10));
            foreach (var number in Enumerable.Range(1, 2)) db.Add(Of(world, 0, Mode.Drill, at.AddMinutes(-number * 10), taken: 1));
            db.Add(Of(world, 0, Mode.Real, at.AddMinutes(-200), taken: 1, Outcome.Slip));
            db.Add(Of(world, 1, Mode.Real, at.AddMonths(-1), taken: null));
            db.Add(Of(world, 1, Mode.Real, at.AddMonths(-13), taken: 5));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var board = world.The<StatisticsBoard>();
        var real = await board.Of(Street.StationId, Mode.Real);
        Assert.Equal(["2026-11 第0组", "2026-10 第1组"], real.Select(m => $"{m.Month:yyyy-MM} {m.Circle}"));
        Assert.Equal(new Percentiles(6, 0, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)), real[0].Stages[Stage.SelfHelp]);
        Assert.Equal((6, 6, (TimeSpan?)null), (real[0].Stages[Stage.OnScene].N, real[0].Stages[Stage.OnScene].NotReached, real[0].Stages[Stage.OnScene].P50));
        Assert.Equal(new Percentiles(1, 1, null, null), real[1].Stages[Stage.SelfHelp]);
        Assert.Contains("n=1", StatisticsSay.Of(real[1].Stages[Stage.SelfHelp]), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await board.Of(Street.StationId, Mode.Drill)).Stages[Stage.SelfHelp].N);
        Assert.Empty(await board.Of(Street.StationId, Mode.Test));
    }

    private static Report Of(World world, int circle, Mode mode, DateTimeOffset at, int? taken, Outcome? outcome = null)
    {
        var shop = world.Street.Shop(circle, 0);
        var alert = Alert.Raise(new Whistle(Data.Ids.New(), shop.StationId, shop.CircleId, shop.Id, mode, Kind.Fight, Silent: false, Needed: 1), Officer, at, Clocks.Default, null);
        if (taken is { } second) Assert.Null(alert.Take(Officer, at.AddSeconds(second), Clocks.Default));
        Assert.Null(alert.Close(Officer, outcome ?? (mode == Mode.Drill ? Outcome.Drill : Outcome.Stopped), "x", at.AddSeconds(100)));
        return Report.Of(alert, Measured.Of(alert, alert.Lines, [], Targets.Default), ReportTimes.Default, Data.Ids.New(), TimeSpan.FromDays(90));
    }
}
