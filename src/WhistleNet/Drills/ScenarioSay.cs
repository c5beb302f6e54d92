using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Scenarios in words: parts, happenings, how things stand.</summary>
public static class ScenarioSay
{
    /// <summary>Under every instruction card, whoever wrote it.</summary>
    public static readonly Text Doctrine = new(
        "拖住，等民警；不追赶，不围堵；谁都不单独上前；民警到场，或怀疑有枪、有爆炸物，立即撤开。",
        "Hold and delay, do not chase, do not surround. Nobody alone. Withdraw when the officers are there, or when you suspect a gun or a bomb.");

    public static Text Of(Wording words) => new(words.Zh, words.En);

    public static Text Of(Part part) => part switch
    {
        Part.Raiser => new("报警店", "Pressing shop"),
        Part.Neighbour => new("邻居", "Neighbours"),
        Part.Station => new("派出所", "Station"),
        Part.Observer => new("观察员", "Observers"),
        _ => new("所有人", "Everybody"),
    };

    public static Text Of(DrillForm form) => form switch
    {
        DrillForm.Live => new("实战", "Live"),
        DrillForm.TableTop => new("桌面", "Table-top"),
        _ => new("通信", "Communication test"),
    };

    public static Text Of(Happening what) => what switch
    {
        Happening.Pressed => new("吹哨", "whistle"),
        Happening.KindTold => new("补充情况", "kind told"),
        Happening.SelfHelp => new("已自救", "helped themselves"),
        Happening.SaidSafe => new("报平安", "said safe"),
        Happening.Mistake => new("说是误触", "said that it was a mistake"),
        Happening.Answered => new("应哨", "answer"),
        Happening.Coming => new("我去", "coming"),
        Happening.CannotCome => new("去不了", "cannot come"),
        Happening.Arrived => new("到了", "arrived"),
        Happening.Withdrawn => new("退出", "withdrawn"),
        Happening.Reported => new("报看到的情况", "said what they see"),
        Happening.Taken => new("接哨", "taken"),
        Happening.OnScene => new("民警到场", "officer on scene"),
        Happening.Contained => new("已控制", "contained"),
        Happening.Noted => new("记事", "note"),
        Happening.Closed => new("办结", "closed"),
        _ => new("观察员勾选", "observer's tick"),
    };

    public static Text Of(Standings state) => state switch
    {
        Standings.Waiting => new("未到时候", "Not yet"),
        Standings.Open => new("计时中", "Time running"),
        Standings.Met => new("做到", "Done"),
        Standings.Late => new("迟了", "Late"),
        _ => new("没做到", "Missed"),
    };

    public static Text Of(Deviating what) => what switch
    {
        Deviating.Late => new("迟了", "Late"),
        Deviating.Missed => new("没做到", "Missed"),
        Deviating.Early => new("过早", "Too early"),
        _ => new("不该做", "Should not be"),
    };

    /// <summary>What an inject or a time limit counts from.</summary>
    /// <param name="after">As the scenario names it.</param>
    public static Text Since(Scenario scenario, string after)
    {
        if (after == Play.Start) return new("开始后", "after the start");
        if (Alerts.Words.Parse<Happening>(after) is { } what) return new($"“{Of(what).Zh}”后", $"after: {Of(what).En}");
        var at = scenario.Injects.TakeWhile(i => i.Id != after).Count() + 1;
        return new($"第 {at} 条提示后", $"after message {at}");
    }
}
