using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Drills;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The report of a whole drill in words.</summary>
public static class DrillReportSay
{
    public static readonly Text SoFar = new("演练还在进行，这里是到现在为止的情况。", "The drill is still running: this is as far as it has come.");
    public static readonly Text Back = new("看这场演练", "The drill itself");
    public static readonly Text OfAlert = new("这起警情的复盘", "The report of this alert");
    public static readonly Text StartedLine = new("{0} 开始", "Started {0}");
    public static readonly Text FirstSound = new("{0} 第一声", "first sound {0}");
    public static readonly Text NoSound = new("没有人吹哨。", "Nobody whistled.");
    public static readonly Text NotTold = new("还没有告知大家这是演练。", "Not everybody was told yet that it was a drill.");
    public static readonly Text ToldLate = new("告知晚了：超过 {0} 分钟。这本身就是一个问题。", "Told late: more than {0} minutes after the end. That is a finding by itself.");
    public static readonly Text Comms = new("通信测试结果", "The ways that were tested");
    public static readonly Text CommsLead = new("{0} 户收到，共 {1} 户。", "{0} of {1} shops were reached.");
    public static readonly Text Ways = new("{0} / {1} 台设备", "{0} of {1} devices");
    public static readonly Text TrendOf = new("最近 {1} 次收到 {0} 次", "reached in {0} of its last {1} tests");
    public static readonly Text NoScenario = new("这场演练没有情景。", "It had no scenario.");
    public static readonly Text Grades = new("评级 {0}", "Grades {0}");

    /// <summary>P, S, M and U of an alert of it, in the order of the objectives; a dash where one is not rated.</summary>
    public static string GradesOf(ReportRead read) => string.Join(' ', Enum.GetValues<Objective>().Select(o => read.Report.Assessment.Of(o) is { } rated ? ReportSay.Letter(rated.Grade) : "–"));

    public static string Attended(ReportRead read) => read.Facts.Attendance is var a ? ReportSay.Attended.With(a.Told, a.Reached, a.Answered, a.Coming, a.CannotCome, a.Arrived, a.Needed) : "";

    public static string StagesOf(ReportRead read) => string.Join(" · ", read.Facts.Stages.Select(s => $"{ReportSay.Of(s.Stage)} {(s.Took is null ? ReportSay.Of(s.Reaching).ToString() : $"{ReportSay.Span(s.Took)} {ReportSay.Of(s.Reaching)}")}"));

    public static string Of(Drills.Deviation deviation) =>
        $"{ScenarioSay.Of(deviation.What)}: {ScenarioSay.Of(deviation.Who)} · {ScenarioSay.Of(deviation.Text)}{(deviation.By is { } by ? " · " + ScenarioSay.LateBy.With((int)by.TotalSeconds) : "")}";

    public static string Of(CommsLine line) => string.Join(" · ", Parts(line));

    /// <summary>What an observer wrote, with what it is about.</summary>
    public static string Of(ObserverLine line, Scenario? scenario) => string.Join(" · ", new[]
    {
        ScenarioSay.TextOf(scenario, line.About)?.ToString(), line.Rating is { } rating ? $"{rating}/5" : null, line.What == ObserverEntry.Photo ? null : line.Text,
    }.OfType<string>());

    private static IEnumerable<string> Parts(CommsLine line)
    {
        var shop = line.Shop;
        yield return ReportSay.Of(shop.How).ToString();
        if (shop.After is { } after) yield return ReportSay.Span(after);
        if (shop.Why is { } why) yield return NoticeSay.Of(why).ToString();
        if (shop.Ways.Count > 1) yield return Ways.With(shop.Ways.Count(w => w.How is Heard.InTime or Heard.Late), shop.Ways.Count);
        if (line.Trend.Count > 1) yield return TrendOf.With(line.Trend.Count(t => t), line.Trend.Count);
    }
}
