using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>The way from a spreadsheet to circles and printed sheets, in words.</summary>
public static class SetupSay
{
    public static readonly Text Title = new("建立名册", "Setup");
    public static readonly Text Lead = new("从一张商户表开始：看清楚，再保存。存了也能撤销。", "It begins with a spreadsheet of shops. You see everything before it is stored, and it can be taken back.");
    public static readonly Text NoShops = new("名册里还没有商户", "No shop is in the register yet");
    public static readonly Text Steps = new("步骤", "Steps");
    public static readonly Text Station = new("派出所", "Station");
    public static readonly Text List = new("商户表", "Spreadsheet");
    public static readonly Text Columns = new("核对列", "Columns");
    public static readonly Text Circles = new("看小组", "Circles");
    public static readonly Text Sheets = new("打印", "Print");
    public static readonly Text ByAdmin = new("名称和时区由管理员或所长修改。", "Name and time zone are the administrator's or the commander's to change.");
    public static readonly Text Found = new("新建派出所", "Found a station");
    public static readonly Text FoundHint = new("还没有派出所。先起名，再导入商户。", "There is no station yet. Name it, then bring in its shops.");
    public static readonly Text Founded = new("已新建。值班、演练页面要在“我的账号”里选定这个派出所才看得到。", "Founded. To see the pages of alerts and drills, choose this station under your account.");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Next = new("下一步", "Next");
    public static readonly Text File = new("CSV 文件（UTF-8 或 GB18030，逗号、制表符或分号分隔）", "CSV file (UTF-8 or GB18030; commas, tabs or semicolons)");
    public static readonly Text FileHint = new("标题行、合计行、全角数字都没关系。电话不保存。", "Titles above the header, lines of totals and full-width digits are no trouble. Telephone numbers are not kept.");
    public static readonly Text TooLarge = new("文件超过 8 MB，没有读。", "The file is larger than 8 MB and was not read.");
    public static readonly Text Reading = new("正在读表……", "Reading…");
    public static readonly Text Read = new("读到 {0:N0} 行，表头在第 {1} 行。", "{0:N0} rows were read; the header is on line {1}.");
    public static readonly Text Which = new("哪一列是什么", "Which column is what");
    public static readonly Text NoColumn = new("（没有）", "(none)");
    public static readonly Text Column = new("第 {0} 列", "Column {0}");
    public static readonly Text Preview = new("前几行", "The first rows");
    public static readonly Text Datum = new("坐标用的是哪个地图", "Which map the coordinates are of");
    public static readonly Text DatumHint = new("选错会偏几百米。拿不准时，在地图上看商户是不是在自己的街上。", "The wrong one is hundreds of metres off. If in doubt, see on the map whether the shops stand in their streets.");
    public static readonly Text Turn = new("{0} 行的经纬度好像写反了：对调", "{0} rows seem to have latitude and longitude the wrong way round: turn them");
    public static readonly Text AreaFor = new("没写商圈的商户归到", "Area of shops that name none");
    public static readonly Text Size = new("每个小组约几家（2 到 100）", "Shops of a circle, about (2 to 100)");
    public static readonly Text NameNeeded = new("至少要指定哪一列是店名。", "Say at least which column is the name.");
    public static readonly Text Outcome = new("会导入 {0:N0} 家，待定位 {1:N0} 家，不导入 {2:N0} 行，跳过 {3:N0} 行，其中有提醒的 {4:N0} 行。", "{0:N0} shops go in, {1:N0} wait for a place, {2:N0} rows stay out, {3:N0} are skipped; {4:N0} that go in need a look.");
    public static readonly Text Notes = new("逐行说明", "Row by row");
    public static readonly Text AllNotes = new("全部", "All");
    public static readonly Text NoNotes = new("没有要说明的行。", "There is nothing to say of any row.");
    public static readonly Text Before = new("上一页", "Previous");
    public static readonly Text Following = new("下一页", "Next page");
    public static readonly Text PageOf = new("第 {0} 页，共 {1} 页", "Page {0} of {1}");
    public static readonly Text Propose = new("看分成哪些小组", "See the circles");
    public static readonly Text Storing = new("正在处理，几千行要几秒……", "Under way; thousands of rows take some seconds…");
    public static readonly Text Working = new("正在分组，几千家要十几秒……", "Forming the circles; thousands of shops take some seconds…");
    public static readonly Text Proposed = new("新商户 {0:N0}，更新 {1:N0}，未变 {2:N0}；新小组 {3:N0} 个，共 {4:N0} 个；直径中位 {5} 米，最大 {6} 米。还没有保存。", "{0:N0} new shops, {1:N0} changed, {2:N0} as before; {3:N0} new circles, {4:N0} in all; {5} m across at the median, {6} m at most. Nothing is stored yet.");
    public static readonly Text ProposedWaiting = new("待定位名单：新增 {0}，得到位置 {1}。", "Unplaced: {0} more, {1} get a place.");
    public static readonly Text MapLabel = new("小组草图：方向键移动，加减键缩放", "Map of the proposed circles: arrow keys move it, plus and minus zoom");
    public static readonly Text NewOnes = new("新小组", "New circles");
    public static readonly Text MoveLater = new("保存以后，可以在每个小组的页面里改名、移动、拆分、合并。", "Once stored, each circle's page renames it, moves shops, splits and joins.");
    public static readonly Text Nothing = new("名册已经是这样，没有要保存的。", "The register is as the list has it; there is nothing to store.");
    public static readonly Text Store = new("保存", "Store them");
    public static readonly Text Back = new("回到上一步", "Back");
    public static readonly Text Stored = new("已保存：{0:N0} 家新商户，{1:N0} 个新小组，{2:N0} 家待定位。", "Stored: {0:N0} new shops, {1:N0} new circles, {2:N0} unplaced.");
    public static readonly Text Meanwhile = new("别人刚改了名册，请重新看一遍再保存。什么都没有存。", "Somebody else changed the register meanwhile. Look at it once more; nothing was stored.");
    public static readonly Text Again = new("再导入一张表", "Bring in another list");
    public static readonly Text Then = new("接下来", "What comes next");
    public static readonly Text PrintAll = new("打印全部商户的二维码页", "Print the sheets with codes for all shops");
    public static readonly Text PrintCircles = new("按小组打印", "Print them circle by circle");
    public static readonly Text Who = new("谁已登记、谁上过岗、谁没练过", "Who has enrolled, who was on shift, who never practised");
    public static readonly Text Undo = new("撤销最近一次批量更改", "Take the last bulk change back");
    public static readonly Text UndoWhat = new("{0}：{1}，{2:N0} 项", "{0}: {1}, {2:N0} rows");
    public static readonly Text UndoDoes = new("会去掉 {0:N0} 家商户、{1:N0} 个小组，改回 {2:N0} 家，待定位名单去掉 {3:N0} 家、放回 {4:N0} 家。", "{0:N0} shops and {1:N0} circles go, {2:N0} shops become what they were; {3:N0} leave the list of the unplaced, {4:N0} return to it.");
    public static readonly Text UndoStays = new("这些撤销不了：", "These stay as they are:");
    public static readonly Text UndoDo = new("撤销", "Take it back");
    public static readonly Text UndoNothing = new("都已被改动或用到，没有能撤销的。", "All of it was changed or used since: nothing can be taken back.");
    public static readonly Text Undone = new("已撤销。", "Taken back.");
    public static readonly Text UndoneAlready = new("名册又变过了，请再看一遍。什么都没有改。", "The register changed again; look once more. Nothing was changed.");
    public static readonly Text Awaited = new("演练或演练计划写着这次新建的小组，请先改计划。什么都没有改。", "A drill or a plan names a circle that would go: change the plan first. Nothing was changed.");

    public static Text Of(BulkKind kind) => kind switch
    {
        BulkKind.Import => new("导入商户", "Import"),
        BulkKind.Move => new("移动商户", "Shops moved"),
        BulkKind.Split => new("拆分小组", "Circle split"),
        BulkKind.Merge => new("合并小组", "Circles joined"),
        BulkKind.Area => new("小组换商圈", "Circles put into an area"),
        BulkKind.Gear => new("导入器材台账", "Gear ledger"),
        _ => new("定位", "Shop placed"),
    };

    public static Text Of(Stays why) => why switch
    {
        Stays.Changed => new("后来改过", "changed since"),
        Stays.InUse => new("已有设备、二维码、器材或警情", "it has devices, codes, gear or alerts"),
        Stays.Keeper => new("保管人还是导入的那位（原来的姓名不另存）", "its keeper is the one of the list (who it was is not kept)"),
        _ => new("小组会一家不剩", "its circle would be left without a shop"),
    };
}
