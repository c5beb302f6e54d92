using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>The pages of shops and circles.</summary>
public static class ShopSay
{
    public static readonly Text Shops = new("商户", "Shops");
    public static readonly Text Circles = new("联防小组", "Circles");
    public static readonly Text Circle = new("联防小组", "Circle");
    public static readonly Text Area = new("商圈", "Area");
    public static readonly Text Search = new("查找", "Search");
    public static readonly Text SearchShops = new("编号、店名、地址、小组", "Number, name, address, circle");
    public static readonly Text SearchCircles = new("小组、街道、商圈", "Circle, street, area");
    public static readonly Text Which = new("显示", "Show");
    public static readonly Text Station = new("派出所", "Station");
    public static readonly Text OfCircle = new("只看 {0}", "Only {0}");
    public static readonly Text AllShops = new("看全部商户", "All shops");
    public static readonly Text CountShops = new("共 {0:N0} 家商户", "{0:N0} shops");
    public static readonly Text CountCircles = new("共 {0:N0} 个联防小组，{1:N0} 家商户；直径中位 {2} 米，最大 {3} 米", "{0:N0} circles, {1:N0} shops; {2} m wide at the median, {3} m at most");
    public static readonly Text Range = new("第 {0}–{1} 条", "{0}–{1}");
    public static readonly Text Earlier = new("上一页", "Previous");
    public static readonly Text Later = new("下一页", "Next");
    public static readonly Text Pages = new("列表分页", "Parts of the list");
    public static readonly Text Nothing = new("没有找到。换个词再试。", "Nothing found. Try other words.");
    public static readonly Text None = new("还没有商户。用 import shops 导入名单（见 README）。", "No shops yet. Import a list with import shops (see the README).");

    public static readonly Text Ref = new("编号", "Number");
    public static readonly Text Name = new("店名", "Name");
    public static readonly Text Address = new("地址", "Address");
    public static readonly Text Category = new("行业", "Trade");
    public static readonly Text Place = new("位置", "Place");
    public static readonly Text Devices = new("设备", "Devices");
    public static readonly Text LastBeat = new("最后在线", "Last beat");
    public static readonly Text Link = new("连接", "Link");
    public static readonly Text Linked = new("在线", "Linked");
    public static readonly Text NotLinked = new("无连接", "No link");
    public static readonly Text NoDevice = new("没有设备", "No device");
    public static readonly Text Open = new("营业", "Open");
    public static readonly Text OpenNow = new("营业中", "Open now");
    public static readonly Text ClosedNow = new("未营业", "Closed");
    public static readonly Text Hours = new("营业时间", "Hours");
    public static readonly Text Trained = new("已培训", "Trained");
    public static readonly Text Yes = new("是", "Yes");
    public static readonly Text Never = new("从未", "Never");
    public static readonly Text Width = new("直径", "Width");
    public static readonly Text Metres = new("{0} 米", "{0} m");
    public static readonly Text Members = new("商户", "Shops");

    public static readonly Text Settings = new("营业时间与标记", "Hours and marks");
    public static readonly Text HoursHint = new("写法如 Mo-Fr 08:00-21:30; Sa 09:00-02:00; Su closed。留空视为一直营业；不营业的店不会被叫到。", "Written like Mo-Fr 08:00-21:30; Sa 09:00-02:00; Su closed. Empty counts as always open; a closed shop is not called.");
    public static readonly Text HoursUnread = new("营业时间读不懂，什么都没有保存。写法如 Mo-Fr 08:00-21:30; Sa 09:00-02:00; Su closed。", "These hours cannot be read, and nothing was saved. Write them like Mo-Fr 08:00-21:30; Sa 09:00-02:00; Su closed.");
    public static readonly Text TrainedHint = new("已培训：静默报警时可以悄悄叫到", "Trained: may be called quietly to a silent alert");
    public static readonly Text SilentHint = new("吹哨默认静默：只通知派出所和附近已培训的商户", "Whistles of this shop are silent by default: only the station and near trained shops hear");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存", "Saved");
    public static readonly Text ReadOnly = new("您可以查看，不能修改。", "You may look, not change.");
    public static readonly Text NeighboursOf = new("同组邻居", "Neighbours of the circle");
    public static readonly Text ToShops = new("全部商户", "All shops");

    public static Text Of(Show show) => show switch
    {
        Show.NoDevice => new("没有设备", "Without a device"),
        Show.NoLink => new("有设备、无连接", "Devices without link"),
        Show.Linked => new("在线", "Linked now"),
        Show.Open => new("营业中", "Open now"),
        Show.Trained => new("已培训", "Trained"),
        _ => new("全部", "All"),
    };
}
