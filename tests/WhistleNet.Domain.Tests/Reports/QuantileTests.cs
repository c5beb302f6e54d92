namespace WhistleNet.Reports;

/// <summary>
/// Intervals against another implementation: mpmath 1.3.0 with forty digits, <c>gammainc</c> and <c>betainc</c> (regularized), solved for
/// 2.5 and 97.5 per cent by halving. The first rows are the ones that Garwood (1936) and Clopper and Pearson (1934) print.
/// </summary>
public sealed class QuantileTests
{
    public static TheoryData<int, double, double> Counts => new()
    {
        { 0, 0.0, 3.68887945411394 }, { 1, 0.0253178079842899, 5.5716433909389 }, { 2, 0.242209278543965, 7.22468766772396 }, { 3, 0.618672122895601, 8.76727306974233 },
        { 5, 1.62348639011842, 11.6683320793227 }, { 10, 4.79538869613243, 18.3903560420178 }, { 25, 16.1786818478293, 36.9049316975304 },
        { 100, 81.3639912509231, 121.626793792426 }, { 1000, 938.973018407695, 1063.9521360163 },
    };

    public static TheoryData<int, int, double, double> Shares => new()
    {
        { 0, 1, 0.0, 0.975 }, { 0, 10, 0.0, 0.308497107818761 }, { 1, 10, 0.00252857854446178, 0.445016117028195 }, { 3, 10, 0.0667395111777345, 0.652452850059997 },
        { 5, 10, 0.187086028447399, 0.812913971552601 }, { 10, 10, 0.691502892181239, 1.0 }, { 2, 57, 0.00427789494053177, 0.121070663196201 },
        { 40, 100, 0.303294768702877, 0.502790849577665 }, { 7, 1000, 0.00281885875962053, 0.0143691949789186 }, { 500, 1000, 0.468549172971792, 0.531450827028208 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_count_may_well_be_from_here_to_there(int count, double low, double high)
    {
        var of = Interval.OfCount(count);
        Assert.Equal(low, of.Low, low * 1e-10);
        Assert.Equal(high, of.High, high * 1e-10);
    }

    [Theory]
    [MemberData(nameof(Shares))]
    public void A_share_may_well_be_from_here_to_there(int part, int whole, double low, double high)
    {
        var of = Interval.OfShare(part, whole);
        Assert.Equal(low, of.Low, 1e-10);
        Assert.Equal(high, of.High, 1e-10);
    }
}
