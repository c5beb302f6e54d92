using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>The duty roster in words.</summary>
public static class DutySay
{
    public static readonly Text Title = new("值班表", "Duty roster");
    public static readonly Text Now = new("现在值班", "On duty now");
    public static readonly Text Nobody = new("没有人", "nobody");
    public static readonly Text NowLine = new("值班：{0}", "On duty: {0}");
    public static readonly Text Short = new("值班 {0} 人，少于最低 {1} 人", "{0} on duty, fewer than the {1} that are wanted");
    public static readonly Text Until = new("{0} 到 {1}", "{0} until {1}");
    public static readonly Text Add = new("加一个班", "Add a shift");
    public static readonly Text Who = new("谁", "Who");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text Day = new("日期", "Day");
    public static readonly Text From = new("从", "From");
    public static readonly Text To = new("到（早于开始就是第二天）", "Until (earlier than its begin: the next day)");
    public static readonly Text Also = new("往后几天也一样", "The same on so many days after");
    public static readonly Text Week = new("七天内的班", "The shifts of seven days");
    public static readonly Text None = new("七天内没有排班。", "No shifts in the next seven days.");
    public static readonly Text Swap = new("与谁换班", "Changes with");
    public static readonly Text DoSwap = new("换班", "Change");
    public static readonly Text HandOver = new("交给谁", "Hand over to");
    public static readonly Text DoHandOver = new("现在交班", "Hand over now");
    public static readonly Text Gear = new("随班交接的器材", "Gear, handed over with the shift");
    public static readonly Text GearInOrder = new("没有过期、有故障或领用未还的。", "Nothing is out of date, faulty or out.");
    public static readonly Text GearLookedAt = new("器材我看过了", "I have looked at the gear");
    public static readonly Text Missing = new("缺什么（没有缺就空着）", "What is missing (empty: nothing)");
    public static readonly Text GearLast = new("上次交接看过：{0} {1}，{2}", "Last looked at: {0}, {1}; {2}");
    public static readonly Text NothingMissing = new("没有缺", "nothing missing");
    public static readonly Text GearNotLookedAt = new("已交班。器材没有人确认看过，请接班的人去看。", "Handed over. Nobody confirmed having looked at the gear: whoever takes over should.");
    public static readonly Text Remove = new("取消这个班", "Take this shift away");
    public static readonly Text Moves = new("换班、交班、取消", "Change, hand over, take away");
    public static readonly Text Follows = new("取消后：{0}", "Then: {0}");
    public static readonly Text Gaps = new("七天内的空缺", "Gaps in the next seven days");
    public static readonly Text NoGaps = new("七天内没有空缺。", "No gaps in the next seven days.");
    public static readonly Text Gap = new("{0} – {1}：{2} 人，要 {3} 人", "{0} – {1}: {2}, wanted {3}");
    public static readonly Text Cover = new("任何时候至少几人（0 为不定）", "At least so many at any time (0: not decided)");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text Hint = new("民警、管家、义警和网格员可排班。时间按派出所时区，可跨午夜。叫“当班人员”的那一级先叫当班且在线的民警；没有人在线就叫全部警情台。", "Officers, stewards, volunteers and grid workers may stand on it. Times are the station's, and may run past midnight. A rung that calls who is on duty calls an officer on duty whose screen is connected; where none is, every console.");

    public static readonly Text Repeats = new("往后最多 31 天。没有保存。", "It is 31 days at most. Nothing was saved.");
    public static readonly Text Full = new("值班表最多 2000 个班。没有保存。", "A roster has 2,000 shifts at most. Nothing was saved.");
    public static readonly Text CoverRange = new("最低人数在 0 到 20 之间。没有保存。", "At least 0 and at most 20. Nothing was saved.");
    public static readonly Text DayMissing = new("要选日期和时间。没有保存。", "Choose a day and times. Nothing was saved.");
    public static readonly Text TooFew = new("值班人数不够", "Too few on duty");
    public static readonly Text TooFewSoon = new("12 小时内值班人数会不够", "Too few on duty within 12 hours");

    public static Text Of(ShiftFlaw flaw) => flaw switch
    {
        ShiftFlaw.Nobody => new("要选本所的一个人，否则这个班没有人。没有保存。", "Choose somebody of this station, or nobody is on. Nothing was saved."),
        ShiftFlaw.TooShort => new("一个班至少 15 分钟。没有保存。", "A shift is 15 minutes at least. Nothing was saved."),
        ShiftFlaw.TooLong => new("一个班最多 24 小时。没有保存。", "A shift is 24 hours at most. Nothing was saved."),
        ShiftFlaw.Over => new("这个班已经过去了。没有保存。", "This shift is over already. Nothing was saved."),
        ShiftFlaw.TwiceAtOnce => new("同一个人那时已有班：一人不能同时排两次。没有保存。", "The same person is on then already: nobody stands twice at once. Nothing was saved."),
        _ => new("现在不在这个班上，不能交班。没有保存。", "This shift is not on now and cannot be handed over. Nothing was saved."),
    };
}
