using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>
/// What a station's alerts of one mode show. Real alerts and drills are never in one figure, and tests are in none, whatever is handed in;
/// a table-top has no alert and so no part in it.
/// </summary>
public sealed class History
{
    private readonly List<PastAlert> _alerts;
    private readonly ILookup<string, Missed> _missed;

    /// <param name="alerts">Of a period, of whatever mode.</param>
    /// <param name="missed">Of those that are over.</param>
    public History(Mode mode, IEnumerable<PastAlert> alerts, IEnumerable<Missed> missed)
    {
        Mode = mode;
        _alerts = mode == Mode.Test ? [] : [.. alerts.Where(a => a.Mode == mode)];
        var counted = _alerts.Where(a => a.Is(Tally.Counted)).Select(a => a.Id).ToHashSet();
        _missed = missed.Where(m => counted.Contains(m.AlertId)).ToLookup(m => m.AlertId);
    }

    public Mode Mode { get; }

    /// <summary>Closed into another, and in no figure but this.</summary>
    public int Duplicates => _alerts.Count(a => !a.Is(Tally.Counted));

    public IEnumerable<PastAlert> Of(Tally tally) => _alerts.Where(a => a.Is(tally));

    public Figures Whole => FiguresOf(Of(Tally.Counted));

    /// <summary>The parts of a cut in which anything happened, in the order of their words.</summary>
    public IReadOnlyList<(string Key, Figures Figures)> By(Cut cut, Town town) =>
        [.. Of(Tally.Counted).GroupBy(a => cut.KeyOf(a, town)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, FiguresOf(g)))];

    /// <summary>How often each shop did not hear, by shop.</summary>
    public IReadOnlyDictionary<string, int> Unreached => _missed.SelectMany(m => m).GroupBy(m => m.ShopId).ToDictionary(g => g.Key, g => g.Select(m => m.AlertId).Distinct().Count());

    private Figures FiguresOf(IEnumerable<PastAlert> counted)
    {
        var all = counted.ToList();
        var measured = all.Where(a => a.Is(Tally.Measured)).ToList();
        return new(all.Count, all.Count(a => a.Is(Tally.True)), all.Count(a => a.Is(Tally.False)), all.Count(a => a.Is(Tally.Unknown)), all.Count(a => a.Is(Tally.Open)), measured.Count,
            all.Count(a => _missed.Contains(a.Id)), Stages.All.ToDictionary(s => s, s => Percentiles.Of(measured.Select(a => a.Of(s)))));
    }
}

/// <summary>What is told of some alerts.</summary>
/// <param name="N">All but duplicates.</param>
/// <param name="True">What became of them; of drills nothing but that they ended.</param>
/// <param name="Measured">Those whose times are told of.</param>
/// <param name="WithUnreached">Those of which some shop never heard.</param>
public sealed record Figures(int N, int True, int False, int Unknown, int Open, int Measured, int WithUnreached, IReadOnlyDictionary<Stage, Percentiles> Stages)
{
    public int Of(Tally tally) => tally switch
    {
        Tally.Counted => N,
        Tally.Measured => Measured,
        Tally.True => True,
        Tally.False => False,
        Tally.Unknown => Unknown,
        _ => Open,
    };
}
