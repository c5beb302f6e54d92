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
    public static readonly Text EndHeardBy = new("参加的 {1} 户中，{0} 户的屏幕已确认：演练结束，这是演练。", "Of {1} shops that took part, the screens of {0} confirmed that it was over and had been a drill.");
    public static readonly Text EndNotHeard = new("没有确认的：{0}。请逐户告知。", "Not confirmed by: {0}. Tell them in person.");
    public static readonly Text EndHeardLate = new("晚了才确认的：{0}", "Confirmed late by: {0}");
    public static readonly Text ToldLate = new("告知晚了：超过 {0} 分钟。这本身就是一个问题。", "Told late: more than {0} minutes after the end. That is a finding by itself.");
    public static readonly Text Whole = new("整场演练", "Whole drills");
    public static readonly Text Complete = new("{1} 份复盘，{0} 份完成", "{0} of {1} reports complete");
    public static readonly Text NoQuestions = new("没有人要回答", "nobody is asked");
    public static readonly Text Comms = new("通信测试结果", "The ways that were tested");
    public static readonly Text CommsLead = new("{0} 户收到，共 {1} 户。", "{0} of {1} shops were reached.");
    public static readonly Text Ways = new("{0} / {1} 台设备", "{0} of {1} devices");
    public static readonly Text TrendOf = new("最近 {1} 次收到 {0} 次", "reached in {0} of its last {1} tests");
    public static readonly Text NoScenario = new("这场演练没有情景。", "It had no scenario.");
    public static readonly Text Grades = new("评级 {0}", "Grades {0}");

    /// <summary>Who did not hear that it was over, and who heard it late, each by name.</summary>
    public static IEnumerable<(string Hook, string Line)> EndMissed(DrillRead read, Town town)
    {
        string Named(IEnumerable<EndHeard> shops) => ListSay.Of([.. shops.Select(h => NameOf(h, town) + (h.Devices == 0 ? $" ({NoticeSay.Of(Unreached.NoDevice)})" : ""))]);
        if (read.Heard.Where(h => !h.IsTold).ToList() is { Count: > 0 } not) yield return ("end-not-heard", EndNotHeard.With(Named(not)));
        if (read.Heard.Where(h => h.Late).ToList() is { Count: > 0 } late) yield return ("end-heard-late", EndHeardLate.With(Named(late)));
    }

    /// <summary>How far the people are with what they owe of it.</summary>
    public static string Of(DrillReportLine line) => line.Of == 0 ? NoQuestions.ToString() : Complete.With(line.Complete, line.Of);

    public static string NameOf(EndHeard heard, Town town) => town.Shop(heard.ShopId)?.Name ?? heard.Name;

    /// <summary>Whether a shop heard that it was over.</summary>
    public static Text Of(EndHeard heard) => !heard.IsTold ? new("没有确认结束", "did not confirm the end") : heard.Late ? new("晚了才确认结束", "confirmed the end late") : new("已确认结束", "confirmed the end");

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
