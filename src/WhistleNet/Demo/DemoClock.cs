namespace WhistleNet.Demo;

/// <summary>
/// The demo's clock: real time plus what somebody pushed it forward. Timers that become due by a push fire at once, so that the
/// whole house ages together: rungs, rings, beats, and the feet of the simulated neighbours.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Alarm> _set = [];
    private TimeSpan _ahead;

    /// <summary>How far it was pushed.</summary>
    public TimeSpan Ahead
    {
        get { lock (_gate) return _ahead; }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Push(TimeSpan by)
    {
        List<Alarm> waiting;
        lock (_gate)
        {
            _ahead += by;
            waiting = [.. _set];
        }
        foreach (var alarm in waiting) alarm.Reckon();
    }

    /// <summary>A timer that keeps its own due time, so that it can be reckoned again after a push.</summary>
    private sealed class Alarm : ITimer
    {
        private readonly DemoClock _clock;
        private readonly ITimer _real;
        private readonly Lock _gate = new();
        private DateTimeOffset? _due;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public Alarm(DemoClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _real = System.CreateTimer(_ => Ring(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                (_due, _period) = (dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime, period);
                return Set();
            }
        }

        public void Reckon()
        {
            lock (_gate) Set();
        }

        public void Dispose()
        {
            lock (_gate) _due = null;
            lock (_clock._gate) _clock._set.Remove(this);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring(TimerCallback callback, object? state)
        {
            lock (_gate)
            {
                if (_due is not { } due) return;
                var now = _clock.GetUtcNow();
                if (due > now) // rang early, by the grain of the real timer
                {
                    Set();
                    return;
                }
                _due = _period > TimeSpan.Zero ? now + _period : null;
                Set();
            }
            callback(state);
        }

        private bool Set()
        {
            lock (_clock._gate)
            {
                if (_due is null) _clock._set.Remove(this);
                else _clock._set.Add(this);
            }
            if (_due is not { } due) return _real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var left = due - _clock.GetUtcNow();
            return _real.Change(left > TimeSpan.Zero ? left + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
