using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>The hours of the week in which a circle can form a unit, counted by hand.</summary>
public sealed class ReadyWeekTests
{
    private static Shop At(string id, string? hours, bool trained = true)
    {
        var shop = Some.Shop(id, 45, 126, trained: trained);
        shop.Hours = hours is null ? null : OpeningHours.TryParse(hours) ?? throw new ArgumentException(hours, nameof(hours));
        return shop;
    }

    private static Gear[] Sets(params string[] shops) => [.. shops.SelectMany(s => new[] { Ledger.Item(shop: s, id: "S-" + s), Ledger.Item(GearKind.Fork, s, id: "F-" + s) })];

    private static ReadyWeek Week(Shop[] shops, params Gear[] gear) => ReadyWeek.Of(shops, gear.ToLookup(g => g.ShopId), Ledger.Today);

    private static int Count(ReadyWeek week, HourState state) => week.Hours.Count(h => h.State == state);

    [Fact]
    public void Four_shops_from_eight_to_eight_with_gear_are_ready_then_and_shut_otherwise()
    {
        var week = Week([.. "abcd".Select(c => At($"{c}", "08:00-20:00"))], Sets("a"));
        Assert.Equal((168, 84, 0, 84), (week.Hours.Count, Count(week, HourState.Ready), Count(week, HourState.Gap), Count(week, HourState.Shut)));
        Assert.Equal((DayOfWeek.Monday, 0, HourState.Shut), (week.Hours[0].Day, week.Hours[0].Hour, week.Hours[0].State));
        Assert.Empty(week.Gaps);
    }

    [Fact]
    public void A_shop_that_stays_open_past_midnight_alone_makes_a_gap_of_the_night_and_the_next_morning_is_shut()
    {
        var week = Week([At("a", "18:00-20:00"), At("b", "18:00-20:00"), At("c", "18:00-20:00"), At("d", "18:00-20:00; Sa 18:00-02:00")], Sets("a", "d"));
        Assert.Equal([(DayOfWeek.Saturday, 20, 24), (DayOfWeek.Sunday, 0, 2)], week.Spans().Select(s => (s.Day, s.From, s.To)));
        Assert.Equal(HourState.Shut, week.Hours.Single(h => h is { Day: DayOfWeek.Sunday, Hour: 2 }).State);
        Assert.Equal(14, Count(week, HourState.Ready));
    }

    [Fact]
    public void Sunday_without_the_shop_that_has_the_shield_says_where_another_would_close_it()
    {
        var week = Week([At("a", "08:00-20:00; Su closed"), .. "bcd".Select(c => At($"{c}", "08:00-20:00")), At("e", "08:00-20:00; Su 08:00-12:00")], [.. Sets("a"), Ledger.Item(GearKind.Fork, "b", id: "F-2")]);
        Assert.Equal([(DayOfWeek.Sunday, 8, 12, "NoShield"), (DayOfWeek.Sunday, 12, 20, "TooFewOpen NoShield")], week.Spans().Select(s => (s.Day, s.From, s.To, string.Join(' ', s.Why)))); // from twelve on there are three
        var shield = week.Gaps.Single(g => g.Why == NotReady.NoShield);
        Assert.Equal((12, 1, "b", 12), (shield.Hours, shield.More, shield.Shop!.Id, shield.Closed));
        var open = week.Gaps.Single(g => g.Why == NotReady.TooFewOpen);
        Assert.Equal((8, 1, (Shop?)null), (open.Hours, open.More, open.Shop));
    }

    [Fact]
    public void A_quarter_without_enough_shops_makes_its_hour_a_gap()
    {
        var week = Week([.. "abc".Select(c => At($"{c}", "08:00-20:00")), At("d", "08:15-20:00")], Sets("a"));
        Assert.Equal(7, Count(week, HourState.Gap));
        Assert.All(week.Spans(), s => Assert.Equal((8, 9), (s.From, s.To)));
    }

