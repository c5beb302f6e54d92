using WhistleNet.Shell;

namespace WhistleNet.Circles;

public static class SettingsSay
{
    public static readonly Text Gear = new("受限器材", "Restricted gear");
    public static readonly Text GearHint = new("只有勾选的种类可以登记和领用。警用标志、制式服装和警用武器任何时候都不属于商户。", "Only what is ticked may be entered and handed out. Police marks, uniforms and police weapons are never a shop's.");
    public static readonly Text Title = new("派出所设置", "Station settings");
    public static readonly Text Station = new("派出所", "Station");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text Zone = new("时区（IANA 名称，如 Asia/Shanghai）", "Time zone (IANA name, such as Asia/Shanghai)");
    public static readonly Text Clocks = new("时钟", "Clocks");
    public static readonly Text Widen = new("没有足够邻居应哨时，每隔多少秒扩大一圈", "Seconds until the next ring of neighbours is called");
    public static readonly Text FollowUp = new("接哨后多少分钟没有动静就提醒", "Minutes of quiet after taking until the taker is reminded");
    public static readonly Text Silent = new("推送后多少秒没有回执算未送达", "Seconds after a push without a receipt until a device counts as unreached");
    public static readonly Text Rings = new("扩大范围", "Wider rings");
    public static readonly Text RingCount = new("最近的商户数", "Nearest shops");
    public static readonly Text RingMetres = new("米以内", "Within metres");
    public static readonly Text SilentStep = new("静默报警每次叫几家受训邻居", "Trained neighbours called at a time to a silent alert");
    public static readonly Text Rungs = new("没人接哨时依次叫谁", "Who is called, one after the other, while nobody takes an alert");
    public static readonly Text RungsHint = new("每一级从吹哨起计秒。叫不到的会写明，下一级照样按时。电话尚未接入：写在这里的会写明未送达。", "Each counts from the whistle. One that cannot be reached is named, and the next keeps its time. No telephone is connected yet: one set here is named as unreached.");
    public static readonly Text Rung = new("第 {0} 级", "Rung {0}");
    public static readonly Text After = new("秒后", "After seconds");
    public static readonly Text RungNameLabel = new("叫法", "Called");
    public static readonly Text Kind = new("方式", "By");
    public static readonly Text Target = new("哪一个", "Which");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text AddRung = new("加一级", "Add a rung");
    public static readonly Text AddRing = new("加一圈", "Add a ring");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text Save = new("保存设置", "Save the settings");
    public static readonly Text Saved = new("已保存，从下一起警情起生效；未接的警情下一级按新的秒数叫。", "Saved. It counts from the next alert on; open ones climb by the new seconds from their next rung.");
    public static readonly Text Needed = new("每个小组要几家应哨才算够", "How many shops of a circle are enough");
    public static readonly Text NeededHint = new("够了以后，后来的邻居会看到“留在店内”。", "Once enough are coming, later neighbours are told to stay inside.");
    public static readonly Text FindCircle = new("查找小组", "Find a circle");
    public static readonly Text Loud = new("普通", "Loud");
    public static readonly Text Quiet = new("静默", "Silent");
    public static readonly Text Set = new("设置", "Set");
    public static readonly Text NeededRange = new("应哨数应在 1 到 20 之间。", "Enough is a number from 1 to 20.");
    public static readonly Text SetTargets = new("设置一三五目标（秒）", "Set the 1-3-5 targets (s)");
    public static readonly Text TargetsNow = new("一三五 {0} / {1} / {2} 秒", "1-3-5 {0} / {1} / {2} s");
    public static readonly Text TargetRange = new("目标是 1 到 86400 秒，后一阶段不能早于前一阶段。", "A target is 1 to 86,400 s, and a later stage is no sooner than an earlier one.");
    public static readonly Text NeededSaved = new("已保存：{0} 个小组。", "Saved for {0} circles.");
    public static readonly Text More = new("还有 {0} 个，请缩小查找。", "{0} more: search for fewer.");

    public static readonly Text NameMissing = new("派出所要有名称。没有保存。", "The station needs a name. Nothing was saved.");
    public static readonly Text NameTaken = new("另一个派出所已用这个名称。没有保存。", "Another station has this name. Nothing was saved.");
    public static readonly Text ZoneUnknown = new("没有这个时区，例如应写 Asia/Shanghai。没有保存。", "There is no such time zone; write for example Asia/Shanghai. Nothing was saved.");
    public static readonly Text ClockRange = new("时钟超出范围：扩大 10 至 3600 秒，提醒 1 至 240 分钟，未送达 5 至 600 秒。没有保存。", "A clock is out of range: widening 10 to 3600 s, reminder 1 to 240 min, unreached 5 to 600 s. Nothing was saved.");
    public static readonly Text RingRange = new("每圈 1 至 500 家、20 至 20000 米；静默每次 1 至 20 家。没有保存。", "A ring has 1 to 500 shops within 20 to 20000 m; a silent alert calls 1 to 20 at a time. Nothing was saved.");
    public static readonly Text RingsNotWider = new("后一圈要比前一圈远。没有保存。", "Each ring must reach further than the one before. Nothing was saved.");
    public static readonly Text NoRung = new("至少要有一级，否则没人接哨时叫不到任何人。没有保存。", "At least one rung must stay, or nobody is called when an alert is not taken. Nothing was saved.");
    public static readonly Text RungName = new("每一级都要写明叫谁。没有保存。", "Every rung must say whom it calls. Nothing was saved.");
    public static readonly Text RungRange = new("每一级在 5 至 3600 秒之间。没有保存。", "A rung is due after 5 to 3600 seconds. Nothing was saved.");
    public static readonly Text RungTwice = new("两级不能在同一秒。没有保存。", "Two rungs cannot be due in the same second. Nothing was saved.");
    public static readonly Text RungTarget = new("叫大屏、民警、警务站或邻所的那一级要选定是哪一个；邻所要先说好互助。没有保存。", "A rung that calls a wall, an officer, a post or a neighbouring station must say which; the station must have agreed. Nothing was saved.");

    public static Text Of(RungKind kind) => kind switch
    {
        RungKind.Console => new("全部警情台", "Every console"),
        RungKind.Wall => new("一块大屏", "A wall"),
        RungKind.Officer => new("一位民警", "An officer"),
        RungKind.OnDuty => new("当班人员", "Who is on duty"),
        RungKind.Post => new("街面警务站（营业时）", "A street post, while it is open"),
        RungKind.NeighbourStation => new("说好互助的邻所", "A neighbouring station that agreed to help"),
        RungKind.GridOfficer => new("该店警格的民警", "The officer of the shop's police grid"),
        _ => new("电话（尚未接入）", "Telephone (none yet)"),
    };
}
