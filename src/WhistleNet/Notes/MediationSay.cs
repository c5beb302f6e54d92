using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>Mediations in words.</summary>
public static class MediationSay
{
    public static readonly Text Title = new("矛盾化解", "Mediations");
    public static readonly Text Lead = new("办结为“移交调解”的警情自动欠一次跟进；民情日记也可以开一个。写明谁来调解、哪天之前、结果如何。", "An alert closed as mediation owes one by itself; a note may open one. Say who mediates, by when, and what came of it.");
    public static readonly Text None = new("没有要跟进的。", "Nothing to follow.");
    public static readonly Text Over = new("已了结", "Over");
    public static readonly Text FromAlert = new("来自警情", "From an alert");
    public static readonly Text FromNote = new("来自民情日记", "From a note");
    public static readonly Text Opened = new("{0} 起", "since {0}");
    public static readonly Text Due = new("跟进到", "Due");
    public static readonly Text Mediator = new("调解人", "Mediator");
    public static readonly Text NoMediator = new("还没有调解人", "no mediator yet");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存", "Saved");
    public static readonly Text End = new("写结果，了结", "Write what came of it");
    public static readonly Text How = new("结果", "Result");
    public static readonly Text Result = new("怎么说的（不写当事人姓名）", "In words (no names of those who quarrelled)");
    public static readonly Text ReallyEnd = new("了结", "End it");
    public static readonly Text Ended = new("{0} 由 {1} 了结：{2}", "Ended {0} by {1}: {2}");
    public static readonly Text Times = new("半年内同一处第 {0} 次", "the {0}. time at this address within half a year");
    public static readonly Text HandOn = new("法律援助转介卡", "Card for legal help");
    public static readonly Text SomeOverdue = new("调解跟进已逾期", "Mediations overdue");
    public static readonly Text SomebodyElse = new("刚才有别人保存了，您写的没有保存。请重新打开再写。", "Somebody else saved meanwhile; yours was not stored. Open it again.");

    public static Text Of(MediationStanding standing) => standing switch
    {
        MediationStanding.Overdue => new("逾期", "Overdue"),
        MediationStanding.Open => new("跟进中", "Open"),
        _ => Over,
    };

    public static Text Of(MediationState state) => state switch
    {
        MediationState.Settled => new("已调解好", "Settled"),
        MediationState.NotSettled => new("没有谈拢", "Not settled"),
        MediationState.HandedOn => new("已转介（法律援助、人民调解等）", "Handed on (legal help and others)"),
        _ => new("跟进中", "Open"),
    };

    public static Text Of(MediationRefusal refusal) => refusal switch
    {
        MediationRefusal.IsOver => new("已经了结，不再改。", "It is over and no longer changed."),
        MediationRefusal.ResultMissing => new("请选结果并写几个字。什么都没有保存。", "Choose the result and write a few words. Nothing was stored."),
        _ => new("日期已经过去，请选今天或以后。什么都没有保存。", "That day is past: choose today or later. Nothing was stored."),
    };
}
