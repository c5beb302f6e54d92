namespace WhistleNet.Alerts;

/// <summary>
/// Whether those on whom a unit counts can be counted on. A phone confirms each version of an alert by itself, within a moment and without its person; one that has not done so for as
/// long as a device is given up after (<see cref="Clocks.DeviceSilent"/>: two reconnects, and a person's walk out of a cellar) has no line, or nobody near it. Pure.
/// </summary>
public static class Bearers
{
    /// <summary>
    /// None of a shop's phones confirmed what was told last. Whoever said that they come stays counted on: a person who runs looks at no phone.
    /// </summary>
    /// <param name="shop">All notices of the shop.</param>
    public static bool HasGoneSilent(this IEnumerable<Notice> shop, Alert alert, DateTimeOffset now, Clocks clocks)
    {
        if (now - alert.ChangedAt < clocks.DeviceSilent) return false; // first: a press asks this of everybody who is called
        return shop.All(n => n.Answer is null && n.Version < alert.Version && (n.State == Delivery.Unreached || now - n.At >= clocks.DeviceSilent));
    }

    /// <summary>The names of those that are asked for a part in the unit, and have gone silent.</summary>
    public static IReadOnlyList<string> Silent(Alert alert, IEnumerable<Notice> notices, DateTimeOffset now, Clocks clocks) =>
        !alert.IsOpen || alert.StaleSince is not null || alert.OnSceneAt is not null ? []
        : [.. notices.Where(n => n.To == To.Shop && n.ShopId is not null).GroupBy(n => n.ShopId).Where(shop => shop.Any(n => n.Role is not null) && shop.HasGoneSilent(alert, now, clocks)).Select(shop => shop.First().Name)];
}
