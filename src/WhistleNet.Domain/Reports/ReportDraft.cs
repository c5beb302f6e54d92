using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>Drafts a report from what was written down: timeline and notices in, facts out. It asks nobody and decides nothing.</summary>
public static class ReportDraft
{
    /// <param name="lines">The timeline, masked or not.</param>
    /// <param name="measured">The figures as they were taken when the alert ended.</param>
    public static ReportFacts Of(Alert alert, IEnumerable<AlertLine> lines, IReadOnlyCollection<Notice> notices, Measured measured, Town town)
    {
        var story = lines.OrderBy(l => l.At).ThenBy(l => l.Seq).ToList();
        var told = ToldOf(alert, notices, measured, town);
        var stages = Stages.Over(measured);
        return new(HeaderOf(alert, story, town), AttendanceOf(told, measured), stages, told, OfficersOf(story, notices),
            [.. DeviationsOf(alert, story, told, measured, stages)], [.. story.Where(l => !l.StationOnly)]);
    }

    private static Header HeaderOf(Alert alert, List<AlertLine> story, Town town)
    {
        var circle = town.Circle(alert.CircleId);
        return new(alert.Mode, alert.Id, alert.DrillId, alert.Kind, alert.Level, alert.Silent, alert.ShopId, town.Shop(alert.ShopId)?.Name ?? alert.ShopId,
            circle?.Name ?? alert.CircleId, circle is null ? "" : town.Areas.GetValueOrDefault(circle.AreaId)?.Name ?? "", town.Stations.GetValueOrDefault(alert.StationId)?.Name ?? alert.StationId,
            alert.RaisedAt, alert.TakenAt, alert.TakenBy, alert.ClosedAt ?? alert.ChangedAt, alert.ClosedBy, alert.Outcome, alert.Reason, story.Exists(l => l.IsMasked));
    }

    private static List<Told> ToldOf(Alert alert, IEnumerable<Notice> notices, Measured measured, Town town)
    {
        var figures = measured.Shops.ToDictionary(s => s.ShopId);
        return [.. notices.Where(n => n.To == To.Shop && n.ShopId is not null && n.ShopId != alert.ShopId).GroupBy(n => n.ShopId!).Select(shop =>
        {
            var (heard, why) = HeardBy(shop);
            var last = shop.Where(n => n.Answer is not null).MaxBy(n => n.AnsweredAt);
            var figure = figures.GetValueOrDefault(shop.Key);
            return new Told(shop.Key, town.Shop(shop.Key)?.Name ?? shop.First().Name, shop.Min(n => n.Ring), shop.Min(n => n.DistanceM), heard, why,
                last?.Answer, last?.AnswerReason, figure?.Answered, figure?.Arrived, last?.Answer == Reply.Coming && figure?.Arrived is null)
            {
                Role = shop.First().Role, Brings = shop.First().Brings,
            };
        }).OrderBy(t => t.Ring).ThenBy(t => t.DistanceM ?? double.MaxValue).ThenBy(t => t.ShopId, StringComparer.Ordinal)];
    }

    // A shop with several devices is unreached if none of them was reached, and as late as its first.
    private static (Heard, Unreached?) HeardBy(IEnumerable<Notice> devices)
    {
        var reached = devices.Where(Measured.IsReached).ToList();
        if (reached.Exists(n => !n.Late)) return (Heard.InTime, null);
        if (reached.Count > 0) return (Heard.Late, reached[0].Reason);
        return devices.Any(n => n.State != Delivery.Unreached) ? (Heard.NotKnown, null) : (Heard.Not, devices.Select(n => n.Reason).FirstOrDefault(r => r is not null));
    }

    private static Attendance AttendanceOf(List<Told> told, Measured measured) => new(
        told.Count, told.Count(t => t.How is Heard.InTime or Heard.Late), told.Count(t => t.Answer is not null),
        told.Count(t => t.Answer is Reply.Coming or Reply.Arrived || t.Arrived is not null), told.Count(t => t.Answer == Reply.CannotCome), told.Count(t => t.Arrived is not null), measured.Needed);

    // Who took, marked, wrote or closed: the station's people, in the order in which they came in.
    private static List<string> OfficersOf(IEnumerable<AlertLine> story, IEnumerable<Notice> notices)
    {
        var shops = notices.Where(n => n.To == To.Shop).Select(n => n.Name).ToHashSet();
        return [.. story.Where(l => l.What is Entry.Taken or Entry.HandedBack or Entry.OnScene or Entry.Contained or Entry.Note or Entry.Closed or Entry.Reopened or Entry.Merged)
            .Select(l => l.Who).OfType<string>().Where(who => !shops.Contains(who)).Distinct()];
    }

    private static IEnumerable<Deviation> DeviationsOf(Alert alert, List<AlertLine> story, List<Told> told, Measured measured, IReadOnlyList<StageTime> stages)
    {
        int Count(Entry what) => story.Count(l => l.What == what);
        var unreached = told.Count(t => t.How is Heard.Not or Heard.NotKnown);
        var arrived = told.Count(t => t.Arrived is not null);

        if (alert.Late is { } late) yield return new(DeviationKind.PressedLate, By: late);
        if (alert.Limited) yield return new(DeviationKind.OverQuota);
        if (told.Count == 0) yield return new(DeviationKind.NobodyToTell);
        else if (unreached == told.Count) yield return new(DeviationKind.NobodyReached, Count: unreached);
        else if (unreached > 0) yield return new(DeviationKind.ShopsUnreached, Count: unreached);
        if (told.Count > 0 && arrived == 0) yield return new(DeviationKind.NobodyCame);
        else if (told.Count > 0 && arrived < measured.Needed) yield return new(DeviationKind.TooFewCame, Count: arrived);
        if (told.Count(t => t.NeverArrived) is > 0 and var never) yield return new(DeviationKind.NeverArrived, Count: never);
        foreach (var stage in stages)
        {
            if (stage.Reaching == Reaching.Late) yield return new(DeviationKind.StageLate, stage.Stage, By: stage.Took - stage.Target);
            if (stage.Reaching == Reaching.NotReached) yield return new(DeviationKind.StageNotReached, stage.Stage);
        }
        if (measured.Taken is null) yield return new(DeviationKind.NotTaken);
        if (Count(Entry.Escalated) is > 0 and var climbed) yield return new(DeviationKind.Climbed, Count: climbed);
        if (Count(Entry.HandedBack) is > 0 and var back) yield return new(DeviationKind.HandedBack, Count: back);
        if (Count(Entry.RemindedTaker) is > 0 and var reminded) yield return new(DeviationKind.TakerReminded, Count: reminded);
        if (Count(Entry.Reopened) is > 0 and var reopened) yield return new(DeviationKind.Reopened, Count: reopened);
    }
}
