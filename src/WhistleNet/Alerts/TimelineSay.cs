using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>The timeline in words.</summary>
public static class TimelineSay
{
    public static Text Of(Mark mark) => mark switch
    {
        Mark.OnScene => new("民警到场", "Officer on scene"),
        Mark.Contained => new("已控制", "Contained"),
        _ => new("记事", "Note"),
    };

    public static Text Of(Entry what) => what switch
    {
        Entry.Raised => new("吹哨", "Whistle"),
        Entry.Reinforced => new("再次按哨", "Pressed again"),
        Entry.Taken => new("接哨", "Taken"),
        Entry.HandedBack => new("交回", "Handed back"),
        Entry.OnScene => Of(Mark.OnScene),
        Entry.Contained => Of(Mark.Contained),
        Entry.Note => Of(Mark.Note),
        Entry.Widened => new("扩大通知", "Widened"),
        Entry.Escalated => new("升级", "Climbed"),
        Entry.Answered => new("应哨", "Answer"),
        Entry.Observed => new("看到的情况", "Observation"),
        Entry.Details => new("补充情况", "Details"),
        Entry.Safe => new("报平安", "Safe message"),
        Entry.Closed => new("办结", "Closed"),
        Entry.Reopened => new("重开", "Reopened"),
        Entry.Merged => new("合并", "Merged"),
        _ => new("提醒接哨人", "Taker reminded"),
    };

    public static Text Of(Observation what) => what switch
    {
        Observation.SelfHelp => new("已自救", "Helped themselves"),
        Observation.Seen => new("看到了", "Sees it"),
        Observation.NothingThere => new("没看到情况", "Nothing there"),
        _ => new("说明", "Note"),
    };

    /// <summary>The words that a line keeps as data, as people read them; free text stays as it was written.</summary>
    public static string TextOf(AlertLine line)
    {
        if (line.IsMasked) return LogSay.Masked.ToString(); // what was said is gone: it must not read as if nothing had been
        var text = line.Text ?? "";
        var (head, tail) = text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[at..]) : (text, "");
        return line.What switch
        {
            Entry.Answered when Words.Parse<Reply>(text) is { } reply => AlertSay.Of(reply).ToString(),
            Entry.Observed when Words.Parse<Observation>(head) is { } seen => Of(seen) + tail,
            Entry.Closed when Words.Parse<Outcome>(head) is { } outcome => AlertSay.Of(outcome) + tail,
            Entry.Details when Words.Parse<Kind>(text) is { } kind => AlertSay.Of(kind).ToString(),
            Entry.Details when LevelOf(text) is { } level => AlertSay.OfLevel(level).ToString(),
            Entry.Widened when text == "0" => new Text("没有更远的商户可以通知了", "no further shop is left to tell").ToString(),
            Entry.Widened => new Text("又通知 {0} 台设备或商户", "{0} more devices or shops told").With(text),
            Entry.Raised when text == "via: phone" => new Text("电话报警，民警代为吹哨", "by telephone, raised by an officer").ToString(),
            Entry.Safe => OfSafe(text).ToString(),
            Entry.Note when line.WhoId == Actor.System.Id && text == "stale" => StationSay.Stale.ToString(),
            Entry.Note when line.WhoId == Actor.System.Id && head == "silent" => new Text("没有回音，重新安排装备：{0}", "Not heard from; others are asked to bring gear: {0}").With(tail[2..]),
            Entry.Escalated when text == "nobody is left on the ladder" => new Text("升级名单上没有别人了", "nobody is left on the ladder").ToString(),
            Entry.Merged => (text.StartsWith("from ", StringComparison.Ordinal) ? new Text("另一起并入本起", "another alert was merged into this one") : new("并入另一起", "into another alert")).ToString(),
            _ => text,
        };
    }

    /// <summary>What the pressed shop said with its word. The station alone reads this.</summary>
    public static Text OfSafe(string said) => said switch
    {
        "mistake" => new("商户说：误触，请核实", "The shop says: a mistake; please confirm"),
        "safe" => new("商户说：我安全了（口令正确），请核实", "The shop says: safe, with the right word; please confirm"),
        "duress" => new("胁迫口令！对方可能被控制，不要回拨暴露", "DURESS WORD: they may be under control; do not call back in a way that shows it"),
        "unknown" => new("商户说：我安全了，但口令不对，请核实", "The shop says: safe, but with a wrong word; confirm with care"),
        _ => new("商户说：我安全了（没有口令），请核实", "The shop says: safe, without a word; please confirm"),
    };

    /// <summary>The other alert of a merge.</summary>
    public static string? OtherOf(AlertLine line) =>
        line is { What: Entry.Merged, Text: { } text } ? text.StartsWith("from ", StringComparison.Ordinal) ? text["from ".Length..] : text : null;

    /// <summary>Why it was closed; where an officer merged without a word, that it was merged.</summary>
    public static string ReasonOf(Alert alert) =>
        alert is { MergedInto: { } other, Reason: { } reason } && reason == "merged into " + other ? PastSay.MergedInto.ToString() : alert.Reason ?? "";

    private static int? LevelOf(string text) =>
        text.StartsWith("level ", StringComparison.Ordinal) && int.TryParse(text["level ".Length..], System.Globalization.CultureInfo.InvariantCulture, out var level) ? level : null;
}
