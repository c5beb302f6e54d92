using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>What the station's console says beside the labels of the vocabulary.</summary>
public static class StationSay
{
    public static readonly Text Title = new("警情台", "Alerts");
    public static readonly Text Calm = new("没有未办结的警情", "No open alerts");
    public static readonly Text CalmHint = new("有哨响时，这里会立刻出现并响警报。", "A whistle appears here at once, with sound.");
    public static readonly Text NoStation = new("您的账号还不属于任何派出所。请让管理员在“人员”里分配。", "Your account belongs to no station yet. Ask an administrator to assign one under People.");
    public static readonly Text NotReal = new("演练与测试", "Drills and tests");
    public static readonly Text NotRealHint = new("不是实警。", "None of these is real.");
    public static readonly Text Closed = new("刚办结", "Just closed");

    public static readonly Text Take = new("接哨", "Take");
    public static readonly Text HandBack = new("交回", "Hand back");
    public static readonly Text OnScene = new("到场", "On scene");
    public static readonly Text Contained = new("已控制", "Contained");
    public static readonly Text Note = new("记事", "Note");
    public static readonly Text Widen = new("扩大", "Widen");
    public static readonly Text Escalate = new("升级", "Escalate");
    public static readonly Text EscalateTo = new("升级给谁", "Escalate to");
    public static readonly Text Rung = new("第 {0} 级 · {1}", "Rung {0} · {1}");
    public static readonly Text Kind = new("类别", "Kind");
    public static readonly Text Level = new("等级", "Level");
    public static readonly Text Merge = new("合并", "Merge");
    public static readonly Text MergeInto = new("并入哪一起？这一起将以“重复”办结。", "Into which one? This one closes as a duplicate.");
    public static readonly Text MergeNone = new("没有同类的未办结警情可并入。", "There is no open alert of the same mode to merge into.");
    public static readonly Text Close = new("办结", "Close");
    public static readonly Text Reopen = new("重开", "Reopen");
    public static readonly Text Outcome = new("结果", "How it ended");
    public static readonly Text Reason = new("理由", "Reason");
    public static readonly Text CloseReasonHint = new("写一句：看到了什么，怎么处理的。", "One line: what was found and done.");
    public static readonly Text ConfirmClose = new("确认办结", "Close this alert");
    public static readonly Text ConfirmReopen = new("确认重开", "Reopen this alert");
    public static readonly Text Save = new("记下", "Write down");
    public static readonly Text NoteHint = new("记一句", "A short note");

    public static readonly Text Coming = new("{0} 家来，需要 {1} 家", "{0} coming of {1} needed");
    public static readonly Text Enough = new("人够了", "enough");
    public static readonly Text Silent = new("静默", "SILENT");
    public static readonly Text Late = new("{0} 分钟前按的，送到时才响（按对方手机所说）", "Pressed {0} min before it arrived, says its phone");
    public static readonly Text Stale = new("旧警情，没有再呼叫", "OLD, nobody was called again");
    public static readonly Text TakenBy = new("{0} 已接哨", "Taken by {0}");
    public static readonly Text ClockWiden = new("下一圈", "Next ring");
    public static readonly Text ClockTake = new("下一级", "Next rung");
    public static readonly Text ClockFollowUp = new("要跟进", "Follow-up due");
    public static readonly Text Unreached = new("未送达 {0}", "{0} not reached");
    public static readonly Text NameAndWhy = new("{0}（{1}）", "{0} ({1})");
    public static readonly Text RingCalled = new("第 {0} 圈 {1} 家", "ring {0}: {1} shops");
    public static readonly Text Metres = new("{0} 米", "{0} m");
    public static readonly Text CalledInstead = new("已另叫：{0}", "Called instead: {0}");
    public static readonly Text CalledNobody = new("还没有另叫别人", "Nobody was called instead yet");
    public static readonly Text Reading = new("正在看：{0}", "Reading this now: {0}");
    public static readonly Text Details = new("时间线和收到的人", "Timeline and who heard");
    public static readonly Text Timeline = new("时间线", "Timeline");
    public static readonly Text Hearers = new("谁该收到", "Who was to hear");
    public static readonly Text NoHearers = new("没有通知任何人。", "Nobody was told.");
    public static readonly Text WholeStory = new("整页记录", "Whole record");
    public static readonly Text StoodDown = new("解除消息：{1} 人中 {0} 人已收到", "Stood down: heard by {0} of {1}");
    public static readonly Text RefusedTaken = new("{0} 在 {1} 先接了哨。", "{0} took it first, at {1}.");
    public static readonly Text RefusedClosed = new("{0} 在 {1} 已办结。", "{0} closed it first, at {1}.");
    public static readonly Text Nothing = new("什么都没有改变。", "Nothing was changed.");
    public static readonly Text NotNow = new("系统没能保存，请再按一次；紧急情况用电话。", "It could not be stored. Press again; in an emergency use the telephone.");
    public static readonly Text SecondsAfter = new("按哨后 {0} 秒", "{0} s after the press");
    public static readonly Text LimitedHint = new("超过次数：只有派出所知道", "Over the quota: only the station was told");
}
