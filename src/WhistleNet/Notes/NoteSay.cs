using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>Community notes in words.</summary>
public static class NoteSay
{
    public static readonly Text Title = new("民情日记", "Community notes");
    public static readonly Text Lead = new("路上看到、听到的事，几句话记下来。不响铃、不叫人、不算警情；争吵和险情会影响下次演练选什么情景。要人帮忙，请吹哨。", "What you saw or heard on the way, in a few words. It rings nobody and is no alert; quarrels and near misses speak for the next drill's scenario. Whoever needs help whistles.");
    public static readonly Text Kind = new("什么事", "What");
    public static readonly Text About = new("险些成了（可不填）", "What it nearly was (optional)");
    public static readonly Text NotSaid = new("不说", "not said");
    public static readonly Text Shop = new("商户（店号或店名）", "Shop (number or name)");
    public static readonly Text HereShop = new("就在本店", "At this shop");
    public static readonly Text Place = new("或别的地方（文字，或“纬度, 经度”）", "Or another place (words, or “latitude, longitude”)");
    public static readonly Text Words = new("记什么", "Note");
    public static readonly Text Save = new("记下", "Write it down");
    public static readonly Text Saved = new("记下了。没有惊动任何人。", "Written down. Nobody was alarmed.");
    public static readonly Text All = new("全部", "All");
    public static readonly Text None = new("还没有记录。", "No notes yet.");
    public static readonly Text Mine = new("本店记过的", "Written for this shop");
    public static readonly Text Follow = new("要调解，开一个跟进", "Open a mediation");
    public static readonly Text Followed = new("调解跟进", "Mediation");
    public static readonly Text When = new("时间", "When");
    public static readonly Text Where = new("地点", "Where");
    public static readonly Text Who = new("记录人", "By");
    public static readonly Text Masked = new("已到期删除", "removed after its time");
    public static readonly Text Back = new("回到吹哨页", "Back to the whistle");
    public static readonly Text KindMissing = new("请先选是什么事。什么都没有保存。", "Choose what it is first. Nothing was stored.");
    public static readonly Text TextMissing = new("请写几个字。什么都没有保存。", "Write a few words. Nothing was stored.");
    public static readonly Text OnMap = new("在地图上点出地方", "Touch the place on a map");
    public static readonly Text PlaceMissing = new("请说在哪里：选商户，或写个地方。什么都没有保存。", "Say where: a shop, or words for a place. Nothing was stored.");
    private static readonly Text TooManyLine = new("一小时内已记 {0} 条，先停一停。什么都没有保存。要人帮忙，请吹哨。", "{0} notes within an hour: wait a little. Nothing was stored. Whoever needs help whistles.");
    public static readonly Text Proposed = new("民情日记建议", "The notes speak for");
    public static readonly Text Reason = new("{0}：{3} 天内这些小组记了 {1} 次争吵、{2} 次险情", "{0}: {1} quarrels and {2} near misses noted in these circles within {3} days");
    public static readonly Text Chosen = new("已选", "chosen");
    public static readonly Text Choose = new("选这个", "Choose it");

    public static Text TooMany(int most) => new(string.Format(System.Globalization.CultureInfo.InvariantCulture, TooManyLine.Zh, most), string.Format(System.Globalization.CultureInfo.InvariantCulture, TooManyLine.En, most));

    public static Text Of(NoteKind kind) => kind switch
    {
        NoteKind.Quarrel => new("争吵纠纷", "Quarrel"),
        NoteKind.NearMiss => new("险情（差点出事）", "Near miss"),
        NoteKind.Suspicious => new("可疑情况", "Suspicious"),
        NoteKind.Hazard => new("安全隐患", "Hazard"),
        NoteKind.GoodNews => new("好人好事", "Good news"),
        _ => new("其他", "Other"),
    };
}
