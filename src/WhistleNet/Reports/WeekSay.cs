using System.Globalization;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The week of a circle in words.</summary>
public static class WeekSay
{
    public static readonly Text Title = new("一周里哪些时间能成队", "Hours of the week");
    public static readonly Text Lead = new("按营业时间、受训的店和现在可用的盾牌、钢叉计算；设备和演练不分时段，不算在内。", "By opening hours, trained shops and the shields and forks that are usable today; devices and drills do not go by the hour and are left out.");
    public static readonly Text GapHours = new("每周缺口（小时）", "Gap h a week");
    public static readonly Text NextTitle = new("从今天起七天", "The seven days from today");
    public static readonly Text NextLead = new("这几天和平时不同：算上特殊日子、到期的培训和器材。", "These days are not as any week's: special days, trainings that end and gear that runs out are counted.");
    public static readonly Text Months = new("逐月变化", "Month by month");
    public static readonly Text MonthsLead = new("每月初记一次：平常一周里能成队的小时数。", "Written down once a month: the hours of an ordinary week in which a unit could be formed.");
    public static readonly Text MonthHours = new("能成队 {0} 小时，缺口 {1} 小时", "ready {0} h, gap {1} h");
    private static readonly Text More = new("（多 {0} 小时）", "({0} h more)");
    private static readonly Text Fewer = new("（少 {0} 小时）", "({0} h fewer)");
    public static string Change(int hours) => hours == 0 ? "" : (hours > 0 ? More : Fewer).With(Math.Abs(hours));

    public static readonly Text Close = new("怎样补上", "What would close the gaps");
    public static readonly Text InWords = new("缺口时段（文字）", "The gaps in words");
    public static readonly Text Hours = new("{0} 小时", "{0} h");
    private static readonly Text NoGap = new("没有缺口", "no gap");
    private static readonly Text Line = new("{0} {1:00}:00–{2:00}:00：{3}", "{0} {1:00}:00–{2:00}:00: {3}");
    private static readonly Text To = new("{0}至{1}", "{0} to {1}");

    public static Text Of(HourState state) => state switch
    {
        HourState.Ready => new("能成队", "A unit can be formed"),
        HourState.Gap => new("缺口", "Gap"),
        _ => new("全部关门", "All closed"),
    };

    public static string Of(WeekGap gap) => gap.Why switch
    {
        NotReady.TooFewOpen => new Text("{0} 小时营业的不够：这些时间再有 {1} 家营业就够。", "Too few are open in {0} h: {1} more open then would do.").With(gap.Hours, gap.More),
        NotReady.NobodyTrained => new Text("{0} 小时没有受训的人：培训“{1}”可补上 {2} 小时。", "Nobody is trained in {0} h: training {1} would close {2} h.").With(gap.Hours, gap.Shop?.Name, gap.Closed),
        NotReady.NoShield => new Text("{0} 小时没有盾牌：在“{1}”放一面可补上 {2} 小时。", "There is no shield in {0} h: one at {1} would close {2} h.").With(gap.Hours, gap.Shop?.Name, gap.Closed),
        _ => new Text("{0} 小时没有钢叉：在“{1}”放一把可补上 {2} 小时。", "There is no fork in {0} h: one at {1} would close {2} h.").With(gap.Hours, gap.Shop?.Name, gap.Closed),
    };

    /// <summary>All of it in one sentence, for who cannot see the picture.</summary>
    public static string Summary(ReadyWeek week)
    {
        string Count(HourState state) => $"{Of(state)} {Hours.With(week.Hours.Count(h => h.State == state))}";
        return $"{ListSay.Of(Enum.GetValues<HourState>().Select(Count))}. {(week.Gaps.Count == 0 ? NoGap.ToString() : string.Join("; ", Lines(week)))}";
    }

    /// <summary>The gaps, days that have the same together.</summary>
    public static IEnumerable<string> Lines(ReadyWeek week) => week.Spans()
        .GroupBy(s => (s.From, s.To, Why: ListSay.Of(s.Why.Select(w => ReadinessSay.Of(w).ToString())))).OrderBy(g => g.Key.From)
        .Select(g => Line.With(Days([.. g.Select(s => s.Day)]), g.Key.From, g.Key.To, g.Key.Why));

    public static string Short(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedDayName(day);

    // Days that follow each other are one stretch: Monday to Friday, Sunday.
    private static string Days(IReadOnlyList<DayOfWeek> days)
    {
        static int At(DayOfWeek day) => ((int)day + 6) % 7; // Monday first
        var stretches = new List<(DayOfWeek From, DayOfWeek Until)>();
        foreach (var day in days)
        {
            if (stretches.Count > 0 && At(stretches[^1].Until) + 1 == At(day)) stretches[^1] = stretches[^1] with { Until = day };
            else stretches.Add((day, day));
        }
        return ListSay.Of(stretches.Select(s => s.From == s.Until ? Short(s.From) : To.With(Short(s.From), Short(s.Until))));
    }
}
