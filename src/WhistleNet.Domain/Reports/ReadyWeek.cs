using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>How an hour of the week stands: a unit could be formed all through it, not all through it, or no shop is open and nobody is there who could whistle.</summary>
public enum HourState { Ready, Gap, Shut }

/// <param name="Hour">From 0; local.</param>
/// <param name="Why">What is short at some time in it.</param>
public sealed record WeekHour(DayOfWeek Day, int Hour, HourState State, IReadOnlyList<NotReady> Why);

/// <summary>What would close hours of the week.</summary>
/// <param name="Hours">How many hours have this reason.</param>
/// <param name="More">How many more it takes in the worst of them: shops that open, or one trained shop, one shield, one fork.</param>
/// <param name="Shop">The shop that is open in the most of those hours: where the item or the training does most (of several a trained one); none for shops that are to open.</param>
/// <param name="Closed">In how many of those hours it is.</param>
public sealed record WeekGap(NotReady Why, int Hours, int More, Shop? Shop, int Closed);

/// <summary>
/// The hours of an ordinary week in which a circle can form a unit, from opening hours, trained shops and the gear as it is today. A quarter in which it
/// cannot makes its hour a gap. Devices and drills do not go by the hour and are left out.
/// </summary>
public sealed record ReadyWeek(IReadOnlyList<WeekHour> Hours, IReadOnlyList<WeekGap> Gaps)
{
    private const int Quarters = 4;
    private const int All = 7 * 24 * Quarters;
    private static readonly DateTime Monday = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly NotReady[] Asked = [NotReady.TooFewOpen, NotReady.NobodyTrained, NotReady.NoShield, NotReady.NoFork];

    /// <summary>The gaps as people say them: hours of a day that follow each other for the same reasons. <c>To</c> is the hour at which it ends, at most 24.</summary>
    public IEnumerable<(DayOfWeek Day, int From, int To, IReadOnlyList<NotReady> Why)> Spans()
    {
        for (var at = 0; at < Hours.Count;)
        {
            var (from, first) = (at++, Hours[at - 1]);
            if (first.State != HourState.Gap) continue;
            while (at < Hours.Count && Hours[at] is { State: HourState.Gap } next && next.Day == first.Day && next.Why.SequenceEqual(first.Why)) at++;
            yield return (first.Day, first.Hour, first.Hour + at - from, first.Why);
        }
    }

    public static ReadyWeek Of(IReadOnlyList<Shop> shops, ILookup<string, Gear> gear, DateOnly today)
    {
        var open = shops.Select(s => Enumerable.Range(0, All).Select(q => s.Hours is null || s.Hours.OpenAt(Monday.AddMinutes(q * 60 / Quarters))).ToArray()).ToList();
        bool Has(Shop shop, UnitRole role) => gear[shop.Id].Any(g => role.Tools().Contains(g.Kind) && g.Usable(today));
        var has = shops.Select(s => (s.Trained, Shield: Has(s, UnitRole.Shield), Fork: Has(s, UnitRole.Fork))).ToList();

        int Count(int quarter, Func<(bool Trained, bool Shield, bool Fork), bool> which) => Enumerable.Range(0, shops.Count).Count(s => open[s][quarter] && which(has[s]));
        int Lacking(int quarter, NotReady why) => Math.Max(0, why switch
        {
            NotReady.TooFewOpen => MinimumUnit.People - Count(quarter, _ => true),
            NotReady.NobodyTrained => 1 - Count(quarter, s => s.Trained),
            NotReady.NoShield => UnitRole.Shield.Least() - Count(quarter, s => s.Shield),
            _ => UnitRole.Fork.Least() - Count(quarter, s => s.Fork),
        });
        bool Anybody(int quarter) => open.Any(s => s[quarter]);

        var hours = Enumerable.Range(0, 7 * 24).Select(hour =>
        {
            var quarters = Enumerable.Range(hour * Quarters, Quarters).Where(Anybody).ToList();
            NotReady[] why = [.. Asked.Where(w => quarters.Any(q => Lacking(q, w) > 0))];
            return new WeekHour(Monday.AddHours(hour).DayOfWeek, hour % 24, quarters.Count == 0 ? HourState.Shut : why.Length > 0 ? HourState.Gap : HourState.Ready, why);
        }).ToList();
        return new ReadyWeek(hours, [.. Asked.Where(w => hours.Any(h => h.Why.Contains(w))).Select(w => Closing(w))]);

        WeekGap Closing(NotReady why)
        {
            var at = Enumerable.Range(0, hours.Count).Where(h => hours[h].Why.Contains(why)).ToList();
            var more = at.Max(h => Enumerable.Range(h * Quarters, Quarters).Where(Anybody).Max(q => Lacking(q, why)));
            if (why == NotReady.TooFewOpen) return new WeekGap(why, at.Count, more, null, 0);
            int OpenThrough(int shop) => at.Count(h => Enumerable.Range(h * Quarters, Quarters).All(q => open[shop][q] || !Anybody(q)));
            var best = Enumerable.Range(0, shops.Count).MaxBy(s => (OpenThrough(s), shops[s].Trained));
            return new WeekGap(why, at.Count, more, shops[best], OpenThrough(best));
        }
    }
}
