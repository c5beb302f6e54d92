using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A station's areas 商圈, and which circles are in them.</summary>
public static class AreaSay
{
    public static readonly Text Title = new("商圈", "Areas");
    public static readonly Text Hint = new("一个商圈是一个市场或一条街，统计和演练可以按它看。表里有“商圈”列时会自动建立。", "An area is a market or a street; statistics and drills go by it. A column of areas in the list makes them by itself.");
    public static readonly Text NameOf = new("商圈“{0}”（{1} 个小组）", "Area “{0}” ({1} circles)");
    public static readonly Text SaveNames = new("保存名称", "Save the names");
    public static readonly Text New = new("新商圈", "New area");
    public static readonly Text Add = new("新建", "Add it");
    public static readonly Text Added = new("已新建。现在可以把小组划进去。", "Added. Circles can be put into it now.");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text Removed = new("已删除。", "Removed.");
    public static readonly Text More = new("还有 {0} 个商圈没有列出；在下面查找小组时都能选到。", "{0} more areas are not listed here; below all of them can be chosen.");
    public static readonly Text Fill = new("把小组划入商圈", "Put circles into an area");
    public static readonly Text From = new("从哪个商圈", "From");
    public static readonly Text All = new("全部商圈", "All areas");
    public static readonly Text Find = new("查找小组", "Find a circle");
    public static readonly Text MoreCircles = new("还有 {0} 个小组没有列出，请缩小查找。", "{0} more circles are not listed: search for fewer.");
    public static readonly Text Into = new("已勾选 {0} 个小组，划入", "{0} circles ticked: put them into");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text LookFirst = new("先看影响", "See what follows");
    public static readonly Text Follows = new("会变成这样：", "What follows:");
    public static readonly Text Counts = new("{0}：{1} 个小组变 {2} 个", "{0}: {2} circles instead of {1}");
    public static readonly Text Emptied = new("“{0}”一个小组也不剩，名称还在，可以删除。", "“{0}” is left without a circle; its name stays until it is removed.");
    public static readonly Text PastToo = new("按商圈看统计时，这些小组从前的警情也算到新商圈。", "In statistics by area their past alerts count with the new area too.");
    public static readonly Text DrillsToo = new("按商圈定的演练和计划，参加的小组跟着变。", "Drills and plans of an area go by its circles as they then are.");
    public static readonly Text DrillFollows = new("演练“{0}”是按商圈“{1}”定的。", "The drill “{0}” is of the area “{1}”.");
    public static readonly Text Do = new("就这样改", "Do it");
    public static readonly Text Not = new("不改", "Leave it");
    public static readonly Text Filled = new("已划入。", "Done.");
    public static readonly Text UndoDoes = new("{0} 个小组回到原来的商圈。", "{0} circles go back into the area they were in.");

    public static readonly Text NameMissing = new("商圈要有名称。没有保存。", "An area needs a name. Nothing was saved.");
    public static readonly Text Taken = new("另一个商圈已用这个名称。没有保存。", "Another area has this name. Nothing was saved.");
    public static readonly Text NothingChosen = new("先勾选小组，再选划入哪个商圈。什么都没有改。", "Tick circles and choose an area first. Nothing was changed.");
    public static readonly Text NotEmpty = new("这个商圈还有小组（或已结束的小组），先划到别处再删。什么都没有改。", "Circles are still in this area, or ended in it: put them elsewhere first. Nothing was changed.");
    public static readonly Text Named = new("有演练或演练计划写着这个商圈，删了就没有名称。请改名，不要删。什么都没有改。", "A drill or a plan names this area and would lose its name: rename it instead. Nothing was changed.");
}
