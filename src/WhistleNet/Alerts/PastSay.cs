using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>The list of past alerts, in words.</summary>
public static class PastSay
{
    public static readonly Text Title = new("往期警情", "Past alerts");
    public static readonly Text Words = new("搜索（商户、街道、理由、经手人）", "Search (shop, street, reason, officer)");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Mode = new("性质", "Mode");
    public static readonly Text Outcome = new("结果", "Outcome");
    public static readonly Text Circle = new("联防小组", "Circle");
    public static readonly Text From = new("从", "From");
    public static readonly Text Until = new("到", "Until");
    public static readonly Text Any = new("全部", "All");
    public static readonly Text NoPractice = new("实警和演练", "Alerts and drills");
    public static readonly Text Search = new("查找", "Search");
    public static readonly Text Clear = new("清空", "Clear");
    public static readonly Text None = new("没有符合的警情。放宽条件再查。", "No alert matches. Widen the search.");
    public static readonly Text Count = new("共 {0} 起，第 {1} 页，共 {2} 页", "{0} alerts, page {1} of {2}");
    public static readonly Text More = new("更多条件", "More conditions");
    public static readonly Text Counted = new("计入", "Counted as");
    public static readonly Text NeverHeard = new("没收到的商户", "Never heard by");
    public static readonly Text SomeShop = new("任意一户", "some shop");
    public static readonly Text Before = new("上一页", "Previous");
    public static readonly Text Next = new("下一页", "Next");
    public static readonly Text When = new("时间", "When");
    public static readonly Text What = new("性质与类别", "Mode and kind");
    public static readonly Text Where = new("商户", "Shop");
    public static readonly Text Taker = new("接哨", "Taken by");
    public static readonly Text Print = new("打印", "Print");
    public static readonly Text RaisedAt = new("吹哨时间", "Raised");
    public static readonly Text ClosedLine = new("{0} 由 {1} 办结：{2}。理由：{3}", "Closed {0} by {1}: {2}. Reason: {3}");
    public static readonly Text MergedInto = new("并入另一起警情", "Merged into another alert");
    public static readonly Text NotReal = new("不是实警", "not a real alert");
    public static readonly Text PrintedFrom = new("吹哨互助 · {0} · 编号 {1}", "WhistleNet · {0} · No. {1}");
}
