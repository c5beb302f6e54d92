using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>What the station says to its shops, in words.</summary>
public static class BulletinSay
{
    public static readonly Text Title = new("告知商户", "Words to the shops");
    public static readonly Text Lead = new("平时的话：停水、夜市、防骗。不响铃、不推送，只在没有警情时静静显示在吹哨页下方，十四天。急事请打电话，不要写在这里。每小时最多六条。", "For quiet times: water off, night market, a fraud going round. It rings nobody and is not pushed; it stands under the whistle for fourteen days while nothing happens. What is urgent is a telephone call. Six an hour at most.");
    public static readonly Text Words = new("写什么", "Words");
    public static readonly Text To = new("给谁", "For whom");
    public static readonly Text Everybody = new("本所全部商户", "All shops of the station");
    public static readonly Text Send = new("发出", "Say it");
    public static readonly Text Sent = new("已发出，不响铃。", "Said, without a sound.");
    public static readonly Text None = new("还没有告知过。", "Nothing was said yet.");
    public static readonly Text ReadBy = new("已读 {0} 户，未读 {1} 户", "read by {0} shops, not yet by {1}");
    public static readonly Text WhoRead = new("已读", "Read");
    public static readonly Text WhoNot = new("未读", "Not yet");
    public static readonly Text Thank = new("感谢到场的商户", "Thank who came");
    public static readonly Text Thanked = new("已感谢", "Thanked");
    public static readonly Text ReadIt = new("读过了", "I have read it");
    public static readonly Text FromStation = new("派出所告知", "From the station");
    public static readonly Text Thanks = new("感谢", "Thanks");
    public static readonly Text TextMissing = new("请先写几个字。什么都没有发出。", "Write a few words first. Nothing was said.");
    public static readonly Text CircleMissing = new("没有这个联防小组。什么都没有发出。", "There is no such circle. Nothing was said.");
    public static readonly Text NobodyCame = new("没有商户应哨，不必感谢。", "No shop answered: there is nobody to thank.");

    /// <summary>Stored as it is said, in both languages: it is read by people of either.</summary>
    public static string ThanksFor(Mode mode) => mode == Mode.Real ? "谢谢您闻哨即动。有您在，街坊更安心。 / Thank you for coming when the whistle blew." : "谢谢您参加演练。练过，真有事时就快。 / Thank you for taking part in the drill.";

    public static Text TooMany(TimeSpan wait) => new($"一小时最多 {Bulletin.MostAnHour} 条，请 {Math.Ceiling(wait.TotalMinutes):0} 分钟后再发。什么都没有发出。", $"At most {Bulletin.MostAnHour} an hour: try again in {Math.Ceiling(wait.TotalMinutes):0} minutes. Nothing was said.");

    public static Text Of(BulletinKind kind) => kind == BulletinKind.Thanks ? Thanks : FromStation;
}
