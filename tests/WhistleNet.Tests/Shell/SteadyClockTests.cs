namespace WhistleNet.Shell;

public sealed class SteadyClockTests
{
    private readonly Machine _machine = new();
    private readonly SteadyClock _clock;

    public SteadyClockTests() => _clock = new SteadyClock(_machine);

    [Theory]
    [InlineData(3600)]
    [InlineData(-1800)]
    public void A_machine_whose_clock_is_set_fires_nothing_early_or_late(int jump)
    {
        var before = _clock.GetUtcNow();
        _machine.Set(jump);
        Live(seconds: 60);
        Assert.InRange((_clock.GetUtcNow() - before).TotalSeconds, 57, 63);
        Assert.True(_clock.Gap.Duration() > SteadyClock.Jump);
    }

    [Fact]
    public void It_never_runs_backwards_and_comes_to_the_machines_time_in_the_end()
    {
        _machine.Set(-30);
        var last = _clock.GetUtcNow();
        for (var second = 0; second < 700; second++)
        {
            Live(seconds: 1);
            Assert.True(_clock.GetUtcNow() > last);
            last = _clock.GetUtcNow();
        }
        Assert.Equal(_machine.GetUtcNow(), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, _clock.Gap);
    }

    [Fact]
    public void A_clock_set_forward_is_followed_at_once_where_no_alert_is_open_and_one_set_back_is_not()
    {
        _machine.Set(7200);
        _clock.Follow(calm: true);
        Assert.Equal(_machine.GetUtcNow(), _clock.GetUtcNow());
        var there = _clock.GetUtcNow();
        _machine.Set(-7200);
        _clock.Follow(calm: true);
        Assert.Equal(there, _clock.GetUtcNow());
    }

    [Fact]
    public void A_machine_that_woke_up_in_1970_goes_on_from_the_last_life()
    {
        var last = _machine.GetUtcNow();
        _machine.Set(-(int)TimeSpan.FromDays(10_000).TotalSeconds);
        var clock = new SteadyClock(_machine);
        clock.NotBefore(last);
        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(last.AddSeconds(1), clock.GetUtcNow());
    }

    private void Live(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            _machine.Advance(TimeSpan.FromSeconds(1));
            _clock.Follow(calm: false);
        }
    }

    /// <summary>A machine whose clock somebody sets while its monotonic one runs on.</summary>
    private sealed class Machine : TimeProvider
    {
        private TimeSpan _up, _off;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override long GetTimestamp() => _up.Ticks;
        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero) + _up + _off;

        public void Set(int bySeconds) => _off += TimeSpan.FromSeconds(bySeconds);
        public void Advance(TimeSpan by) => _up += by;
    }
}
