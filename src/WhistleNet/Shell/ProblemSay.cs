using WhistleNet.Alerts;

namespace WhistleNet.Shell;

/// <summary>Refusals and errors in words: what happened, what is still safe, what to do next.</summary>
public static class ProblemSay
{
    public static readonly Text NotFound = new("没有这一项，或者不归您管。", "There is no such thing, or it is not yours.");
    public static readonly Text Forbidden = new("您没有做这件事的权限。什么都没有改变。", "You may not do this. Nothing was changed.");
    public static readonly Text NoCredential = new("需要设备凭证或登录。紧急情况请拨打 110。", "A device credential or a sign-in is needed. In an emergency call 110.");
    public static readonly Text BadRequest = new("请求读不懂。什么都没有保存，请改正后重发。", "The request cannot be read. Nothing was stored; correct it and send it again.");
    public static readonly Text TooLarge = new("请求太大。什么都没有保存。", "The request is too large. Nothing was stored.");
    public static readonly Text NotRecorded = new(
        "访问日志暂时写不进去，所以这一步没有进行，什么都没有改变。吹哨和接哨不受影响。请通知管理员（磁盘可能已满），稍后再试。",
        "Access cannot be recorded at the moment, so this was stopped and nothing was changed. Whistles are not affected. Tell the administrator (the disk may be full) and try again.");
    public static readonly Text NotStored = new("没有保存，请重试。紧急情况请拨打 110。", "It was not stored; try again. In an emergency call 110.");
    public static readonly Text Broken = new("系统出错了，已记录。紧急情况请拨打 110。", "Something broke and was written down. In an emergency call 110.");

    public static Text Of(Refusal refusal) => refusal switch
    {
        Refusal.AlreadyTaken => new("已有人接哨。", "Somebody has taken it already."),
        Refusal.AlreadyClosed => new("这起警情已办结。", "This alert is closed already."),
        Refusal.NotOpen => new("另一起警情不是未办结状态，不能合并。", "The other alert is not open; they cannot be merged."),
        Refusal.OutcomeMissing => new("请选择办结结果。", "Choose how it ended."),
        Refusal.OutcomeNotAllowed => new("这种警情不能用这个结果办结。", "This outcome is not for this kind of alert."),
        Refusal.ReasonMissing => new("请写明理由。", "Say why."),
        Refusal.ModeDiffers => new("实警、演练、测试不能互相合并。", "Real alerts, drills and tests cannot be merged with each other."),
        Refusal.DrillNotRunning => new("演练已结束，这是真的吗？", "The drill is over: is this real?"),
        Refusal.RealAlertOpen => new("有实警未办结。", "A real alert is open."),
        Refusal.CircleBusy => new("这个联防小组正在另一场演练中。", "Another drill has this circle."),
        Refusal.DeviceRevoked => new("此设备已停用。紧急情况请拨打 110，并联系派出所重新登记。", "This device was stopped. In an emergency call 110; ask the station to enrol it again."),
        Refusal.NotPermitted => new("您没有做这件事的权限。", "You may not do this."),
        Refusal.NotTaken => new("还没有人接哨，不能交回。", "Nobody has taken it, so it cannot be handed back."),
        Refusal.NotClosed => new("这起警情还没有办结。", "This alert is not closed."),
        Refusal.PressShopElsewhere => new("指定吹哨的商户已不在演练的小组里。请取消后重新计划。", "The shop that was to press is no longer in the drill's circles. Call the drill off and plan it again."),
        Refusal.ObserverElsewhere => new("有观察员的位置已不在演练的小组里。请取消后重新计划。", "An observer's post is no longer in the drill's circles. Call the drill off and plan it again."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
