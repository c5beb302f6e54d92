using WhistleNet.Live;

namespace WhistleNet.Alerts;

/// <summary>An alert as HTTP gives it: the news of it, and for the station its timeline, its notices and its clocks.</summary>
public sealed record AlertView : News
{
    public string? Text { get; init; }
    public bool? Limited { get; init; }
    public string? TakenAt { get; init; }
    public string? ClosedAt { get; init; }
    public string? ClosedBy { get; init; }
    public string? Reason { get; init; }
    public string? MergedInto { get; init; }
    public string? WidenDueAt { get; init; }
    public string? TakeDueAt { get; init; }
    public string? FollowUpDueAt { get; init; }
    public IReadOnlyList<LineView>? Lines { get; init; }
    public IReadOnlyList<NoticeNews>? Notices { get; init; }

    /// <summary>For the shop that raised it: who of the neighbours answered what, and from how far.</summary>
    public IReadOnlyList<AnswerView>? Answers { get; init; }

    /// <summary>For a shop that was called to it: the last answer that its people gave.</summary>
    public string? YourAnswer { get; init; }

    public static AlertView Of(News news, Alert alert, IEnumerable<AlertLine>? lines, IEnumerable<Notice>? notices, IEnumerable<Notice>? answers)
    {
        var station = news.You == Reader.Station.Word();
        return new AlertView
        {
            AlertId = news.AlertId, Version = news.Version, Mode = news.Mode, DrillId = news.DrillId, State = news.State, Kind = news.Kind, Level = news.Level,
            Silent = news.Silent, You = news.You, Shop = news.Shop, Circle = news.Circle, Area = news.Area, DistanceM = news.DistanceM, Bearing = news.Bearing,
            RaisedAt = news.RaisedAt, Coming = news.Coming, Needed = news.Needed, Enough = news.Enough, Role = news.Role, Bring = news.Bring, Meet = news.Meet, LeadTo = news.LeadTo, TakenBy = news.TakenBy, Outcome = news.Outcome, Targets = news.Targets, Reached = news.Reached,
            Text = station ? alert.Text : null, PressedAt = station ? Time(alert.PressedAt) : news.PressedAt, Limited = alert.Limited ? true : null,
            TakenAt = Time(alert.TakenAt), ClosedAt = Time(alert.ClosedAt), ClosedBy = alert.ClosedBy, Reason = station ? alert.Reason : null,
            MergedInto = station ? alert.MergedInto : null, WidenDueAt = station ? Time(alert.WidenDueAt) : null, TakeDueAt = station ? Time(alert.TakeDueAt) : null,
            FollowUpDueAt = station ? Time(alert.FollowUpDueAt) : null,
            Lines = lines?.Select(LineView.Of).ToList(), Notices = notices?.Select(NoticeNews.Of).ToList(),
            Answers = answers?.Where(n => n.Answer is not null && n.ShopId != alert.ShopId)
                .Select(n => new AnswerView(Cut(n.Name), n.DistanceM is { } m ? (int)Math.Round(m) : null, n.Answer!.Value.Word())).ToList(),
        };
    }

    private static string? Time(DateTimeOffset? at) => at is { } time ? News.Time(time) : null;
}

public sealed record LineView(string At, string What, string? Who, string? Text)
{
    public static LineView Of(AlertLine line) => new(News.Time(line.At), line.What.Word(), line.Who, line.Text);
}

public sealed record AnswerView(string Name, int? DistanceM, string Answer);
