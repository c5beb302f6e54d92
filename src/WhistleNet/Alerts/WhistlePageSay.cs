using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>What the shop's page and the takeover say. The script gets these texts by their keys, from the island that the page prints.</summary>
public static class WhistlePageSay
{
    public static readonly Text Title = new("吹哨", "Whistle");
    public static readonly Text NoScript = new("本页未运行脚本：不会响，也收不到邻店的哨。按下面的按钮仍能吹哨。", "No script is running: this page cannot sound or hear neighbours. The button below still whistles.");
    public static readonly Text PlainHow = new("点开，再按确认", "Open, then confirm");
    public static readonly Text PlainConfirm = new("确认吹哨", "Whistle now");
    public static readonly Text PlainSend = new("按一次就发出，不要重复按", "One press sends it");
    public static readonly Text PlainExpired = new("未发出：页面放得太久了。请马上再按一次，或打 110。", "NOT SENT: this page was open too long. Press once more now, or call 110.");
    public static readonly Text Stranger = new("这台设备还没有加入商户", "This device does not belong to a shop yet");
    public static readonly Text StrangerDo = new("请用派出所发的二维码加入。有危险请打 110。", "Join with the QR code that the station gave you. In danger, call 110.");
    public static readonly Text StrangerJoin = new("用登记码加入", "Join with a code");
    public static readonly Text Devices = new("本店设备 {0} 台", "Devices of this shop: {0}");
    public static readonly Text ThisDevice = new("本机", "this one");
    public static readonly Text StartShift = new("开始值班", "Start shift");
    public static readonly Text Silent = new("静默报警", "Silent");
    public static readonly Text Call = new("电话", "Call");
    public static readonly Text Practice = new("练习一次", "Practice press");
    public static readonly Text LastTest = new("上次测试：{0}", "Last test: {0}");
    public static readonly Text NeverTested = new("还没有测试过", "Never tested yet");
    public static readonly Text OtherLanguage = new("English", "中文");
    public static readonly Text OtherLanguageWord = new("en", "zh");
    public static readonly Text LargerText = new("大字", "Larger text");
    public static readonly Text OwnWords = new("我店出事：按住吹哨", "Trouble in my shop: hold to whistle");
    public static readonly Text StateLine = new("{0} · {1} 家来帮忙，需要 {2} 家 · {3}", "{0} · {1} coming, {2} needed · {3}");
    public static readonly Text Back = new("返回", "Back");
    public static readonly Text Corner = new("设置", "Settings");

