using WhistleNet.Circles;

namespace WhistleNet.Alerts;

/// <summary>
/// Asks those who are called for a part in the unit: who brings what, and where they meet. Asked again with each answer and each ring: whoever was asked and has not
/// said no keeps their part, and what falls free is somebody else's; and by the clock where somebody who is asked has gone silent. Who hears is unchanged, and a whistle never waits for a plan that cannot be made.
/// </summary>
public sealed class Mustering(TownHall hall, Calling calling)
{
    /// <param name="notices">All notices of the alert.</param>
    /// <returns>Those that now ask for something else than before.</returns>
    public List<Notice> Ask(Alert alert, IReadOnlyCollection<Notice> notices, DateTimeOffset now)
    {
        if (alert.OnSceneAt is not null) return []; // neighbours leave it to the officers, and who leaves calls nobody in their place
        if (alert.Mode == Mode.Test || alert.Silent || alert.Limited || hall.Town.Shop(alert.ShopId) is not { } pressed) return [];
        var shops = notices.Where(n => n.To == To.Shop && n.ShopId is not null && n.ShopId != alert.ShopId).GroupBy(n => n.ShopId!).ToList();
        if (!shops.Exists(s => hall.Ledger.OfShop.Contains(s.Key))) return []; // a circle without gear has nothing to bring, and is asked nothing

        var clocks = hall.Town.ClocksOf(alert.StationId);
        var hands = shops.Where(s => CanCome(s) && !s.HasGoneSilent(alert, now, clocks)).Select(s => (Shop: hall.Town.Shop(s.Key), s.First().Role)).Where(h => h.Shop is not null).Select(h => new Hand(h.Shop!, h.Role)).ToList();
        var stays = hands.Exists(h => h.Keeps is not null) ? hall.Town.Shop(alert.MeetAt) : null;
        var plan = Muster.Of(pressed.Place, hands, hall.Ledger.OfShop, calling.DayAt(alert.StationId, now), alert.Kind == Kind.Fire, stays);
        if (!plan.Parts.Any(p => p.Role.Tools().Count > 0)) plan = MusterPlan.Nobody; // hands alone are no unit: nobody is sent anywhere

        alert.MeetAt = plan.Meet?.Id;
        var parts = plan.Parts.ToDictionary(p => p.Shop.Id);
        return [.. shops.SelectMany(s => s.Where(n => parts.TryGetValue(s.Key, out var part) ? n.Ask(part.Role, part.Brings) : n.Ask(null, [])))];
    }

    // By the last answer of any of its devices; without one, whoever has at least one device that was not given up.
    private static bool CanCome(IGrouping<string, Notice> shop) =>
        shop.MaxBy(n => n.AnsweredAt) is { Answer: { } last } ? last is Reply.Coming or Reply.Arrived : shop.Any(n => n.State != Delivery.Unreached);
}
