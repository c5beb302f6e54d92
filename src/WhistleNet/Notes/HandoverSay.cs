using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>What is handed over on paper, in words.</summary>
public static class HandoverSay
{
    public static readonly Text Title = new("警情交接单", "Handover sheet");
    public static readonly Text ToSheet = new("交接单（一页）", "Handover sheet (one page)");
    public static readonly Text Course = new("经过（写角色，不写姓名）", "What happened (roles, no names)");
    public static readonly Text Where = new("地点", "Where");
    public static readonly Text What = new("类别与等级", "Kind and level");
    public static readonly Text Taken = new("接哨", "Taken");
    public static readonly Text Closed = new("办结", "Closed");
    public static readonly Text NotOver = new("尚未办结", "not over yet");
    public static readonly Text Told = new("通知", "Told");
    public static readonly Text ToldLine = new("通知 {0} 户，送达 {1} 户，应哨 {2} 户", "{0} shops told, {1} reached, {2} answered that they come");
    public static readonly Text More = new("另有 {0} 行，见系统内记录。", "{0} more lines stand in the system's own record.");
    public static readonly Text Hash = new("日志链 {0} 第 {1} 行 · SHA-256 {2}", "Log chain {0}, row {1} · SHA-256 {2}");
    public static readonly Text HashHint = new("这一行锁住它之前的全部记录；verify-log 会核对整条链，任何一行被改，编码都对不上。", "This row binds all before it: verify-log walks the chain, and a changed row no longer fits.");
    public static readonly Text Printed = new("打印 {0} · 警情编号 {1}", "Printed {0} · alert {1}");
    public static readonly Text Raiser = new("吹哨商户", "the shop that whistled");
    public static readonly Text Neighbour = new("邻居商户", "a neighbouring shop");
    public static readonly Text Officer = new("民警", "an officer");
    public static readonly Text Clock = new("系统时钟", "the clock");

    public static readonly Text CardTitle = new("法律援助转介卡", "Card for legal help");
    public static readonly Text Phone = new("电话", "Telephone");
    public static readonly Text Address = new("地址", "Address");
    public static readonly Text Link = new("网址", "Link");
    public static readonly Text From = new("转介单位", "From");
    public static readonly Text Day = new("日期", "Day");
    public static readonly Text Matter = new("事由", "Matter");
    public static readonly Text Quarrel = new("邻里纠纷调解", "mediation of a quarrel");
    public static readonly Text Number = new("编号", "Number");
    public static readonly Text Bring = new("请带身份证件和有关的单据、照片。说这个编号，派出所能找到经过。", "Bring an identity card and what you have on paper or in pictures. With this number the station finds what happened.");
    public static readonly Text NothingSent = new("这张卡由您自己带去；本系统没有向任何单位发送任何信息。", "You take this card there yourself; this system has sent nothing to anybody.");
    public static readonly Text DefaultHelp = new("公共法律服务热线", "Public legal service line");
}
