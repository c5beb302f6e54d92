using WhistleNet.Shell;

namespace WhistleNet.People;

public static class InviteSay
{
    public static readonly Text Title = new("欢迎", "Welcome");
    public static readonly Text Lead = new("请为自己选一种登录方式。此链接只能用一次，{0} 天内有效。", "Choose how you sign in. This link works once, within {0} days.");
    public static readonly Text Officer = new("民警账号用密码登录时，下一步还要设置手机验证器。", "Officers who choose a password set up an authenticator next.");
    public static readonly Text Accept = new("完成", "Done");
    public static readonly Text Gone = new("此链接已用过、过期或不完整。请向派出所要一个新的。", "This link was used, is too old, or is not whole. Ask the station for a new one.");
}