    [Fact]
    public void Nobody_trained_or_a_shield_out_of_date_is_a_gap_whenever_somebody_is_there()
    {
        var untrained = Week([.. "abcd".Select(c => At($"{c}", "Mo 08:00-10:00; Tu-Su closed", trained: false))], Sets("a"));
        Assert.Equal([(DayOfWeek.Monday, 8, 10)], untrained.Spans().Where(s => s.Why is [NotReady.NobodyTrained]).Select(s => (s.Day, s.From, s.To)));
        var old = Ledger.Item(shop: "a", expires: Ledger.Today.AddDays(-1));
        Assert.Equal(168, Count(Week([.. "abcd".Select(c => At($"{c}", null))], old, Ledger.Item(GearKind.Fork, "a", id: "F")), HourState.Gap));
    }

    [Fact]
    public void A_circle_of_three_lacks_one_shop_in_every_hour()
    {
        var gap = Assert.Single(Week([.. "abc".Select(c => At($"{c}", null))], Sets("a")).Gaps);
        Assert.Equal((NotReady.TooFewOpen, 168, 1), (gap.Why, gap.Hours, gap.More));
    }

    [Fact]
    public void The_next_seven_days_know_a_holiday_a_training_that_ends_and_a_shield_that_runs_out_and_an_ordinary_week_does_not()
    {
        Shop[] shops = [At("a", "08:00-20:00", trained: false), .. "bcde".Select(c => At($"{c}", "08:00-20:00", trained: false))];
        shops[0].TrainedUntil = Ledger.Today.AddDays(4); // Tuesday the 24th and on: in date until Saturday
        var gear = new[] { Ledger.Item(shop: "a", expires: Ledger.Today.AddDays(5), next: Ledger.Today.AddYears(1)), Ledger.Item(GearKind.Fork, "a", next: Ledger.Today.AddYears(1)) }.ToLookup(g => g.ShopId);
        var holiday = new SpecialDay { Id = "x", StationId = "station", From = Ledger.Today.AddDays(1), Until = Ledger.Today.AddDays(1), Hours = OpeningHours.TryParse("10:00-12:00"), ForAll = true };
        var closed = "bc".Select(c => new SpecialDay { Id = $"{c}", StationId = "station", ShopId = $"{c}", From = Ledger.Today.AddDays(2), Until = Ledger.Today.AddDays(2) });

        var week = ReadyWeek.Next(shops, gear, new ShopCalendar([holiday, .. closed]), Ledger.Today);
        Assert.Equal(Ledger.Today, week.Hours[0].Date);
        Assert.Equal((2, 22), (week.Hours.Count(h => h.Date == Ledger.Today.AddDays(1) && h.State == HourState.Ready), week.Hours.Count(h => h.Date == Ledger.Today.AddDays(1) && h.State == HourState.Shut)));
        Assert.Equal([(2, 8, 20, "TooFewOpen"), (5, 8, 20, "NobodyTrained"), (6, 8, 20, "NobodyTrained NoShield")],
            week.Spans().Select(s => (week.Hours.First(h => h.Day == s.Day).Date!.Value.DayNumber - Ledger.Today.DayNumber, s.From, s.To, string.Join(' ', s.Why))));
        Assert.Equal((84, 0), (Count(ReadyWeek.Of(shops, gear, Ledger.Today), HourState.Ready), ReadyWeek.Of(shops, gear, Ledger.Today).Gaps.Count));
    }

    [Fact]
    public void A_night_that_began_before_a_closed_day_runs_to_its_end()
    {
        Shop[] shops = [.. "abcd".Select(c => At($"{c}", "18:00-02:00"))];
        var closed = new SpecialDay { Id = "x", StationId = "station", From = Ledger.Today.AddDays(1), Until = Ledger.Today.AddDays(1), ForAll = true };
        var week = ReadyWeek.Next(shops, Sets("a").ToLookup(g => g.ShopId), new ShopCalendar([closed]), Ledger.Today);
        string States(int day) => string.Concat(week.Hours.Where(h => h.Date == Ledger.Today.AddDays(day)).Select(h => h.State == HourState.Ready ? 'R' : h.State == HourState.Gap ? 'G' : '.'));
        Assert.Equal("RR................RRRRRR", States(0));
        Assert.Equal("RR......................", States(1));
        Assert.Equal("..................RRRRRR", States(2));
    }

    [Fact]
    public void Of_shops_that_are_open_alike_one_that_is_trained_gets_what_is_missing() =>
        Assert.Equal("c", Week([At("a", null, trained: false), At("b", null, trained: false), At("c", null), At("d", null, trained: false)]).Gaps.Single(g => g.Why == NotReady.NoShield).Shop!.Id);
}
