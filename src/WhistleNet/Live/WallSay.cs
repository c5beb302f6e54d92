using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Live;

/// <summary>What the wall says.</summary>
public static class WallSay
{
    public static readonly Text Title = new("墙屏", "Wall");
    public static readonly Text Stranger = new("这台屏幕还没有加入派出所", "This screen does not belong to a station yet");

    public static readonly Text ComesFrom = new("赶来的、已到的", "Coming or there");

    public static IReadOnlyDictionary<string, Text> Script { get; } = new Dictionary<string, Text>(AlertTexts.All)
    {
        ["wall-calm"] = new("没有警情", "No open alert"),
        ["wall-map"] = new("辖区图：街道、联防小组和商户", "The station's streets, circles and shops"),
        ["wall-blind"] = new("看不到警情：连接已断开", "Blind: the connection is lost"),
        ["wall-revoked"] = new("此屏幕已停用", "This screen was switched off"),
        ["unreached"] = new("未送达 {n}", "{n} not reached"),
        ["circle-linked"] = new("{n}/{all} 在线", "{n} of {all} linked"),
        ["link-up"] = new("连接正常", "Connected"),
        ["link-first"] = new("正在连接", "Connecting"),
        ["link-down"] = new("连接已断开", "Connection lost"),
        ["link-call"] = new("电话 110", "call 110"),
        ["link-age"] = new("所见为 {age}", "what you see is from {age}"),
        ["sound-on"] = new("声音开", "Sound on"),
        ["sound-off"] = new("声音关，点这里打开", "Sound off: touch to turn on"),
    };
}
