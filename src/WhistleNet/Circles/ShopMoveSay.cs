using WhistleNet.Shell;

namespace WhistleNet.Circles;

public static class ShopMoveSay
{
    public static readonly Text Title = new("转让、退出、重复", "Handed over, left, entered twice");
    public static readonly Text HandOver = new("转让给别人", "Hand over to somebody else");
    public static readonly Text HandOverWhat = new("{0} 部设备和未用的登记码停用，店里的账号停用，成员记为已离开，平安词和“已培训”取消。器材、营业时间和历史都留下。新店主要重新登记设备。", "Its {0} devices and unused codes are revoked, its accounts stopped, its members have left, its words and the trained mark are gone. Gear, hours and history stay. The new owner enrols devices anew.");
    public static readonly Text Leave = new("退出联防", "Leave the joint defence");
    public static readonly Text LeaveWhat = new("同上，并且不再被叫到，也不算在小组里：{0} 还剩 {1} 家（成队至少 4 家）。历史留下。", "The same, and nobody calls it any more: {0} has {1} shops left (a unit takes 4). Its history stays.");
    public static readonly Text Merge = new("与另一家是同一家", "It is the same shop as another");
    public static readonly Text MergeWhat = new("器材、成员、特殊日子归到那一家；本条退出，设备要在那一家重新登记。", "Gear, members and special days become that one's; this entry leaves, and its devices are enrolled there anew.");
    public static readonly Text Which = new("那一家的编号", "That shop's number");
    public static readonly Text Really = new("确认", "Yes, do it");
    public static readonly Text Done = new("已办好。", "Done.");

    public static readonly Text AlertOpen = new("这家店有没办结的警情，先办结。没有改动。", "The shop has an open alert: close it first. Nothing was changed.");
    public static readonly Text HasGear = new("店里还有器材：先移走或报废。没有改动。", "The shop still has gear: move or scrap it first. Nothing was changed.");
    public static readonly Text NotThatOne = new("没有这家店，或就是这一家。没有改动。", "There is no such shop, or it is this one. Nothing was changed.");
}
