using WhistleNet.Shell;

namespace WhistleNet.People;

public static class ProveSay
{
    public static readonly Text Title = new("再确认一次是您本人", "Confirm that it is you");
    public static readonly Text Lead = new(
        "人员、设备、设置和日志导出很要紧，所以请再验证一次，10 分钟内有效。处理警情从不需要这一步。",
        "People, devices, settings and exports of the log matter, so prove once more who you are; it holds for 10 minutes. Alerts never ask for it.");
    public static readonly Text Code = new("验证器上的 6 位数字", "The 6 digits of your authenticator");
    public static readonly Text ByPasskey = new("用通行密钥确认", "Confirm with a passkey");
    public static readonly Text Confirm = new("确认", "Confirm");
    public static readonly Text Wrong = new("没有确认成功，请再试一次。一小时内输错 10 次，账号暂停登录一小时。", "Not confirmed. Try again; after 10 wrong tries in an hour an account pauses for an hour.");
    public static readonly Text First = new("还没有保存：请先确认是您本人，然后再按一次。您填写的内容还在。", "Nothing was done yet: confirm that it is you, then press again. What you typed stays here.");
    public static readonly Text Go = new("确认（新标签页）", "Confirm (in a new tab)");
    public static readonly Text Done = new("已确认，10 分钟内有效。", "Confirmed, for 10 minutes.");
    public static readonly Text CloseThis = new("请关闭这个标签页，回到原来的页面再按一次。", "Close this tab, go back to where you were, and press again.");
    public static readonly Text Back = new("回到那个页面", "Back to that page");
}
