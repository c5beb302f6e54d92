using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Live;

namespace WhistleNet.Reports;

/// <summary>The report of a whole drill as HTTP gives it. The mode comes first; times of day are UTC, spans are whole seconds.</summary>
public sealed record DrillReportView
{
    public required string Mode { get; init; }
    public required DrillView Drill { get; init; }

    /// <summary>Of its alerts that are over, each whole.</summary>
    public required IReadOnlyList<ReportView> Reports { get; init; }

    /// <summary>How each expectation of its scenario stands: <c>waiting</c>, <c>open</c>, <c>met</c>, <c>late</c> or <c>missed</c>.</summary>
    public required IReadOnlyList<ExpectedView> Expected { get; init; }
    public required IReadOnlyList<ScriptDeviationView> Deviations { get; init; }
    public required IReadOnlyList<ObservedView> Observed { get; init; }

    /// <summary>Of a communication test: each shop, who was not reached first.</summary>
    public required IReadOnlyList<CommsView> Comms { get; init; }
    public required IReadOnlyList<TestedView> Tested { get; init; }

    /// <summary>Of a drill that is over: each shop that it called, and whether it heard so; who did not comes first.</summary>
    public required IReadOnlyList<EndHeardView> EndHeard { get; init; }

    /// <summary>What those who sat round a table say; nothing of a drill of another form, whose alerts' own reports hold it.</summary>
    public TableView? Table { get; init; }

    /// <param name="mode">Which mode the reader is told; no report goes out without it.</param>
    public static DrillReportView Of(DrillRead read, Mode mode, Town town) => new()
    {
        Mode = mode.Word(), Drill = DrillView.Of(read.Seen), Reports = [.. read.Reports.Select(r => ReportView.Of(r, r.Mode))],
        Expected = [.. (read.Script?.Play.Expected ?? []).Select(s => new ExpectedView(s.Expected.Id, s.Expected.Who.Word(), ScenarioSay.Of(s.Expected.Text).ToString(), s.State.Word(), Time(s.Until), Time(s.Done?.At)))],
        Deviations = [.. (read.Script?.Play.Deviations ?? []).Select(d => new ScriptDeviationView(d.Id, d.What.Word(), d.Who.Word(), News.Time(d.At), ScenarioSay.Of(d.Text).ToString(), ReportView.Whole(d.By)))],
        Observed = [.. read.Observers.SelectMany(o => Observing.Counting(o.Lines).Select(l => new ObservedView(o.Observer.Name, News.Time(l.At), l.What.Word(), l.About, l.Rating, l.What == ObserverEntry.Photo ? null : l.Text)))],
        Comms = [.. read.Comms.Select(c => new CommsView(c.Shop.ShopId, town.Shop(c.Shop.ShopId)?.Name ?? c.Shop.ShopId, c.Shop.How.Word(), ReportView.Whole(c.Shop.After), c.Shop.Why?.Word(), c.Trend,
            [.. c.Shop.Ways.Select(w => new WayView(w.DeviceId, w.Name, w.How.Word(), ReportView.Whole(w.After), w.Why?.Word()))]))],
        Tested = [.. read.Tested.Select(t => new TestedView(t.Improvement.Id, t.Improvement.Issue, t.Value, t.Met))],
        EndHeard = [.. read.Heard.Select(h => new EndHeardView(h.ShopId, DrillReportSay.NameOf(h, town), h.Devices, h.Confirmed, Time(h.At), h.Late))],
        Table = read.Table is { } table ? TableView.Of(table) : null,
    };

    private static string? Time(DateTimeOffset? at) => at is { } time ? News.Time(time) : null;
}

/// <param name="Standing">As that of an alert's report.</param>
public sealed record TableView(string Standing, string DueAt, IReadOnlyList<AskedView> Asked, IReadOnlyList<AnsweredView> Answers, IReadOnlyList<CommentView> Comments, IReadOnlyList<ImprovementView> Improvements)
{
    public static TableView Of(TableRead table) => new(table.Voices.Standing.Word(), News.Time(table.Voices.Report.DueAt), AskedView.Of(table.Voices),
        [.. table.Voices.Answers.Select(AnsweredView.Of)], [.. table.Voices.Comments.Select(CommentView.Of)], [.. table.Improvements.Select(ImprovementView.Of)]);
}

public sealed record ExpectedView(string Id, string Who, string Text, string State, string? Until, string? DoneAt);

/// <param name="What"><c>late</c>, <c>missed</c>, <c>early</c> or <c>unwanted</c>.</param>
/// <param name="ByS">How late.</param>
public sealed record ScriptDeviationView(string Id, string What, string Who, string At, string Text, int? ByS);

/// <param name="About">The expectation that it is about.</param>
public sealed record ObservedView(string? Observer, string At, string What, string? About, int? Rating, string? Text);

/// <param name="Heard"><c>inTime</c>, <c>late</c>, <c>not</c> or <c>notKnown</c>.</param>
/// <param name="Trend">Whether it was reached in its last tests, this one last.</param>
public sealed record CommsView(string ShopId, string Name, string Heard, int? AfterS, string? Reason, IReadOnlyList<bool> Trend, IReadOnlyList<WayView> Ways);

/// <param name="Devices">How many of its devices were called, <paramref name="Confirmed"/> of which confirmed the end.</param>
/// <param name="At">When the first of them did; none where nobody did.</param>
/// <param name="Late">After everybody was to be told that it was a drill.</param>
public sealed record EndHeardView(string ShopId, string Name, int Devices, int Confirmed, string? At, bool Late);

public sealed record WayView(string? DeviceId, string Name, string Heard, int? AfterS, string? Reason);
