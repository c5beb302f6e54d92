using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WhistleNet.Shell;

namespace WhistleNet.Rounds;

/// <summary>The engine's second look at the machine's clock: what it does when somebody set it forward.</summary>
public sealed class FollowStory
{
    [Fact]
    public async Task A_clock_set_forward_is_followed_at_once_while_nothing_is_open_and_slowly_while_something_is()
    {
        await using var world = await World.With(circles: 1, shopsEach: 2);
        var machine = new Machine(world.Time.GetUtcNow());
        var steady = new SteadyClock(machine);
        using var engine = new EscalationClock(world.The<Sweep>(), new LastTick(Path.Combine(world.Folder, "another-tick")), steady, NullLogger<EscalationClock>.Instance);
        await engine.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.True(() => engine.LastSweepAt is not null, "the first sweep ended");

        await AnHourForward();
        Assert.Equal(TimeSpan.Zero, steady.Gap);
        await world.Shop(0, 0).Press();
        await AnHourForward();
        Assert.InRange(steady.Gap.TotalMinutes, 59, 60);

        await engine.StopAsync(TestContext.Current.CancellationToken);

        async Task AnHourForward()
        {
            var last = engine.LastSweepAt;
            machine.Set(TimeSpan.FromHours(1));
            await Eventually.True(() =>
            {
                machine.Advance(EscalationClock.Tick);
                return engine.LastSweepAt > last?.AddSeconds(2);
            }, "sweeps ended after the clock was set");
        }
    }

    /// <summary>A machine whose clock somebody sets while its timers run on.</summary>
    private sealed class Machine(DateTimeOffset start) : TimeProvider
    {
        private readonly FakeTimeProvider _steady = new(start);
        private TimeSpan _off;

        public override long TimestampFrequency => _steady.TimestampFrequency;
        public override long GetTimestamp() => _steady.GetTimestamp();
        public override DateTimeOffset GetUtcNow() => _steady.GetUtcNow() + _off;
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _steady.CreateTimer(callback, state, dueTime, period);

        public void Set(TimeSpan by) => _off += by;
        public void Advance(TimeSpan by) => _steady.Advance(by);
    }
}
