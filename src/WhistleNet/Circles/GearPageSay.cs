using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>The pages of gear: ledger, item, inspection, labels, import.</summary>
public static class GearPageSay
{
    public static readonly Text Title = new("器材", "Gear");
    public static readonly Text OfCircle = new("本组器材", "Gear of this circle");
    public static readonly Text SearchHint = new("编号、商户、小组", "Serial, shop, circle");
    public static readonly Text SearchHintNames = new("编号、保管人、商户、小组", "Serial, keeper, shop, circle");
    public static readonly Text Count = new("{0:N0} 件", "{0:N0} items");
    public static readonly Text None = new("台账还是空的。在下面登记第一件，或导入一份表格。", "The ledger is empty. Enter the first item below, or import a list.");
    public static readonly Text Nothing = new("没有符合的器材。", "No such gear.");
    public static readonly Text Kind = new("种类", "Kind");
    public static readonly Text AnyKind = new("全部种类", "All kinds");
    public static readonly Text Serial = new("编号", "Serial");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Shop = new("存放商户", "Kept at");
    public static readonly Text Keeper = new("保管人", "Keeper");
    public static readonly Text Next = new("下次点检", "Next inspection");
    public static readonly Text Expires = new("有效期至", "Good until");
    public static readonly Text Since = new("启用日期", "In service since");
    public static readonly Text InspectedOn = new("上次点检日期（没有就留空）", "Last inspected on (empty if never)");
    public static readonly Text ShopField = new("存放商户（编号或店名）", "Kept at (number or name of the shop)");
    public static readonly Text Never = new("从未点检", "Never inspected");
    public static readonly Text Due = new("到期提醒", "Due");
    public static readonly Text DueLine = new("{0} 件已过期，{1} 件 14 天内到期，{2} 件有故障，{3} 件领用在外", "{0} overdue, {1} due within 14 days, {2} faulty, {3} handed out");
    public static readonly Text OutTo = new("{0} 领用，{1} 起", "With {0} since {1}");
    public static readonly Text OutFor = new("{0} 领用", "With {0}");
    public static readonly Text Usable = new("可用", "Usable");

    public static readonly Text Enter = new("登记一件器材", "Enter an item");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存", "Saved");
    public static readonly Text Change = new("改存放、保管人、有效期", "Change place, keeper, date");
    public static readonly Text Inspect = new("点检", "Inspect");
    public static readonly Text Issue = new("领用", "Hand out");
    public static readonly Text IssueTo = new("给谁", "To whom");
    public static readonly Text IssueFor = new("用于", "For");
    public static readonly Text ForShift = new("值班、培训", "The shift, training");
    public static readonly Text IssueWarning = new("注意：这件器材{0}，领用会照记，但不算可用。", "Mind: this item is not usable ({0}). It is written down all the same.");
    public static readonly Text Return = new("归还", "It is back");
    public static readonly Text Scrap = new("报废", "Scrap");
    public static readonly Text ScrapReason = new("报废原因", "Why it is scrapped");
    public static readonly Text History = new("经过", "History");
    public static readonly Text Restricted = new("受限器材：派出所允许后才能登记和领用", "Restricted: only where the station allowed it");
    public static readonly Text Labels = new("打印标签", "Print labels");
    public static readonly Text Export = new("导出 CSV", "Export as CSV");

    public static readonly Text InspectTitle = new("点检 {0}", "Inspect: {0}");
    public static readonly Text InspectLead = new("逐项看，好的打勾。", "Look at each, and tick what is in order.");
    public static readonly Text NewDate = new("标签上的新有效期（换新或充装后）", "The new date on its label (where renewed or refilled)");
    public static readonly Text Note = new("备注", "Note");
    public static readonly Text Photo = new("照片（可不拍）", "Photo (optional)");
    public static readonly Text Passed = new("合格", "Passed");
    public static readonly Text Faulty = new("有问题", "Faulty");
    public static readonly Text FaultyHint = new("选“有问题”后，这件器材马上不再算可用。", "Once faulty, no unit counts on it from that moment.");
    public static readonly Text NoPhoto = new("照片读不了（只收 8 MB 以内的 JPEG 或 PNG），什么都没有保存。", "The photo cannot be read (JPEG or PNG up to 8 MB). Nothing was saved.");
    public static readonly Text Result = new("先选合格或有问题。", "Choose passed or faulty.");
    public static readonly Text Back = new("返回", "Back");
    public static readonly Text Mine = new("店里的器材", "Gear in the shop");
    public static readonly Text Done = new("点检已记下。", "The inspection is written down.");

