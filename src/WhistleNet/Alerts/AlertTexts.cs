using WhistleNet.Circles;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>What every script that draws alerts says: the labels of the vocabulary by their words, ages, places, and the neighbour's takeover.</summary>
public static class AlertTexts
{
    public static IReadOnlyDictionary<string, Text> All { get; } = new Dictionary<string, Text>(Labels())
    {
        ["mode-unknown"] = new("非实警", "NOT REAL"),
        ["silent-word"] = new("静默", "SILENT"),
        ["hush"] = new("静默，不要张扬", "Silent: do not draw attention"),
        ["ago-seconds"] = new("{n} 秒前", "{n} s ago"),
        ["late-press"] = new("{n} 分钟前按的，刚刚才送到（按对方手机所说）", "Pressed {n} min before it arrived, says its phone"),
        ["ago-minutes"] = new("{n} 分 {s} 秒前", "{n} min {s} s ago"),
        ["ago-hours"] = new("{n} 小时前", "{n} h ago"),
        ["ago-days"] = new("{n} 天前", "{n} days ago"),
        ["metres"] = new("{n} 米", "{n} m"),
        ["dir-n"] = new("北", "north"), ["dir-ne"] = new("东北", "north-east"), ["dir-e"] = new("东", "east"), ["dir-se"] = new("东南", "south-east"),
        ["dir-s"] = new("南", "south"), ["dir-sw"] = new("西南", "south-west"), ["dir-w"] = new("西", "west"), ["dir-nw"] = new("西北", "north-west"),
        ["coming-none"] = new("还没有人应哨，需要 {needed} 家", "Nobody yet, {needed} needed"),
        ["coming-some"] = new("{n} 家来帮忙，需要 {needed} 家", "{n} coming, {needed} needed"),
        ["taken"] = new("派出所已接哨", "The station has taken it"),
        ["taken-by"] = new("派出所 {who} 已接哨", "Taken by {who}, police station"),
        ["ended"] = new("警情已解除", "It is over"),
        ["ended-as"] = new("已解除：{outcome}", "Over: {outcome}"),
        ["closed-by"] = new("由 {who} 办结。", "Closed by {who}."),
        ["enough"] = new("够了，请留在店里", "Enough are coming: stay inside"),
        ["enough-do"] = new("关好卷帘门，记下看到的。", "Close the shutter, note what you see."),
        ["bring"] = new("带上：{what}", "Bring: {what}"),
        ["your-role"] = new("请您担任：{role}", "Your part: {role}"),
        ["get-there"] = new("在集合地点领：{what}", "Get there: {what}"),
        ["and"] = new("、", ", "),
        ["meet-here"] = new("集合：就在您店里，等人到齐再去", "All meet here, at your shop; wait for them"),
        ["meet"] = new("集合：{where}", "Meet at: {where}"),
        ["lead-to"] = new("带人去：{where}；关着就去有灯、有人的地方", "Lead people to {where}; if it is shut, to a lit place with people"),
        ["lead-away"] = new("带人离开这家店，去有灯、有人的地方", "Lead people away from the shop, to a lit place with people"),
        ["coming"] = new("我去", "I'm coming"),
        ["cannot-come"] = new("去不了", "Cannot come"),
        ["arrived"] = new("到了", "I'm there"),
        ["withdraw"] = new("退出", "Withdraw"),
        ["seen"] = new("我看到了", "I see it"),
        ["nothing-there"] = new("没看到情况", "Nothing there"),
        ["observing"] = new("您看到了什么", "What you see"),
        ["observed-seen"] = new("已告诉派出所：看到了。", "The station knows: you see it."),
        ["observed-nothingThere"] = new("已告诉派出所：没看到情况。", "The station knows: nothing there."),
        ["observed-note"] = new("已告诉派出所。", "The station has your note."),
        ["note-label"] = new("记一句（人数、衣着、去向）", "A note (how many, clothes, which way)"),
        ["note-send"] = new("发送", "Send"),
        ["answer-telling"] = new("正在告诉派出所", "Telling the station"),
        ["answer-told-coming"] = new("已告知：我去。带上装备，结伴去。", "They know you are coming. Take your gear; go together."),
        ["answer-told-enough"] = new("人够了：请留在店里，关好卷帘门，记下看到的。", "Enough are coming: stay inside, close the shutter, note what you see."),
        ["answer-told-cannotCome"] = new("已告知：去不了。会通知下一家。", "They know you cannot come. The next shop is asked."),
        ["answer-told-arrived"] = new("已告知：到了。等人到齐。", "They know you are there. Wait for the others."),
        ["answer-told-withdrawn"] = new("已告知：退出。", "They know you withdrew."),
        ["fold"] = new("收起", "Make small"),
        ["understood"] = new("知道了", "Understood"),
        ["bar-others"] = new("这一起由其他邻店处理，点开可看", "Others see to this one; touch to look"),
        ["test-line"] = new("{mode}：{shop} 的通信测试，不用做任何事", "{mode}: a communication test of {shop}; nothing to do"),
        ["line-close"] = new("关闭这一行", "Remove this line"),
        ["rule-delay"] = new("拖住、拖延，不追赶", "Hold and delay; do not chase"),
        ["rule-surround"] = new("不围堵", "Do not surround"),
        ["rule-alone"] = new("不单独行动", "Nobody goes alone"),
        ["rule-withdraw"] = new("民警到场，或疑有枪支、爆炸物，马上撤", "Withdraw when officers arrive, or a gun or bomb is suspected"),
        ["card-unspecified"] = new("拉开距离，带顾客离开，锁门。", "Keep your distance, lead customers out, lock the door."),
        ["card-attack"] = new("离开刀棍够得到的地方，带人从后门走，锁门。用货架隔开。", "Get out of reach, lead people out at the back, lock the door. Put shelves between."),
        ["card-fight"] = new("不要拉架。带顾客离开，收起能伤人的东西，记住是谁。", "Do not step in. Lead customers out, put away what can hurt, remember who."),
        ["card-robbery"] = new("钱财给他，不反抗，手放在看得见的地方。记住长相和去向。", "Give the money, do not resist, keep your hands in sight. Remember face and direction."),
        ["card-theft"] = new("不追，不拦，记住长相、衣着和去向。东西不要碰。", "Do not chase or block. Remember face, clothes, direction. Touch nothing."),
        ["card-fire"] = new("先带人出去，再打 119。小火用灭火器，火大就走，关门隔烟。", "People out first, then call 119. Extinguish a small fire; leave a large one and shut the door."),
        ["card-medical"] = new("打 120。不搬动伤者，看呼吸，有人会就做心肺复苏，拿 AED。", "Call 120. Do not move them, watch the breathing, start CPR if somebody can, fetch the AED."),
        ["card-lostChild"] = new("记住衣着和最后见到的地方，守住出口，陪着家人。", "Note clothes and where last seen, watch the exits, stay with the family."),
        ["card-disorder"] = new("不争吵，不还手，请旁人退开，录下来。", "Do not argue or hit back, ask people to step away, record it."),
        ["card-suspicious"] = new("不碰、不靠近可疑物品，带人离开，从远处看着。", "Do not touch or go near it, lead people away, watch from afar."),
        ["card-other"] = new("拉开距离，等人来。", "Keep your distance and wait for help."),
    };

