using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Shops that wait for a place, in words.</summary>
public static class UnplacedSay
{
    public static readonly Text Title = new("待定位商户", "Unplaced shops");
    public static readonly Text Lead = new("名单里没有坐标的商户。定位以后才进小组、才听得到哨声。", "Shops whose list had no coordinates. Once placed they are in a circle and hear whistles.");
    public static readonly Text None = new("没有待定位的商户。", "No shop waits for a place.");
    public static readonly Text Count = new("{0} 家待定位", "{0} shops wait for a place");
    public static readonly Text Place = new("定位", "Place it");
    public static readonly Text Drop = new("移出名单", "Take it from the list");
    public static readonly Text DropSure = new("确定移出", "Yes, take it out");
    public static readonly Text Placing = new("给“{0}”定位", "Where is “{0}”?");
    public static readonly Text Ways = new("三种办法任选：在地图上点，选“在哪家旁边”，或填坐标。", "Any of three ways: touch the map, choose the shop it is next to, or type coordinates.");
    public static readonly Text NextTo = new("在哪家旁边（店名或门牌）", "Next to which shop (name or number)");
    public static readonly Text Typed = new("坐标：纬度，经度", "Coordinates: latitude, longitude");
    public static readonly Text Datum = new("坐标系", "System of the coordinates");
    public static readonly Text Take = new("用这个坐标", "Take these");
    public static readonly Text Joins = new("会进“{0}”（{1} 家，直径 {2} 米）", "It would join “{0}” ({1} shops, {2} m across)");
    public static readonly Text Founds = new("附近没有小组，会新建“{0}”", "No circle is near: “{0}” would be founded");
    public static readonly Text Nearest = new("最近的商户 {0} 米", "the nearest shop is {0} m away");
    public static readonly Text Confirm = new("放在这里", "Place it here");
    public static readonly Text Placed = new("已定位，“{0}”在小组里了。", "Placed: “{0}” is in a circle now.");
    public static readonly Text Dropped = new("已移出名单。", "Taken from the list.");
    public static readonly Text ByList = new("补好坐标的名单再导入一次，也会自动定位。", "A second list that has the coordinates places them too.");
    public static readonly Text Nowhere = new("坐标读不懂或不可能，请写成“纬度，经度”，如 42.7309, 121.7768。没有保存。", "These are no possible coordinates. Write latitude, longitude, as 42.7309, 121.7768. Nothing was saved.");
    public static readonly Text Gone = new("这家已经不在待定位名单里了。", "This one waits no longer.");
    public static readonly Text MapLabel = new("地图：点一下就是商户的位置", "Map: touch where the shop is");

    public static Text TooFar(int km) => new($"离其他商户约 {km} 公里，经纬度是不是写反了？没有保存。", $"That is about {km} km from the other shops: are latitude and longitude the wrong way round? Nothing was saved.");
}
