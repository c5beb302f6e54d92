namespace WhistleNet.Demo;

public sealed class DemoClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_push_moves_the_time()
    {
        var clock = new DemoClock();
        var (before, ticks) = (clock.GetUtcNow(), clock.GetTimestamp());
        clock.Push(Hour);
        Assert.InRange(clock.GetUtcNow() - before, Hour, Hour + Eventually.Patience);
        Assert.InRange(clock.GetElapsedTime(ticks), Hour, Hour + Eventually.Patience);
    }

    [Fact]
    public async Task What_becomes_due_by_a_push_happens_at_once()
    {
        var clock = new DemoClock();
        var waiting = Task.Delay(Hour, clock, TestContext.Current.CancellationToken);
        clock.Push(Hour - TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);
        clock.Push(TimeSpan.FromMinutes(1));
        await waiting.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_beat_goes_on_after_a_push()
    {
        var clock = new DemoClock();
        using var beat = new PeriodicTimer(Hour, clock);
        for (var i = 0; i < 3; i++)
        {
            var next = beat.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask();
            clock.Push(Hour);
            Assert.True(await next.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_timer_that_was_put_away_stays_silent()
    {
        var clock = new DemoClock();
        var rang = 0;
        await using (clock.CreateTimer(_ => Interlocked.Increment(ref rang), null, Hour, Timeout.InfiniteTimeSpan)) { }
        var other = Task.Delay(Hour, clock, TestContext.Current.CancellationToken);
        clock.Push(Hour);
        await other.WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(0, rang);
    }
}
