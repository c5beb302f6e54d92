using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The statistics page in words.</summary>
public static class StatisticsSay
{
    public static readonly Text Title = new("统计", "Statistics");
    public static readonly Text Heading = new("一三五：各小组各月", "1-3-5 by circle and month");
    public static readonly Text Lead = new(
        "实警和演练分开算，测试不算，误触和重复不算。没有达到的阶段按最慢计入。小组按名称排列，不排名次；{0} 起以下只写起数。",
        "Real alerts and drills are counted apart; tests, slips and duplicates not at all. A stage that was not reached counts as the slowest. Circles stand by name and are not ranked; below {0} alerts only their number is given.");
    public static readonly Text Month = new("月份", "Month");
    public static readonly Text None = new("最近十二个月还没有。", "None in the last twelve months.");
    public static readonly Text Too = new("n={0}，太少", "n={0}, too few");
    public static readonly Text Figures = new("中位 {0} · 九成 {1}（n={2}，未达到 {3}）", "median {0} · 90 % {1} (n={2}, {3} not reached)");
    public static readonly Text Target = new("目标 {0} 秒", "target {0} s");

    public static string Of(Percentiles p) => p.TooFew ? Too.With(p.N) : Figures.With(Value(p.P50), Value(p.P90), p.N, p.NotReached);

    private static string Value(TimeSpan? value) => value is null ? ReportSay.Of(Reaching.NotReached).ToString() : ReportSay.Span(value);
}
