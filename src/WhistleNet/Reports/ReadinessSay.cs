using System.Globalization;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>Whether a circle could form a unit, why not, and what would close the gap.</summary>
public static class ReadinessSay
{
    private const int MostNames = 3;

    public static readonly Text Head = new("能否成队", "Unit");
    public static readonly Text Ready = new("可成队", "Ready");
    public static readonly Text NotReady = new("不能成队", "Not ready");
    public static readonly Text CountReady = new("{0:N0} 个小组中 {1:N0} 个现在可成队", "{1:N0} of {0:N0} circles could form a unit now");
    public static readonly Text OnlyNot = new("只看不能成队的", "Only those not ready");
    public static readonly Text Now = new("现在", "Now");
    public static readonly Text Lead = new("成队至少要：联络 1 人、盾牌 1 人、钢叉 1 人、疏散 1 人；有一家受过培训，一年内演练过。", "A unit takes at least one caller, one shield, one fork and one who clears the place; somebody trained, and a drill within the year.");
    public static readonly Text AllGood = new("人、器材、设备和演练都到位。", "People, gear, devices and drill are all there.");
    public static readonly Text More = new("{0} 等 {1} 家", "{0} and others, {1} in all");

    public static Text Of(bool ready) => ready ? Ready : NotReady;

    /// <summary>A reason in few words, for a list.</summary>
    public static Text Of(NotReady why) => why switch
    {
        Reports.NotReady.TooFewShops => new("商户太少", "too few shops"),
        Reports.NotReady.TooFewOpen => new("营业的太少", "too few open"),
        Reports.NotReady.TooFewDevices => new("设备太少", "too few devices"),
        Reports.NotReady.TooFewOnShift => new("在线的太少", "too few on shift"),
        Reports.NotReady.NobodyTrained => new("没有受训的人", "nobody trained"),
        Reports.NotReady.NoShield => new("没有可用盾牌", "no usable shield"),
        Reports.NotReady.NoFork => new("没有可用钢叉", "no usable fork"),
        Reports.NotReady.NeverDrilled => new("从未实战演练", "never drilled"),
        Reports.NotReady.DrillTooLongAgo => new("太久没有演练", "last drill too long ago"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };

    /// <summary>A reason with its numbers, and what would close it.</summary>
    public static string Of(Gap gap, StationTime time, Town town)
    {
        var (have, need, names) = (gap.Have, gap.Need, Names([.. gap.Shops.Select(s => s.Name)]));
        return gap.Why switch
        {
            Reports.NotReady.TooFewShops => new Text("本组只有 {0} 家，成队至少 {1} 家：请并入相邻小组。", "It has {0} shops, and a unit takes {1}: join it to a neighbouring circle.").With(have, need),
            Reports.NotReady.TooFewOpen => new Text("现在营业 {0} 家，至少要 {1} 家。未营业：{2}。", "{0} shops are open, and it takes {1}. Closed: {2}.").With(have, need, names),
            Reports.NotReady.TooFewDevices => new Text("营业的店里 {0} 家有设备，至少要 {1} 家。请登记设备：{2}。", "{0} of the open shops have a device, and it takes {1}. Enrol one at: {2}.").With(have, need, names),
            Reports.NotReady.TooFewOnShift => new Text("有设备的店里 {0} 家在线，至少要 {1} 家。请打开吹哨页面：{2}。", "{0} of the shops with a device are on shift, and it takes {1}. Open the whistle page at: {2}.").With(have, need, names),
            Reports.NotReady.NobodyTrained when gap.Ended.Count > 0 => new Text("培训已到期：{0}。请复训，或再培训一家。", "Training has ended: {0}. Train them again, or one more shop.").With(string.Join(new Text("；", "; ").ToString(), gap.Ended.Take(MostNames).Select(TrainedUntil)))
                + (gap.Shops.Count == 0 ? "" : new Text(" 受过培训的店现在不在：{0}。", " Trained shops that are not there now: {0}.").With(names)),
            Reports.NotReady.NobodyTrained when gap.Shops.Count == 0 => new Text("没有一家受过培训：请先培训一家。", "No shop is trained: train one.").ToString(),
            Reports.NotReady.NobodyTrained => new Text("受过培训的店现在不在：{0}。请再培训一家，或请他们值守。", "The trained shops are not there now: {0}. Train one more, or ask them to be on shift.").With(names),
            Reports.NotReady.NoShield when gap.Items.Count == 0 => new Text("没有盾牌：请配一面。", "It has no shield: get one.").ToString(),
            Reports.NotReady.NoFork when gap.Items.Count == 0 => new Text("没有钢叉：请配一把。", "It has no fork: get one.").ToString(),
            Reports.NotReady.NoShield => new Text("没有可用的盾牌：{0}", "No shield can be used: {0}").With(Items(gap.Items, town)),
            Reports.NotReady.NoFork => new Text("没有可用的钢叉：{0}", "No fork can be used: {0}").With(Items(gap.Items, town)),
            Reports.NotReady.NeverDrilled => new Text("从未实战演练：请安排一次。", "It never had a live drill: plan one.").ToString(),
            _ => new Text("上次实战演练是 {0}，已过一年：请安排一次。", "Its last live drill was on {0}, more than a year ago: plan one.").With(time.Day(gap.Since!.Value)),
        };
    }

    private static string TrainedUntil(Shop shop) => new Text("“{0}”{1}", "{0} on {1}").With(shop.Name, shop.TrainedUntil!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Items(IReadOnlyList<Aside> items, Town town) => string.Join(new Text("；", "; ").ToString(), items.Take(MostNames).Select(i => new Text("{0}（{1}）{2}", "{0} ({1}) {2}").With(
        i.Item.Serial, town.Shop(i.Item.ShopId)?.Name, i.Trouble is { } trouble ? GearSay.Close(trouble) : new("店关着或不在线，请移到在线的店", "its shop is closed or not on shift: move it to one that is")))) + new Text("。", ".");

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames ? ListSay.Of(names) : More.With(ListSay.Of(names.Take(MostNames)), names.Count);
}
