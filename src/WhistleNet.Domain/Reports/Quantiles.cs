namespace WhistleNet.Reports;

/// <summary>
/// The two functions that exact intervals of counts need, by their series and continued fractions (Abramowitz and Stegun 6.5.29, 6.5.31 and
/// 26.5.8, evaluated as Lentz does), and their inverses by halving: slow for a library, quick enough for a table, and without a trap.
/// </summary>
public static class Quantiles
{
    private const double Precise = 1e-15, Tiny = 1e-300;
    private const int Steps = 10_000;

    /// <summary>The value below which a gamma variable of this shape and scale 1 stays with this probability.</summary>
    public static double Gamma(double probability, double shape)
    {
        var (low, high) = (0.0, Math.Max(1, shape));
        while (GammaBelow(shape, high) < probability) high *= 2;
        return Halve(x => GammaBelow(shape, x) < probability, low, high);
    }

    /// <summary>The value below which a beta variable stays with this probability.</summary>
    public static double Beta(double probability, double a, double b) => Halve(x => BetaBelow(a, b, x) < probability, 0, 1);

    /// <summary>The regularized lower incomplete gamma function P(a, x).</summary>
    public static double GammaBelow(double a, double x)
    {
        if (x <= 0) return 0;
        var front = Math.Exp(a * Math.Log(x) - x - LogGamma(a));
        if (x < a + 1)
        {
            var (term, sum) = (1 / a, 1 / a);
            for (var n = 1; n < Steps && term > sum * Precise; n++) sum += term *= x / (a + n);
            return front * sum;
        }
        var fraction = Fraction(x + 1 - a, i => (-i * (i - a), x + 1 - a + 2 * i));
        return 1 - front / fraction;
    }

    /// <summary>The regularized incomplete beta function I_x(a, b).</summary>
    public static double BetaBelow(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - BetaBelow(b, a, 1 - x);
        var front = Math.Exp(a * Math.Log(x) + b * Math.Log(1 - x) + LogGamma(a + b) - LogGamma(a) - LogGamma(b)) / a;
        return front / Fraction(1, i =>
        {
            var m = i / 2;
            return (i % 2 == 0 ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1);
        });
    }

    /// <summary>The logarithm of the gamma function, after Lanczos (g = 7, nine terms), good to about fifteen figures.</summary>
    public static double LogGamma(double x)
    {
        ReadOnlySpan<double> terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        var sum = terms[0];
        for (var i = 1; i < terms.Length; i++) sum += terms[i] / (x - 1 + i);
        var t = x + 6.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    // b0 + a1 / (b1 + a2 / (b2 + ...)), by the modified method of Lentz.
    private static double Fraction(double first, Func<int, (double A, double B)> at)
    {
        var f = first == 0 ? Tiny : first;
        var (c, d) = (f, 0.0);
        for (var i = 1; i < Steps; i++)
        {
            var (a, b) = at(i);
            d = Kept(b + a * d);
            c = Kept(b + a / c);
            d = 1 / d;
            f *= c * d;
            if (Math.Abs(c * d - 1) < Precise) break;
        }
        return f;
    }

    private static double Kept(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double Halve(Func<double, bool> isBelow, double low, double high)
    {
        for (var i = 0; i < 200 && high - low > Precise * high; i++)
        {
            var middle = low + (high - low) / 2;
            if (middle == low || middle == high) break;
            if (isBelow(middle)) low = middle;
            else high = middle;
        }
        return low + (high - low) / 2;
    }
}
