namespace WhistleNet.Reports;

/// <summary>From where to where a figure may well be, at <see cref="Level"/>.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Of twenty such intervals about one misses.</summary>
    public const double Level = 0.95;

    private const double Tail = (1 - Level) / 2;

    /// <summary>Of a count that comes about by chance (Garwood 1936): exact, so that it says something of three whistles too, and of none.</summary>
    public static Interval OfCount(int count) => new(count == 0 ? 0 : Quantiles.Gamma(Tail, count), Quantiles.Gamma(1 - Tail, count + 1));

    /// <summary>Of a share (Clopper and Pearson 1934).</summary>
    public static Interval OfShare(int part, int whole) => new(
        part == 0 ? 0 : Quantiles.Beta(Tail, part, whole - part + 1), part == whole ? 1 : Quantiles.Beta(1 - Tail, part + 1, whole - part));
}

/// <summary>How many in a hundred shops and a month.</summary>
/// <param name="HundredShopMonths">How many hundred shops were there, times the months.</param>
public readonly record struct Rate(int Count, double HundredShopMonths)
{
    public static Rate Of(int count, int shops, Period period) => new(count, shops * period.Months / 100);

    /// <summary>None where there was no shop that could have whistled.</summary>
    public double? Value => HundredShopMonths > 0 ? Count / HundredShopMonths : null;

    public Interval? Interval => HundredShopMonths > 0 && Reports.Interval.OfCount(Count) is var of ? new(of.Low / HundredShopMonths, of.High / HundredShopMonths) : null;
}
