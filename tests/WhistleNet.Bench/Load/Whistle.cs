using System.Diagnostics;

namespace WhistleNet.Bench.Load;

/// <summary>What the crowd saw of one alert. Times are ticks of the stopwatch; the neighbours are all who heard but the raiser and the station.</summary>
public sealed class Whistle
{
    private readonly Lock _gate = new();
    private readonly List<long> _neighbours = [];
    private readonly Dictionary<string, long> _receipts = [];
    private readonly HashSet<string> _closed = [];
    private (int Heard, int Receipts, int Closed) _wanted = (int.MaxValue, int.MaxValue, int.MaxValue);
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When the press began.</summary>
    public long Start { get; set; }

    /// <summary>When the press was answered.</summary>
    public long Answered { get; set; }

    /// <summary>When the station heard of it.</summary>
    public long Station { get; private set; }

    /// <summary>Everybody heard, and the station has everybody's receipt.</summary>
    public Task All => _all.Task;

    /// <summary>The station has everybody's receipt of the closing.</summary>
    public Task Over => _over.Task;

    public void HeardBy(bool station, long at)
    {
        lock (_gate)
        {
            if (!station) _neighbours.Add(at);
            else if (Station == 0) Station = at;
        }
        Look();
    }

    /// <summary>A receipt that the station was told of.</summary>
    public void Receipt(string device, bool ofClosing, long at)
    {
        lock (_gate)
        {
            _receipts.TryAdd(device, at);
            if (ofClosing) _closed.Add(device);
        }
    }

    /// <summary>Says how many are to hear, and how many receipts there will be (the raiser's own device is among them).</summary>
    public void Expect(int neighbours, int receipts)
    {
        lock (_gate) _wanted = (neighbours, receipts, receipts);
        Look();
    }

    public void Look()
    {
        var (all, over) = (false, false);
        lock (_gate)
        {
            all = _neighbours.Count >= _wanted.Heard && _receipts.Count >= _wanted.Receipts && Station > 0;
            over = _closed.Count >= _wanted.Closed;
        }
        if (all) _all.TrySetResult();
        if (over) _over.TrySetResult();
    }

    /// <summary>The times of one press, in milliseconds since it began; none where somebody never heard.</summary>
    /// <param name="raiser">The device that pressed, whose own receipt is nobody's news.</param>
    public Timing? Timing(string raiser)
    {
        lock (_gate)
        {
            var receipts = _receipts.Where(r => r.Key != raiser).Select(r => Ms(r.Value)).ToList();
            if (_neighbours.Count < _wanted.Heard || receipts.Count < _wanted.Heard || Station == 0) return null;
            return new Timing(_neighbours.Max(Ms), receipts.Max(), Ms(Station), Ms(Answered), [.. _neighbours.Select(Ms)]);
        }
    }

    private double Ms(long at) => (at - Start) * 1_000d / Stopwatch.Frequency;
}

/// <summary>Milliseconds from the press: until the last neighbour heard, until the station had every receipt, until the station heard, until the answer, and each neighbour's.</summary>
public sealed record Timing(double Last, double Receipts, double Station, double Answer, IReadOnlyList<double> Each);
