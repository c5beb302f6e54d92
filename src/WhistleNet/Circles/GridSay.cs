using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>The page of police and community grids.</summary>
public static class GridSay
{
    public static readonly Text Title = new("警格与网格", "Grids");
    public static readonly Text Lead = new("同一批商户上的两棵树：警格决定第一级叫哪位民警，统计可按任一棵树分。每家店在每棵树里只属于一个最下级的格。",
        "Two trees over the same shops: the police grid says which officer is called first, and statistics are cut by either. A shop is in one lowest grid of each.");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text PartOf = new("上级", "Part of");
    public static readonly Text Top = new("（最上级）", "(top)");
    public static readonly Text Officer = new("责任民警", "Officer in charge");
    public static readonly Text Nobody = new("（未指定：叫全部警情台）", "(nobody: every console is called)");
    public static readonly Text FromAbove = new("（随上级：{0}）", "(as above it: {0})");
    public static readonly Text Shops = new("{0:N0} 家商户", "{0:N0} shops");
    public static readonly Text Without = new("{0:N0} 家商户还没有划入", "{0:N0} shops are in none");
    public static readonly Text None = new("还没有。可在下面新建，或在商户名单里加一列 {0}（多级用 / 隔开）再导入。", "None yet. Make one below, or import a list of shops with a column {0} (levels with / between them).");
    public static readonly Text Add = new("新建", "Make one");
    public static readonly Text Change = new("修改", "Change");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Cancel = new("不改了", "Leave it");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Removed = new("已删除。", "Removed.");
    public static readonly Text Fill = new("划入商户", "Put shops in");
    public static readonly Text FillHint = new("整个联防小组一起划入；单独一家在它自己的页上改。原来所在的格会被换掉。", "A whole circle at once; a single shop on its own page. It leaves the grid it was in.");
    public static readonly Text Into = new("划入", "Into");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text NoGrid = new("（不划入）", "(none)");
    public static readonly Text OfShop = new("警格与网格", "Grids");

    public static readonly Text NameWrong = new("名称要填写，最多 40 个字，不能含 /。没有保存。", "It needs a name of at most 40 characters without a /. Nothing was saved.");
    public static readonly Text NameTaken = new("这一级已有同名的格。没有保存。", "There is one of this name here already. Nothing was saved.");
    public static readonly Text WrongPlace = new("不能放在这里：不能成为自己的下级，最多 6 级。没有保存。", "It cannot stand there: no grid is a part of itself, and there are at most 6 levels. Nothing was saved.");
    public static readonly Text ParentHasShops = new("上级格里直接有 {0} 家商户：先把它们划入别的格，再分下级。没有保存。", "{0} shops stand in the grid above itself: put them elsewhere before it gets parts. Nothing was saved.");
    public static readonly Text NotALeaf = new("这一格还有下级：商户要划入最下级的格。没有保存。", "This grid has parts: shops go into a lowest one. Nothing was saved.");
    public static readonly Text HasParts = new("它还有下级，先移走下级。没有删除。", "It has parts; move them first. Nothing was removed.");
    public static readonly Text HasShops = new("它还有 {0} 家商户，先把它们划入别的格。没有删除。", "{0} shops are in it; put them elsewhere first. Nothing was removed.");
    public static readonly Text NoSuchOfficer = new("本所没有这位民警。没有保存。", "The station has no such officer. Nothing was saved.");

    public static Text Of(GridKind kind) => kind == GridKind.Police ? new("警格", "Police grids") : new("网格", "Community grids");

    public static Text One(GridKind kind) => kind == GridKind.Police ? new("警格", "Police grid") : new("网格", "Community grid");
}
