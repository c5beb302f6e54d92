using System.Globalization;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The statistics page in words.</summary>
public static class StatisticsSay
{
    public static readonly Text Title = new("统计", "Statistics");
    public static readonly Text Lead = new(
        "实警和演练分开算，从不相加；测试和桌面推演不算，重复的并入原来那起。没有达到的阶段按最慢计入，误触不计时。各行按名称排列，不排名次；{0} 起以下只写起数。点任何数字，看它背后的每一起。",
        "Real alerts and drills are counted apart, never together; tests and table-tops not at all, and a duplicate counts with the alert it is of. A stage that was not reached counts as the slowest; a slip is not timed. Rows stand by name and are not ranked; below {0} alerts only their number is given. Open any figure to see each alert behind it.");
    public static readonly Text Mode = new("哪一种", "Which");
    public static readonly Text Span = new("时段", "Period");
    public static readonly Text Named = new("从……到……", "From and until");
    public static readonly Text From = new("从", "From");
    public static readonly Text Until = new("到", "Until");
    public static readonly Text By = new("分列", "Cut by");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text Period = new("{0} 至 {1}，{2} 天，{3} 户", "{0} to {1}, {2} days, {3} shops");
    public static readonly Text Shortened = new("从本所第一次按哨那天算起。", "Counted from the day of this station's first press.");
    public static readonly Text None = new("这段时间没有。", "None in this time.");
    public static readonly Text All = new("合计", "All");
    public static readonly Text Counted = new("起数", "Alerts");
    public static readonly Text Timed = new("计时 {0} 起", "timed {0}");
    public static readonly Text Missed = new("有户没收到", "Some shop never heard");
    public static readonly Text Duplicates = new("另有重复 {0} 起，并入别的警情，不另算。", "Besides, {0} duplicates, merged into another alert and not counted again.");
    public static readonly Text Too = new("n={0}，太少", "n={0}, too few");
    public static readonly Text Figures = new("中位 {0} · 九成 {1}（n={2}，未达到 {3}）", "median {0} · 90 % {1} (n={2}, {3} not reached)");

    public static readonly Text RatesHeading = new("误报与吹哨率：每百户每月", "False alarms and whistle rate, per 100 shops and month");
    public static readonly Text RatesLead = new(
        "真：已制止、移交、调解、转办。误：误触、误判、恶意。不明：未发现情况。括号里是 95% 区间（按次数的泊松分布精确算出）：区间宽，就是还说不准。",
        "True: stopped, handed over, mediated, passed on. False: slip, honest mistake, malicious. Unknown: nothing found. In brackets the 95 % interval, exact by the Poisson law of counts: where it is wide, little can be said yet.");
    public static readonly Text Shops = new("户数", "Shops");
    public static readonly Text Rate = new("吹哨率", "Whistles");
    public static readonly Text Beside = new("与相近小组比", "Beside like circles");
    public static readonly Text LikeLead = new(
        "只和户数相近的小组比（同一商圈够三个就只比同商圈的），区间按条件二项分布精确算出。吹得太少也是一个发现：大家知道怎么吹吗，敢吹吗，设备在吗？单凭偶然，二十个小组里也会有一个看着不同。",
        "Held only against circles of about as many shops (of the same area where it has three such), exact by the conditional binomial law. Too few whistles are a finding too: is the whistle known, trusted, at hand? By chance alone one circle of twenty looks different.");
    public static readonly Text FewerLine = new("比相近的 {0} 个小组少（{1} 倍，{2}）：看看大家会不会、敢不敢吹", "fewer than the {0} circles like it ({1} times, {2}): see whether people know and trust the whistle");
    public static readonly Text MoreLine = new("比相近的 {0} 个小组多（{1} 倍，{2}）", "more than the {0} circles like it ({1} times, {2})");
    public static readonly Text AsOthersLine = new("与相近的 {0} 个小组没有可说的差别（{1} 倍，{2}）", "no difference to the {0} circles like it that chance could not make ({1} times, {2})");
    public static readonly Text TooLittleLine = new("次数太少，说不准", "too little was whistled to say");
    public static readonly Text NoLike = new("没有户数相近的小组可比", "no circle of about as many shops to stand beside");

    public static readonly Text UnreachedHeading = new("没收到的商户", "Shops that never heard");
    public static readonly Text UnreachedLead = new("应当听到、却没有任何设备回执的次数（已办结的）。这是要去修的单子，不是名次；满一年后，谁没收到的记录删除。", "How often a shop that was to hear sent no receipt from any device, of alerts that are over. A list of what to mend, no rank; after a year the record of who did not hear is deleted.");
    public static readonly Text Times = new("次数", "Times");
    public static readonly Text MoreShops = new("还有 {0} 户，见 CSV。", "{0} more shops are in the CSV.");

    public static readonly Text SinceHeading = new("上次演练之后有什么变化", "What changed since the last drill");
    public static readonly Text SinceLead = new("演练与再前一次演练比；实警则比演练当天及以前和次日以后。演练和实警从不放进同一个数字。", "The drill beside the one before; real alerts up to the day of the drill beside those from the day after it. Drill and real alerts are never in one figure.");
    public static readonly Text LastDrill = new("上次演练", "Last drill");
    public static readonly Text OfDrills = new("演练：前一次 → 上次", "Drills: before → last");
    public static readonly Text Before = new("实警：演练当天及以前", "Real: up to the drill");
    public static readonly Text After = new("实警：演练以后", "Real: after it");
    public static readonly Text FirstDrill = new("第一次", "the first");
    public static readonly Text NoDrill = new("这段时间没有演练。", "No drill in this time.");
    public static readonly Text Gone = new("（已不在的小组）", "(a circle no longer there)");
    public static readonly Text NoGrid = new("（没有划入网格）", "(in no grid)");
    public static readonly Text NotOver = new("未办结", "Not over");

