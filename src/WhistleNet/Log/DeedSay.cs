using WhistleNet.Shell;

namespace WhistleNet.Log;

/// <summary>What access records tell of, in words.</summary>
public static class DeedSay
{
    public static Text Of(Result result) => result == Result.Done ? new("完成", "done") : new("被拒绝", "refused");

    public static Text Of(Deed deed) => deed switch
    {
        Deed.SignIn => new("登录", "Sign-in"),
        Deed.SignOut => new("退出登录", "Sign-out"),
        Deed.SignInEnded => new("结束另一处登录", "Sign-in elsewhere ended"),
        Deed.Proved => new("再次验证本人", "Proved once more who they are"),
        Deed.FirstAccount => new("建立第一个账号", "First account made"),
        Deed.InviteAccepted => new("接受邀请", "Invitation accepted"),
        Deed.PasswordChanged => new("改密码", "Password changed"),
        Deed.PasskeyAdded => new("添加通行密钥", "Passkey added"),
        Deed.PasskeyRemoved => new("删除通行密钥", "Passkey removed"),
        Deed.SecondFactorSet => new("启用第二道验证", "Second factor set up"),
        Deed.SecondFactorRenewed => new("重设第二道验证", "Second factor begun afresh"),
        Deed.StationChosen => new("选择派出所", "Station chosen"),
        Deed.PersonInvited => new("邀请人员", "Person invited"),
        Deed.LinkRenewed => new("重发邀请链接", "New invitation link"),
        Deed.RolesChanged => new("改角色", "Roles changed"),
        Deed.PersonDisabled => new("停用人员", "Person disabled"),
        Deed.PersonEnabled => new("启用人员", "Person enabled"),
        Deed.LockoutLifted => new("解除暂停登录", "Pause lifted"),
        Deed.CodeMade => new("生成登记码", "Enrolment code made"),
        Deed.CodesPrinted => new("打印登记码", "Enrolment codes printed"),
        Deed.CodesRevoked => new("作废登记码", "Enrolment codes revoked"),
        Deed.CodesPruned => new("清理过期登记码", "Old enrolment codes removed"),
        Deed.DeviceEnrolled => new("登记设备", "Device enrolled"),
        Deed.DeviceRevoked => new("停用设备", "Device revoked"),
        Deed.DevicesIssued => new("批量发放设备凭证", "Device credentials issued"),
        Deed.OfficerIssued => new("发放值班席凭证", "Officer's token issued"),
        Deed.TokenUsed => new("使用值班席凭证", "Officer's token used"),
        Deed.SettingsSaved => new("改派出所设置", "Station's settings saved"),
        Deed.PlanMade => new("定演练计划", "Drill plan made"),
        Deed.PlanStopped => new("结束演练计划", "Drill plan ended"),
        Deed.ReminderSeen => new("看到演练提醒", "Drill reminder seen"),
        Deed.CalendarSaved => new("改演练日历", "Days without drills saved"),
        Deed.NeededSaved => new("改小组人数", "Numbers needed saved"),
        Deed.ShopSaved => new("改商户设置", "Shop's settings saved"),
        Deed.WordsSet => new("设平安词和胁迫词", "Shop's words set"),
        Deed.ShopsImported => new("导入商户", "Shops imported"),
        Deed.ScenarioSaved => new("保存情景", "Scenario saved"),
        Deed.PeopleRead => new("查看人员", "People read"),
        Deed.ShopRead => new("查看商户及其人员", "Shop and its people read"),
        Deed.AlertRead => new("查看警情", "Alert read"),
        Deed.AlertPrinted => new("打印警情", "Alert printed"),
        Deed.LogRead => new("查看日志", "Log read"),
        Deed.LogVerified => new("校验日志", "Log verified"),
        Deed.LogExported => new("导出日志", "Log exported"),
        Deed.BackedUp => new("备份", "Backup made"),
        Deed.Masked => new("到期脱敏", "Names masked after their time"),
        Deed.ReportRead => new("查看复盘报告", "Report read"),
        Deed.ReportExported => new("导出或打印复盘报告", "Report printed or exported"),
        Deed.ReportSaved => new("填写复盘报告", "Report written on"),
        Deed.ImprovementSaved => new("记下整改", "Improvement written down"),
        Deed.ImprovementWithdrawn => new("撤回整改", "Improvement withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };
}
