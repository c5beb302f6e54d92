using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Circles changed by hand, in words.</summary>
public static class CircleSay
{
    public static readonly Text Edit = new("调整小组", "Change this circle");
    public static readonly Text Name = new("小组名称", "Name of the circle");
    public static readonly Text Centre = new("中心商户", "Centre shop");
    public static readonly Text CentreHint = new("共用器材放在这里", "holds the shared gear");
    public static readonly Text NoCentre = new("没有指定", "None");
    public static readonly Text Leader = new("中心户长（联防小组长）", "Leader");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Regroup = new("商户分组", "Which shops are in it");
    public static readonly Text RegroupHint = new("勾选商户再选去哪；也可以在地图上把商户拖到另一个小组旁边。先说明会怎样，确认后才保存。", "Tick shops and choose where they go, or drag one on the map beside another circle. You see first what would follow; only then is it saved.");
    public static readonly Text Move = new("移到另一个小组", "Move to another circle");
    public static readonly Text Split = new("分出一个新小组", "Split off a new circle");
    public static readonly Text Merge = new("整组并入另一个小组", "Join it to another circle");
    public static readonly Text Where = new("哪个小组", "Which circle");
    public static readonly Text NewName = new("新小组的名称", "Name of the new circle");
    public static readonly Text LookFirst = new("看会怎样", "What would follow");
    public static readonly Text Do = new("就这样做", "Do it");
    public static readonly Text Not = new("不做了", "Leave it");
    public static readonly Text Follows = new("会这样：", "This would follow:");
    public static readonly Text After = new("{0}：{1} 家变 {2} 家，直径 {3} 米变 {4} 米", "{0}: {1} shops become {2}, {3} m across becomes {4} m");
    public static readonly Text Founded = new("新建 {0}：{1} 家，直径 {2} 米", "{0} is founded: {1} shops, {2} m across");
    public static readonly Text Ends = new("{0} 并入后不再存在；它的警情、演练报告保留原名，演练计划改算到新的小组。", "{0} ends. Its alerts and reports keep its name; plans of drills mean the circle that it went into.");
    public static readonly Text LosesCentre = new("{0} 的中心商户移走了，要另选。", "The centre shop of {0} leaves it: choose another.");
    public static readonly Text Large = new("{0} 超过 15 家，吹一次哨叫的人偏多。", "{0} has more than 15 shops: a whistle calls a crowd.");
    public static readonly Text Small = new("{0} 不到 6 家，很难凑齐一队人。", "{0} has fewer than 6 shops: a unit is hard to form.");
    public static readonly Text Wide = new("{0} 直径超过 500 米，跑过去太久。", "{0} is more than 500 m across: too far to run.");
    public static readonly Text Ready = new("{0}：现在{1}，之后{2}", "{0}: now {1}, then {2}");
    public static readonly Text Done = new("已调整。可以在“建立名册”页撤销。", "Done. It can be taken back on the setup page.");
    public static readonly Text NameTaken = new("另一个小组已用这个名称。没有保存。", "Another circle has this name. Nothing was saved.");
    public static readonly Text Chosen = new("已勾选 {0} 家", "{0} ticked");
    public static readonly Text MapLabel = new("小组地图：商户可以拖动，也可以用下面的列表", "Map of the circle: shops can be dragged; the list below does the same");

    public static Text Of(RegroupRefusal refusal) => refusal switch
    {
        RegroupRefusal.NothingChosen => new("请先勾选商户。", "Tick a shop first."),
        RegroupRefusal.NotThere => new("商户或小组已不在这里，请刷新再看。什么都没有改。", "A shop or circle is no longer there: look again. Nothing was changed."),
        RegroupRefusal.SameCircle => new("它们已经在这个小组里。", "They are in that circle already."),
        RegroupRefusal.WouldBeEmpty => new("小组不能一家都不剩。要整组搬走，请用“并入”。什么都没有改。", "A circle cannot be left without a shop. To move all of them, join the two circles. Nothing was changed."),
        RegroupRefusal.NameMissing => new("小组要有名称。", "A circle needs a name."),
        _ => new("这里有进行中的警情或演练，叫到的人不能变。办结或结束后再改。什么都没有改。", "An alert is open or a drill runs there, and who was called must not change. Do it when that is over. Nothing was changed."),
    };
}
