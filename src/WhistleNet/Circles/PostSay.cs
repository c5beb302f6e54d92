using WhistleNet.Shell;

namespace WhistleNet.Circles;

public static class PostSay
{
    public static readonly Text Posts = new("街面警务站和巡逻点", "Street posts and patrol points");
    public static readonly Text PostsHint = new("有自己的时间；升级表里选“街面警务站”，在它开着时叫到它的屏幕或民警，关着时写明不在岗。", "With hours of their own; a rung that names one calls its screen or officer while it is open, and says that nobody is on shift while it is not.");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text Lat = new("纬度", "Latitude");
    public static readonly Text Lon = new("经度", "Longitude");
    public static readonly Text Hours = new("时间（空着就是一直有人）", "Hours (empty: always manned)");
    public static readonly Text Hears = new("谁听", "Who hears");
    public static readonly Text NobodyHears = new("还没有人", "nobody yet");
    public static readonly Text Save = new("保存（同名就是修改）", "Save (the same name changes it)");
    public static readonly Text Remove = new("删除 {0}", "Remove {0}");
    public static readonly Text Open = new("开着", "open");
    public static readonly Text Closed = new("关着", "closed");
    public static readonly Text Neighbours = new("邻所互助", "Neighbouring stations");
    public static readonly Text NeighboursHint = new("双方都同意才算，任何一方随时可以结束。叫到时对方警情台显示地点和电话，对方的商户不响；演练不叫。", "It counts when both agree, and either ends it at any time. When called, the other's consoles show the place; its shops do not sound. A drill never calls it.");
    public static readonly Text Which = new("派出所", "Station");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text Ask = new("请求互助", "Ask for help");
    public static readonly Text Agree = new("同意", "Agree");
    public static readonly Text End = new("结束", "End it");
    public static readonly Text TheyHelp = new("{0} 帮我们", "{0} helps us");
    public static readonly Text WeHelp = new("我们帮 {0}", "We help {0}");
    public static readonly Text Waits = new("等对方同意", "waits for the other to agree");
    public static readonly Text Asks = new("请我们同意", "asks us to agree");
    public static readonly Text Stands = new("已说好", "agreed");
    public static readonly Text Saved = new("已保存。", "Saved.");

    public static readonly Text NameMissing = new("要写名称。没有保存。", "The name is missing. Nothing was saved.");
    public static readonly Text Nowhere = new("经纬度不对。没有保存。", "These are no coordinates. Nothing was saved.");
    public static readonly Text Full = new("最多 100 个。没有保存。", "It is 100 at most. Nothing was saved.");
    public static readonly Text NoStation = new("要选另一个派出所。", "Choose another station.");
}
