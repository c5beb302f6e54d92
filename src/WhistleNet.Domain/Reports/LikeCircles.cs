namespace WhistleNet.Reports;

/// <summary>How many whistles a circle had.</summary>
public sealed record CircleCount(string CircleId, string AreaId, int Shops, int Whistles);

/// <summary>What a circle's rate says beside those of circles like it.</summary>
public enum Finding
{
    /// <summary>There is no circle like it, or so little was whistled in all that even none here would say nothing.</summary>
    TooLittle,

    /// <summary>The difference may well be chance.</summary>
    AsOthers,

    /// <summary>Too few is a finding too: is the whistle known, charged, trusted?</summary>
    Fewer,
    More,
}

/// <summary>A circle beside those like it.</summary>
/// <param name="Like">The others that it is held against.</param>
/// <param name="Ratio">Its rate over theirs; none where they had no whistle.</param>
/// <param name="RatioInterval">Exact, by the share of all whistles that fell to it.</param>
public sealed record Likeness(CircleCount Circle, Rate Rate, IReadOnlyList<string> Like, Rate Others, double? Ratio, Interval? RatioInterval, Finding Finding);

/// <summary>
/// Holds a circle's whistles against those of circles like it: of about as many shops, of the same area where that has enough of them. Of
/// circles alone, and without a rank: whoever stands last of ten by chance is not worse.
/// </summary>
public static class LikeCircles
{
    /// <summary>Fewer of the same area are too few to be the measure; then the whole station's are asked.</summary>
    public const int Enough = 3;

    /// <summary>Half as many shops again, or two thirds of them, is still about as many.</summary>
    public const double About = 1.5;

    public static IReadOnlyList<Likeness> Compare(IReadOnlyCollection<CircleCount> circles, Period period) => [.. circles.Select(c => Of(c, LikeOf(c, circles), period))];

    private static List<CircleCount> LikeOf(CircleCount circle, IEnumerable<CircleCount> all)
    {
        var like = all.Where(c => c.CircleId != circle.CircleId && c.Shops > 0 && c.Shops <= circle.Shops * About && circle.Shops <= c.Shops * About).ToList();
        var near = like.Where(c => c.AreaId == circle.AreaId).ToList();
        return near.Count >= Enough ? near : like;
    }

    private static Likeness Of(CircleCount circle, List<CircleCount> like, Period period)
    {
        var (own, others) = (Rate.Of(circle.Whistles, circle.Shops, period), Rate.Of(like.Sum(c => c.Whistles), like.Sum(c => c.Shops), period));
        var all = own.Count + others.Count;
        List<string> ids = [.. like.Select(c => c.CircleId)];
        if (like.Count == 0 || own.HundredShopMonths <= 0 || all == 0) return new(circle, own, ids, others, null, null, Finding.TooLittle);
        var more = others.HundredShopMonths / own.HundredShopMonths;
        var share = Interval.OfShare(own.Count, all);
        var ratio = new Interval(Odds(share.Low) * more, Odds(share.High) * more);
        var finding = ratio.Low > 1 ? Finding.More : ratio.High < 1 ? Finding.Fewer : Odds(Interval.OfShare(0, all).High) * more >= 1 ? Finding.TooLittle : Finding.AsOthers;
        return new(circle, own, ids, others, others.Count > 0 ? own.Value / others.Value : null, ratio, finding);
    }

    private static double Odds(double share) => share >= 1 ? double.PositiveInfinity : share / (1 - share);
}
