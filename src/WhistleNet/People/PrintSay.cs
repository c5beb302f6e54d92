using WhistleNet.Shell;

namespace WhistleNet.People;

public static class PrintSay
{
    public static readonly Text Title = new("打印登记码", "Print enrolment codes");
    public static readonly Text Lead = new("每户一页：店名、二维码、三个步骤。登记码 30 天内有效，每张只能用一次。", "One page for each shop: its name, a QR code, three steps. The codes are good for 30 days and once each.");
    public static readonly Text Shops = new("将打印 {0:N0} 户（共 {1:N0} 户）。", "{0:N0} of {1:N0} shops will be printed.");
    public static readonly Text Part = new("打印哪一批", "Which part to print");
    public static readonly Text InParts = new("一次打印 {0} 户以内：逐批打印，每批总是同样的商户。", "Up to {0} shops at a time: print part by part; each part has always the same shops.");
    public static readonly Text PartNo = new("第 {0} 批", "Part {0}");
    public static readonly Text OnlyWithout = new("只打印还没有设备的商户", "Only shops that have no device yet");
    public static readonly Text None = new("没有要打印的商户。", "There is no shop to print.");
    public static readonly Text Make = new("生成", "Make the sheets");
    public static readonly Text Print = new("打印", "Print");
    public static readonly Text Again = new("代码只显示这一次；离开本页前请打印。", "The codes are shown this once: print before you leave the page.");
    public static readonly Text Batches = new("已打印的登记码", "Codes printed before");
    public static readonly Text BatchLine = new("{0}，{1} 张，其中 {2} 张未用", "{0}, {1} sheets, {2} of them unused");
    public static readonly Text Revoke = new("作废未用的", "Revoke the unused");
    public static readonly Text Circle = new("联防小组", "Circle");
    public static readonly Text All = new("全部小组", "All circles");

    public static readonly Text Sheets = new("打印用哪种语言", "Language of the sheets");
    public static readonly Text OnBoth = new("两种语言印在同一页", "Both on one sheet");

    public static readonly Text Brand = new("吹哨互助", "WhistleNet");
    public static readonly Text SheetTitle = new("一键吹哨", "Your whistle");
    public static readonly Text Step1 = new("用店里的手机扫这个二维码。", "Scan this code with the shop's phone.");
    public static readonly Text Step2 = new("写上姓名，按“启用吹哨”。", "Give your name and press “Arm the whistle”.");
    public static readonly Text Step3 = new("按“开始值班”。遇险时按住吹哨 1 秒。", "Press “Start shift”. In danger hold the whistle for a second.");
    public static readonly Text ByHand = new("扫不了时，在浏览器打开 {0}，输入：", "If it cannot be scanned, open {0} and type:");
    public static readonly Text Until = new("有效期至 {0}，只能用一次。", "Good until {0}, once.");
    public static readonly Text Call = new("同时请拨打 110：吹哨不能代替报警电话。", "Call 110 as well: the whistle does not replace the telephone.");
}
