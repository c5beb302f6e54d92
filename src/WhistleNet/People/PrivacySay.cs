using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What everybody may know: what is stored, what for, for how long, and who sees it.</summary>
public static class PrivacySay
{
    public static readonly Text Title = new("存什么、存多久", "What is stored, and how long");
    public static readonly Text Lead = new("吹哨互助只存让哨声送到、并能证明送到所需要的内容。没有广告，没有出售，没有人脸，没有行踪，不给任何人打分。", "WhistleNet stores what it takes to make a whistle reach people and to prove that it did. No advertising, no sale, no faces, no tracks, no scores of anybody.");
    public static readonly Text ForWhat = new("为了什么", "What for");
    public static readonly Text HowLong = new("多久", "How long");
    public static readonly Text WhoSees = new("谁看得到", "Who sees it");
    public static readonly Text Forever = new("一直保留，不带姓名", "for ever, without names");
    public static readonly Text WhileMember = new("在网期间", "as long as you are a member");
    public static readonly Text Days = new("{0} 天", "{0} days");
    public static readonly Text Rights = new("您可以", "You can");
    public static readonly Text RightsPhone = new("在商户手机的哨子页底部打开“我的数据”：查看、下载、更正、删除。", "open “My data” at the foot of the shop's whistle page: see, take a copy, correct, delete.");
    public static readonly Text RightsAccount = new("有账号的，登录后在“我的账号”里打开。", "with an account: sign in and open it from your account's page.");
    public static readonly Text RightsStation = new("对误报的认定或设备限制，可以在哨子页申诉；其他问题请到派出所。", "appeal on the whistle page against how an alert was judged or against a restriction; anything else: ask your police station.");
    public static readonly Text NoPlace = new("吹哨显示的是店的位置。人的位置不保存。", "A whistle shows the shop's place. A person's position is not kept.");

    public static readonly IReadOnlyList<(Text What, Text For, Text Who)> Kept =
    [
        (new("商户：店名、地址、位置、营业时间", "the shop: name, address, place, hours"), new("知道哪里出事、叫谁", "to know where it is and whom to call"), new("派出所；邻店只见店名、门牌和距离", "the station; neighbours see name, number and distance alone")),
        (new("手机和账号：您填的姓名、登记时间、在线和电量", "phones and accounts: the name you gave, when, whether it is heard, battery"), new("知道是谁的手机、能不能响", "to know whose phone it is and whether it would sound"), new("本店、派出所", "your shop, the station")),
    ];

    public static readonly Text Names = new("警情和演练里的姓名、您写的话、申诉、器材经手人", "names and words in alerts and drills, appeals, who handled gear");
    public static readonly Text NamesFor = new("处置和复盘", "to respond and to learn from it");
    public static readonly Text Recipients = new("警情通知了谁、谁怎样应答", "who was told of an alert and what they answered");
    public static readonly Text RecipientsFor = new("证明送到了", "to prove that it arrived");
    public static readonly Text Log = new("访问记录：谁登录、看过、改过什么", "access records: who signed in, read or changed what");
    public static readonly Text LogFor = new("发现越权；法律要求", "to find misuse; the law asks for it");
    public static readonly Text LogWho = new("只有审计员", "the auditor alone");
    public static readonly Text Facts = new("什么时候、哪里、哪一类、多久到、怎样结束", "when, where, which kind, how long it took, how it ended");
    public static readonly Text FactsFor = new("统计和改进", "statistics and improvement");
    public static readonly Text StationWho = new("派出所和组织者", "the station and the organizer");
}
