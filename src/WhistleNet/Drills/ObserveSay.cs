using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>What an observer reads, and what an organizer reads of observers.</summary>
public static class ObserveSay
{
    /// <summary>On everything of an observer, in both languages at once.</summary>
    public const string Word = "演练 DRILL";

    public static readonly Text Observer = new("观察员", "Observer");
    public static readonly Text Observers = new("观察员", "Observers");
    public static readonly Text For = new("您来观察这场演练：", "You will watch this drill:");
    public static readonly Text Name = new("您的姓名", "Your name");
    public static readonly Text NameHint = new("写在您的每一条记录旁边。", "It stands beside everything you write.");
    public static readonly Text Begin = new("开始观察", "Begin");
    public static readonly Text Gone = new("链接已用过、已过期，或演练已经总结完毕。请向组织者要一个新的。", "This link was used or has expired, or the drill is done. Ask the organizer for a new one.");
    public static readonly Text NotReal = new("不是实警。遇到真事：拨打 110。", "Not a real alert. If something real happens, call 110.");
    public static readonly Text StandAt = new("您的位置：{0}", "You stand at {0}");
    public static readonly Text Seen = new("看到了", "Seen");
    public static readonly Text Happened = new("发生了", "It happened");
    public static readonly Text ByEvents = new("系统已判定", "Judged from events");
    public static readonly Text ByOrganizer = new("组织者来勾", "The organizer ticks it");
    public static readonly Text NotYet = new("还没有发生", "not yet");
    public static readonly Text Rate = new("打分（1 差，5 很好）", "Rate it (1 poor, 5 very good)");
    public static readonly Text Never = new("不该发生的", "What must not happen");
    public static readonly Text Notes = new("随手记", "Notes");
    public static readonly Text NoteHint = new("看到什么就写什么。", "Write what you see.");
    public static readonly Text Keep = new("记下", "Write it down");
    public static readonly Text TakePhoto = new("拍照", "Take a photo");
    public static readonly Text PhotoHint = new("JPEG 或 PNG，8 MB 以内；位置等信息会先去掉。", "JPEG or PNG, up to 8 MB; place and other data are removed first.");
    public static readonly Text NoPhoto = new("这不是 JPEG 或 PNG 照片。", "This is no JPEG or PNG photo.");
    public static readonly Text TooMuch = new("记录太多了，没有保存。", "There is too much already; it was not kept.");
    public static readonly Text NeedsScript = new("这个页面需要 JavaScript。", "This page needs JavaScript.");

    public static readonly Text PostsHint = new("谁来观察、站在哪里；链接到演练页上再生成，当面给。", "Who watches, and where they stand. Each one's link is made on the drill's page, when you give it out.");
    public static readonly Text ObserverName = new("姓名", "Name");
    public static readonly Text AddPost = new("加一位观察员", "Add one more");
    public static readonly Text RemovePost = new("去掉", "Remove");
    public static readonly Text MakeLink = new("生成链接", "Make the link");
    public static readonly Text MakeLinkAgain = new("重新生成链接（旧的作废）", "Make a new link (the old one ends)");
    public static readonly Text NotGiven = new("还没有给链接", "no link given out yet");
    public static readonly Text NeverCame = new("没有打开链接的观察员：{0}", "Observers who never opened their link: {0}");
    public static readonly Text LinkFor = new("给{0}的链接，只能用一次", "The link for {0}; it is good once");
    public static readonly Text Invite = new("添加观察员", "Add an observer");
    public static readonly Text InviteAt = new("站在哪里", "Where they stand");
    public static readonly Text Anywhere = new("不限", "Anywhere");
    public static readonly Text Link = new("给观察员的链接，只能用一次", "The observer's link; it is good once");
    public static readonly Text NotOpened = new("链接还没有打开", "link not opened yet");
    public static readonly Text NoInvite = new("不能再添加观察员。", "No more observers can be added.");
    public static readonly Text Photo = new("照片", "photo");
    public static readonly Text None = new("还没有观察员。", "There is no observer yet.");

    /// <summary>What the page's script says.</summary>
    public static IReadOnlyDictionary<string, Text> Script { get; } = new Dictionary<string, Text>
    {
        ["all-sent"] = new("全部已送达", "All is sent"),
        ["waiting"] = new("{n} 条等待发送", "{n} waiting to be sent"),
        ["waiting-offline"] = new("没有网络：{n} 条存在手机里，有网就发", "No network: {n} kept on this phone, sent when it is back"),
        ["not-taken"] = new("有一条没有被接受。", "One was not accepted."),
        ["over"] = new("演练已经总结完毕，不能再写。", "The drill is done; nothing more can be written."),
        ["no-photo"] = NoPhoto,
        ["photo-here"] = new("手机存不下了：这张照片在送达之前请不要关页面。", "This phone has no more room: keep the page open until this photo is sent."),
        ["photos"] = new("{n} 张照片", "{n} photos"),
    };

    public static Text Of(ObserverEntry entry) => entry switch
    {
        ObserverEntry.Ticked => Seen,
        ObserverEntry.Unticked => new("收回", "taken back"),
        ObserverEntry.Rated => new("打分", "rated"),
        ObserverEntry.Noted => new("记", "note"),
        _ => Photo,
    };

    /// <summary>How an event has judged something, with the event and its time; or that it has not come yet.</summary>
    public static string Judged(Standing standing, StationTime clock, Town town) => standing.Done is { } done
        ? $"{ScenarioSay.Of(standing.State)} · {clock.Time(done.At)} {ScenarioSay.Of(done.What)}{(town.Shop(done.Shop)?.Name is { } shop ? " · " + shop : "")}"
        : standing.State is Standings.Waiting or Standings.Open ? NotYet.ToString() : ScenarioSay.Of(standing.State).ToString();
}
