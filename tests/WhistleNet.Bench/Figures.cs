namespace WhistleNet.Bench;

/// <summary>One figure over several rounds.</summary>
public sealed record Figure(double Median, double Least, double Most)
{
    public static Figure Of(IEnumerable<double> rounds)
    {
        var sorted = rounds.Order().ToList();
        return new(sorted.At(0.5), sorted[0], sorted[^1]);
    }
}

public static class Figures
{
    /// <summary>The value below which this share of the sorted list lies.</summary>
    public static double At(this List<double> sorted, double share) => sorted.Count == 0 ? double.NaN
        : share == 0.5 && sorted.Count % 2 == 0 ? (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2
        : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    public static double P(this IEnumerable<double> values, double share) => values.Order().ToList().At(share);
}
