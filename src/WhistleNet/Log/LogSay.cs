using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary>The log in words.</summary>
public static class LogSay
{
    public static readonly Text Title = new("审计日志", "Audit log");
    public static readonly Text Lead = new("只读。查看、校验和导出日志本身也会记入日志。", "Read-only. Reading, verifying and exporting the log are themselves recorded.");
    public static readonly Text KeptLabel = new("记录种类", "Which records");
    public static readonly Text What = new("动作", "Action");
    public static readonly Text Who = new("谁（姓名或编号）", "Who (name or id)");
    public static readonly Text Object = new("对象（名称或编号）", "Done to (name or id)");
    public static readonly Text When = new("时间", "Time");
    public static readonly Text WhoHead = new("谁", "Who");
    public static readonly Text ObjectHead = new("对象", "Done to");
    public static readonly Text Result = new("结果", "Result");
    public static readonly Text Whence = new("来自", "From where");
    public static readonly Text Text = new("说明", "Reason or text");
    public static readonly Text Row = new("链与序号", "Row");
    public static readonly Text Masked = new("已脱敏", "masked");
    public static readonly Text Unknown = new("身份不明", "not known");
    public static readonly Text Machine = new("机器前的管理员", "Administrator at the machine");
    public static readonly Text None = new("没有符合的记录。", "Nothing found.");
    public static readonly Text Count = new("{0} 条记录", "{0} records");
    public static readonly Text Verify = new("立即校验", "Verify now");
    public static readonly Text Verifying = new("正在校验……", "Verifying…");
    public static readonly Text Export = new("导出 CSV", "Export as CSV");
    public static readonly Text Stopped = new("已停用：访问无法记录", "Stopped: access cannot be recorded");
    public static readonly Text TryAgain = new("重试", "Try again");

    public static readonly Text AllSound = new("日志完整：{1} 条链，共 {0} 行，其中 {2} 行已脱敏", "the log is whole: {0} rows in {1} chains, {2} of them masked");
    public static readonly Text HeadsUnread = new("{0} 读不懂：每行应为 时间、链、序号、哈希，用制表符分隔", "{0} cannot be read: each line is time, chain, number and hash, with tabs between");
    private static readonly Text Bad = new("日志不完整：链 {0} 第 {1} 行（表 {2}{3}）：{4}", "the log is not whole: chain {0}, row {1} (table {2}{3}): {4}");

    public static Text Of(Kept kept) => kept == Kept.Access ? new("访问记录", "Access records") : new("警情时间线", "Timelines of alerts");

    /// <summary>The first bad row, in one line.</summary>
    public static string Of(BadRow bad) => Bad.With(bad.Chain, bad.Seq, bad.Table, bad.Tells is null ? "" : ", " + bad.Tells, Of(bad.Fault));

    public static Text Of(Fault fault) => fault switch
    {
        Fault.Missing => new("这一行不见了：被删除或改了序号", "the row is missing: it was deleted or numbered anew"),
        Fault.Changed => new("这一行被改过、被插入或被调换过", "the row was changed, put in, or moved"),
        Fault.PersonalChanged => new("这一行的姓名、地址或文字被改过，或没有完整脱敏", "a name, an address or a text of the row was changed, or masked by half"),
        Fault.Cut => new("这一行及其后的行被删掉了：别处记下的链尾更长", "the row and those after it are gone: the chain was longer when its end was written down"),
        Fault.NotAsWrittenDown => new("与别处记下的哈希不同：到这一行为止可能全部重写过", "its hash is not the one that was written down: everything up to it may have been written anew"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