    public static IReadOnlyDictionary<string, Text> Script { get; } = new Dictionary<string, Text>(AlertTexts.All)
    {
        ["bulletin-word"] = Notes.BulletinSay.FromStation,
        ["bulletin-thanks"] = Notes.BulletinSay.Thanks,
        ["bulletin-read"] = Notes.BulletinSay.ReadIt,
        ["comma"] = new("，", ", "),
        ["head-offDuty"] = new("还没开始值班", "Not on shift yet"),
        ["detail-offDuty"] = new("开始后才有声音。有事现在就能吹哨。", "Sound begins with the shift. You can whistle at any time."),
        ["head-ready"] = new("随时可以吹哨", "Ready"),
        ["ready-link"] = new("连接正常", "link good"),
        ["ready-no-link"] = new("连接断开", "no link"),
        ["ready-sound"] = new("声音已开", "sound on"),
        ["ready-no-sound"] = new("声音关闭", "sound off"),
        ["ready-neighbours"] = new("邻店 {n} 家在岗", "{n} neighbours open now"),
        ["may-sleep"] = new("屏幕可能会熄灭", "the screen may go dark"),
        ["head-sending"] = new("正在发出", "Sending"),
        ["detail-sending"] = new("不用再按", "No need to press again"),
        ["head-notSent"] = new("未发出", "NOT SENT"),
        ["head-notSent-test"] = new("练习未发出", "Practice not sent"),
        ["detail-notSent"] = new("正在重试，不用再按。请马上打电话。", "Trying again by itself. Telephone now."),
        ["head-sent"] = new("已发出 {time}", "Sent {time}"),
        ["head-silentSent"] = new("随时可以吹哨", "Ready"),
        ["detail-silentSent"] = new("营业中 ●●", "Open for business ●●"),
        ["head-over"] = new("已解除", "It is over"),
        ["over-thanks"] = new("谢谢。", "Thank you."),
        ["outcome-is"] = new("结果：{outcome}。", "Outcome: {outcome}."),
        ["head-practised"] = new("测试成功，没有惊动任何人", "It works; nobody was alarmed"),
        ["practised-at"] = new("{time}", "{time}"),
        ["head-drillOver"] = new("演练已结束，这是真的吗？", "The drill is over: is this real?"),
        ["detail-drillOver"] = new("是真的，现在按住下面的红色按钮。不是，按返回。", "If it is real, hold the red button now. If not, go back."),
        ["head-revoked"] = new("此设备已停用", "This device was switched off"),
        ["detail-revoked"] = new("不能再用它吹哨。请打电话，并联系派出所重新加入。", "It cannot whistle any more. Telephone, and ask the station to let it join again."),
        ["whistle"] = new("吹哨", "WHISTLE"),
        ["whistle-silent"] = new("静默吹哨", "Silent whistle"),
        ["this-is-real"] = new("这是真的", "REAL"),
        ["hold"] = new("按住不放", "press and hold"),
        ["tap-twice"] = new("连点两下", "tap twice"),
        ["tap-again"] = new("再点一下发出", "tap again to send"),
        ["choose-taps"] = new("改为连点两下", "Use two taps"),
        ["choose-hold"] = new("改为按住", "Use press and hold"),
        ["link-up"] = new("连接正常", "Connected"),
        ["link-first"] = new("正在连接", "Connecting"),
        ["link-down"] = new("连接已断开", "Connection lost"),
        ["link-call"] = new("电话 110", "call 110"),
        ["link-age"] = new("所见为 {age}", "what you see is from {age}"),
        ["sound-on"] = new("声音开", "Sound on"),
        ["sound-off"] = new("声音关，点这里打开", "Sound off: touch here"),
        ["last-test"] = new("上次测试：{time}", "Last test: {time}"),
        ["limited"] = new("已发给派出所。短时间内吹哨较多，这次没有惊动邻店。", "Sent to the station only: there were many whistles in a short time."),
        ["reinforced"] = new("又吹了一次，派出所和邻店已知道。", "Pressed again: station and neighbours know."),
        ["enough-coming"] = new("来的人够了。", "Enough people are coming."),
        ["notified"] = new("已通知邻店设备 {n} 台和派出所", "{n} neighbours' devices and the station were told"),
        ["who-title"] = new("谁知道了，谁会来", "Who knows, who comes"),
        ["light-told"] = new("已发出", "Sent"),
        ["light-coming"] = new("有人来", "Coming"),
        ["light-arrived"] = new("有人到", "Arrived"),
        ["light-taken"] = new("已接哨", "Taken"),
        ["answer-coming"] = new("正在赶来", "is coming"),
        ["answer-arrived"] = new("已到", "has arrived"),
        ["kinds-title"] = new("出了什么事？", "What is happening?"),
        ["kinds-hint"] = new("可以不选。选了不会再响。", "You need not say. Nothing sounds again."),
        ["kinds-more"] = new("更多", "More"),
        ["kind-telling"] = new("正在告诉派出所", "Telling the station"),
        ["kind-told"] = new("已告诉：{kind}", "Told: {kind}"),
        ["card-title"] = new("现在怎么做", "What to do now"),
        ["self-help"] = new("已自救", "We are out of reach"),
        ["self-help-told"] = new("派出所知道了。", "The station knows."),
        ["safe"] = new("我安全了", "I am safe"),
        ["safe-hint"] = new("只是报个平安，不会解除警情。", "This is a message; it closes nothing."),
        ["safe-word"] = new("口令（可不填）", "Word (may stay empty)"),
        ["safe-send"] = new("报平安", "Send"),
        ["safe-told"] = new("派出所收到了。民警仍会核实。", "The station has it. Officers will still check."),
        ["mistake"] = new("误触", "It was a mistake"),
        ["mistake-hint"] = new("按错了？", "Pressed by mistake?"),
        ["mistake-told"] = new("派出所知道是误触，会来确认。警情还没有解除。", "The station knows and will confirm. The alert is still open."),
        ["drill-inject"] = new("演练提示（{to}）：{text}", "DRILL, for {to}: {text}"),
        ["drill-part-raiser"] = new("报警店", "the pressing shop"),
        ["drill-part-neighbour"] = new("邻居", "neighbours"),
        ["drill-part-station"] = new("派出所", "the station"),
        ["drill-part-observer"] = new("观察员", "observers"),
        ["drill-part-everyone"] = new("所有人", "everybody"),
        ["drill-told"] = new("刚才是演练：{title}。谢谢参加。", "This was a drill: {title}. Thank you."),
        ["drill-ended-stopped"] = new("演练已结束：{title}", "The drill is over: {title}"),
        ["drill-ended-timeOver"] = new("演练时间到，已结束：{title}", "The drill's time is over: {title}"),
        ["drill-ended-realAlert"] = new("派出所有实警，演练已停止：{title}", "There is a real alert at the station; the drill was stopped: {title}"),
        ["not-told"] = new("没有送达，请再点一次。", "Not delivered. Please touch again."),
        ["refused"] = new("警情已结束，或不在您这里。", "This alert has ended, or is not yours."),
    };

    /// <summary>The texts in the language of whoever is being answered.</summary>
    public static Dictionary<string, string> Island(IReadOnlyDictionary<string, Text> texts) => texts.ToDictionary(t => t.Key, t => t.Value.ToString());
}
