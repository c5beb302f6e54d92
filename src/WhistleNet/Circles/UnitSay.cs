using WhistleNet.Alerts;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>The minimum unit in words: its roles, who fills them, and what is missing.</summary>
public static class UnitSay
{
    public static readonly Text Unit = new("最小应急单元", "Unit");
    public static readonly Text MeetAt = new("在 {0} 集合", "meet at {0}");
    public static readonly Text LeadTo = new("带人去 {0}，关着就去有灯、有人的地方", "leads people to {0}; if it is shut, to a lit place with people");
    public static readonly Text LeadAway = new("带人离开，去有灯、有人的地方", "leads people away, to a lit place with people");
    public static readonly Text Missing = new("缺 {0}", "missing: {0}");
    public static readonly Text Brings = new("带 {0}", "brings {0}");
    public static readonly Text Formed = new("{0} 组成", "stood after {0}");
    public static readonly Text NotFormed = new("没有组成", "never stood");
    public static readonly Text And = new("、", ", ");

    public static Text Of(UnitRole role) => role switch
    {
        UnitRole.Caller => new("联络", "Caller"),
        UnitRole.Shield => new("盾牌手", "Shield"),
        UnitRole.Fork => new("钢叉手", "Fork"),
        UnitRole.Evacuate => new("疏散警戒", "Evacuate, keep people away"),
        UnitRole.NoteTaker => new("取证记录", "Note-taker"),
        UnitRole.FirstAid => new("救护", "First aid"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>One part as it came to be: which shop, with what, and whether it was there.</summary>
    public static string Line(Told part) => string.Join(" · ", new[]
    {
        part.Name, part.Brings.Count > 0 ? Brings.With(Of(part.Brings)) : null,
        part.Arrived is { } there ? $"{AlertSay.Of(Reply.Arrived)} {ReportSay.Span(there)}" : part.Answer is { } answer ? AlertSay.Of(answer).ToString() : null,
    }.OfType<string>());

    /// <summary>Several kinds of gear in one line.</summary>
    public static string Of(IEnumerable<GearKind> kinds) => string.Join(And.ToString(), kinds.Select(k => GearSay.Of(k).ToString()));
}
