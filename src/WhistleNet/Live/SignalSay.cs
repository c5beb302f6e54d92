using WhistleNet.Shell;

namespace WhistleNet.Live;

/// <summary>Trouble and supervision in words.</summary>
public static class SignalSay
{
    public static readonly Text EngineNotYet = new("升级引擎还没有跑完第一轮", "The escalation engine has not finished its first round");
    public static readonly Text EngineLate = new("升级引擎停了：无人接哨时不会自动升级，请盯住屏幕", "The escalation engine stands still: nothing climbs by itself, watch this screen");
    public static readonly Text ScreenSilent = new("派出所屏幕没有信号", "Station screen without a signal");
    public static readonly Text CircleDark = new("联防小组全部断线", "Circle without any link");
    public static readonly Text DeviceSilent = new("商户设备断线", "Shop device without link");
    public static readonly Text SoundOff = new("已连线但没有开声音", "Linked, but sound off");
    public static readonly Text RevokedPressed = new("已停用的设备按了哨，请打电话核实", "A revoked device pressed: telephone the shop");
    public static readonly Text RungUnreachable = new("升级对象联系不上", "A rung could not be reached");
    public static readonly Text Limited = new("超过次数，只通知了派出所", "Over the quota: the station alone was told");

    public static readonly Text Stale = new("旧警情：数据库是从备份恢复的，或停机太久；没有再呼叫任何人，请逐条处理", "Old alerts, from a restored database or a long standstill: nobody was called again, decide on each");
    public static readonly Text ClockJumped = new("服务器时钟被拨动：警情仍按原来的节拍走，请检查对时", "The server's clock was set: alerts keep their pace, check its time service");
    public static readonly Text HeartbeatFails = new("外部心跳发不出去：停机时外面不会知道", "The outside heartbeat cannot be sent: nobody outside would notice a standstill");

    public static readonly Text LogUnwritten = new("访问日志写不进去：相关页面已停用，吹哨不受影响", "Access cannot be recorded: pages that need it are stopped, whistles are not affected");
    public static readonly Text LogNotOutside = new("日志链尾送不到外部", "The ends of the log cannot be written down outside");
    public static readonly Text RoundFailed = new("定时任务没有做成，到点再试", "A round could not be walked; tried again at its next time");
    public static readonly Text DrillDue = new("演练快到期", "A drill is due soon");
    public static readonly Text DrillOverdue = new("演练已过期", "A drill is overdue");
    public static readonly Text GearOver = new("器材已过期或没有按时点检", "Gear is out of date or was not inspected in time");
    public static readonly Text GearDue = new("器材 14 天内到期", "Gear is due within 14 days");
    public static readonly Text AppealOpen = new("有申诉待答复", "An appeal waits for an answer");
    public static readonly Text TrainingOver = new("店里的联防培训已到期，静默报警不再叫到", "A shop's training has ended: silent alerts no longer call it");
    public static readonly Text TrainingDue = new("店里的联防培训 30 天内到期", "A shop's training ends within 30 days");
    public static readonly Text HelpAsked = new("邻所请求支援：没人接哨，请打电话联系并派人", "A neighbouring station needs help: nobody took the alert, telephone them and send somebody");
    public static readonly Text NotPruned = new("过期登记码没有清理成功，五分钟后再试", "Old codes could not be removed; tried again in five minutes");
    public static readonly Text NotMasked = new("到期的个人信息没有脱敏成功，五分钟后再试", "Names whose time is over could not be masked; tried again in five minutes");
    public static readonly Text DiskFilling = new("磁盘剩余不到两成，请腾出空间", "The disk is filling up: less than a fifth is free");
    public static readonly Text DiskNearlyFull = new("磁盘快满了（不到 5%）：满了以后新的哨声存不下来，请马上腾出空间", "The disk is nearly full, under 5 % free: once full, a whistle cannot be stored. Make room now");
    public static readonly Text DiskFull = new("磁盘已满：正在用预留空间存哨声，用完就存不下了，请马上腾出空间", "The disk is full: whistles live on the reserve, after which none can be stored. Make room now");

    public static readonly Text Links = new("联防小组连接", "Circles");
    public static readonly Text Linked = new("{0} 组正常", "{0} linked");
    public static readonly Text Partly = new("{0} 组部分断线", "{0} partly without link");
    public static readonly Text Dark = new("{0} 组全断", "{0} without any link");
    public static readonly Text Idle = new("{0} 组未值守", "{0} never on shift");

    public static Text Of(Grade grade) => grade == Grade.Trouble ? new("故障", "TROUBLE") : new("提示", "NOTICE");
}
