using WhistleNet.Alerts;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Gear, its states, checks and refusals in words.</summary>
public static class GearSay
{
    public static Text Of(GearKind kind) => kind switch
    {
        GearKind.Shield => new("防暴盾牌", "Riot shield"),
        GearKind.Fork => new("防暴钢叉", "Restraint fork"),
        GearKind.Helmet => new("防暴头盔", "Helmet"),
        GearKind.Vest => new("防刺背心", "Stab vest"),
        GearKind.Gloves => new("防割手套", "Cut-resistant gloves"),
        GearKind.Baton => new("橡胶棍", "Baton"),
        GearKind.Spray => new("催泪喷射器", "Irritant spray"),
        GearKind.Torch => new("强光手电", "Torch"),
        GearKind.WalkieTalkie => new("对讲机", "Walkie-talkie"),
        GearKind.CordonTape => new("警戒带", "Cordon tape"),
        GearKind.Megaphone => new("扩音器", "Megaphone"),
        GearKind.Whistle => new("哨子", "Whistle"),
        GearKind.Extinguisher => new("灭火器", "Extinguisher"),
        GearKind.FireBlanket => new("灭火毯", "Fire blanket"),
        GearKind.FirstAidKit => new("急救包", "First-aid kit"),
        GearKind.Aed => new("AED 除颤仪", "AED"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Text Of(GearState state) => state switch
    {
        GearState.InService => new("在用", "In service"),
        GearState.Out => new("已领用", "Handed out"),
        GearState.Faulty => new("有故障", "Faulty"),
        _ => new("已报废", "Scrapped"),
    };

    public static Text Of(GearTrouble trouble) => trouble switch
    {
        GearTrouble.Scrapped => Of(GearState.Scrapped),
        GearTrouble.Faulty => Of(GearState.Faulty),
        GearTrouble.Out => Of(GearState.Out),
        GearTrouble.Expired => new("已过期", "Out of date"),
        _ => new("点检过期", "Inspection overdue"),
    };

    /// <summary>What would make it usable again.</summary>
    public static Text Close(GearTrouble trouble) => trouble switch
    {
        GearTrouble.Faulty => new("有故障，请修好再点检或换新", "is faulty: mend and inspect it, or replace it"),
        GearTrouble.Out => new("已领用，请归还", "is handed out: bring it back"),
        GearTrouble.Expired => new("已过期，请换新", "is out of date: replace it"),
        GearTrouble.Uninspected => new("点检过期，请点检", "was not inspected in time: inspect it"),
        _ => Of(GearState.Scrapped),
    };

    public static Text Of(GearCheck check) => check switch
    {
        GearCheck.Cracks => new("没有裂纹", "No cracks"),
        GearCheck.Handle => new("把手牢固", "The handle is firm"),
        GearCheck.Strap => new("臂带完好", "The strap is whole"),
        GearCheck.Lock => new("锁扣能锁住、能打开", "The lock holds and opens"),
        GearCheck.Extension => new("伸缩顺畅", "It extends smoothly"),
        GearCheck.TipCaps => new("叉头护套在", "The tip caps are on"),
        GearCheck.Visor => new("面罩清楚、没有裂纹", "The visor is clear and whole"),
        GearCheck.ChinStrap => new("下颏带能扣紧", "The chin strap closes"),
        GearCheck.Cover => new("外套没有破损", "The cover is whole"),
        GearCheck.Panel => new("防护片在、没有弯折", "The panel is in and not bent"),
        GearCheck.Wear => new("没有磨穿、割破", "Not worn or cut through"),
        GearCheck.Label => new("标签上的日期没有过", "The date on its label is not over"),
        GearCheck.Pressure => new("压力在绿区", "The pressure is in the green"),
        GearCheck.Charge => new("电已充满", "It is charged"),
        GearCheck.Light => new("亮得起来", "It lights"),
        GearCheck.Channel => new("频道对", "It is on the right channel"),
        GearCheck.CallSign => new("呼叫有人应答", "A call is answered"),
        GearCheck.Battery => new("电池有电", "The battery is good"),
        GearCheck.Sound => new("响得起来", "It sounds"),
        GearCheck.Complete => new("东西齐全", "Nothing is missing"),
        _ => new("电极片在有效期、未拆封", "The electrodes are in date and sealed"),
    };

    public static Text Of(GearRefusal refusal) => refusal switch
    {
        GearRefusal.AlreadyOut => new("已经被人领用了，先归还。", "Somebody has it already: it must come back first."),
        GearRefusal.NotOut => new("没有领用在外。", "It is not handed out."),
        GearRefusal.IsFaulty => new("有故障，不能领用。", "It is faulty and cannot be handed out."),
        GearRefusal.IsScrapped => new("已经报废，不能再改。", "It is scrapped, and nothing about it changes any more."),
        GearRefusal.NotAllowed => new("派出所没有允许这类器材（受限器材），什么都没有保存。", "This kind is restricted, and the station did not allow it. Nothing was saved."),
        GearRefusal.NotAllTicked => new("清单没有全部打勾，不能算合格。哪项不行，请选“有问题”。", "Not everything is ticked, so it cannot pass. If something is wrong, choose “faulty”."),
        GearRefusal.IsExpired => new("标签日期已过，不能算合格。换新后请填新的有效期。", "The date on its label is over, so it cannot pass. If it was renewed, enter the new date."),
        _ => new("还缺说明：给了谁、哪里坏、为什么报废。", "Something is missing: who gets it, what is wrong, or why it is scrapped."),
    };

    public static Text Of(GearEntry entry) => entry switch
    {
        GearEntry.Entered => new("登记入账", "Entered"),
        GearEntry.Changed => new("改登记", "Changed"),
        GearEntry.Issued => new("领用", "Handed out"),
        GearEntry.Returned => new("归还", "Back"),
        GearEntry.Passed => new("点检合格", "Inspected: passed"),
        GearEntry.Failed => new("点检有问题", "Inspected: faulty"),
        _ => new("报废", "Scrapped"),
    };

    public static Text Of(GearDue due) => due switch
    {
        GearDue.Over => new("已过期", "Overdue"),
        GearDue.Soon => new("快到期", "Due soon"),
        _ => new("正常", "In order"),
    };

    /// <summary>The checks that were not in order, out of a line of history.</summary>
    public static string Failed(string words) => ListSay.Of(words.Split(' ').Select(w => Words.Parse<GearCheck>(w) is { } check ? Not.With(Of(check)) : w));

    private static readonly Text Not = new("没打勾“{0}”", "not ticked: “{0}”");
}
