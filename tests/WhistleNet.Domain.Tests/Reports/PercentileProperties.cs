using FsCheck.Xunit;

namespace WhistleNet.Reports;

/// <summary>What holds for percentiles over any times, and a few known ones.</summary>
public sealed class PercentileProperties
{
    private static Percentiles Of(IEnumerable<int?> seconds) => Percentiles.Of(seconds.Select(s => s is { } value ? TimeSpan.FromSeconds(value) : (TimeSpan?)null));

    [Fact]
    public void Ten_known_times_have_the_known_median_and_ninetieth()
    {
        var ten = Of([100, 10, 90, 20, 80, 30, 70, 40, 60, 50]);
        Assert.Equal((10, 0, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(90)), (ten.N, ten.NotReached, ten.P50, ten.P90));
    }

    [Fact]
    public void Below_the_least_number_no_percentile_is_shown_but_the_number_is()
    {
        Assert.Equal(new Percentiles(4, 1, null, null), Of([10, 20, null, 30]));
        Assert.True(Of([10, 20, null, 30]).TooFew);
        Assert.False(Of([10, 20, null, 30, 40]).TooFew);
        Assert.Equal(new Percentiles(0, 0, null, null), Of([]));
    }

    [Fact]
    public void What_half_of_the_alerts_did_not_reach_has_no_median()
    {
        var half = Of([10, 20, null, null, null]);
        Assert.Equal((5, 3, (TimeSpan?)null), (half.N, half.NotReached, half.P50));
        var most = Of([10, 20, 30, 40, null]);
        Assert.Equal((TimeSpan.FromSeconds(30), (TimeSpan?)null), (most.P50, most.P90));
    }

    [Property]
    public void A_percentile_is_one_of_the_times_and_enough_of_them_do_not_exceed_it(int[] times, byte some)
    {
        var (ordered, percent) = (times.Order().ToList(), some % 100 + 1);
        if (ordered.Count == 0) return;
        var rank = Percentiles.Rank(ordered, percent);
        Assert.Contains(rank, times);
        Assert.True(times.Count(t => t <= rank) * 100 >= times.Length * percent);
        Assert.True(times.Count(t => t < rank) * 100 < times.Length * percent);
    }

    [Property]
    public void The_order_of_the_alerts_says_nothing(ushort[] times, int seed)
    {
        var mixed = times.ToArray();
        new Random(seed).Shuffle(mixed);
        Assert.Equal(Of(times.Select(t => (int?)t)), Of(mixed.Select(t => (int?)t)));
    }

    [Property]
    public void An_alert_that_did_not_reach_it_never_makes_a_circle_look_faster(ushort[] times)
    {
        var (before, after) = (Of(times.Select(t => (int?)t)), Of(times.Select(t => (int?)t).Append(null)));
        Assert.Equal((before.N + 1, before.NotReached + 1), (after.N, after.NotReached));
        if (before.TooFew) return;
        Assert.True((after.P50 ?? TimeSpan.MaxValue) >= before.P50);
        Assert.True((after.P90 ?? TimeSpan.MaxValue) >= before.P90);
    }
}
