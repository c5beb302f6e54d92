using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>False alarms, what a shop says against it, and restrictions: said without blame.</summary>
public static class AppealSay
{
    public static readonly Text Title = new("误报与申诉", "False alarms and appeals");
    public static readonly Text Lead = new("近 {0} 天的实警。误报是教会的，不是罚来的：先去店里聊一聊，再看下一次。演练和测试不在内。", "Real whistles of the last {0} days. A false alarm is taught, not punished: talk with the shop first. Drills and tests are not in here.");
    public static readonly Text Appeals = new("待答复的申诉", "Appeals to be answered");
    public static readonly Text Answereds = new("已答复", "Answered");
    public static readonly Text NoAppeals = new("没有待答复的申诉。", "No appeal waits for an answer.");
    public static readonly Text Shops = new("误报过的商户", "Shops with a false alarm");
    public static readonly Text NoShops = new("没有误报。", "No false alarm.");
    public static readonly Text OfSo = new("{0} 次误报，同期共 {1} 次吹哨", "{0} false, of {1} whistles");
    public static readonly Text Talked = new("已沟通 {0} {1}", "Talked with on {0} by {1}");
    public static readonly Text Talk = new("记下已沟通", "Write down the talk");
    public static readonly Text TalkLabel = new("教了什么（可不填）", "What was shown (may stay empty)");
    public static readonly Text Appealed = new("已申诉", "Appealed");
    public static readonly Text Restrictions = new("受限制的设备", "Restricted devices");
    public static readonly Text NoRestrictions = new("没有受限制的设备。", "No device is restricted.");
    public static readonly Text RestrictedUntil = new("到 {0} 为止只通知派出所 · {1} · {2}", "Until {0} to the station alone · {1} · {2}");
    public static readonly Text Lift = new("提前解除", "Lift it now");
    public static readonly Text Lifted = new("已解除。", "Lifted.");
    public static readonly Text Restrict = new("限制这部设备", "Restrict this device");
    public static readonly Text RestrictHint = new("它照样能吹哨，一次也不会被拒绝；到期前哨声只通知派出所，邻店不响。店里会看到原因、期限和怎样申诉。", "It whistles as before and nothing is refused; until then its whistles go to the station alone and no neighbour sounds. The shop sees why, until when, and how to appeal.");
    public static readonly Text Days = new("几天（1 至 30）", "Days (1 to 30)");
    public static readonly Text Why = new("原因（店里看得到）", "Why (the shop reads it)");
    public static readonly Text Restricted = new("已限制，店里已看到。", "Restricted; the shop sees it.");
    public static readonly Text RestrictWrong = new("要写明原因，天数 1 至 30。没有保存。", "It needs a reason and 1 to 30 days. Nothing was saved.");
    public static readonly Text AnswerLabel = new("答复（店里看得到）", "Answer (the shop reads it)");
    public static readonly Text Grant = new("申诉成立", "Grant");
    public static readonly Text Reject = new("维持原判", "Uphold the judgement");
    public static readonly Text GrantFollows = new("“成立”本身不改警情：请再到警情页重开并按新结果办结，或在下面解除限制。", "Granting changes nothing by itself: reopen the alert and close it anew, or lift the restriction below.");
    public static readonly Text Granted = new("成立", "granted");
    public static readonly Text Rejected = new("维持", "upheld");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text ToAlert = new("看警情", "The alert");
    public static readonly Text AboutDevice = new("设备限制", "Restriction of a device");

    public static readonly Text TextMissing = new("请写一两句为什么。没有提交。", "Please say why, in a sentence or two. Nothing was sent.");
    public static readonly Text AnswerMissing = new("答复要写几句话。没有保存。", "An answer needs words. Nothing was saved.");
    public static readonly Text Answered = new("这条申诉已经答复过了。", "This appeal was answered already.");
    public static readonly Text NotFalse = new("这起警情不是误报。没有保存。", "This alert was no false alarm. Nothing was saved.");

    // On the shop's pages.
    public static readonly Text ShopTitle = new("不同意？说给派出所听", "Do you disagree? Tell the station");
    public static readonly Text ShopLead = new("派出所的值班指挥会读，并在这里答复您。申诉不影响您吹哨。", "The duty commander reads it and answers here. It changes nothing about your whistle.");
    public static readonly Text Judged = new("{0} 的警情被认定为：{1}", "Your alert of {0} was judged: {1}");
    public static readonly Text YourRestriction = new("这部手机的哨声到 {0} 为止只通知派出所。原因：{1}", "Whistles of this phone go to the station alone until {0}. Why: {1}");
    public static readonly Text YourWords = new("您的说法", "Your side");
    public static readonly Text Send = new("提交申诉", "Send the appeal");
    public static readonly Text Sent = new("已提交，等派出所答复。", "Sent; the station will answer.");
    public static readonly Text Waiting = new("您说：{0}（等待答复）", "You said: {0} (no answer yet)");
    public static readonly Text AnswerIs = new("您说：{0} 派出所答复（{1}）：{2}", "You said: {0} The station ({1}): {2}");
    public static readonly Text Nothing = new("没有可以申诉的事。", "There is nothing to appeal against.");
    public static readonly Text Back = new("回到哨子", "Back to the whistle");
    public static readonly Text OnWhistlePage = new("对误报认定有不同意见？", "A false alarm that was none?");
    public static readonly Text Note = new("哨声照常能发；到 {0} 为止只通知派出所。原因：{1}", "You can whistle as always; until {0} the station alone is told. Why: {1}");
}
