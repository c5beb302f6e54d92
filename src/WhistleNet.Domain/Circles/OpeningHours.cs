using System.Globalization;

namespace WhistleNet.Circles;

/// <summary>
/// When a shop is open, by day of the week, in its station's time zone. Written as <c>Mo-Fr 08:00-12:00,13:00-21:30; Sa 09:00-02:00; Su closed</c>
/// (a subset of OpenStreetMap's opening_hours); a span may run past midnight.
/// </summary>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    private static readonly string[] Days = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]; // in the order of DayOfWeek
    private readonly (TimeOnly From, TimeOnly To)[][] _spans;
    private readonly string _text;

    private OpeningHours((TimeOnly, TimeOnly)[][] spans, string text) => (_spans, _text) = (spans, text);

    /// <summary>Reads the written form; null where it cannot be read.</summary>
    public static OpeningHours? TryParse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var spans = Enumerable.Range(0, 7).Select(_ => Array.Empty<(TimeOnly, TimeOnly)>()).ToArray();
        foreach (var rule in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryReadRule(rule, out var days, out var times)) return null;
            foreach (var day in days) spans[day] = times;
        }
        return new OpeningHours(spans, text.Trim());
    }

    /// <summary>Whether the shop is open at this local time; a span that began yesterday and runs past midnight counts.</summary>
    public bool OpenAt(DateTime local)
    {
        var (time, today) = (TimeOnly.FromDateTime(local), (int)local.DayOfWeek);
        return OpenOn((DayOfWeek)today, time) || StillOpenAfter((DayOfWeek)((today + 6) % 7), time);
    }

    /// <summary>Whether one of this day's own spans has begun and not ended, at this time of the same day.</summary>
    public bool OpenOn(DayOfWeek day, TimeOnly time)
    {
        foreach (var span in _spans[(int)day])
            if (time >= span.From && (PastMidnight(span) || time < span.To)) return true;
        return false;
    }

    /// <summary>Whether one of this day's spans runs past midnight and still runs at this time of the next day.</summary>
    public bool StillOpenAfter(DayOfWeek day, TimeOnly time)
    {
        foreach (var span in _spans[(int)day])
            if (PastMidnight(span) && time < span.To) return true;
        return false;
    }

    public override string ToString() => _text;
    public bool Equals(OpeningHours? other) => other is not null && _text == other._text;
    public override bool Equals(object? obj) => Equals(obj as OpeningHours);
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static bool PastMidnight((TimeOnly From, TimeOnly To) span) => span.To <= span.From;

    private static bool TryReadRule(string rule, out IEnumerable<int> days, out (TimeOnly, TimeOnly)[] times)
    {
        (days, times) = ([], []);
        var parts = rule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && TryReadTimes(parts[0], out times)) { days = Enumerable.Range(0, 7); return true; }
        if (parts.Length != 2 || ReadDays(parts[0]) is not { Count: > 0 } read) return false;
        days = read;
        return parts[1] is "closed" or "off" || TryReadTimes(parts[1], out times);
    }

    private static List<int> ReadDays(string text)
    {
        var days = new List<int>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-').Select(d => Array.IndexOf(Days, d)).ToArray();
            if (ends.Length is < 1 or > 2 || ends.Contains(-1)) return [];
            for (var day = ends[0]; ; day = (day + 1) % 7)
            {
                days.Add(day);
                if (day == ends[^1]) break;
            }
        }
        return days;
    }

    private static bool TryReadTimes(string text, out (TimeOnly, TimeOnly)[] times)
    {
        times = [];
        var read = new List<(TimeOnly, TimeOnly)>();
        foreach (var span in text.Split(','))
        {
            var ends = span.Split('-');
            if (ends.Length != 2 || !TryReadTime(ends[0], out var from) || !TryReadTime(ends[1], out var to)) return false;
            read.Add((from, to));
        }
        times = [.. read];
        return true;
    }

    private static bool TryReadTime(string text, out TimeOnly time)
    {
        time = TimeOnly.MinValue;
        return text == "24:00" || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
