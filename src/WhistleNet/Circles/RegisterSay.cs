using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What the import says of a list of shops.</summary>
public static class RegisterSay
{
    public static readonly Text Empty = new("文件是空的，什么都没有导入。", "the file is empty; nothing was imported");
    public static readonly Text WrongHeader = new("表头不对：第一行必须恰好有一列 {0}（必需的列：{1}）。什么都没有导入。", "wrong header: the first line needs exactly one column {0} (needed are {1}); nothing was imported");
    public static readonly Text CannotRead = new("读不了文件 {0}：{1}", "the file {0} cannot be read: {1}");

    public static readonly Text Row = new("第 {0} 行：{1}", "line {0}: {1}");
    public static readonly Text Lacks = new("缺少 {0}", "{0} is missing");
    public static readonly Text TooLong = new("{0} 超过 {1} 个字符", "{0} is longer than {1} characters");
    public static readonly Text NoNumber = new("{0} 不是数字：{1}", "{0} is not a number: {1}");
    public static readonly Text NowhereOnEarth = new("坐标不可能：{0}, {1}", "impossible coordinates: {0}, {1}");
    public static readonly Text SecondOfId = new("shop_id {0} 在第 {1} 行已经有了", "shop_id {0} is already on line {1}");
    public static readonly Text WrongHours = new("营业时间读不懂：{0}（写法如 Mo-Fr 08:00-21:30; Sa 09:00-02:00; Su closed）", "hours cannot be read: {0} (write them like Mo-Fr 08:00-21:30; Sa 09:00-02:00; Su closed)");
    public static readonly Text WrongFlag = new("trained 只能是 1 或 0，不能是 {0}", "trained must be 1 or 0, not {0}");
    public static readonly Text GridTooDeep = new("{0} 最多 {1} 级，用 / 隔开", "{0} has at most {1} levels, with / between them");
    public static readonly Text WrongEncoding = new("这一行的文字编码不对（应为 UTF-8 或 GB18030）", "wrong encoding: these bytes are not what the rest of the file is written in (UTF-8 or GB18030)");
    public static readonly Text TooManyFields = new("比表头多出列（应为 {0} 列；逗号是否没有加引号？）", "more fields than the {0} of the header (a comma outside quotes?)");
    public static readonly Text Unclosed = new("引号没有结束", "a quote is opened and never closed");

    public static readonly Text Rows = new("商户：新增 {0}，更新 {1}，未变 {2}，有问题 {3}", "shops: {0} new, {1} changed, {2} as before, {3} bad");
    public static readonly Text Circles = new("联防小组：新建 {0}，共 {1} 个，分属 {2} 个商圈；直径中位 {3} 米，最大 {4} 米", "circles: {0} new, {1} in all, in {2} areas; width {3} m at the median, {4} m at most");
    public static readonly Text ZoneStays = new("派出所“{0}”已存在，时区仍是 {1}，可在设置页更改", "the station {0} is there already and keeps its time zone {1}; change it under settings");
    public static readonly Text NoStation = new("没有派出所“{0}”", "there is no station {0}");
    public static readonly Text NoShop = new("派出所“{1}”没有编号为 {0} 的商户", "the station {1} has no shop {0}");
    public static readonly Text WordMissing = new("两个词都要填写。", "Both words are needed.");
    public static readonly Text WordTooLong = new("每个词最多 40 个字符。", "A word has at most 40 characters.");
    public static readonly Text WordsAlike = new("平安词和胁迫词不能相同。", "The safe word and the duress word must differ.");
    public static readonly Text WordsSet = new("已设置“{0}”的平安词和胁迫词", "the two words of {0} are set");
    public static readonly Text Notice = new("数据来源声明：{0}", "notice shown with the data: {0}");
}
