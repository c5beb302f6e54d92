using System.Globalization;
using WhistleNet.Circles;
using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>Improvements and their retest conditions in words.</summary>
public static class ImprovementSay
{
    public static readonly Text Title = new("整改", "Improvements");
    public static readonly Text Lead = new("整改不能由人关闭：以后的演练或警情测到达标，系统自动关闭；不再需要的，写明理由撤回。", "Nobody closes an improvement: a later drill or alert that meets its condition does. One that is no longer needed is withdrawn, with the reason.");
    public static readonly Text New = new("新的整改", "New improvement");
    public static readonly Text None = new("这里没有整改。", "No improvement here.");
    public static readonly Text Issue = new("问题", "Issue");
    public static readonly Text Action = new("措施", "Action");
    public static readonly Text Owner = new("负责人", "Owner");
    public static readonly Text DueOn = new("截止日期", "Due date");
    public static readonly Text Condition = new("复测条件", "Retest condition");
    public static readonly Text Measured = new("测量", "Measure");
    public static readonly Text Place = new("哪里", "Where");
    public static readonly Text WholeCircle = new("全组（{0}）", "the whole circle ({0})");
    public static readonly Text Threshold = new("不超过（秒，未送达为户数）", "At most (seconds; for unreached: shops)");
    public static readonly Text Counting = new("哪种算数", "What counts");
    public static readonly Text Real = new("实警", "real alerts");
    public static readonly Text Drill = new("演练", "drills");
    public static readonly Text Save = new("保存整改", "Save the improvement");
    public static readonly Text Withdraw = new("撤回", "Withdraw");
    public static readonly Text ReallyWithdraw = new("写明理由并撤回", "Withdraw, with this reason");
    public static readonly Text Reason = new("撤回理由", "Why it is withdrawn");
    public static readonly Text WithdrawnLine = new("{0} 撤回：{1}", "Withdrawn by {0}: {1}");
    public static readonly Text MetLine = new("{0} 达标：{1}", "Met on {0} with {1}");
    public static readonly Text MetBy = new("看测量的那次警情", "The alert that measured it");
    public static readonly Text FromReport = new("出自这份报告", "The report it came out of");
    public static readonly Text Scenario = new("建议演练：{0}", "Drill that tests it: {0}");

    public static readonly Text FieldMissing = new("问题、措施、负责人都要写。什么都没有保存。", "Issue, action and owner are all needed. Nothing was stored.");
    public static readonly Text DateMissing = new("截止日期要是今天以后、五年以内的一天。什么都没有保存。", "The due date is a day after today, within five years. Nothing was stored.");
    public static readonly Text Saved = new("整改已保存", "The improvement is stored");

    public static readonly Text SomeDue = new("整改快到期", "Improvements soon due");
    public static readonly Text SomeOverdue = new("整改逾期", "Improvements overdue");

    public static Text Of(ImprovementState state) => state switch
    {
        ImprovementState.Met => new("已达标", "met"),
        ImprovementState.Withdrawn => new("已撤回", "withdrawn"),
        _ => new("进行中", "open"),
    };

    public static Text Of(Standing standing) => standing switch
    {
        Standing.Open => new("进行中", "Open"),
        Standing.Due => new("快到期", "Due"),
        Standing.Overdue => new("逾期", "Overdue"),
        Standing.Met => new("已达标", "Met"),
        _ => new("已撤回", "Withdrawn"),
    };

    public static Text Of(Measure measure) => measure switch
    {
        Measure.FirstAnswer => new("第一个应哨", "first answer"),
        Measure.FirstArrived => new("第一户到场", "first arrival"),
        Measure.SelfHelp => new("自救", "self-help"),
        Measure.MutualHelp => new("互救（到够人数）", "mutual help (enough arrived)"),
        Measure.Taken => new("接哨", "taken"),
        Measure.OnScene => new("民警到场", "officer on scene"),
        _ => new("未送达户数", "shops not reached"),
    };

    public static Text Of(NotImproved why) => why == NotImproved.ReasonMissing
        ? new("请写明撤回的理由。", "Say why it is withdrawn.") : new("这项整改已经不是进行中了。", "This improvement is not open any more.");

    public static Text Of(Unmeasurable why) => why switch
    {
        Unmeasurable.NoMeasure => new("请选择测量什么。", "Choose what is measured."),
        Unmeasurable.NoPlace => new("这里没有这个小组或商户，测不到。", "There is no such circle or shop here, so nothing could be measured."),
        Unmeasurable.NoThreshold => new("请写明多少算达标。", "Say how much meets it."),
        Unmeasurable.ThresholdOutOfRange => new("这个数字永远不会、或总是会达标：时间是 1 到 86400 秒，户数要少于全组户数。", "That number could never, or always, be met: a time is 1 to 86,400 s, shops are fewer than the circle has."),
        Unmeasurable.NoMode => new("请选择实警或演练算数，否则永远测不到。", "Choose real alerts or drills, or it would never be measured."),
        Unmeasurable.TestCounts => new("测试不惊动任何人，不能用来复测。", "A test alarms nobody and cannot be a retest."),
        Unmeasurable.ShopHasNoDevice => new("这家商户没有设备，应哨和到场都测不到；请先登记设备。", "This shop has no device, so nothing it does could be measured; enrol one first."),
        Unmeasurable.NobodyToCome => new("这个小组有设备的商户不到两户，没有邻居能测到；请先登记设备。", "Fewer than two shops of this circle have a device, so no neighbour could be measured; enrol some first."),
        _ => new("一家商户未送达只能是 0 户。", "Of one shop, none is the only number of unreached."),
    };

    /// <summary>The condition in one line.</summary>
    /// <param name="where">The circle or the shop, as people name it.</param>
    public static string Of(Retest retest, string where)
    {
        var modes = string.Join(new Text(" 或 ", " or ").ToString(), new[] { retest.Real ? Real.ToString() : null, retest.Drill ? Drill.ToString() : null }.OfType<string>());
        return Retest.IsTime(retest.Measure) ? new Text("{1}：{0}不超过 {2} 秒（{3}）", "{1}: {0} within {2} s ({3})").With(Of(retest.Measure), where, retest.Threshold, modes)
            : new Text("{1}：{0}不超过 {2}（{3}）", "{1}: {0} at most {2} ({3})").With(Of(retest.Measure), where, retest.Threshold, modes);
    }

    /// <summary>The last day that is still in time; a due date is the end of it.</summary>
    public static string DueDay(Improvement improvement, StationTime clock) => clock.Day(improvement.DueAt.AddTicks(-1));

    public static string Where(Retest retest, Town town) =>
        retest.ShopId is { } shop ? town.Shop(shop)?.Name ?? shop : town.Circle(retest.CircleId)?.Name ?? retest.CircleId;

    public static string Value(Retest retest, double? value) => value is not { } v ? ReportSay.NotMeasured.ToString()
        : Retest.IsTime(retest.Measure) ? ReportSay.Seconds.With((int)Math.Round(v)) : new Text("{0} 户", "{0} shops").With(v.ToString("0", CultureInfo.InvariantCulture));
}
