using System.Globalization;

namespace WhistleNet.Alerts;

/// <summary>What a list of alerts is asked for: by last change, in pages.</summary>
/// <param name="Open">True for open ones, false for closed ones, none for both.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record AlertQuery(bool? Open, DateTimeOffset? Since, int Limit, (DateTimeOffset At, string Id)? After)
{
    public const int MostAtOnce = 500;

    public static AlertQuery? Read(string? state, string? since, string? limit, string? after, out string why)
    {
        why = "state is open or closed.";
        if (state is not (null or "" or "open" or "closed")) return null;
        why = "since is a time such as 2026-11-24T08:00:00Z.";
        DateTimeOffset? from = null;
        if (!string.IsNullOrEmpty(since))
        {
            if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return null;
            from = time.ToUniversalTime();
        }
        why = $"limit is a whole number from 1 to {MostAtOnce}.";
        var most = 100;
        if (!string.IsNullOrEmpty(limit) && (!int.TryParse(limit, CultureInfo.InvariantCulture, out most) || most is < 1 or > MostAtOnce)) return null;
        why = "after is the next of an earlier page.";
        (DateTimeOffset, string)? cursor = null;
        if (!string.IsNullOrEmpty(after))
        {
            var parts = after.Split('-');
            if (parts.Length != 2 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTime.MaxValue.Ticks) return null;
            cursor = (new DateTimeOffset(ticks, TimeSpan.Zero), parts[1]);
        }
        return new(string.IsNullOrEmpty(state) ? null : state == "open", from, most, cursor);
    }

    /// <summary>The cursor behind this alert.</summary>
    public static string Next(Alert last) => string.Create(CultureInfo.InvariantCulture, $"{last.ChangedAt.UtcTicks}-{last.Id}");
}
