namespace WhistleNet.Reports;

/// <summary>
/// How long something took, over many alerts: nearest-rank percentiles, with how many they are of. What was not reached counts as
/// longer than everything that was, so that a stage nobody reached cannot look fast; a percentile may itself be "not reached".
/// </summary>
/// <param name="N">How many alerts; always shown.</param>
/// <param name="NotReached">How many of them did not reach it.</param>
/// <param name="P50">None where it was not reached, or where there are too few.</param>
public sealed record Percentiles(int N, int NotReached, TimeSpan? P50, TimeSpan? P90)
{
    /// <summary>Below this a percentile says more of chance than of a circle, and is not shown; our own choice.</summary>
    public const int Least = 5;

    public bool TooFew => N < Least;

    /// <param name="took">One for each alert; none where it was not reached.</param>
    public static Percentiles Of(IEnumerable<TimeSpan?> took)
    {
        var all = took.Order(Comparer<TimeSpan?>.Create((a, b) => (a ?? TimeSpan.MaxValue).CompareTo(b ?? TimeSpan.MaxValue))).ToList();
        var missing = all.Count(t => t is null);
        return all.Count < Least ? new(all.Count, missing, null, null) : new(all.Count, missing, Rank(all, 50), Rank(all, 90));
    }

    /// <summary>The nearest rank: the smallest value that at least so many per cent of all do not exceed.</summary>
    /// <param name="percent">1 to 100.</param>
    public static T Rank<T>(IReadOnlyList<T> ordered, int percent) => ordered[(ordered.Count * percent + 99) / 100 - 1];
}
