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
    public static readonly Text HowFast = new("演练多快", "How fast it runs");
    public static readonly Text Walking = new("走路速度", "walking pace");
    public static readonly Text Hurrying = new("快进 ×10", "fast, ×10");
    public static readonly Text OpenReport = new("上次演练的报告", "Last drill’s report");
    public static readonly Text Close = new("关闭", "Close");
    public static readonly Text TourOfWhistle = new("导览：一声哨", "Tour: one whistle");
    public static readonly Text TourOfDrill = new("导览：演练，3 分钟", "Tour: a drill, 3 min");
    public static readonly Text StopDrill = new("停止演练", "Stop the drill");
    public const string DrillTitle = "青石桥一组 演练";
    public const string CrackedShield = "右上角有一道裂纹。 / A crack at the upper right.";
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
    public static readonly Text Observer = new("观察员", "Observer");
    public static readonly Text Organizer = new("组织者", "Organizer");

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
        ("more", "shop", new("再试：切断商户的网络再吹哨，看“未发出”和 110，接通后自动送达。或者不接哨、快进时钟：30、60、90、120 秒逐级上报，第 90 秒叫街面警务站，60 秒扩大一圈。派出所菜单里：“名册”有快到期的培训、值班表上下一班的空档；“邻里”有争吵第三次的摊位；“回看”有误报申诉和统计；“管理—设置”有警务站、邻所和夜市。", "Now try: cut the shop's link and whistle, see “not sent” and 110, mend it and it goes out. Or take nothing and push the clock: 30, 60, 90, 120 s call the next rung, at 90 s the street post; 60 s call the next ring. In the station's menu: under Register a training that ends soon and a gap in the next shift; under Neighbours a stall's third quarrel; under Records an appeal and statistics; under House, settings, posts, the station next door and a market night.")),
    ];

    /// <summary>The round of a drill: the plan is due, it is played, and what it measured closes what the last one found.</summary>
    public static readonly IReadOnlyList<(string Word, string Look, Text Text)> StepsOfDrill =
    [
        ("due", "organizer", new("计划提醒：下一次演练 {due} 到期。上次慢了，所以间隔减半。提醒从不自己开始演练，要人来按。", "The plan reminds: the next drill is due {due}; the last one was slow, so the interval is halved. A reminder never starts a drill, a person does.")),
        ("start", "shop", new("按“开始演练”（已选快进 ×10）。每块屏幕都有紫框和“演练”，旁边一直留着“这是真的”。", "Press “Start a drill” (×10 is chosen). Every screen has the violet frame and says DRILL, and “this is REAL” stays beside it.")),
        ("pressed", "shop", new("在“商户”按住演练的哨。没人按，过一会儿替补会按，后面每一步也一样。", "On the shop's phone hold the drill's whistle. If nobody does, an understudy will in a moment; so it is with every step from here.")),
        ("arrive", "neighbour-1", new("同一条路：邻居应哨、走过来，{arrived}/{needed} 家到了；情景已告诉各人 {told} 条。", "The same path as a real one: neighbours answer and walk over, {arrived} of {needed} are there; the scenario has told people {told} things.")),
        ("watch", "observer", new("观察员只勾机器看不见的；接哨、到场这些已由记录判好。十二分钟后自己结束，也可以按“停止演练”。", "The observer ticks only what no machine can see; answers and arrivals are judged already. It ends by itself after twelve minutes, or by “Stop the drill”.")),
        ("told", "shop", new("演练结束，每块屏幕都说“这是演练”。", "The drill is over, and every screen says “this was a drill”.")),
        ("report", "organizer", new("报告已按时间线写好：谁听到、谁来了、一三五、偏差。接着六个问题发到每部手机。", "The report is drafted from the timeline: who heard, who came, 1-3-5, what went otherwise. Then six questions go to every phone.")),
        ("met", "organizer", new("上次写下的整改带着条件。这次量到了就自动销项（{met} 条），谁也不能手工勾掉。", "What the last drill found has a condition. This one measured it and closed {met}; nobody can tick one off by hand.")),
    ];

    /// <summary>What the page's script says.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Script = new Dictionary<string, Text>
    {
        ["cut"] = Cut, ["mend"] = new("接通网络", "Mend the link"), ["is-cut"] = new("已断网", "Link cut"), ["ahead"] = new("时钟快了 {time}", "Clock pushed by {time}"),
        ["enlarge"] = Enlarge, ["reduce"] = new("还原", "Restore"), ["again"] = Again, ["once-more"] = new("再来一遍", "Once more"), ["next"] = Next, ["start-drill"] = StartDrill, ["stop-drill"] = StopDrill, ["tour-of-whistle"] = TourOfWhistle, ["tour-of-drill"] = TourOfDrill, ["hurries"] = new("时钟快进 ×{pace}", "Clock runs ×{pace}"), ["server-gone"] = new("演示已停止。", "The demo has stopped."),
    };
}
