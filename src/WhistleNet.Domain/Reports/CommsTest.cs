using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>One way to a shop in a communication test 通信: a device of it, or that it has none.</summary>
/// <param name="How">In time, late (after it had been given up), not, or not known yet.</param>
/// <param name="After">From the sending to the receipt.</param>
public sealed record WayTested(string? DeviceId, string Name, Heard How, TimeSpan? After, Unreached? Why);

/// <summary>What a communication test showed of one shop; reached is who was reached by any of its ways.</summary>
public sealed record ShopTested(string ShopId, IReadOnlyList<WayTested> Ways)
{
    /// <summary>Not known yet is better than not: somebody may still answer.</summary>
    public Heard How => Enum.GetValues<Heard>().OrderBy(h => h == Heard.Not).First(h => Ways.Any(w => w.How == h));
    public bool IsReached => How is Heard.InTime or Heard.Late;
    public TimeSpan? After => Ways.Min(w => w.After);
    public Unreached? Why => IsReached ? null : Ways.Select(w => w.Why).FirstOrDefault(w => w is not null);
}

/// <summary>Reads the result of a communication test from its notices.</summary>
public static class CommsTest
{
    /// <param name="sent">The notices of the test's alerts, each with the moment at which its alert was raised.</param>
    /// <returns>Who was not reached first.</returns>
    public static IReadOnlyList<ShopTested> Of(IEnumerable<(DateTimeOffset RaisedAt, Notice Notice)> sent) =>
    [
        .. sent.Where(s => s.Notice is { To: To.Shop, ShopId: not null }).GroupBy(s => s.Notice.ShopId!)
            .Select(shop => new ShopTested(shop.Key, [.. shop.Select(s => Way(s.RaisedAt, s.Notice)).OrderBy(w => w.How).ThenBy(w => w.Name, StringComparer.Ordinal)]))
            .OrderBy(s => s.IsReached).ThenByDescending(s => s.After).ThenBy(s => s.ShopId, StringComparer.Ordinal),
    ];

    private static WayTested Way(DateTimeOffset raisedAt, Notice notice)
    {
        var reached = Measured.IsReached(notice);
        var how = reached ? notice.Late ? Heard.Late : Heard.InTime : notice.State == Delivery.Unreached ? Heard.Not : Heard.NotKnown;
        return new(notice.DeviceId, notice.Name, how, reached ? notice.At - raisedAt : null, notice.Reason);
    }
}
