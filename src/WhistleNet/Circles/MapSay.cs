using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>The map in words.</summary>
public static class MapSay
{
    public static readonly Text Title = new("地图", "Map");
    public static readonly Text Label = new("商户地图：方向键移动，加减键缩放", "Map of shops: arrow keys move it, plus and minus zoom");
    public static readonly Text Hint = new("街道按沿街商户画出，不需要联网底图。", "Streets are drawn along their shops; no pictures from elsewhere are needed.");
    public static readonly Text SearchHint = new("店名、门牌、联防小组", "Shop, number or circle");
    public static readonly Text Found = new("找到的商户（按一下在地图上看）", "Found; touch one to see it on the map");
    public static readonly Text Open = new("进行中的警情", "Open alerts");
    public static readonly Text NoneOpen = new("没有进行中的警情", "No alert is open");
    public static readonly Text Legend = new("图例", "Legend");
    public static readonly Text Linked = new("在岗", "Heard from");
    public static readonly Text NotLinked = new("开门，没有信号", "Open, no link");
    public static readonly Text NoDevice = new("开门，没有设备", "Open, no device");
    public static readonly Text Closed = new("关门", "Closed");
    public static readonly Text Ready = new("小组能成队", "Circle could form a unit");
    public static readonly Text NotReady = new("小组不能成队", "Circle could not");
    public static readonly Text Posts = new("街面警务站", "Street posts");
    public static readonly Text PostOpen = new("有人值守", "manned");
    public static readonly Text PostClosed = new("现在没人", "nobody there now");
    public static readonly Text InLists = new("同样的内容也在列表里：", "The same stands in lists:");
    public static readonly Text Failed = new("地图没有打开，请用下面的列表。", "The map did not open; use the lists below.");
}