    private static readonly Text[] Days =
    [
        new("周一", "Monday"), new("周二", "Tuesday"), new("周三", "Wednesday"), new("周四", "Thursday"), new("周五", "Friday"), new("周六", "Saturday"), new("周日", "Sunday"),
    ];

    public static Text Of(Cut cut) => cut switch
    {
        Cut.Circle => new("联防小组", "Circle"),
        Cut.Area => new("商圈", "Area"),
        Cut.PoliceGrid => new("警格", "Police grid"),
        Cut.CommunityGrid => new("网格", "Community grid"),
        Cut.Kind => new("类别", "Kind"),
        Cut.Outcome => new("结果", "Outcome"),
        Cut.Month => new("月份", "Month"),
        Cut.Weekday => new("星期", "Day of the week"),
        _ => new("钟点", "Hour of the day"),
    };

    public static Text Of(Tally tally) => tally switch
    {
        Tally.Counted => new("不含重复", "Without duplicates"),
        Tally.Measured => new("计时的", "Timed"),
        Tally.True => new("真", "True"),
        Tally.False => new("误", "False"),
        Tally.Unknown => new("不明", "Unknown"),
        _ => new("未办结", "Open"),
    };

    /// <summary>A part of a cut as people name it.</summary>
    public static string Of(Cut cut, string key, Town town) => cut switch
    {
        Cut.Circle => town.Circle(key)?.Name ?? $"{Gone} {key}",
        Cut.Area => key == Cuts.None ? Gone.ToString() : town.Areas.GetValueOrDefault(key)?.Name ?? key,
        Cut.PoliceGrid or Cut.CommunityGrid => key == Cuts.None ? NoGrid.ToString() : town.Grids.PathOf(key) ?? key,
        Cut.Kind => AlertSay.Of(Words.Parse<Kind>(key)!.Value).ToString(),
        Cut.Outcome => Words.Parse<Outcome>(key) is { } outcome ? AlertSay.Of(outcome).ToString() : NotOver.ToString(),
        Cut.Weekday => Weekday(int.Parse(key, CultureInfo.InvariantCulture)).ToString(),
        Cut.Hour => $"{key}:00–{key}:59",
        _ => key,
    };

    /// <param name="day">1 for Monday.</param>
    public static Text Weekday(int day) => Days[day - 1];

    /// <summary>Parts as a reader looks for them: what has a name by its name, what has an order in it.</summary>
    public static IEnumerable<(string Key, string Name, Figures Figures)> Parts(Statistics of, Town town)
    {
        var named = of.Parts.Select(p => (p.Key, Name: Of(of.Query.Cut, p.Key, town), p.Figures));
        return of.Query.Cut switch
        {
            Cut.Circle or Cut.Area or Cut.PoliceGrid or Cut.CommunityGrid => named.OrderBy(p => p.Name, StringComparer.CurrentCulture),
            Cut.Kind => named.OrderBy(p => Words.Parse<Kind>(p.Key)),
            Cut.Outcome => named.OrderBy(p => Words.Parse<Outcome>(p.Key) ?? (Outcome)int.MaxValue),
            Cut.Month => named.OrderByDescending(p => p.Key, StringComparer.Ordinal),
            _ => named.OrderBy(p => int.Parse(p.Key, CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>Who did not hear and how often, as one walks through the circles.</summary>
    public static IEnumerable<(string Id, string Name, string Circle, int Times)> Unreached(Statistics of, Town town) =>
        of.History.Unreached.Select(u => (u.Key, Name: town.Shop(u.Key)?.Name ?? u.Key, Circle: town.Shop(u.Key) is { } shop ? Of(Cut.Circle, shop.CircleId, town) : "", u.Value))
            .OrderBy(u => u.Circle, StringComparer.CurrentCulture).ThenBy(u => u.Name, StringComparer.CurrentCulture);

    public static string Of(Percentiles p) => p.TooFew ? Too.With(p.N) : Figures.With(Value(p.P50), Value(p.P90), p.N, p.NotReached);

    /// <summary>A rate with how sure it is: <c>2.1 (0.4–6.1)</c>.</summary>
    public static string Of(Rate rate) => rate is { Value: { } value, Interval: { } from } ? $"{Short(value)} ({Of(from)})" : "–";

    public static string Of(Interval of) => $"{Short(of.Low)}–{(double.IsInfinity(of.High) ? "∞" : Short(of.High))}";

    public static string Of(Likeness like) => like.Like.Count == 0 ? NoLike.ToString() : like.Finding switch
    {
        Finding.Fewer => Line(FewerLine, like),
        Finding.More => Line(MoreLine, like),
        Finding.AsOthers => Line(AsOthersLine, like),
        _ => TooLittleLine.ToString(),
    };

    public static string Short(double value) => value.ToString(value < 10 ? "0.0#" : "0.#", CultureInfo.InvariantCulture);

    private static string Line(Text line, Likeness like) => line.With(like.Like.Count, like.Ratio is { } ratio ? Short(ratio) : "∞", Of(like.RatioInterval!.Value));

    public static string Value(TimeSpan? value) => value is null ? ReportSay.Of(Reaching.NotReached).ToString() : ReportSay.Span(value);
}
