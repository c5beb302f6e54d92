using System.Globalization;
using WhistleNet.Data;
using WhistleNet.Shell;

namespace WhistleNet.Circles;

/// <summary>A special day as somebody types it; said no to in words, or turned into what is stored.</summary>
public sealed record DayTyped(string? From, string? Until = null, string? Hours = null, string? Name = null, bool Yearly = false, bool ForAll = true)
{
    public const int LongestName = 40;

    /// <summary>The day; none where something is wrong with it, in words.</summary>
    /// <param name="today">The day at the station: what is over already is told.</param>
    public SpecialDay? Read(string stationId, string? shopId, DateOnly today, out Text? wrong)
    {
        wrong = null;
        var name = ShopFields.Clean(Name ?? "") ?? "";
        var until = string.IsNullOrWhiteSpace(Until) ? From : Until;
        var hours = OpeningHours.TryParse(Hours);
        if (Day(From) is not { } first) wrong = DaySay.DayMissing;
        else if (Day(until) is not { } last) wrong = DaySay.DayMissing;
        else if (last < first) wrong = DaySay.EndsBefore;
        else if (last.DayNumber - first.DayNumber >= SpecialDay.MostDays) wrong = DaySay.TooMany;
        else if (!Yearly && last < today) wrong = DaySay.Over;
        else if (hours is null && !IsClosed) wrong = DaySay.HoursUnread;
        else if (name.Length > LongestName) wrong = DaySay.NameTooLong;
        else return new SpecialDay { Id = Ids.New(), StationId = stationId, ShopId = shopId, From = first, Until = last, Yearly = Yearly, Hours = hours, Name = name, ForAll = shopId is null && ForAll };
        return null;
    }

    // Nothing typed is "closed": the commonest case needs no words.
    private bool IsClosed => string.IsNullOrWhiteSpace(Hours) || Hours.Trim().ToLowerInvariant() is "closed" or "off" or "休息" or "不营业";

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