    public static readonly Text Import = new("导入台账", "Import a ledger");
    public static readonly Text ImportHint = new("CSV，首行为列名：{0}。kind 写种类名称，shop_id 写商户编号。已有编号的只更新存放、保管人和有效期。", "CSV with a first line of columns: {0}. kind is the name of a kind, shop_id a shop's number. A serial that is there takes place, keeper and date.");
    public static readonly Text File = new("选择文件（1 MB 以内）", "File (up to 1 MB)");
    public static readonly Text Preview = new("将新增 {0:N0} 件，更新 {1:N0} 件，不变 {2:N0} 件，有问题 {3:N0} 行（不导入）。", "{0:N0} new, {1:N0} changed, {2:N0} as before; {3:N0} bad lines stay out.");
    public static readonly Text Bring = new("导入", "Import");
    public static readonly Text Brought = new("器材：新增 {0}，更新 {1}，未变 {2}，有问题 {3}", "gear: {0} new, {1} changed, {2} as before, {3} bad");
    public static readonly Text Undo = new("撤销最近一次器材导入", "Take the last import of gear back");
    public static readonly Text UndoDoes = new("会去掉 {0:N0} 件，改回 {1:N0} 件。", "{0:N0} items go, {1:N0} become what they were.");
    public static readonly Text TooLarge = new("文件太大或读不了，什么都没有导入。", "The file is too large or cannot be read. Nothing was imported.");

    public static readonly Text SerialMissing = new("编号要填，最多 40 个字符。", "The serial is needed, and has at most 40 characters.");
    public static readonly Text SerialTaken = new("这个编号已经在台账里了。", "This serial is in the ledger already.");
    public static readonly Text ShopMissing = new("没有这家商户，或不止一家同名：请写商户编号。", "There is no such shop, or more than one of that name: write its number.");
    public static readonly Text NotYet = new("日期不能在今天之后。", "The date cannot be after today.");
    public static readonly Text OccasionOver = new("那次警情或演练已经结束，请重新选择。", "That alert or drill is over. Choose again.");
    public static readonly Text NoKind = new("没有这种器材：{0}", "no such kind: {0}");
    public static readonly Text NoDay = new("{0} 不是日期：{1}（写法如 2026-11-24）", "{0} is not a date: {1} (write it like 2026-11-24)");
    public static readonly Text SecondOfSerial = new("编号 {0} 在第 {1} 行已经有了", "serial {0} is already on line {1}");
    public static readonly Text NoShop = new("没有编号为 {0} 的商户", "there is no shop {0}");
    public static readonly Text OtherKind = new("编号 {0} 在台账里是{1}", "serial {0} is a {1} in the ledger");
    public static readonly Text LabelsTitle = new("器材标签", "Gear labels");
    public static readonly Text LabelsLead = new("打印后贴在器材上；用手机扫码直接点检（需要登录）。", "Print them and stick them on. Scanning one opens its inspection (signed in).");
    public static readonly Text TooMany = new("一次最多 {0} 张；用商户、小组或种类缩小范围。", "At most {0} at a time; narrow it down by shop, circle or kind.");
    public static readonly Text NoLabels = new("没有可打印的标签。", "There is nothing to print.");

    /// <summary>When it is to be inspected next, or that it never was.</summary>
    public static string NextOf(Gear item) => GearPage.Day(item.NextInspectionOn) is { } day ? $"{Next} {day}" : Never.ToString();

    public static Text Of(ShowGear show) => show switch
    {
        ShowGear.Due => new("14 天内到期和已过期", "Due or overdue"),
        ShowGear.Over => new("已过期", "Overdue"),
        ShowGear.Faulty => new("有故障", "Faulty"),
        ShowGear.Out => new("领用在外", "Handed out"),
        ShowGear.Scrapped => new("已报废", "Scrapped"),
        _ => new("全部在册", "All in the ledger"),
    };
}
