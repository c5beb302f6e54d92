using WhistleNet.Live;

namespace WhistleNet.Log;

/// <summary>Since when the log is in trouble, for the station's strip: its records cannot be written, or its ends do not get outside.</summary>
public sealed class LogWatch(TimeProvider time) : IWatcher
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _unwritten;
    private DateTimeOffset? _notOutside;

    public IEnumerable<Signal> SignalsFor(string stationId)
    {
        lock (_gate)
        {
            List<Signal> signals = [];
            if (_unwritten is not null) signals.Add(new(Grade.Trouble, SignalSay.LogUnwritten, [], _unwritten));
            if (_notOutside is not null) signals.Add(new(Grade.Trouble, SignalSay.LogNotOutside, [], _notOutside));
            return signals;
        }
    }

    /// <summary>A record was written, or could not be.</summary>
    public void Recorded(bool written)
    {
        lock (_gate) _unwritten = written ? null : _unwritten ?? time.GetUtcNow();
    }

    /// <summary>The chains' ends were written down outside, or could not be.</summary>
    public void Outside(bool reached)
    {
        lock (_gate) _notOutside = reached ? null : _notOutside ?? time.GetUtcNow();
    }
}
