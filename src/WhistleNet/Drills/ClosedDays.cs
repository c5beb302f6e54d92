using System.Globalization;

namespace WhistleNet.Drills;

/// <summary>The calendar as an organizer types it: a day a line, and what it is called.</summary>
public static class ClosedDays
{
    /// <summary>The days; none where a line is no day, with that line in <paramref name="wrong"/>.</summary>
    public static IReadOnlyList<ClosedDay>? Read(string stationId, string text, out string wrong)
    {
        var days = new SortedDictionary<DateOnly, ClosedDay>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            wrong = line.Length <= 60 ? line : line[..60];
            var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (!DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
            var name = parts.Length > 1 ? parts[1] : "";
            if (name.Length > PlanDesk.LongestDayName || days.Count >= PlanDesk.MostDays) return null;
            days[day] = new ClosedDay { StationId = stationId, Day = day, Name = name };
        }
        wrong = "";
        return [.. days.Values];
    }

    /// <summary>The same back again.</summary>
    public static string Text(IEnumerable<ClosedDay> days) => string.Join('\n', days.OrderBy(d => d.Day).Select(d => $"{d.Day:yyyy-MM-dd} {d.Name}".TrimEnd()));
}
