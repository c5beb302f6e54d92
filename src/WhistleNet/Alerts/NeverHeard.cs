using WhistleNet.Data;
using WhistleNet.Reports;

namespace WhistleNet.Alerts;

/// <summary>
/// Which shops never heard which alerts that are over: of no device of theirs came a receipt, be it late. The one question behind the figures
/// and behind the lists that they open. Notices go after a year, and with them who did not hear.
/// </summary>
public static class NeverHeard
{
    /// <param name="shopId">One shop, or none for all.</param>
    public static IQueryable<Missed> Of(WhistleDb db, IQueryable<Alert> alerts, string? shopId = null) =>
        (from alert in alerts
         where alert.State == AlertState.Closed
         join notice in db.Notices on alert.Id equals notice.AlertId
         where notice.To == To.Shop && notice.ShopId != null && notice.ShopId != alert.ShopId && (shopId == null || notice.ShopId == shopId)
             && notice.State != Delivery.Received && notice.State != Delivery.Seen
             && !db.Notices.Any(n => n.AlertId == alert.Id && n.To == To.Shop && n.ShopId == notice.ShopId && (n.State == Delivery.Received || n.State == Delivery.Seen))
         select new { AlertId = alert.Id, ShopId = notice.ShopId! }).Distinct().Select(m => new Missed(m.AlertId, m.ShopId));

    /// <summary>Those of the alerts that this shop, or any shop, never heard.</summary>
    public static IQueryable<Alert> Among(WhistleDb db, IQueryable<Alert> alerts, string? shopId) => alerts.Where(a => a.State == AlertState.Closed
        && db.Notices.Any(n => n.AlertId == a.Id && n.To == To.Shop && n.ShopId != null && n.ShopId != a.ShopId && (shopId == null || n.ShopId == shopId)
            && n.State != Delivery.Received && n.State != Delivery.Seen
            && !db.Notices.Any(m => m.AlertId == a.Id && m.To == To.Shop && m.ShopId == n.ShopId && (m.State == Delivery.Received || m.State == Delivery.Seen))));
}
