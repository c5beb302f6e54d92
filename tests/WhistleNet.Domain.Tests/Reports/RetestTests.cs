using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>What a condition measures, and which cannot be measured at all.</summary>
public sealed class RetestTests
{
    private static readonly RetestTyped Typed = new(Measure.FirstArrived, "circle", null, 180, Real: true, Drill: true);

    private static Retest Condition(RetestTyped typed) => typed.Read("station", EventLog.Town, _ => true, out var why) ?? throw new Xunit.Sdk.XunitException($"refused: {why}");

    private static EventLog Log(Mode mode = Mode.Real) =>
        new EventLog(mode, 2, "A", "B", "C").Unreached("C", Unreached.OffDuty).Says(12, "A", Reply.Coming).Take(20).Says(90, "A", Reply.Arrived).Says(170, "B", Reply.Arrived).OnScene(240).Close(400);

    [Theory]
    [InlineData(Measure.FirstAnswer, null, 12d)]
    [InlineData(Measure.FirstArrived, null, 90d)]
    [InlineData(Measure.SelfHelp, null, 12d)]
    [InlineData(Measure.MutualHelp, null, 170d)]
    [InlineData(Measure.Taken, null, 20d)]
    [InlineData(Measure.OnScene, null, 240d)]
    [InlineData(Measure.Unreached, null, 1d)]
    [InlineData(Measure.FirstArrived, "B", 170d)]
    [InlineData(Measure.FirstAnswer, "C", null)]
    [InlineData(Measure.Unreached, "C", 1d)]
    [InlineData(Measure.Unreached, "A", 0d)]
    [InlineData(Measure.FirstArrived, "D", null)]
    [InlineData(Measure.OnScene, "shop", 240d)]
    [InlineData(Measure.OnScene, "A", null)]
    public void A_condition_measures_what_it_names_where_it_names_it(Measure measure, string? shop, double? value) =>
        Assert.Equal(value, new Retest(measure, "circle", shop, 1, Real: true, Drill: true).Value(Log().Finished));

    [Fact]
    public void A_threshold_is_met_up_to_itself_and_not_a_second_beyond()
    {
        Assert.True(Condition(Typed with { Threshold = 90 }).IsMetBy(Log().Finished));
        Assert.False(Condition(Typed with { Threshold = 89 }).IsMetBy(Log().Finished));
    }

    [Theory]
    [InlineData(true, true, Mode.Real, true)]
    [InlineData(true, true, Mode.Drill, true)]
    [InlineData(true, false, Mode.Drill, false)]
    [InlineData(false, true, Mode.Real, false)]
    [InlineData(true, true, Mode.Test, false)]
    public void Only_a_mode_that_counts_measures_and_a_test_never_does(bool real, bool drill, Mode mode, bool counts) =>
        Assert.Equal(counts, new Retest(Measure.FirstArrived, "circle", null, 180, real, drill).IsMetBy(Log().Finished with { Mode = mode }));

    [Fact]
    public void Another_circles_alert_measures_nothing_here() =>
        Assert.Null(new Retest(Measure.FirstArrived, "elsewhere", null, 180, true, true).Value(Log().Finished));

    [Fact]
    public void A_condition_for_a_shop_is_one_of_the_shops_circle() =>
        Assert.Equal(("circle", "A"), (Condition(Typed with { CircleId = null, ShopId = "A" }).CircleId, Condition(Typed with { ShopId = "A" }).ShopId));

    public static TheoryData<string, RetestTyped, bool, Unmeasurable> Impossible => new()
    {
        { "no measure", Typed with { Measure = null }, true, Unmeasurable.NoMeasure },
        { "no place", Typed with { CircleId = null }, true, Unmeasurable.NoPlace },
        { "an unknown circle", Typed with { CircleId = "nowhere" }, true, Unmeasurable.NoPlace },
        { "another station's circle", Typed with { CircleId = "elsewhere" }, true, Unmeasurable.NoPlace },
        { "an unknown shop", Typed with { ShopId = "Z" }, true, Unmeasurable.NoPlace },
        { "no threshold", Typed with { Threshold = null }, true, Unmeasurable.NoThreshold },
        { "no time at all", Typed with { Threshold = 0 }, true, Unmeasurable.ThresholdOutOfRange },
        { "more than a day", Typed with { Threshold = 86_401 }, true, Unmeasurable.ThresholdOutOfRange },
        { "fewer shops than none", Typed with { Measure = Measure.Unreached, Threshold = -1 }, true, Unmeasurable.ThresholdOutOfRange },
        { "more shops than there are", Typed with { Measure = Measure.Unreached, Threshold = 7 }, true, Unmeasurable.ThresholdOutOfRange },
        { "no mode", Typed with { Real = false, Drill = false }, true, Unmeasurable.NoMode },
        { "a test", Typed with { Test = true }, true, Unmeasurable.TestCounts },
        { "a shop without a device", Typed with { ShopId = "A" }, false, Unmeasurable.ShopHasNoDevice },
        { "nobody who could come", Typed, false, Unmeasurable.NobodyToCome },
        { "some of one shop", Typed with { Measure = Measure.Unreached, ShopId = "A", Threshold = 1 }, true, Unmeasurable.CountOfOneShop },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_measured_is_refused_with_why(string what, RetestTyped typed, bool hasDevices, Unmeasurable reason)
    {
        Assert.Null(typed.Read("station", EventLog.Town, _ => hasDevices, out var why));
        Assert.True(reason == why, $"{what}: {why}");
    }
}
