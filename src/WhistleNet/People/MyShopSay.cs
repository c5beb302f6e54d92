using WhistleNet.Shell;

namespace WhistleNet.People;

public static class MyShopSay
{
    public static readonly Text Words = new("平安词和胁迫词", "The safe word and the duress word");
    public static readonly Text WordsLead = new(
        "吹哨后按“我安全了”时可以输入一个词。平安词：真的没事。胁迫词：被人逼着说没事；屏幕上看起来完全一样，只有派出所知道。两个词都只有您和店员知道，不要写在店里。",
        "After a whistle, “I am safe” takes a word. The safe word: it really is over. The duress word: somebody forces you to say so; the screen looks exactly the same, only the station knows. Tell both to your staff alone, and write them down nowhere in the shop.");
    public static readonly Text Safe = new("平安词", "Safe word");
    public static readonly Text Duress = new("胁迫词", "Duress word");
    public static readonly Text WordsSet = new("两个词已设置。已设的词不再显示，只能重设。", "Both words are set. They are never shown again, only replaced.");
    public static readonly Text WordsUnset = new("还没有设置。", "Not set yet.");
    public static readonly Text SaveWords = new("保存两个词", "Save both words");
    public static readonly Text Hours = new("营业时间和静默", "Hours and silent");
    public static readonly Text HoursLabel = new("营业时间", "Opening hours");
    public static readonly Text HoursHint = new("例：Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed。不填算一直营业。", "For example Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed. Empty counts as always open.");
    public static readonly Text Silent = new("吹哨默认静默（不响，只通知派出所和两位受训邻居）", "Whistle silently by default (no sound; the station and two trained neighbours alone)");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Devices = new("店里的设备", "The shop's devices");
    public static readonly Text RevokeHint = new("手机丢了请立即停用。", "If a phone is lost, revoke it at once.");
    public static readonly Text More = new("登记另一部手机", "Enrol another phone");
    public static readonly Text NextDrill = new("您的小组下次演练：{0}。到时每块屏幕都会写明是演练。", "Next drill of your circle: {0}. Every screen will then say that it is one.");
    public static readonly Text Whistle = new("打开吹哨页面", "Open the whistle page");
}
