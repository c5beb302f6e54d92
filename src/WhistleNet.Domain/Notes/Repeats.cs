namespace WhistleNet.Notes;

/// <summary>One time that people fell out at an address: a mediation, or a quarrel that somebody noted.</summary>
public sealed record FellOut(string Id, string? ShopId, string? Place, DateTimeOffset At);

/// <summary>Whether it is not the first time at an address.</summary>
public static class Repeats
{
    /// <summary>The how-manieth at the same shop, or at the same words for a place, within the months before it; 1 where it is the first.</summary>
    public static int Of(FellOut one, IEnumerable<FellOut> all)
    {
        var since = one.At.AddMonths(-Mediation.RepeatMonths);
        return 1 + all.Where(f => f.Id != one.Id && f.At <= one.At && f.At > since && IsSame(f, one)).DistinctBy(f => f.Id).Count();
    }

    private static bool IsSame(FellOut each, FellOut other) => each.ShopId is not null ? each.ShopId == other.ShopId : other.ShopId is null && Plain(each.Place) is { Length: > 0 } place && place == Plain(other.Place);

    private static string Plain(string? place) => string.Concat((place ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
