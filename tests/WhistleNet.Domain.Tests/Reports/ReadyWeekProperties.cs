using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>The week of any circle is what its words say, asked again of every shop for every quarter of an hour.</summary>
public sealed class ReadyWeekProperties
{
    private static readonly string?[] Hours = [null, "08:00-20:00", "18:00-02:00; Su closed", "Mo-Fr 08:15-12:00,13:00-21:30; Sa 09:50-02:10", "Mo 00:00-24:00; Tu-Su closed", "22:45-06:20", "Mo-Su closed"];

    public sealed record Case(IReadOnlyList<Shop> Shops, IReadOnlyList<Gear> Gear, IReadOnlyList<SpecialDay> Days)
    {
        public ILookup<string, Gear> OfShop { get; } = Gear.ToLookup(g => g.ShopId);
    }

    public static class Cases
    {
        public static Arbitrary<Case> Any() => (from count in Gen.Choose(0, 7)
                                                from shops in ShopOf().ArrayOf(count)
                                                from gear in GearOf(count).ArrayOf()
                                                from days in DayOf(count).ArrayOf()
                                                select new Case([.. shops.Select(Named)], [.. gear.Where(g => g is not null).Select(g => g!)], [.. days.Select((d, n) => Of(d, n))])).ToArbitrary();

        private static Gen<(string? Hours, bool Trained, int Until, bool Holidays)> ShopOf() =>
            from hours in Gen.Elements(Hours)
            from trained in Gen.Choose(0, 3)
            from until in Gen.Choose(-2, 9)
            from holidays in Gen.Elements(true, false)
            select (hours, trained == 0, until, holidays);

        private static Shop Named((string? Hours, bool Trained, int Until, bool Holidays) said, int n)
        {
            var shop = Some.Shop($"shop{n}", 45, 126, trained: said.Trained);
            shop.Hours = OpeningHours.TryParse(said.Hours);
            shop.TrainedUntil = said.Until < 0 ? null : Ledger.Today.AddDays(said.Until);
            shop.KeepsHolidays = said.Holidays;
            return shop;
        }

        private static Gen<Gear?> GearOf(int shops) =>
            from kind in Gen.Elements(GearKind.Shield, GearKind.Fork, GearKind.Helmet)
            from shop in Gen.Choose(0, Math.Max(0, shops - 1))
            from expires in Gen.Choose(-1, 9)
            from next in Gen.Choose(-1, 30)
            select shops == 0 ? null : Ledger.Item(kind, $"shop{shop}", Ledger.Today.AddDays(expires), Ledger.Today.AddDays(next));

        private static Gen<(int Shop, int From, int Long, string? Hours, bool ForAll)> DayOf(int shops) =>
            from shop in Gen.Choose(-1, shops - 1)
            from day in Gen.Choose(-2, 8)
            from length in Gen.Choose(0, 3)
            from hours in Gen.Elements(Hours)
            from all in Gen.Elements(true, false)
            select (shop, day, length, hours, all);

        private static SpecialDay Of((int Shop, int From, int Long, string? Hours, bool ForAll) said, int n) => new()
        {
            Id = $"day{n}", StationId = "station", ShopId = said.Shop < 0 ? null : $"shop{said.Shop}", ForAll = said.ForAll,
            From = Ledger.Today.AddDays(said.From), Until = Ledger.Today.AddDays(said.From + said.Long), Hours = OpeningHours.TryParse(said.Hours),
        };
    }

    [Property(Arbitrary = [typeof(Cases)])]
    public void An_ordinary_week_is_what_each_quarter_of_it_says(Case circle) =>
        Same(new Slowly(circle, ShopCalendar.Empty, new DateTime(2026, 1, 5), _ => Ledger.Today), ReadyWeek.Of(circle.Shops, circle.OfShop, Ledger.Today));

    [Property(Arbitrary = [typeof(Cases)])]
    public void The_next_seven_days_are_what_each_quarter_of_them_says(Case circle)
    {
        var calendar = new ShopCalendar(circle.Days);
        Same(new Slowly(circle, calendar, Ledger.Today.ToDateTime(TimeOnly.MinValue), Ledger.Today.AddDays), ReadyWeek.Next(circle.Shops, circle.OfShop, calendar, Ledger.Today));
    }

    private static void Same(Slowly slowly, ReadyWeek week)
    {
        Assert.Equal(Enumerable.Range(0, 168).Select(slowly.Hour), week.Hours.Select(h => (h.Day, h.Hour, h.State, string.Join(' ', h.Why))));
        Assert.Equal(slowly.Gaps(), week.Gaps);
    }

    /// <summary>Nothing is summed up: who is there, is trained and has what is asked for each quarter again.</summary>
    private sealed class Slowly(Case circle, ShopCalendar calendar, DateTime start, Func<int, DateOnly> on)
    {
        private static readonly NotReady[] Reasons = [NotReady.TooFewOpen, NotReady.NobodyTrained, NotReady.NoShield, NotReady.NoFork];
        private readonly List<Shop>[] _there = [.. Enumerable.Range(0, 672).Select(q => circle.Shops.Where(s => calendar.OpenAt(s, start.AddMinutes(15 * q))).ToList())];

        public (DayOfWeek, int, HourState, string) Hour(int hour)
        {
            var why = Reasons.Where(w => Why(hour, w)).ToList();
            return (start.AddHours(hour).DayOfWeek, hour % 24, !Quarters(hour).Any() ? HourState.Shut : why.Count > 0 ? HourState.Gap : HourState.Ready, string.Join(' ', why));
        }

        public IEnumerable<WeekGap> Gaps() => Reasons.Where(w => Enumerable.Range(0, 168).Any(h => Why(h, w))).Select(Gap);

        private WeekGap Gap(NotReady why)
        {
            var hours = Enumerable.Range(0, 168).Where(h => Why(h, why)).ToList();
            var more = hours.SelectMany(Quarters).Max(q => Lacking(q, why));
            if (why == NotReady.TooFewOpen) return new WeekGap(why, hours.Count, more, null, 0);
            int Through(Shop shop) => hours.Count(h => Quarters(h).All(q => _there[q].Contains(shop)));
            var best = circle.Shops.OrderByDescending(Through).ThenByDescending(s => s.TrainedOn(on(0))).First();
            return new WeekGap(why, hours.Count, more, best, Through(best));
        }

        private bool Why(int hour, NotReady why) => Quarters(hour).Any(q => Lacking(q, why) > 0);

        // Those in which somebody is there.
        private IEnumerable<int> Quarters(int hour) => Enumerable.Range(hour * 4, 4).Where(q => _there[q].Count > 0);

        private int Lacking(int quarter, NotReady why)
        {
            var day = on(quarter / 96);
            bool Has(Shop shop, GearKind kind) => circle.OfShop[shop.Id].Any(g => g.Kind == kind && g.Usable(day));
            return Math.Max(0, why switch
            {
                NotReady.TooFewOpen => 4 - _there[quarter].Count,
                NotReady.NobodyTrained => 1 - _there[quarter].Count(s => s.TrainedOn(day)),
                NotReady.NoShield => 1 - _there[quarter].Count(s => Has(s, GearKind.Shield)),
                _ => 1 - _there[quarter].Count(s => Has(s, GearKind.Fork)),
            });
        }
    }
}
