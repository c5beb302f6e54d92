using WhistleNet.Alerts;

namespace WhistleNet.Shell;

/// <summary>What stands round every console page.</summary>
public static class ShellSay
{
    public static readonly Text Name = new("吹哨互助", "WhistleNet");
    public static readonly Text Skip = new("跳到正文", "Skip to the content");
    public static readonly Text Strip = new("连接与声音", "Connection and sound");
    public static readonly Text Menu = new("页面", "Pages");
    public static readonly Text Register = new("名册", "Register");
    public static readonly Text Neighbours = new("邻里", "Neighbours");
    public static readonly Text Records = new("回看", "Records");
    public static readonly Text House = new("管理", "House");
    public static readonly Text Station = new("警情台", "Alerts");
    public static readonly Text Past = new("往期警情", "Past alerts");
    public static readonly Text Shops = new("商户", "Shops");
    public static readonly Text Circles = new("联防小组", "Circles");
    public static readonly Text People = new("人员", "People");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text SignOut = new("退出登录", "Sign out");
    public static readonly Text Larger = new("大字", "Larger text");
    public static readonly Text DarkRoom = new("明暗", "Light / dark");
    public static readonly Text Other = new("English", "中文");
    public static readonly Text Script = new("这个页面需要 JavaScript。紧急情况请拨打 110。", "This page needs JavaScript. In an emergency call 110.");
    public static readonly Text Loading = new("正在连接警情台……", "Connecting to the console…");
    public static readonly Text NotFound = new("没有这个页面，或者不归您看。", "There is no such page, or it is not yours.");
    public static readonly Text ToStart = new("回到首页", "To the start");
    public static readonly Text ToStation = new("回到警情台", "To the alerts");

    /// <summary>What the console's script says.</summary>
    public static IReadOnlyDictionary<string, Text> ForScript { get; } = new Dictionary<string, Text>
    {
        ["link-first"] = new("正在连接", "Connecting"),
        ["link-up"] = new("连接正常", "Connected"),
        ["link-down"] = new("连接已断开", "Connection lost"),
        ["link-call"] = new("电话 110", "Call 110"),
        ["link-age"] = new("所见是 {age} 的情况", "What you see is from {age}"),
        ["sound-on"] = new("声音已开", "Sound is on"),
        ["sound-off"] = new("声音未开，点这里打开", "Sound is off: touch to turn it on"),
        ["sound-muted"] = new("声音已关，点这里打开", "Sound was turned off: touch to turn it on"),
        ["due-in"] = new("{n} 后", "in {n}"),
        ["due-now"] = new("现在", "now"),
        ["over-by"] = new("已超时 {n}", "{n} over"),
        ["ago-seconds"] = new("{n} 秒前", "{n} s ago"),
        ["ago-minutes"] = new("{n} 分 {s} 秒前", "{n} min {s} s ago"),
        ["ago-hours"] = new("{n} 小时前", "{n} h ago"),
        ["ago-days"] = new("{n} 天前", "{n} days ago"),
        ["map-shop"] = new("这家商户的页面", "The page of this shop"),
        ["mode-real"] = AlertSay.Of(Mode.Real), ["mode-drill"] = AlertSay.Of(Mode.Drill), ["mode-test"] = AlertSay.Of(Mode.Test), ["mode-unknown"] = new("非实警", "NOT REAL"),
    };
}