    private static Dictionary<string, Text> Labels()
    {
        var labels = new Dictionary<string, Text>();
        foreach (var stage in Stages.All) labels[$"stage-{stage.Word()}"] = ReportSay.Of(stage);
        labels["stages"] = new("一三五", "1-3-5");
        labels["stage-left"] = new("还剩 {n}", "{n} left");
        labels["stage-over"] = new("已超时 {n}", "{n} over");
        labels["stage-late"] = new("{n} 超时", "{n} late");
        foreach (var kind in Enum.GetValues<Kind>()) labels[$"kind-{kind.Word()}"] = AlertSay.Of(kind);
        foreach (var role in Enum.GetValues<UnitRole>()) labels[$"role-{role.Word()}"] = UnitSay.Of(role);
        foreach (var gear in Enum.GetValues<GearKind>()) labels[$"gear-{gear.Word()}"] = GearSay.Of(gear);
        foreach (var mode in Enum.GetValues<Mode>()) labels[$"mode-{mode.Word()}"] = AlertSay.Of(mode);
        foreach (var state in Enum.GetValues<AlertState>()) labels[$"state-{state.Word()}"] = AlertSay.Of(state);
        foreach (var outcome in Enum.GetValues<Outcome>()) labels[$"outcome-{outcome.Word()}"] = AlertSay.Of(outcome);
        for (var level = Level.Lowest; level <= Level.ThreatToLife; level++) labels[$"level-{level}"] = AlertSay.OfLevel(level);
        return labels;
    }
}
