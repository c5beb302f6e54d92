using WhistleNet.Shell;

namespace WhistleNet.People;

public static class FirstSay
{
    public static readonly Text Title = new("第一个账号", "The first account");
    public static readonly Text Lead = new("这个账号是管理员兼组织者，可以邀请民警和店主。此链接只能用一次。", "This account is administrator and organizer; it invites officers and shop owners. The link works once.");
    public static readonly Text Make = new("创建账号", "Make the account");
    public static readonly Text Gone = new("此链接已用过或已失效。重启服务会打印新的链接（仅当还没有账号时）。", "This link was used or is no longer good. A restart prints a new one, as long as there is no account.");
}
