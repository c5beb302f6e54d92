using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>The labels of the vocabulary as people read them, on every screen the same.</summary>
public static class AlertSay
{
    public static Text Of(Kind kind) => kind switch
    {
        Kind.Attack => new("行凶/持械伤人", "Attack, weapon"),
        Kind.Robbery => new("抢劫/抢夺", "Robbery"),
        Kind.Fight => new("打架/斗殴", "Fight"),
        Kind.Fire => new("火情", "Fire"),
        Kind.Medical => new("急病/受伤", "Illness, injury"),
        Kind.Theft => new("盗窃", "Theft"),
        Kind.Disorder => new("滋事", "Disorder"),
        Kind.LostChild => new("走失", "Missing child"),
        Kind.Suspicious => new("可疑人员/物品", "Suspicious person or object"),
        Kind.Other => new("其他", "Other"),
        _ => new("未说明", "Kind not told yet"),
    };

    public static Text Of(Mode mode) => mode switch
    {
        Mode.Real => new("警情", "ALERT"),
        Mode.Drill => new("演练", "DRILL"),
        _ => new("测试", "TEST"),
    };

    public static Text Of(AlertState state) => state switch
    {
        AlertState.Raised => new("待接哨", "Not taken yet"),
        AlertState.Taken => new("已接哨", "Taken"),
        _ => new("已办结", "Closed"),
    };

    public static Text Of(Outcome outcome) => outcome switch
    {
        Outcome.Stopped => new("真实-已制止", "Real, stopped"),
        Outcome.HandedToPolice => new("真实-移交警方", "Real, handed to the police"),
        Outcome.Mediation => new("真实-移交调解", "Real, handed to mediation"),
        Outcome.MedicalOrFire => new("真实-医疗/消防转办", "Real, handed to medical or fire service"),
        Outcome.NothingFound => new("未发现情况", "Nothing found"),
        Outcome.Slip => new("误触", "Pressed by mistake"),
        Outcome.HonestMistake => new("误判", "Honest mistake"),
        Outcome.Malicious => new("恶意", "Malicious"),
        Outcome.Duplicate => new("重复", "Duplicate of another"),
        Outcome.Drill => new("演练", "Drill"),
        _ => new("测试", "Test"),
    };

    public static Text Of(Reply reply) => reply switch
    {
        Reply.Coming => new("我去", "Coming"),
        Reply.CannotCome => new("去不了", "Cannot come"),
        Reply.Arrived => new("到了", "Arrived"),
        _ => new("退出", "Withdrawn"),
    };

    public static Text OfLevel(int level) => level switch
    {
        4 => new("4 级 · 危及生命", "Level 4 · threat to life"),
        3 => new("3 级 · 危及财产", "Level 3 · threat to property"),
        2 => new("2 级 · 有人在场，意图不明", "Level 2 · somebody there, intent unknown"),
        1 => new("1 级 · 情况不明", "Level 1 · little is known"),
        _ => new("0 级 · 无需出警", "Level 0 · no call"),
    };
}
