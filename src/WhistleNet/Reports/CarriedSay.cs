using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>What a drill goes out to test, and what came of it, in words.</summary>
public static class CarriedSay
{
    public static readonly Text Tests = new("这场演练要检验的整改", "What this drill is going to test");
    public static readonly Text Tested = new("这场演练检验过的整改", "What this drill tested");
    public static readonly Text Nothing = new("这些小组没有可以用演练复测的整改。", "Its circles have no open improvement that a drill can measure.");
    public static readonly Text Open = new("所选小组待复测的整改", "Open improvements of these circles");
    public static readonly Text Carry = new("实战演练会带上它们，报告会写明哪几项达标。", "A live drill carries them, and its report says which were met.");
    public static readonly Text LiveOnly = new("桌面推演和通信测试测不到，不会带上它们。", "A table-top drill and a communication test measure nothing and carry none of them.");
    public static readonly Text Proposed = new("建议的情景（可以不用）", "Scenarios that test them (you need not take one)");
    public static readonly Text Take = new("用“{0}”（对应 {2} 项中的 {1} 项）", "Take “{0}” (fits {1} of {2})");
    public static readonly Text Taken = new("已选“{0}”（对应 {2} 项中的 {1} 项）", "“{0}” is chosen (fits {1} of {2})");
    public static readonly Text AnyWill = new("没有专门的情景；任何实战情景都测得到。", "No scenario is about them; any live one measures them.");
    public static readonly Text Measurement = new("看测量的那次演练警情", "The drill's alert that measured it");

    public static Text Of(Carrying result) => result switch
    {
        Carrying.Waiting => new("待测", "to be measured"),
        Carrying.Met => new("达标", "met"),
        Carrying.NotMet => new("未达标", "not met"),
        _ => new("没有测到", "not measured"),
    };

    /// <summary>Such as "carried: not met (95 s)".</summary>
    public static string Line(Retested retested) => retested.Result is Carrying.Met or Carrying.NotMet
        ? new Text("带着去演练：{0}（{1}）", "Carried: {0} ({1})").With(Of(retested.Result), ImprovementSay.Value(retested.Improvement.Retest, retested.Value)) : new Text("带着去演练：{0}", "Carried: {0}").With(Of(retested.Result));
}
