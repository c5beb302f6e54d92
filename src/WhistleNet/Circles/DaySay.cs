using System.Globalization;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>Days with other hours, in words.</summary>
public static class DaySay
{
    public static readonly Text Title = new("特殊日子", "Special days");
    public static readonly Text StationTitle = new("节假日和集市日", "Holidays and market days");
    public static readonly Text Lead = new("这些日子按这里写的营业，不按平时的营业时间。跨午夜的，前一天的时段照样走完。", "On these days these hours count, not the ordinary ones. A span that began the day before still runs past midnight to its end.");
    public static readonly Text StationLead = new("对本所商户有效。商户自己写的日子优先。不影响演练计划：那里另有日历。", "They count for the station's shops. A shop's own days go before them. Drill plans have a calendar of their own, which this does not touch.");
    public static readonly Text From = new("从", "From");
    public static readonly Text Until = new("到（空着就是一天）", "Until (empty: one day)");
    public static readonly Text Hours = new("营业时间（空着就是不营业）", "Hours (empty: closed)");
    public static readonly Text HoursHint = new("写法如 09:00-12:00,14:00-20:00，可跨午夜：18:00-02:00。", "Written like 09:00-12:00,14:00-20:00; it may run past midnight: 18:00-02:00.");
    public static readonly Text Name = new("叫什么（如：国庆、集市）", "Called (such as: National Day, market)");
    public static readonly Text Yearly = new("每年都是", "Every year");
    public static readonly Text ForAll = new("对所有商户有效；不勾则只对“随本所节假日”的商户", "Counts for all shops; unticked, only for those that keep the station's holidays");
    public static readonly Text Keeps = new("随本所节假日：派出所定的节假日也算本店的", "Keeps the station's holidays: days that the station set are this shop's as well");
    public static readonly Text Add = new("加上", "Add");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text RemoveNamed = new("删除 {0}", "Remove {0}");
    public static readonly Text Added = new("已加上。同样的日子再写一次就是改。", "Added. The same days typed again change it.");
    public static readonly Text Removed = new("已删除，按平时的营业时间。", "Removed: the ordinary hours count.");
    public static readonly Text None = new("没有。", "None.");
    public static readonly Text Closed = new("不营业", "closed");
    public static readonly Text OfStation = new("派出所", "the station's");
    public static readonly Text ForSome = new("只对随节假日的商户", "only for shops that keep holidays");
    public static readonly Text EachYear = new("每年", "every year");

    public static readonly Text CloseToday = new("今天不营业", "Closed today");
    public static readonly Text OpenToday = new("今天照常营业", "Open today after all");
    public static readonly Text IsClosed = new("今天登记为不营业：别家吹哨不叫您。您自己吹哨照样响。", "Marked as closed today: other shops' whistles do not call you. Your own works as always.");
    public static readonly Text IsHoliday = new("今天不营业（{0}）：别家吹哨不叫您。您自己吹哨照样响。", "Closed today ({0}): other shops' whistles do not call you. Your own works as always.");
    public static readonly Text OtherHours = new("今天 {0}（{1}）", "Today {0} ({1})");

    public static readonly Text DayMissing = new("日子要写成 2026-10-01 这样，没有保存。", "A day is written like 2026-10-01; nothing was saved.");
    public static readonly Text EndsBefore = new("结束不能早于开始，没有保存。", "It cannot end before it begins; nothing was saved.");
    public static readonly Text TooMany = new("一次最多 93 天；更长的请改营业时间本身。没有保存。", "It is 93 days at most; for longer, change the hours themselves. Nothing was saved.");
    public static readonly Text Over = new("这些日子已经过去了，没有保存。", "These days are over; nothing was saved.");
    public static readonly Text HoursUnread = new("营业时间读不懂，没有保存。写法如 09:00-12:00,14:00-20:00；不营业就空着。", "These hours cannot be read, and nothing was saved. Write them like 09:00-12:00,14:00-20:00; leave it empty for closed.");
    public static readonly Text NameTooLong = new("名称最多 40 个字，没有保存。", "A name has 40 characters at most; nothing was saved.");
    public static readonly Text Full = new("本店已经有 60 个特殊日子，请先删掉不用的。没有保存。", "The shop has 60 special days already: remove some first. Nothing was saved.");
    public static readonly Text FullStation = new("已经有 200 个特殊日子，请先删掉不用的。没有保存。", "There are 200 special days already: remove some first. Nothing was saved.");

    /// <summary>Its dates: <c>2026-10-01 – 2026-10-07</c>, or <c>10-01 – 10-07</c> where it comes each year.</summary>
    public static string Dates(SpecialDay day)
    {
        var format = day.Yearly ? "MM-dd" : "yyyy-MM-dd";
        var (from, until) = (day.From.ToString(format, CultureInfo.InvariantCulture), day.Until.ToString(format, CultureInfo.InvariantCulture));
        return day.From == day.Until ? from : $"{from} – {until}";
    }

    /// <summary>What else there is to say of it.</summary>
    public static string What(SpecialDay day, bool inStation = false) => string.Join(" · ", new[]
    {
        day.Hours?.ToString() ?? Closed.ToString(), day.Name, day.Yearly ? EachYear.ToString() : "", inStation && !day.ForAll ? ForSome.ToString() : "", !inStation && day.ShopId is null ? OfStation.ToString() : "",
    }.Where(p => p.Length > 0));

    /// <summary>Why it is special today, in a word or two.</summary>
    public static string Called(SpecialDay day) => day.Name.Length > 0 ? day.Name : Dates(day);
}
