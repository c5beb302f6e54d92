using WhistleNet.Alerts;
using WhistleNet.Live;

namespace WhistleNet.Reports;

/// <summary>A report as HTTP gives it. The mode comes first; times of day are UTC, spans are whole seconds from the raise.</summary>
public sealed record ReportView
{
    public required string ReportId { get; init; }
    public required string Mode { get; init; }
    public string? AlertId { get; init; }
    public string? DrillId { get; init; }
    public required string Standing { get; init; }
    public required string DueAt { get; init; }
    public required string KeepUntil { get; init; }
    public string? ClosedAt { get; init; }
    public required HeaderView Header { get; init; }
    public required Attendance Attendance { get; init; }

    /// <summary>Who was asked for a part in the unit, with what; and after how many seconds it stood, where it did.</summary>
    public required IReadOnlyList<UnitView> Unit { get; init; }
    public int? UnitFormedS { get; init; }
    public required IReadOnlyList<StageView> Stages { get; init; }
    public required IReadOnlyList<ToldView> Reached { get; init; }
    public required IReadOnlyList<ToldView> Late { get; init; }
    public required IReadOnlyList<ToldView> Unreached { get; init; }
    public required IReadOnlyList<string> NeverArrived { get; init; }
    public required IReadOnlyList<string> Officers { get; init; }
    public required IReadOnlyList<DeviationView> Deviations { get; init; }
    public required IReadOnlyList<LineView> Timeline { get; init; }
    public required IReadOnlyList<AskedView> Asked { get; init; }
    public required IReadOnlyList<AnsweredView> Answers { get; init; }
    public required IReadOnlyList<RatingView> Ratings { get; init; }
    public string? Weather { get; init; }
    public string? Strengths { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    public string? Recommendations { get; init; }
    public string? Distribution { get; init; }
    public required IReadOnlyList<CommentView> Comments { get; init; }
    public required IReadOnlyList<ImprovementView> Improvements { get; init; }
    public required IReadOnlyList<TestedView> Tested { get; init; }

    /// <summary>What the drill went out to test; empty for a real alert.</summary>
    public required IReadOnlyList<RetestedView> Carried { get; init; }

    /// <param name="mode">Which mode the reader is told; no report goes out without it.</param>
    public static ReportView Of(ReportRead read, Mode mode)
    {
        var (report, facts, made) = (read.Report, read.Facts, read.Report.Assessment);
        return new()
        {
            ReportId = report.Id, Mode = mode.Word(), AlertId = report.AlertId, DrillId = report.DrillId, Standing = read.Standing.Word(), DueAt = News.Time(report.DueAt), KeepUntil = News.Time(report.KeepUntil),
            ClosedAt = report.ClosedAt is { } closed ? News.Time(closed) : null, Header = HeaderView.Of(facts.Header), Attendance = facts.Attendance, Unit = [.. facts.Unit.Select(UnitView.Of)], UnitFormedS = Whole(facts.UnitFormed), Stages = [.. facts.Stages.Select(StageView.Of)],
            Reached = [.. facts.Reached.Select(ToldView.Of)], Late = [.. facts.Late.Select(ToldView.Of)], Unreached = [.. facts.Unreached.Select(ToldView.Of)],
            NeverArrived = [.. facts.NeverArrived.Select(t => t.Name)], Officers = facts.Officers,
            Deviations = [.. facts.Deviations.Select(d => new DeviationView(d.What.Word(), d.Stage?.Word(), d.Count, Whole(d.By)))], Timeline = [.. facts.Timeline.Select(LineView.Of)],
            Asked = AskedView.Of(read.Voices), Answers = [.. read.Answers.Select(AnsweredView.Of)], Weather = made.Weather,
            Ratings = [.. made.Ratings.Select(r => new RatingView(r.Objective.Word(), ReportSay.Letter(r.Grade), r.Evidence))], Strengths = made.Strengths, Problems = made.Problems,
            Recommendations = made.Recommendations, Distribution = made.Distribution, Comments = [.. read.Comments.Select(CommentView.Of)],
            Improvements = [.. read.Improvements.Select(ImprovementView.Of)], Tested = [.. read.Tested.Select(t => new TestedView(t.Improvement.Id, t.Improvement.Issue, t.Value, t.Met))], Carried = [.. read.Carried.Select(RetestedView.Of)],
        };
    }

    internal static int? Whole(TimeSpan? span) => span is { } s ? (int)Math.Round(s.TotalSeconds) : null;
}

public sealed record HeaderView(
    string Station, string Area, string Circle, string ShopId, string Shop, string Kind, int Level, bool Silent, string RaisedAt, string? TakenAt, string? TakenBy, string EndedAt, string? EndedBy, string? Outcome, string? Reason, bool Masked)
{
    public static HeaderView Of(Header h) => new(h.Station, h.Area, h.Circle, h.ShopId, h.Shop, h.Kind.Word(), h.Level, h.Silent, News.Time(h.RaisedAt), h.TakenAt is { } taken ? News.Time(taken) : null, h.TakenBy,
        News.Time(h.EndedAt), h.EndedBy, h.Outcome?.Word(), h.Reason, h.Masked);
}

/// <param name="Reached"><c>inTime</c>, <c>late</c> or <c>notReached</c>.</param>
public sealed record StageView(string Stage, int TargetS, int? TookS, string Reached)
{
    public static StageView Of(StageTime s) => new(s.Stage.Word(), (int)s.Target.TotalSeconds, ReportView.Whole(s.Took), s.Reaching.Word());
}

public sealed record ToldView(string ShopId, string Name, int? DistanceM, string? Reason, string? Answer, string? AnswerReason, int? AnsweredS, int? ArrivedS)
{
    public static ToldView Of(Told t) => new(t.ShopId, t.Name, t.DistanceM is { } m ? (int)Math.Round(m) : null, t.Why?.Word(), t.Answer?.Word(), t.AnswerReason, ReportView.Whole(t.Answered), ReportView.Whole(t.Arrived));
}

public sealed record UnitView(string Role, string ShopId, string Name, IReadOnlyList<string> Bring, int? ArrivedS)
{
    public static UnitView Of(Told t) => new(t.Role!.Value.Word(), t.ShopId, t.Name, [.. t.Brings.Select(kind => kind.Word())], ReportView.Whole(t.Arrived));
}

public sealed record DeviationView(string What, string? Stage, int? Count, int? ByS);

public sealed record AskedView(string Side, string Name, bool Answered)
{
    public static IReadOnlyList<AskedView> Of(Voices voices) => [.. voices.Asked.Select(a => new AskedView(a.Side.Word(), a.Name, !voices.Missing.Contains(a)))];
}

/// <param name="Ticks">Of the first four questions: <c>yes</c>, <c>partly</c>, <c>no</c>, or nothing.</param>
public sealed record AnsweredView(string Side, string At, IReadOnlyList<string?> Ticks, string? WentWell, string? ToImprove)
{
    public static AnsweredView Of(ReportAnswer a) =>
        new(a.Side.Word(), News.Time(a.At), [.. new[] { a.Ticked?.First, a.Ticked?.Second, a.Ticked?.Third, a.Ticked?.Fourth }.Select(t => t?.Word())], a.WentWell, a.ToImprove);
}

/// <param name="Grade">P, S, M or U.</param>
public sealed record RatingView(string Objective, string Grade, string Evidence);

public sealed record CommentView(string At, string? Who, string? Text)
{
    public static CommentView Of(ReportComment c) => new(News.Time(c.At), c.Who, c.Text);
}

/// <param name="Value">What it measured: seconds, or shops.</param>
public sealed record TestedView(string ImprovementId, string Issue, double? Value, bool Met);

/// <summary>An improvement that a drill carries; its alert is the drill's, and says so.</summary>
/// <param name="Result"><c>waiting</c> while the drill is not over; then <c>met</c>, <c>notMet</c> or <c>notMeasured</c>.</param>
/// <param name="AlertId">The drill's alert that measured it.</param>
/// <param name="Value">What it measured: seconds, or shops; nothing where it was not reached.</param>
public sealed record RetestedView(string Mode, string ImprovementId, string Issue, string Owner, string DueAt, RetestView Retest, string Result, string? AlertId, double? Value)
{
    public static RetestedView Of(Retested r) =>
        new(Alerts.Mode.Drill.Word(), r.Improvement.Id, r.Improvement.Issue, r.Improvement.Owner, News.Time(r.Improvement.DueAt), RetestView.Of(r.Improvement.Retest), r.Result.Word(), r.AlertId, r.Value);
}

public sealed record ImprovementView(
    string ImprovementId, string Issue, string Action, string Owner, string DueAt, string State, RetestView Retest, string? MetByAlertId, double? MetWith, string? WithdrawnBy, string? WithdrawnWhy)
{
    public static ImprovementView Of(Improvement i) => new(
        i.Id, i.Issue, i.Action, i.Owner, News.Time(i.DueAt), i.State.Word(), RetestView.Of(i.Retest), i.MetByAlertId, i.MetWith, i.WithdrawnBy, i.WithdrawnWhy);
}

/// <param name="Threshold">The most that meets it: seconds, or for <c>unreached</c> shops.</param>
public sealed record RetestView(string Measure, string CircleId, string? ShopId, int Threshold, IReadOnlyList<string> Modes)
{
    public static RetestView Of(Retest r) => new(r.Measure.Word(), r.CircleId, r.ShopId, r.Threshold, [.. new[] { Mode.Real, Mode.Drill }.Where(r.Counts).Select(m => m.Word())]);
}
