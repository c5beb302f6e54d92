using System.Globalization;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>Members of the joint defence and their trainings, in words.</summary>
public static class MemberSay
{
    public static readonly Text Title = new("联防成员", "Members");
    public static readonly Text OfShop = new("本店成员和培训", "Members and trainings");
    public static readonly Text Lead = new("不属于某家店的成员：管家、义警、网格员、共建单位、警民议事团。店里的人在各店页面。", "Members without a shop: stewards, volunteers, grid workers, partners, the consultative group. A shop's people stand on its own page.");
    public static readonly Text Ending = new("30 天内到期的培训", "Trainings that end within 30 days, or have ended");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Kinds = new("身份（可多选）", "What they are (several may be ticked)");
    public static readonly Text Language = new("语言", "Language");
    public static readonly Text AnyLanguage = new("没问过", "Not asked");
    public static readonly Text Large = new("大字", "Large type");
    public static readonly Text Add = new("加一位成员", "Add a member");
    public static readonly Text Change = new("修改", "Change");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Leave = new("离开", "Leaves");
    public static readonly Text Back = new("又回来", "Is back");
    public static readonly Text Left = new("已离开 {0}", "left on {0}");
    public static readonly Text Trainings = new("培训", "Trainings");
    public static readonly Text NoTraining = new("没有培训", "no training");
    public static readonly Text Train = new("记一次培训", "Enter a training");
    public static readonly Text Kind = new("内容", "In what");
    public static readonly Text On = new("日期", "Held on");
    public static readonly Text Until = new("有效到（空着就是一年）", "Counts until (empty: a year)");
    public static readonly Text Remove = new("删除这次培训", "Remove this training");
    public static readonly Text Account = new("登录账号", "Account");
    public static readonly Text Linked = new("登录账号：{0}（{1}）", "Account: {0} ({1})");
    public static readonly Text LinkDo = new("关联账号", "Link the account");
    public static readonly Text Unlink = new("取消关联", "Not this account");
    public static readonly Text LinkHint = new("关联后，这个账号的页面先用这里的语言和大字，本人另选就按本人的；本人也能看到自己的登记。关联不给任何权限。", "The account's pages then begin with this language and size of type, until the person chooses otherwise; and they see this entry among their own data. It gives no right.");
    public static readonly Text ReadsAs = new("语言和大字：按本店登记的手机（同名）和关联的账号打开时就这样，本人另选就按本人的。", "Language and large type: what pages begin with on this shop's telephone of the same name and in the linked account, until the person chooses otherwise.");
    public static readonly Text Merge = new("与另一位是同一人", "Is the same person as");
    public static readonly Text MergeHint = new("对方的培训、身份和值班都归到这一位，对方那一条消失。", "The other's trainings, kinds and shifts become this one's, and the other entry goes.");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text MergeDo = new("合并为一位", "Make them one");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Nobody = new("还没有成员。", "No members yet.");
    public static readonly Text More = new("还有 {0} 位，请查找。", "{0} more: search for them.");
    public static readonly Text Search = new("查找姓名", "Find a name");
    public static readonly Text Found = new("找到 {0} 位。", "{0} found.");
    public static readonly Text TrainedUntil = new("本店视为已培训，到 {0}", "Counts as trained until {0}");
    public static readonly Text TrainedEnded = new("本店的培训已于 {0} 到期", "The shop's training ended on {0}");
    public static readonly Text ReadsOnly = new("警民议事团只看报告，不应哨，也不算受训的人。要看报告，先邀请一个“警民议事团”角色的账号，再在这里关联。", "The consultative group reads reports and answers nothing; it does not make a shop a trained one. To read, they are invited to an account with that role, which is linked here.");

    public static readonly Text NameMissing = new("要写姓名。没有保存。", "The name is missing. Nothing was saved.");
    public static readonly Text KindMissing = new("至少勾一种身份。没有保存。", "Tick at least one kind. Nothing was saved.");
    public static readonly Text ShopMissing = new("店主和值守人要在某家店的页面登记。没有保存。", "Owners and staff are entered on their shop's page. Nothing was saved.");
    public static readonly Text LanguageUnknown = new("语言只有中文和英文。没有保存。", "The languages are Chinese and English. Nothing was saved.");
    public static readonly Text DayWrong = new("培训日期要是今天或以前。没有保存。", "A training was held today or before. Nothing was saved.");
    public static readonly Text EndWrong = new("有效期要在培训之后、十年之内。没有保存。", "It counts until a day after it was held, at most ten years. Nothing was saved.");
    public static readonly Text Full = new("一家店最多 40 位、一个所最多 2000 位成员。没有保存。", "A shop has 40 members at most, a station 2,000. Nothing was saved.");
    public static readonly Text TrainingsFull = new("一位成员最多 50 次培训，请删掉旧的。没有保存。", "A member has 50 trainings at most: remove old ones. Nothing was saved.");
    public static readonly Text HasLeft = new("这位成员已离开，先请“又回来”。没有保存。", "This member has left: let them be back first. Nothing was saved.");
    public static readonly Text TwoAccounts = new("两位各有登录账号，不能合并。", "Both have an account of their own and cannot be one.");
    public static readonly Text NoAccount = new("本所没有这个账号，或已停用。没有保存。", "There is no such account at this station, or it was disabled. Nothing was saved.");
    public static readonly Text OtherShop = new("这个账号是另一家店的。没有保存。", "This account is another shop's. Nothing was saved.");
    public static readonly Text SameOne = new("这是同一条。", "This is the same entry.");

    public static Text Taken(string by) => new($"这个账号已经是{by}的。没有保存。", $"This account is {by}'s already. Nothing was saved.");

    public static Text Of(Membership kind) => kind switch
    {
        Membership.Owner => new("店主", "Owner"),
        Membership.Staff => new("值守人", "Staff"),
        Membership.Leader => new("联防小组长", "Circle leader"),
        Membership.Steward => new("管家", "Steward"),
        Membership.Volunteer => new("义警", "Volunteer police"),
        Membership.GridWorker => new("网格员", "Grid worker"),
        Membership.Partner => new("共建单位", "Partner"),
        _ => new("警民议事团", "Consultative group"),
    };

    public static Text Of(TrainingKind kind) => kind switch
    {
        TrainingKind.Defence => new("联防（静默、盾牌、钢叉）", "Joint defence (silent call, shield, fork)"),
        TrainingKind.FirstAid => new("急救", "First aid"),
        _ => new("消防", "Fire"),
    };

    public static string Of(Training training, DateOnly today) => Counts(training, today).With(Of(training.Kind), Day(training.On), Day(training.Until));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Each(Membership kinds) => ListSay.Of(kinds.Each().Select(k => Of(k).ToString()));

    private static Text Counts(Training training, DateOnly today) =>
        training.Until < today ? new("{0}：{1}，已于 {2} 到期", "{0}: {1}, ended on {2}") : new("{0}：{1}，到 {2}", "{0}: {1}, until {2}");
}
