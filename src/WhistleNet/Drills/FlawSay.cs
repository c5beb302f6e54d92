using WhistleNet.Alerts;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Why a scenario is refused, in words, with its line and place.</summary>
public static class FlawSay
{
    public static Text Where(Flaw flaw) => (flaw.Line, flaw.Where) switch
    {
        ({ } line, { Length: > 0 } at) => new($"第 {line} 行，{at}", $"Line {line}, {at}"),
        ({ } line, _) => new($"第 {line} 行", $"Line {line}"),
        (_, { Length: > 0 } at) => new(at, at),
        _ => new("整份情景", "The whole scenario"),
    };

    public static Text Of(Flaw flaw)
    {
        var (one, two, three) = (At(0), At(1), At(2));
        return flaw.Why switch
        {
            Flawed.NotRead => new("读不懂：不是完整的 JSON，常见原因是少了引号、逗号或括号，或同一个名字写了两遍。", "It cannot be read: it is no whole JSON. Most often a quote, a comma or a bracket is missing, or one name is there twice."),
            Flawed.Missing => new($"缺少“{one}”。", $"\"{one}\" is missing."),
            Flawed.NoText => new("这里要一段文字。", "A text belongs here."),
            Flawed.NoNumber => new("这里要一个整数，不加引号。", "A whole number belongs here, without quotes."),
            Flawed.NoFlag => new("这里要 true 或 false。", "true or false belongs here."),
            Flawed.NoList => new("这里要一个列表 [ … ]。", "A list [ … ] belongs here."),
            Flawed.NoGroup => new("这里要一组 { … }。", "A group { … } belongs here."),
            Flawed.UnknownField => new($"没有“{one}”这一项，可以写：{Rest("、")}。", $"There is no \"{one}\"; there may be: {Rest(", ")}."),
            Flawed.UnknownWord => new($"不认识“{one}”，可以写：{Rest("、")}。", $"\"{one}\" is not known; write one of: {Rest(", ")}."),
            Flawed.LanguageMissing => one == "zh" ? new("缺中文（zh）。", "The Chinese text (zh) is missing.") : new("缺英文（en）。", "The English text (en) is missing."),
            Flawed.TooLong => new($"太长：{one} 个字符，最多 {two}。", $"Too long: {one} characters, at most {two}."),
            Flawed.TooMany => new($"太多：{one} 项，最多 {two}。", $"Too many: {one}, at most {two}."),
            Flawed.TooFew => new($"是空的，至少要 {one} 项。", $"It is empty; at least {one} is needed."),
            Flawed.OutOfRange => new($"{one} 超出范围，应在 {two} 到 {three} 之间。", $"{one} is out of range; it is from {two} to {three}."),
            Flawed.NameShape => new($"“{one}”不能做名字：用 3 到 {ScenarioCheck.LongestName} 个小写字母、数字和连字符。", $"\"{one}\" is no name: use 3 to {ScenarioCheck.LongestName} small letters, digits and hyphens."),
            Flawed.IdTwice => new($"“{one}”用了两次，名字不能重复。", $"\"{one}\" is there twice; an id is used once."),
            Flawed.IdReserved => new($"“{one}”另有所指，请换一个名字。", $"\"{one}\" means something else; choose another id."),
            Flawed.UnknownReference => new($"没有“{one}”：写一条提示的名字，或：{Rest("、")}。", $"There is no \"{one}\": write the id of a message, or: {Rest(", ")}."),
            Flawed.Loop => new($"自己等自己，永远不会出现：{one}。", $"It waits for itself and never comes: {one}."),
            Flawed.NeverComes => new($"永远不会出现：等的正是不许出现的“{one}”。", $"It never comes: what it waits for is what withholds it, \"{one}\"."),
            Flawed.AfterTheEnd => new($"在 {one} 秒才出现，演练到 {two} 秒就结束了。", $"It comes after {one} s, and the drill is over after {two} s."),
            Flawed.CannotDo => new($"{one} 做不了 {two}。", $"{one} cannot do {two}."),
            Flawed.NobodyForIt => new($"needs 里没有人扮演 {one}。", $"needs names nobody who plays {one}."),
            Flawed.NeverHeld => one == DrillForm.Comms.Word()
                ? new("通信测试不放情景，请去掉“comms”。", "A communication test plays no scenario: take \"comms\" out.")
                : new("桌面推演要有提示，这份情景一条也没有：加一条提示，或去掉“tableTop”。", "Round a table something has to be told, and this tells nobody anything: add a message, or take \"tableTop\" out."),
            _ => new($"{one} 没有指引卡。", $"There is no card for {one}."),
        };

        string At(int i) => i < flaw.What.Count ? flaw.What[i] : "";
        string Rest(string between) => string.Join(between, flaw.What.Skip(1));
    }
}
