using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>What is said of a spreadsheet of shops: its columns, and what is the matter with a row.</summary>
public static class SheetSay
{
    public static readonly Text Name = new("店名", "Name");
    public static readonly Text Ref = new("编号（没有就按店名和地址生成）", "Number (made of name and address where there is none)");
    public static readonly Text Lat = new("纬度", "Latitude");
    public static readonly Text Lon = new("经度", "Longitude");
    public static readonly Text Street = new("街道或整个地址", "Street, or the whole address");
    public static readonly Text Number = new("门牌号", "Street number");
    public static readonly Text Unit = new("单元、铺位", "Unit or stall");
    public static readonly Text Area = new("商圈", "Area");
    public static readonly Text Category = new("类别", "Category");
    public static readonly Text Hours = new("营业时间", "Opening hours");
    public static readonly Text Trained = new("已培训", "Trained");
    public static readonly Text PoliceGrid = new("警格", "Police grid");
    public static readonly Text CommunityGrid = new("网格", "Community grid");
    public static readonly Text Phone = new("电话（不保存）", "Telephone (not kept)");

    public static readonly Text Workbook = new("这是 Excel 工作簿。请在表格软件里“另存为 CSV”，再选那个文件。", "This is a workbook. Save it as CSV in your spreadsheet program and choose that file.");
    public static readonly Text NoText = new("这个文件不是文字表格，请另存为 CSV（UTF-8 或 GB18030）。", "This is no text file. Save the sheet as CSV (UTF-8 or GB18030).");
    public static readonly Text Title = new("表头上方的标题，跳过", "a title above the header; skipped");
    public static readonly Text HeaderAgain = new("又是一行表头，跳过", "the header once more; skipped");
    public static readonly Text Total = new("合计行，跳过", "a line of totals; skipped");
    public static readonly Text NoPlace = new("没有坐标，先放进待定位名单", "no coordinates: it waits in the list of unplaced shops");
    public static readonly Text NoNumbers = new("坐标读不懂（{0}，{1}），先放进待定位名单", "coordinates that are no numbers ({0}, {1}): it waits in the list of unplaced shops");
    public static readonly Text Zeroes = new("坐标是 0,0，先放进待定位名单", "its coordinates are 0,0: it waits in the list of unplaced shops");
    public static readonly Text LooksSwapped = new("经纬度好像写反了（{0}，{1}）；勾选“对调”即可导入", "latitude and longitude look the wrong way round ({0}, {1}); tick “turn them” and it goes in");
    public static readonly Text Turned = new("经纬度写反了，已按您的选择对调", "latitude and longitude were the wrong way round and were turned, as you chose");
    public static readonly Text Far = new("离其他商户约 {0} 公里，请核对", "about {0} km from the rest: please check");
    public static readonly Text SameName = new("“{1}”与第 {0} 行同名，两家都会导入", "“{1}”, the same name as on line {0}; both go in");
    public static readonly Text SameShop = new("店名和地址与第 {0} 行相同，只导入前一家", "the same name and address as on line {0}; the first one goes in");
    public static readonly Text PhoneDamaged = new("电话被表格软件改成了 {0}，原号已丢失（电话本来也不保存）", "the spreadsheet turned the telephone number into {0}, and what it was is lost (no telephone numbers are kept anyway)");
    public static readonly Text RefDamaged = new("编号被表格软件改成了 {0}，已按店名和地址另编", "the spreadsheet turned the number into {0}; another was made of name and address");
    public static readonly Text HoursLeftOut = new("营业时间读不懂（{0}），没有导入", "opening hours that cannot be read ({0}) were left out");
    public static readonly Text FlagLeftOut = new("“已培训”只能是“是”或“否”，“{0}”没有导入", "“trained” is yes or no; “{0}” was left out");

    public static Text Of(Fate fate) => fate switch
    {
        Fate.In => new("会导入", "Goes in"),
        Fate.Unplaced => new("待定位", "Waits for a place"),
        Fate.Out => new("不导入", "Stays out"),
        _ => new("跳过", "Skipped"),
    };

    public static Text Of(Datum datum) => datum switch
    {
        Datum.Wgs84 => new("WGS-84（GPS、天地图、OpenStreetMap）", "WGS-84 (GPS, Tianditu, OSM)"),
        Datum.Gcj02 => new("GCJ-02（高德、腾讯地图）", "GCJ-02 (Amap, Tencent)"),
        _ => new("BD-09（百度地图）", "BD-09 (Baidu)"),
    };
}
