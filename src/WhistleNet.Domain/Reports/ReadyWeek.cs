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
    private const int Days = 7;
    private const int All = Days * 24 * Quarters;
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly NotReady[] Asked = [NotReady.TooFewOpen, NotReady.NobodyTrained, NotReady.NoShield, NotReady.NoFork];
    private static readonly int[] Needed = [MinimumUnit.People, 1, UnitRole.Shield.Least(), UnitRole.Fork.Least()]; // in the order of Asked

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
        Of(shops, gear, calendar, today, today.AddDays, isAny: false);

    /// <param name="on">The day by which trainings and gear of its nth day are judged.</param>
    private static ReadyWeek Of(IReadOnlyList<Shop> shops, ILookup<string, Gear> gear, ShopCalendar calendar, DateOnly first, Func<int, DateOnly> on, bool isAny)
    {
        bool[][] open = [.. shops.Select(s => calendar.Quarters(s, first, Days))];
        var have = Have(shops, gear, open, on);
        int[][] lacking = [.. Needed.Select((needed, why) => Worst(needed, have[why], there: have[0]))];
        List<WeekHour> hours = [.. Enumerable.Range(0, Days * 24).Select(Hour)];
        return new ReadyWeek(hours, [.. Enumerable.Range(0, Asked.Length).Where(w => Array.Exists(lacking[w], l => l > 0)).Select(Closing)]);

        WeekHour Hour(int hour)
        {
            var day = first.AddDays(hour / 24);
            NotReady[] why = [.. Asked.Where((_, w) => lacking[w][hour] > 0)];
            var state = why.Length > 0 ? HourState.Gap : have[0].AsSpan(hour * Quarters, Quarters).ContainsAnyExcept(0) ? HourState.Ready : HourState.Shut;
            return new WeekHour(day.DayOfWeek, hour % 24, state, why, isAny ? null : day);
        }

        WeekGap Closing(int why)
        {
            List<int> at = [.. Enumerable.Range(0, hours.Count).Where(h => lacking[why][h] > 0)];
            if (Asked[why] == NotReady.TooFewOpen) return new WeekGap(Asked[why], at.Count, lacking[why].Max(), null, 0);
            List<int> through = [.. open.Select(o => at.Count(h => IsOpenThrough(h, o, there: have[0])))];
            var best = Enumerable.Range(0, shops.Count).MaxBy(s => (through[s], shops[s].TrainedOn(on(0))));
            return new WeekGap(Asked[why], at.Count, lacking[why].Max(), shops[best], through[best]);
        }
    }

    // For each reason in each quarter how many are there that keep it away; of the first, all who are there. Trainings and gear are asked once a day.
    private static int[][] Have(IReadOnlyList<Shop> shops, ILookup<string, Gear> gear, bool[][] open, Func<int, DateOnly> on)
    {
        int[][] have = [.. Asked.Select(_ => new int[All])];
        for (var shop = 0; shop < shops.Count; shop++)
        {
            List<Gear> items = [.. gear[shops[shop].Id]];
            bool Has(UnitRole role, DateOnly day) => items.Exists(g => role.Tools().Contains(g.Kind) && g.Usable(day));
            for (var n = 0; n < Days; n++)
            {
                var day = on(n);
                bool[] counts = [true, shops[shop].TrainedOn(day), Has(UnitRole.Shield, day), Has(UnitRole.Fork, day)];
                for (var why = 0; why < counts.Length; why++)
                    for (var quarter = All / Days * n; counts[why] && quarter < All / Days * (n + 1); quarter++)
                        if (open[shop][quarter]) have[why][quarter]++;
            }
        }
        return have;
    }

    // How many are lacking in the worst quarter of each hour; none where nobody is there.
    private static int[] Worst(int needed, int[] have, int[] there)
    {
        var worst = new int[All / Quarters];
        for (var quarter = 0; quarter < All; quarter++)
            if (there[quarter] > 0) worst[quarter / Quarters] = Math.Max(worst[quarter / Quarters], needed - have[quarter]);
        return worst;
    }

    // In each quarter of the hour in which somebody is there, this shop is.
    private static bool IsOpenThrough(int hour, bool[] open, int[] there)
    {
        for (var quarter = hour * Quarters; quarter < (hour + 1) * Quarters; quarter++)
            if (!open[quarter] && there[quarter] > 0) return false;
        return true;
    }
}
