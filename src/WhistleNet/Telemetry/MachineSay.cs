using WhistleNet.Shell;

namespace WhistleNet.Telemetry;

/// <summary>The machine in words.</summary>
public static class MachineSay
{
    public static readonly Text Title = new("本机状态", "This machine");
    public static readonly Text Lead = new("本页只说机器，不说警情。每两秒更新一次。", "About the machine, not about alerts. Renewed every two seconds.");

    public static readonly Text Engine = new("升级引擎", "Escalation engine");
    public static readonly Text EngineRuns = new("{0} 秒前跑完一轮", "last full round {0} s ago");
    public static readonly Text EngineNever = new("还没有跑完第一轮", "the first round has not ended");
    public static readonly Text SelfTest = new("开机自检哨", "Whistle to itself at start");
    public static readonly Text SelfTestPassed = new("走完了全程", "went the whole way");
    public static readonly Text Database = new("数据库", "Database");
    public static readonly Text DatabaseSize = new("{0}，待并入 {1}", "{0}, {1} still to be folded in");
    public static readonly Text Durable = new("掉电不丢（WAL，FULL）", "durable (WAL, FULL)");
    public static readonly Text Disk = new("磁盘", "Disk");
    public static readonly Text DiskFree = new("剩余 {0}", "{0} free");
    public static readonly Text ReserveKept = new("已为哨声预留 16 MB", "16 MB kept for whistles");
    public static readonly Text ReserveGiven = new("给哨声的预留空间没有了", "the room kept for whistles is gone");
    public static readonly Text Waiting = new("等待写入", "Waiting to be written");
    public static readonly Text WaitingCounts = new("按哨与处置 {0}，回执 {1}", "presses and moves {0}, receipts {1}");
    public static readonly Text Connected = new("在线连接", "Connections");
    public static readonly Text Backup = new("最近备份", "Last backup");
    public static readonly Text NoBackup = new("还没有备份过", "never backed up");
    public static readonly Text Running = new("版本", "Versions");

    public static readonly Text Late = new("连着却没有按时报到的设备", "Connected devices that beat late");
    public static readonly Text Missed = new("一天内叫不应的设备", "Devices that did not answer in the last day");
    public static readonly Text MissedTimes = new("{0} 次", "{0} times");
    public static readonly Text None = new("没有", "none");

    public static readonly Text NotWalked = new("开机后还没有走过", "not walked since the start");

    /// <summary>A round of the timetable, by its name there.</summary>
    public static Text Round(string name) => name switch
    {
        "reports" => new("巡更：复盘报告", "Round: reports"),
        "drill-reminders" => new("巡更：演练提醒", "Round: drill reminders"),
        "log-heads" => new("巡更：日志链尾", "Round: ends of the log"),
        "pruning" => new("巡更：清理过期记录", "Round: pruning"),
        "mediations" => new("巡更：调解", "Round: mediations"),
        "appeals" => new("巡更：申诉", "Round: appeals"),
        "ready-months" => new("巡更：逐月成队", "Round: readiness by month"),
        "masking" => new("巡更：脱敏", "Round: masking"),
        _ => new(name, name),
    };

    public static Text Of(bool fine) => fine ? new("正常", "fine") : new("故障", "TROUBLE");
}
