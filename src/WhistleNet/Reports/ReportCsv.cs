using System.Globalization;
using System.Text;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>A report as CSV, with a byte order mark and in the reader's language; each row says the mode, and no cell is a formula.</summary>
public static class ReportCsv
{
    private static readonly Text[] Columns =
    [
        new("性质", "Mode"), new("部分", "Section"), new("项目", "Item"), new("时间", "Time"), new("数值（秒或户）", "Value (s or shops)"), new("结果", "Result"), new("内容", "Text"),
    ];

    /// <param name="mode">Which mode each row says; no report goes out without it.</param>
    public static byte[] Of(ReportRead read, Mode mode, Layout layout, StationTime time) => Of(Rows(read), mode, layout, time);

    internal static byte[] Of(IEnumerable<Row> rows, Mode mode, Layout layout, StationTime time)
    {
        var word = $"{AlertSay.Of(mode)}{(mode == Mode.Real ? "" : " · " + PastSay.NotReal)}";
        var csv = new StringBuilder(CsvRecords.Line(Columns.Select(c => c.ToString())));
        foreach (var (section, item, at, value, result, text) in rows)
            csv.Append(CsvRecords.Line(new[] { word, ReportLayout.Heading(layout, section).ToString(), item, at is { } t ? time.Here(t).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) : "", value?.ToString("0", CultureInfo.InvariantCulture), result, text }.Select(CsvRecords.Cell)));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    internal readonly record struct Row(Section Section, string Item, DateTimeOffset? At = null, double? Value = null, string? Result = null, string? Text = null)
    {
        public static Row Of(Retested carried) => new(Section.Improvements, carried.Improvement.Issue, null, carried.Value, CarriedSay.Of(carried.Result).ToString(), CarriedSay.Line(carried));
    }

    internal static IEnumerable<Row> Rows(ReportRead read)
    {
        var (f, h, made) = (read.Facts, read.Facts.Header, read.Report.Assessment);
        yield return new(Section.Overview, PastSay.RaisedAt.ToString(), h.RaisedAt, null, AlertSay.Of(h.Kind).ToString(), $"{h.Station} · {h.Area} · {h.Circle} · {h.Shop}");
        yield return new(Section.Overview, ReportSay.Ended.ToString(), h.EndedAt, null, h.Outcome is { } outcome ? AlertSay.Of(outcome).ToString() : "", $"{h.EndedBy} {h.Reason}".Trim());
        yield return Standing(read.Voices);
        if (made.Weather is { } weather) yield return new(Section.Overview, ReportSay.Weather.ToString(), Text: weather);
        var a = f.Attendance;
        yield return new(Section.Attendance, "", null, a.Arrived, "", ReportSay.Attended.With(a.Told, a.Reached, a.Answered, a.Coming, a.CannotCome, a.Arrived, a.Needed));
        foreach (var officer in f.Officers) yield return new(Section.Attendance, ReportSay.Of(Side.Officer).ToString(), Text: officer);
        foreach (var part in f.Unit) yield return new(Section.Attendance, UnitSay.Of(part.Role!.Value).ToString(), h.RaisedAt + part.Arrived, part.Arrived?.TotalSeconds, "", UnitSay.Line(part));
        if (f.Unit.Count > 0) yield return new(Section.Attendance, UnitSay.Unit.ToString(), h.RaisedAt + f.UnitFormed, f.UnitFormed?.TotalSeconds, f.UnitFormed is null ? UnitSay.NotFormed.ToString() : "");
        foreach (var s in f.Stages) yield return new(Section.Stages, ReportSay.Of(s.Stage).ToString(), h.RaisedAt + s.Took, s.Took?.TotalSeconds, ReportSay.Of(s.Reaching).ToString(), $"{ReportSay.Target} {ReportSay.Span(s.Target)}");
        foreach (var t in f.Told) yield return new(Section.Coverage, t.Name, h.RaisedAt + t.Arrived, t.Arrived?.TotalSeconds, ReportSay.Of(t.How).ToString(), string.Join(" · ", Words(t)));
        foreach (var d in f.Deviations) yield return new(Section.Deviations, d.Stage is { } stage ? ReportSay.Of(stage).ToString() : "", Value: d.By?.TotalSeconds ?? d.Count, Text: ReportSay.Of(d));
        foreach (var line in f.Timeline) yield return new(Section.Timeline, TimelineSay.Of(line.What).ToString(), line.At, (line.At - h.RaisedAt).TotalSeconds, line.Who, TimelineSay.TextOf(line));
        foreach (var o in Enum.GetValues<Objective>()) yield return new(Section.Objectives, ReportSay.Of(o).ToString(), Result: made.Of(o) is { } r ? ReportSay.Letter(r.Grade) : ReportSay.NotRated.ToString(), Text: made.Of(o)?.Evidence);
        if (made.Strengths is { } well) yield return new(Section.Strengths, "", Text: well);
        foreach (var p in made.Problems) yield return new(Section.Problems, p.What, Text: p.Cause);
        if (made.Recommendations is { } better) yield return new(Section.Recommendations, "", Text: better);
        foreach (var i in read.Improvements) yield return Of(i, read.Facts.Header.Circle);
        foreach (var t in read.Tested) yield return new(Section.Improvements, t.Improvement.Issue, null, t.Value, t.Met ? ImprovementSay.Of(ImprovementState.Met).ToString() : "", t.Met ? ReportSay.MetLine.With(t.Improvement.Issue, ImprovementSay.Value(t.Improvement.Retest, t.Value)) : ReportSay.NotMetLine.With(t.Improvement.Issue, ImprovementSay.Value(t.Improvement.Retest, t.Value)));
        foreach (var carried in read.Carried) yield return Row.Of(carried);
        foreach (var row in Said(read.Voices)) yield return row;
        yield return new(Section.Distribution, ReportSay.Keep.ToString(), read.Report.KeepUntil, Text: made.Distribution);
    }

    internal static Row Standing(Voices voices) => new(Section.Overview, ReportSay.Standing.ToString(), voices.Report.DueAt, null, ReportSay.Of(voices.Standing).ToString(), string.Join(", ", voices.Missing.Select(m => m.Name)));

    internal static IEnumerable<Row> Said(Voices voices) => voices.Answers.Select(a => new Row(Section.Answers, ReportSay.Of(a.Side).ToString(), a.At, Text: string.Join(" · ", ReviewSay.Lines(a))))
        .Concat(voices.Comments.Select(c => new Row(Section.Comments, c.Who ?? "", c.At, Text: c.Text)));

    internal static Row Of(Improvement i, string where) => new(Section.Improvements, i.Issue, i.DueAt, i.MetWith, ImprovementSay.Of(i.State).ToString(), $"{i.Action} · {i.Owner} · {ImprovementSay.Of(i.Retest, where)}");

    private static IEnumerable<string> Words(Told t)
    {
        if (t.Why is { } why) yield return NoticeSay.Of(why).ToString();
        if (t.Answer is { } answer) yield return AlertSay.Of(answer).ToString();
        if (t.AnswerReason is { } reason) yield return reason;
        if (t.NeverArrived) yield return ReportSay.NeverArrived.ToString();
    }
}
