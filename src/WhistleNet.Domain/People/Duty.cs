namespace WhistleNet.People;

/// <summary>What is wrong with a shift as it was typed, or what would follow from it.</summary>
public enum ShiftFlaw { Nobody, TooShort, TooLong, Over, TwiceAtOnce, NotNow }

/// <summary>A stretch in which fewer stand on the roster than the station wants.</summary>
public sealed record CoverGap(DateTimeOffset From, DateTimeOffset Until, int Have);

/// <summary>The duty roster of a station, pure: who is on, where it is short, and what a change would break.</summary>
public static class Duty
{
    /// <summary>Who is on at a moment, whoever began first first; each once.</summary>
    public static IReadOnlyList<string> On(IEnumerable<Shift> shifts, DateTimeOffset now) => [.. shifts.Where(s => s.IsAt(now)).OrderBy(s => s.From).Select(s => s.WhoId).Distinct()];

    /// <summary>What keeps this from being written; none where it may be.</summary>
    /// <param name="others">The station's shifts without the one that is written.</param>
    public static ShiftFlaw? Wrong(string? whoId, DateTimeOffset from, DateTimeOffset until, IEnumerable<Shift> others, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(whoId)) return ShiftFlaw.Nobody;
        if (until - from < Shift.Shortest) return ShiftFlaw.TooShort;
        if (until - from > Shift.Longest) return ShiftFlaw.TooLong;
        if (until <= now) return ShiftFlaw.Over;
        return others.Any(s => s.WhoId == whoId && s.Meets(from, until)) ? ShiftFlaw.TwiceAtOnce : null;
    }

    /// <summary>Where fewer than so many people stand on the roster, stretches of one number together.</summary>
    public static IReadOnlyList<CoverGap> Gaps(IReadOnlyCollection<Shift> shifts, DateTimeOffset from, DateTimeOffset until, int least)
    {
        var gaps = new List<CoverGap>();
        if (least <= 0 || from >= until) return gaps;
        var met = shifts.Where(s => s.Meets(from, until)).ToList();
        List<DateTimeOffset> turns = [.. met.SelectMany(s => new[] { s.From, s.Until }).Where(t => t > from && t < until).Append(from).Distinct().Order(), until];
        for (var at = 0; at + 1 < turns.Count; at++)
        {
            var have = On(met, turns[at]).Count;
            if (have >= least) continue;
            if (gaps.Count > 0 && gaps[^1].Until == turns[at] && gaps[^1].Have == have) gaps[^1] = gaps[^1] with { Until = turns[at + 1] };
            else gaps.Add(new CoverGap(turns[at], turns[at + 1], have));
        }
        return gaps;
    }

    /// <summary>Two change places: each has the other's time. What keeps them from it, none where nothing does.</summary>
    public static ShiftFlaw? Swap(Shift one, Shift other, IEnumerable<Shift> all, DateTimeOffset now)
    {
        if (one.WhoId == other.WhoId) return ShiftFlaw.TwiceAtOnce;
        var rest = all.Where(s => s.Id != one.Id && s.Id != other.Id).ToList();
        if ((Wrong(other.WhoId, one.From, one.Until, rest, now) ?? Wrong(one.WhoId, other.From, other.Until, rest, now)) is { } flaw) return flaw;
        (one.WhoId, other.WhoId) = (other.WhoId, one.WhoId);
        return null;
    }

    /// <summary>Somebody else goes on from now: the shift ends here, and a new one is theirs until its end.</summary>
    public static ShiftFlaw? HandOver(Shift shift, string? toId, IEnumerable<Shift> all, DateTimeOffset now, string newId, out Shift? next)
    {
        next = null;
        if (!shift.IsAt(now)) return ShiftFlaw.NotNow;
        if (string.IsNullOrEmpty(toId)) return ShiftFlaw.Nobody;
        if (toId == shift.WhoId || all.Any(s => s.Id != shift.Id && s.WhoId == toId && s.Meets(now, shift.Until))) return ShiftFlaw.TwiceAtOnce;
        next = new Shift { Id = newId, StationId = shift.StationId, WhoId = toId, From = now, Until = shift.Until };
        shift.Until = now;
        return null;
    }
}
