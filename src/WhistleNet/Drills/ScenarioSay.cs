using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Scenarios in words: parts, happenings, how things stand.</summary>
public static class ScenarioSay
{
    /// <summary>Under every instruction card, whoever wrote it.</summary>
    public static readonly Text Doctrine = new(
        "拖住，等民警；不追赶，不围堵；谁都不单独上前；民警到场，或怀疑有枪、有爆炸物，立即撤开。",
        "Hold and delay, do not chase, do not surround. Nobody alone. Withdraw when the officers are there, or when you suspect a gun or a bomb.");

    public static readonly Text Title = new("演练情景", "Drill scenarios");
    public static readonly Text Version = new("第 {0} 版", "Version {0}");
    public static readonly Text Ours = new("本所编写", "Our own");
    public static readonly Text BuiltIn = new("系统自带", "Comes with the program");
    public static readonly Text WrittenBy = new("{0} 保存，{1}", "Saved by {0}, {1}");
    public static readonly Text Scenario = new("情景", "Scenario");
    public static readonly Text About = new("内容", "About");
    public static readonly Text Lasts = new("{0} 分钟", "{0} minutes");
    public static readonly Text Suits = new("适合", "Suits");
    public static readonly Text Needs = new("需要的人", "Who is needed");
    public static readonly Text Storyline = new("情景经过", "Storyline");
    public static readonly Text Messages = new("提示", "Messages");
    public static readonly Text Expected = new("应当做到", "Expected");
    public static readonly Text Never = new("不应出现", "What nobody is to do");
    public static readonly Text Cards = new("指引卡", "Instruction cards");
    public static readonly Text Safety = new("安全须知", "Safety");
    public static readonly Text Seconds = new("{0} 秒", "{0} s");
    public static readonly Text Unless = new("若未见“{0}”", "unless: {0}");
    public static readonly Text Within = new("{0} 秒内", "within {0} s");
    public static readonly Text Shops = new("{0} 户", "{0} shops");
    public static readonly Text NotBefore = new("不得提前", "not before");
    public static readonly Text Versions = new("各版本", "Versions");

    public static readonly Text Copy = new("复制为本所情景", "Copy as our own");
    public static readonly Text CopyHint = new("系统自带的情景不能改，复制一份再改。", "What comes with the program stays as it is: copy it, then edit the copy.");
    public static readonly Text CopyName = new("新名字（小写字母、数字、连字符）", "New name (small letters, digits, hyphens)");
    public static readonly Text Edit = new("修改", "Edit");
    public static readonly Text EditHint = new("中英文都要写。先预览，有问题会写明在哪一行；保存为下一版，旧版不变，已经做过的演练不受影响。", "Write both languages. Preview it first: what is wrong is named with its line. It is saved as the next version; older ones stay, and with them the drills that ran them.");
    public static readonly Text EditText = new("情景文本", "The scenario's text");
    public static readonly Text Preview = new("预览", "Preview");
    public static readonly Text Save = new("保存为第 {0} 版", "Save as version {0}");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Sound = new("没有问题，可以保存。", "Nothing is wrong with it; it can be saved.");
    public static readonly Text Unsound = new("有 {0} 处问题，没有保存：", "{0} things are wrong with it; nothing was saved:");
    public static readonly Text NameTaken = new("这个名字已经用了。没有保存。", "That name is taken. Nothing was saved.");
    public static readonly Text NameStays = new("name 不能改；要换名字请复制。没有保存。", "name stays as it is; copy it for another name. Nothing was saved.");
    public static readonly Text SavedMeanwhile = new("别人刚刚保存了新的一版。请先看那一版，再把您的改动加上。没有保存。", "Somebody else has just saved a version. Look at theirs, then put yours on top. Nothing was saved.");
    public static readonly Text TooManyKept = new("本所的情景版本太多了。没有保存。", "The station keeps too many versions. Nothing was saved.");

    public static readonly Text Script = new("导调", "Running it");
    public static readonly Text ToldAt = new("{0} 已提示", "told {0}");
    public static readonly Text Until = new("到 {0}", "until {0}");
    public static readonly Text Deviations = new("偏差", "Deviations");
    public static readonly Text NoDeviation = new("目前没有偏差。", "Nothing has gone otherwise so far.");
    public static readonly Text LateBy = new("迟 {0} 秒", "{0} s late");
    public static readonly Text Tick = new("看到了", "Seen");

    public static Text Of(Wording words) => new(words.Zh, words.En);

    public static Text Of(Part part) => part switch
    {
        Part.Raiser => new("报警店", "Pressing shop"),
        Part.Neighbour => new("邻居", "Neighbours"),
        Part.Station => new("派出所", "Station"),
        Part.Observer => new("观察员", "Observers"),
        _ => new("所有人", "Everybody"),
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

    /// <param name="over">Whether the drill is over: what had not come by then never did.</param>
    public static Text Of(Standings state, bool over = false) => state switch
    {
        Standings.Waiting when over => new("没有轮到", "Never came up"),
        Standings.Open when over => new("演练先结束了", "The drill ended first"),
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

    /// <summary>What an id of a scenario stands for in words: a message, something expected, something that is never to be; none where it knows none such.</summary>
    public static Text? TextOf(Scenario? scenario, string? id) =>
        (scenario?.Injects.FirstOrDefault(i => i.Id == id)?.Text ?? scenario?.Expected.FirstOrDefault(e => e.Id == id)?.Text ?? scenario?.Never.FirstOrDefault(n => n.Id == id)?.Text) is { } words ? Of(words) : null;

    /// <summary>What an inject or a time limit counts from.</summary>
    /// <param name="after">As the scenario names it.</param>
    public static Text Since(Scenario scenario, string after)
    {
        if (after == Play.Start) return new("开始后", "after the start");
        if (Alerts.Words.Parse<Happening>(after) is { } what) return new($"“{Of(what).Zh}”后", $"after: {Of(what).En}");
        var at = scenario.Injects.TakeWhile(i => i.Id != after).Count() + 1;
        return new($"第 {at} 条提示后", $"after message {at}");
    }

    /// <summary>When something is told.</summary>
    public static string When(Scenario scenario, Inject inject) =>
        $"{Since(scenario, inject.After)} {Seconds.With(inject.Seconds)}{(inject.Unless is { } unless ? " · " + Unless.With(Of(unless)) : "")}";

    /// <summary>By when something is expected, and of how many.</summary>
    public static string Limit(Scenario scenario, Expectation expected) =>
        $"{Since(scenario, expected.Of)} {Within.With(expected.Within)}{(expected.Shops > 1 ? " · " + Shops.With(expected.Shops) : "")}{(expected.NotBefore ? " · " + NotBefore : "")}";
}
