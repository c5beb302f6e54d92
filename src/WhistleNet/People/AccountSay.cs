using WhistleNet.Shell;

namespace WhistleNet.People;

public static class AccountSay
{
    public static readonly Text Title = new("我的账号", "My account");
    public static readonly Text Passkeys = new("通行密钥", "Passkeys");
    public static readonly Text NoPasskeys = new("还没有通行密钥。", "No passkeys yet.");
    public static readonly Text AddPasskey = new("添加通行密钥（指纹、面容或设备密码）", "Add a passkey (finger, face or device PIN)");
    public static readonly Text Added = new("添加于 {0}", "Added {0}");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text LastWayIn = new("这是唯一的登录方式，不能删除。请先设置密码。", "This is the only way in and stays. Set a password first.");
    public static readonly Text ChangePassword = new("修改密码", "Change the password");
    public static readonly Text NewPassword = new("新密码", "New password");
    public static readonly Text SetPassword = new("设置密码", "Set a password");
    public static readonly Text Present = new("现在的密码", "The present password");
    public static readonly Text PresentWrong = new("现在的密码不对，没有修改。一小时内输错 10 次，账号暂停登录一小时。", "The present password is not right; nothing was changed. After 10 wrong tries in an hour an account pauses for an hour.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Authenticator = new("手机验证器", "Authenticator");
    public static readonly Text AuthenticatorOn = new("已启用，还有 {0} 个恢复码。", "On; {0} recovery codes are left.");
    public static readonly Text AuthenticatorOff = new("未启用。", "Off.");
    public static readonly Text Renew = new("换一部手机", "Use another phone");
    public static readonly Text SetUp = new("设置", "Set it up");
    public static readonly Text SignIns = new("已登录的地方", "Where you are signed in");
    public static readonly Text SomeBrowser = new("未知浏览器", "Unknown browser");
    public static readonly Text ThisOne = new("（当前）", "(this one)");
    public static readonly Text Since = new("登录于 {0}", "since {0}");
    public static readonly Text Seen = new("最近使用 {0}", "last seen {0}");
    public static readonly Text End = new("结束", "End");
    public static readonly Text EndOf = new("结束：{0}", "End: {0}");
    public static readonly Text SignOutTitle = new("退出登录", "Sign out");
    public static readonly Text Station = new("所属派出所", "Your station");
}
