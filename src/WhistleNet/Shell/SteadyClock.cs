namespace WhistleNet.Shell;

/// <summary>
/// The house's time: it starts from the machine's clock and then goes by the monotonic one, so that a machine whose clock jumps fires
/// no clock early or late and puts no change before the one it followed. It never runs backwards. What it differs by from the
/// machine's clock is worked off slowly; a clock that was set forward is followed at once where no alert is open to be hurried.
/// </summary>
public sealed class SteadyClock(TimeProvider machine) : TimeProvider
{
    /// <summary>Below this the machine's clock is only being tended; beyond it somebody or something set it.</summary>
    public static readonly TimeSpan Jump = TimeSpan.FromSeconds(2);

    private const int PassingForOne = 20; // a twentieth of the time that passes is worked off: 60 s stay within 3 s of 60

    private readonly Lock _gate = new();
    private DateTimeOffset _from = machine.GetUtcNow();
    private long _mark = machine.GetTimestamp();
    private TimeSpan _toWorkOff;

    /// <summary>How far the machine's clock is ahead of the house's; negative where it is behind.</summary>
    public TimeSpan Gap
    {
        get { lock (_gate) return machine.GetUtcNow() - Reckon(machine.GetTimestamp()); }
    }

    public override long TimestampFrequency => machine.TimestampFrequency;
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return Reckon(machine.GetTimestamp());
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Time went on at least to here in another life: a machine that woke up with its clock at zero must not undo that.</summary>
    public void NotBefore(DateTimeOffset moment)
    {
        lock (_gate)
        {
            var stamp = machine.GetTimestamp();
            if (Reckon(stamp) < moment) (_from, _mark, _toWorkOff) = (moment, stamp, default);
        }
    }

    /// <summary>Looks at the machine's clock, to come nearer to it from now on; called each second.</summary>
    /// <param name="calm">No alert is open: a clock that was set forward may be followed at once. Worth asking only where <see cref="Gap"/> is over <see cref="Jump"/>.</param>
    public void Follow(bool calm)
    {
        lock (_gate)
        {
            var stamp = machine.GetTimestamp();
            var (now, there) = (Reckon(stamp), machine.GetUtcNow());
            (_from, _mark) = (calm && there > now ? there : now, stamp);
            _toWorkOff = there - _from;
        }
    }

    private DateTimeOffset Reckon(long stamp)
    {
        var passed = machine.GetElapsedTime(_mark, stamp);
        var most = passed / PassingForOne;
        return _from + passed + (_toWorkOff > most ? most : _toWorkOff < -most ? -most : _toWorkOff);
    }
}
