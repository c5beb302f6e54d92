using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>One's own data, and what is stored of anybody.</summary>
public static class OwnDataSay
{
    public static readonly Text Title = new("我的数据", "My data");
    public static readonly Text Lead = new("这里是系统里关于您的全部内容，按表列出。只有您自己看得到这一页。", "All that is stored about you, by table. This page is for you alone.");
    public static readonly Text RowsOf = new("{0:N0} 条", "{0:N0}");
    public static readonly Text IfForgotten = new("要求删除后：{0}", "When you ask to be forgotten: {0}");
    public static readonly Text Export = new("下载一份（JSON）", "Take a copy (JSON)");
    public static readonly Text ExportHint = new("每张表最多 {0:N0} 条；密码、密钥和令牌不在内。", "At most {0:N0} rows of a table; passwords, keys and tokens are not in it.");
    public static readonly Text Correct = new("更正姓名", "Correct your name");
    public static readonly Text CorrectHint = new("从现在起这样称呼您，联防成员名单和值班表上也一样；以前的记录保留当时的称呼。", "You are called so from now on, in the list of members and on the duty roster too; what was written before keeps the name of then.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Forget = new("删除我的数据", "Delete my data");
    public static readonly Text ForgetDevice = new("这部手机将立即停用：不能再吹哨，也听不到邻居。姓名和您写的话从各处去掉；发生过什么、什么时候，保留，不带姓名。不能撤回。", "This phone stops at once: it can whistle no more and hears no neighbour. Your name and words leave every place; what happened and when stays, without you. It cannot be undone.");
    public static readonly Text ForgetAccount = new("账号立即注销，您在各处退出。姓名和您写的话从各处去掉；发生过什么、什么时候，保留，不带姓名。不能撤回。", "Your account goes at once and you are signed out everywhere. Your name and words leave every place; what happened and when stays, without you. It cannot be undone.");
    public static readonly Text ReallyForget = new("确认删除", "Yes, delete it");
    public static readonly Text StationsOwn = new("派出所人员的姓名写在公务记录里，按期限自动去掉；离岗时由管理员停用账号。您可以查看、下载和更正。", "Names of the station's people stand in its official records and go when their time is over; who leaves has their account disabled by an administrator. You can see, take along and correct.");
    public static readonly Text NotWhileOpen = new("您的店还有没办结的警情或进行中的演练：结束之后再删除。什么都没有改。", "Your shop has an alert that is open, or a drill that runs: delete after its end. Nothing was changed.");
    public static readonly Text GearOut = new("您手里还有店里领用的器材：先归还，再删除。什么都没有改。", "You still have gear of the shop: return it first. Nothing was changed.");
    public static readonly Text Done = new("已删除", "Deleted");
    public static readonly Text DoneLead = new("还剩什么，逐表列出。以后再需要，请向派出所要一张新的登记码。", "What is left, table by table. Should you need a whistle again, ask the station for a new code.");
    public static readonly Text DoneAndLeft = new("处理 {0:N0} 条，还剩 {1:N0} 条", "{0:N0} done, {1:N0} rows left");
    public static readonly Text Unnamed = new("去掉姓名和您写的话", "loses your name and words");
    public static readonly Text Goes = new("删除", "goes");
    public static readonly Text ToPrivacy = new("系统存什么、存多久", "What is stored, and how long");

    public static Text Of(Trace trace) => trace.End switch
    {
        TraceEnd.Goes => Goes,
        TraceEnd.Unnamed => trace.Why is { } why ? new($"{Unnamed.Zh}；{why.Zh}", $"{Unnamed.En}; {why.En}") : Unnamed,
        _ => trace.Why!.Value,
    };
}
