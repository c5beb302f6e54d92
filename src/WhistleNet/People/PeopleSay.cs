using WhistleNet.Shell;

namespace WhistleNet.People;

public static class PeopleSay
{
    public static readonly Text Title = new("人员", "People");
    public static readonly Text Invite = new("邀请", "Invite somebody");
    public static readonly Text UserNameHint = new("登录用；不填则与姓名相同。", "For signing in; empty is the same as the name.");
    public static readonly Text Roles = new("角色", "Roles");
    public static readonly Text MakeLink = new("生成邀请链接", "Make the invitation link");
    public static readonly Text LinkFor = new("给 {0} 的邀请链接（7 天内有效，只能用一次，只显示这一次）", "The invitation link for {0} (good for 7 days, once, and shown once)");
    public static readonly Text Copy = new("复制", "Copy");
    public static readonly Text Close = new("收起", "Close");
    public static readonly Text NewLink = new("新链接", "New link");
    public static readonly Text NewLinkHint = new("重新设置登录方式：旧密码、通行密钥和验证器都作废", "Start afresh: the old password, passkeys and authenticator end");
    public static readonly Text Change = new("改角色", "Change roles");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Cancel = new("取消", "Cancel");
    public static readonly Text Disable = new("停用", "Disable");
    public static readonly Text Enable = new("启用", "Enable");
    public static readonly Text Lift = new("解除暂停", "Lift the pause");
    public static readonly Text Search = new("查找姓名、用户名或商户", "Find a name, user name or shop");
    public static readonly Text Disabled = new("已停用", "Disabled");
    public static readonly Text LockedOut = new("暂停登录", "Sign-in paused");
    public static readonly Text NeverIn = new("未接受邀请", "Not accepted yet");
    public static readonly Text OneFactor = new("未设第二道验证", "No second factor yet");
    public static readonly Text Nobody = new("没有符合的人员。", "Nobody found.");
    public static readonly Text You = new("（您）", "(you)");
    public static readonly Text AuditorAlone = new("审计员不能兼任其他角色。", "An auditor holds no other role.");
    public static readonly Text NoRole = new("请至少选一个角色。", "Choose at least one role.");
    public static readonly Text ShopMissing = new("店主、店员属于一家商户：请在商户页面邀请；派出所人员不属于商户。", "Owners and staff belong to a shop: invite them on the shop's page; the station's people belong to none.");
    public static readonly Text NoStation = new("还没有派出所：先导入商户。", "There is no station yet: import shops first.");
    public static readonly Text NotYourself = new("不能停用或修改自己，请让另一位管理员操作。", "You cannot disable or change yourself; ask another administrator.");
    public static readonly Text OwnerTitle = new("店主和店员账号", "Accounts of the owner and staff");
    public static readonly Text OwnerHint = new("店主登录后可以设置平安词和胁迫词、营业时间。只用手机吹哨不需要账号。", "An owner signs in to set the safe and the duress word, and the hours. Whistling needs no account.");
    public static readonly Text Ended = new("已停用，60 秒内所有登录失效。", "Disabled; every sign-in ends within 60 seconds.");
    public static readonly Text Done = new("已保存。", "Saved.");

    private static readonly Text Between = new("、", ", ");

    /// <summary>All roles of a set, in words.</summary>
    public static string All(Role roles) => string.Join(Between.ToString(), roles.Each().Select(r => Of(r)));

    public static Text Of(Role role) => role switch
    {
        Role.Officer => new("民警", "Officer"),
        Role.DutyCommander => new("值班指挥", "Duty commander"),
        Role.Organizer => new("组织者", "Organizer"),
        Role.Admin => new("管理员", "Administrator"),
        Role.Auditor => new("审计员", "Auditor"),
        Role.Consultative => new("警民议事团（只读报告）", "Consultative group (reads reports)"),
        Role.ShopOwner => new("店主", "Shop owner"),
        Role.ShopStaff => new("店员", "Shop staff"),
        Role.Device => new("商户设备", "A shop's device"),
        Role.Wall => new("大屏", "Wall"),
        Role.OfficerToken => new("控制台客户端", "Console client"),
        _ => new("无", "None"),
    };
}
