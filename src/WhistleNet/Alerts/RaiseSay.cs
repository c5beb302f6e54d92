using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>Raising for somebody on the telephone, in words.</summary>
public static class RaiseSay
{
    public static readonly Text Open = new("电话报警", "Raise for a caller");
    public static readonly Text Title = new("替打电话的商户吹哨", "Raise for a shop on the telephone");
    public static readonly Text Find = new("找商户（店名、编号、街道、门牌）", "Find the shop (name, number, street)");
    public static readonly Text None = new("没有找到这样的商户。", "No such shop.");
    public static readonly Text Words = new("对方说了什么", "What they say");
    public static readonly Text Silent = new("静默：只通知附近两家受过训练的商户，不响警报", "Silent: two trained neighbours only, without a sound");
    public static readonly Text ChooseShop = new("先选商户", "Choose a shop first");
    public static readonly Text Now = new("为 {0} 吹哨", "Raise for {0}");
}
