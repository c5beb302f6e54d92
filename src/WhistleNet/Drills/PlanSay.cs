using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Plans and their calendar in words.</summary>
public static class PlanSay
{
    public static readonly Text Title = new("演练计划", "Drill plans");
    public static readonly Text Plans = new("计划", "Plans");
    public static readonly Text None = new("还没有计划。定好间隔，系统会提醒，但不会自己开始演练。", "There is no plan yet. Set how often; it reminds, and never starts a drill by itself.");
    public static readonly Text New = new("新计划", "A new plan");
    public static readonly Text EveryMonths = new("每隔几个月", "Every so many months");
    public static readonly Text HourOfDay = new("几点", "At");
    public static readonly Text Cron = new("或按定时写法（分 时 日 月 周）", "Or a cron line (minute hour day month weekday)");
    public static readonly Text Save = new("保存计划", "Save the plan");
    public static readonly Text Stop = new("结束计划", "End the plan");
    public static readonly Text PlanNext = new("安排下一次", "Plan the next drill");
    public static readonly Text Next = new("下一次 {0} · {1}", "Next {0} · {1}");
    public static readonly Text Last = new("上次 {0}", "Last {0}");
    public static readonly Text Due = new("{0} 到期", "due {0}");
    public static readonly Text Overdue = new("{0} 已过期", "overdue since {0}");
    public static readonly Text OverdueWord = new("已过期", "overdue");
    public static readonly Text Shortened = new("上次有环节慢了：间隔减半。", "A stage of the last one was slow: the interval is halved.");
    public static readonly Text Reminded = new("{0} 提醒过，{1}", "Reminded on {0}, {1}");
    public static readonly Text DueSoon = new("该演练了", "Drills that are due");
    public static readonly Text Seen = new("我看到了", "I have seen it");
    public static readonly Text SeenBy = new("{0} {1} 看到", "seen by {0}, {1}");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Calendar = new("不演练的日子", "Days without drills");
    public static readonly Text CalendarHint = new("节假日、赶集日，一行一天：2026-10-01 国庆", "Holidays and market days, one a line: 2026-10-01 National Day");
    public static readonly Text SaveDays = new("保存日历", "Save the calendar");
    public static readonly Text LastHead = new("上次演练", "Last drill");
    public static readonly Text DueHead = new("到期", "Due");
    public static readonly Text NextHead = new("已安排", "Planned or running");
    public static readonly Text Never = new("从未演练", "never");

    public static Text Of(Reminding what) => what switch
    {
        Reminding.Days30 => new("那时离到期还有 30 天", "30 days before it was due"),
        Reminding.Days7 => new("那时离到期还有 7 天", "7 days before it was due"),
        Reminding.Day1 => new("第二天就到期", "the day before it was due"),
        _ => new("那时已过期", "when it was overdue"),
    };

    public static string Cadence(DrillPlan plan) => plan.Cron is { } cron ? cron : plan.MonthsNow == 1 ? EveryMonth.ToString() : Every.With(plan.MonthsNow);

    private static readonly Text EveryMonth = new("每月", "every month");
    private static readonly Text Every = new("每 {0} 个月", "every {0} months");
}
