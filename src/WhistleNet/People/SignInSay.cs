using WhistleNet.Shell;

namespace WhistleNet.People;

public static class SignInSay
{
    public static readonly Text Title = new("登录", "Sign in");
    public static readonly Text Enter = new("登录", "Sign in");
    public static readonly Text ByPasskey = new("用通行密钥登录", "Sign in with a passkey");
    public static readonly Text Wrong = new(
        "没有登录成功。用户名或密码不对；一小时内输错 10 次的账号会暂停一小时，派出所可以提前解除。吹哨设备不受影响。",
        "Not signed in. The user name or the password is wrong; after 10 wrong tries an account pauses for an hour, which the station can lift. Whistle devices are not affected.");
    public static readonly Text NotYours = new("您已登录，但这个页面不归您使用。", "You are signed in, but this page is not for your role.");
    public static readonly Text SignedInAs = new("当前登录：{0}", "Signed in as {0}");
    public static readonly Text GoOn = new("去我的页面", "Go to my page");
    public static readonly Text SignOut = new("退出登录", "Sign out");
    public static readonly Text SignOutEverywhere = new("在所有设备上退出", "Sign out everywhere");
    public static readonly Text ShopHint = new("店里的手机不用登录：扫派出所给的二维码即可。", "A shop's phone needs no sign-in: scan the code that the station gave you.");

    public static readonly Text CodeTitle = new("动态码", "Your code");
    public static readonly Text CodeLead = new("打开手机上的验证器，输入 6 位数字；手机不在身边时，输入一个恢复码。", "Open the authenticator on your phone and type its 6 digits; without the phone, one of your recovery codes.");
    public static readonly Text Code = new("6 位动态码或恢复码", "6 digits, or a recovery code");
    public static readonly Text CodeWrong = new("动态码不对或已过期。请等验证器换一个数字再试。", "The code is wrong or too old. Wait for the next one and try again.");

    public static readonly Text SetUpTitle = new("设置第二道验证", "Set up the second factor");
    public static readonly Text SetUpLead = new("民警账号可以接哨、办结，所以只有密码不够。任选一种：", "An officer can take and close alerts, so a password alone is not enough. Choose one:");
    public static readonly Text ByAuthenticator = new("手机验证器", "An authenticator on your phone");
    public static readonly Text OrPasskey = new("或者：通行密钥", "Or: a passkey");
    public static readonly Text SixDigits = new("6 位数字", "6 digits");
    public static readonly Text SetUpScan = new("用手机验证器扫码（支持 TOTP 的都可以），然后输入它显示的 6 位数字。", "Scan this with an authenticator on your phone (any for TOTP), then type the 6 digits it shows.");
    public static readonly Text SetUpKey = new("不能扫码时手工输入：", "To type it by hand:");
    public static readonly Text SetUpDone = new("启用", "Turn on");
    public static readonly Text RecoveryTitle = new("恢复码", "Recovery codes");
    public static readonly Text RecoveryLead = new("请打印或抄下并锁好。手机丢失时，每个恢复码可以登录一次。以后不再显示。", "Print them or write them down, and lock them away. Each signs you in once when the phone is lost. They are not shown again.");
    public static readonly Text RecoveryKept = new("我已收好，继续", "I have them, go on");
}
