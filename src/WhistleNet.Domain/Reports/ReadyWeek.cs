using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>How an hour of the week stands: a unit could be formed all through it, not all through it, or no shop is open and nobody is there who could whistle.</summary>
public enum HourState { Ready, Gap, Shut }

/// <param name="Hour">From 0; local.</param>
/// <param name="Why">What is short at some time in it.</param>
/// <param name="Date">Its day, where it is one of these seven and not of any week.</param>
public sealed record WeekHour(DayOfWeek Day, int Hour, HourState State, IReadOnlyList<NotReady> Why, DateOnly? Date = null);

/// <summary>What would close hours of the week.</summary>
/// <param name="Hours">How many hours have this reason.</param>
/// <param name="More">How many more it takes in the worst of them: shops that open, or one trained shop, one shield, one fork.</param>
/// <param name="Shop">The shop that is open in the most of those hours: where the item or the training does most (of several a trained one); none for shops that are to open.</param>
/// <param name="Closed">In how many of those hours it is.</param>
public sealed record WeekGap(NotReady Why, int Hours, int More, Shop? Shop, int Closed);

/// <summary>
/// The hours of a week in which a circle can form a unit, from opening hours, trained shops and gear: of an ordinary one as all is today, or of the next seven days
/// with their special days, trainings that end and gear that runs out. A quarter in which it cannot makes its hour a gap. Devices and drills do not go by the hour
/// and are left out.
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

    /// <summary>An ordinary week, Monday first, as things are today.</summary>
    public static ReadyWeek Of(IReadOnlyList<Shop> shops, ILookup<string, Gear> gear, DateOnly today) => Of(shops, gear, ShopCalendar.Empty, Monday, _ => today, isAny: true);

    /// <summary>The seven days that begin with this one.</summary>
    public static ReadyWeek Next(IReadOnlyList<Shop> shops, ILookup<string, Gear> gear, ShopCalendar calendar, DateOnly today) =>
        Of(shops, gear, calendar, today.ToDateTime(TimeOnly.MinValue), today.AddDays, isAny: false);

    /// <param name="on">The day by which trainings and gear of its nth day are judged.</param>
    private static ReadyWeek Of(IReadOnlyList<Shop> shops, ILookup<string, Gear> gear, ShopCalendar calendar, DateTime start, Func<int, DateOnly> on, bool isAny)
    {
        var open = shops.Select(s => Enumerable.Range(0, All).Select(q => calendar.OpenAt(s, start.AddMinutes(q * 60 / Quarters))).ToArray()).ToList();
        bool Has(Shop shop, UnitRole role, DateOnly day) => gear[shop.Id].Any(g => role.Tools().Contains(g.Kind) && g.Usable(day));
        var has = Enumerable.Range(0, 7).Select(on).Select(day => shops.Select(s => (Trained: s.TrainedOn(day), Shield: Has(s, UnitRole.Shield, day), Fork: Has(s, UnitRole.Fork, day))).ToList()).ToList();

        int Count(int quarter, Func<(bool Trained, bool Shield, bool Fork), bool> which) => Enumerable.Range(0, shops.Count).Count(s => open[s][quarter] && which(has[quarter / (All / 7)][s]));
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
            var at = start.AddHours(hour);
            return new WeekHour(at.DayOfWeek, hour % 24, quarters.Count == 0 ? HourState.Shut : why.Length > 0 ? HourState.Gap : HourState.Ready, why, isAny ? null : DateOnly.FromDateTime(at));
        }).ToList();
        return new ReadyWeek(hours, [.. Asked.Where(w => hours.Any(h => h.Why.Contains(w))).Select(w => Closing(w))]);

        WeekGap Closing(NotReady why)
        {
            var at = Enumerable.Range(0, hours.Count).Where(h => hours[h].Why.Contains(why)).ToList();
            var more = at.Max(h => Enumerable.Range(h * Quarters, Quarters).Where(Anybody).Max(q => Lacking(q, why)));
            if (why == NotReady.TooFewOpen) return new WeekGap(why, at.Count, more, null, 0);
            int OpenThrough(int shop) => at.Count(h => Enumerable.Range(h * Quarters, Quarters).All(q => open[shop][q] || !Anybody(q)));
            var best = Enumerable.Range(0, shops.Count).MaxBy(s => (OpenThrough(s), has[0][s].Trained));
            return new WeekGap(why, at.Count, more, shops[best], OpenThrough(best));
        }
    }
}
