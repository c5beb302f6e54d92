using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>What the demo page says; the panes speak for themselves.</summary>
internal static class DemoSay
{
    public static readonly Text Title = new("演示：一声哨，几家手", "Demo: one whistle, many hands");
    public static readonly Text Banner = new("演示 DEMO", "演示 DEMO");
    public static readonly Text Note = new("虚构小镇，模拟邻居，只在本机；不会真的报警", "A made-up town with simulated neighbours, on this machine alone; nobody is really called");
    public static readonly Text Tour = new("导览", "Guided tour");
    public static readonly Text Back = new("上一步", "Back");
    public static readonly Text Next = new("下一步", "Next");
    public static readonly Text Again = new("再来一遍（10 分钟后）", "Once more, 10 min later");
    public static readonly Text Levers = new("网络与时钟", "Link and clock");
    public static readonly Text WhoseLink = new("谁的网络", "Whose link");
    public static readonly Text HowFar = new("快进多少", "How far");
    public static readonly Text Push = new("快进时钟", "Push the clock");
    public static readonly Text StartDrill = new("开始演练", "Start a drill");
    public static readonly Text StopDrill = new("停止演练", "Stop the drill");
    public const string DrillTitle = "青石桥一组 季度演练";
    public const string DrillStopped = "演示：停止 Demo: stopped";
    public static readonly Text Cut = new("切断网络", "Cut the link");
    public static readonly Text Enlarge = new("放大", "Enlarge");
    public static readonly Text Language = new("English", "中文");
    public static readonly Text Panes = new("五块屏幕", "The five screens");

    public static readonly Text Shop = new("商户", "Shop");
    public static readonly Text Neighbour1 = new("邻居 1", "Neighbour 1");
    public static readonly Text Neighbour2 = new("邻居 2", "Neighbour 2");
    public static readonly Text Station = new("派出所", "Station");
    public static readonly Text Wall = new("大屏", "Wall");

    public static readonly IReadOnlyList<(int Seconds, Text Word)> Pushes =
    [
        (10, new("10 秒", "10 s")), (30, new("30 秒", "30 s")), (60, new("1 分钟", "1 min")), (600, new("10 分钟", "10 min")),
    ];

    /// <summary>The tour: in order, what to press and where to look.</summary>
    public static readonly IReadOnlyList<(string Word, string Look, Text Text)> Steps =
    [
        ("press", "shop", new("在“商户”手机上点“开始值班”，再按住“吹哨”一秒。", "On the shop's phone press “Start shift”, then hold the whistle for a second.")),
        ("heard", "neighbour-1", new("邻居的手机响了，派出所和大屏同时看到，两只钟开始走。模拟的邻居几秒内应哨。", "The neighbours' phones sound; station and wall see it at once, and two clocks start. Simulated neighbours answer within seconds.")),
        ("answer", "neighbour-1", new("在“邻居 1”上点“我去”。要 {needed} 家，现在 {coming} 家在来；够了，其他人就留在店里。", "On neighbour 1 press “I'm coming”. {needed} needed, {coming} coming; once enough come, the others stay inside.")),
        ("take", "station", new("在“派出所”点“接哨”。邻居来了多少，都不会让这只钟停下。", "At the station press “Take”. However many neighbours come, they never stop this clock.")),
        ("arrive", "neighbour-1", new("模拟邻居正走过去：快进时钟 1 分钟，或在“邻居 1”点“到了”。", "The neighbours are walking: push the clock by a minute, or press “Arrived” on neighbour 1.")),
        ("close", "station", new("在“派出所”点“办结”，选结果，写原因。真的警情只能由人办结。", "At the station press “Close”, choose how it ended and say why. Only a person closes a real alert.")),
        ("over", "shop", new("所有屏幕都收到“已解除”：{heard} 家收到过，{upToDate} 家已确认。", "All screens hear that it is over: {heard} had heard the alert, {upToDate} have confirmed its end.")),
        ("more", "shop", new("再试：切断商户的网络再吹哨，看“未发出”和 110，接通后自动送达。或者不接哨、快进时钟：30、60、120 秒逐级上报，60 秒扩大一圈。", "Now try: cut the shop's link and whistle, see “not sent” and 110, mend it and it goes out. Or take nothing and push the clock: 30, 60, 120 s call the next rung, 60 s the next ring.")),
    ];

    /// <summary>What the page's script says.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Script = new Dictionary<string, Text>
    {
        ["cut"] = Cut, ["mend"] = new("接通网络", "Mend the link"), ["is-cut"] = new("已断网", "Link cut"), ["ahead"] = new("时钟快了 {time}", "Clock pushed by {time}"),
        ["enlarge"] = Enlarge, ["reduce"] = new("还原", "Restore"), ["again"] = Again, ["next"] = Next, ["start-drill"] = StartDrill, ["stop-drill"] = StopDrill, ["server-gone"] = new("演示已停止。", "The demo has stopped."),
    };
}
