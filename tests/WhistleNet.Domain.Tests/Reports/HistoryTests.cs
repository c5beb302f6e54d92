using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>Figures of a known history are what somebody counts by hand, and no drill or test is ever among the real ones.</summary>
public sealed class HistoryTests
{
    private static readonly History Real = Of(Mode.Real);

    [Fact]
    public void A_known_autumn_is_counted_as_by_hand()
    {
        Assert.Equal("38 = 22 true 10 false 5 unknown 1 open; 31 measured, 15 unreached; 2 duplicates", $"{Line(Real.Whole)}; {Real.Duplicates} duplicates");
        Assert.Equal(Real.Whole.N, Real.Whole.True + Real.Whole.False + Real.Whole.Unknown + Real.Whole.Open);
        Assert.Equal(new Percentiles(31, 2, Seconds(48), Seconds(70)), Real.Whole.Stages[Stage.SelfHelp]);
        Assert.Equal(new Percentiles(31, 7, Seconds(219), null), Real.Whole.Stages[Stage.MutualHelp]);
        Assert.Equal(new Percentiles(31, 7, Seconds(279), null), Real.Whole.Stages[Stage.OnScene]);
        Assert.Equal(23, Real.Unreached.Values.Sum());
    }

    [Fact]
    public void It_is_cut_by_circle_area_kind_outcome_month_weekday_and_hour()
    {
        Assert.Equal(
        [
            "A1 13 = 5 true 4 false 4 unknown 0 open; 11 measured, 7 unreached", "A2 8 = 6 true 1 false 0 unknown 1 open; 6 measured, 2 unreached", "A3 6 = 4 true 2 false 0 unknown 0 open; 5 measured, 3 unreached",
            "A4 2 = 1 true 1 false 0 unknown 0 open; 1 measured, 1 unreached", "B1 9 = 6 true 2 false 1 unknown 0 open; 8 measured, 2 unreached",
        ], Real.By(Cut.Circle, KnownHistory.Town).Select(p => $"{p.Key} {Line(p.Figures)}"));
        Assert.Equal("A 27, B 9, none 2", Counts(Cut.Area)); // a circle that is gone is in no area
        Assert.Equal("disorder 7, fight 3, fire 4, robbery 7, suspicious 5, theft 6, unspecified 6", Counts(Cut.Kind));
        Assert.Equal("handedToPolice 5, honestMistake 3, malicious 1, mediation 6, medicalOrFire 3, none 1, nothingFound 5, slip 6, stopped 8", Counts(Cut.Outcome));
        Assert.Equal("2026-09 12, 2026-10 16, 2026-11 10", Counts(Cut.Month));
        Assert.Equal("1 3, 2 5, 3 8, 4 6, 5 7, 6 8, 7 1", Counts(Cut.Weekday));
        Assert.Equal("0 2, 12 3, 18 4, 19 4, 21 4, 22 6, 23 9, 7 4, 9 2", Counts(Cut.Hour));
        Assert.Equal(new Percentiles(11, 1, Seconds(53), Seconds(70)), Real.By(Cut.Circle, KnownHistory.Town)[0].Figures.Stages[Stage.SelfHelp]);
    }

    [Fact]
    public void Drills_are_apart_and_tests_are_in_no_figure()
    {
        var drills = Of(Mode.Drill);
        Assert.Equal("12 = 0 true 0 false 0 unknown 0 open; 12 measured, 6 unreached", Line(drills.Whole));
        Assert.Equal(12, drills.Of(Tally.Counted).Count(a => a.Mode == Mode.Drill));
        Assert.Equal(0, Of(Mode.Test).Whole.N);
        Assert.Empty(Of(Mode.Test).Unreached);
        Assert.DoesNotContain(Real.Of(Tally.Counted), a => a.Mode != Mode.Real);
    }

    [Fact]
    public void Every_outcome_is_true_false_unknown_or_no_whistle_of_its_own()
    {
        Outcome[] ofNoWhistle = [Outcome.Duplicate, Outcome.Drill, Outcome.Test];
        var said = new[] { Tally.True, Tally.False, Tally.Unknown }.SelectMany(Tallies.Of).ToList();
        Assert.Equal(Enum.GetValues<Outcome>().Except(ofNoWhistle).Order(), said.Order());
        Assert.Equal([Outcome.NothingFound], Tallies.Of(Tally.Unknown)); // whoever found nothing does not know that there was nothing
        Assert.DoesNotContain(Outcome.Slip, Tallies.Of(Tally.Measured));
    }

    [Fact]
    public void What_changed_since_the_last_drill_is_told_with_how_many_it_is_of()
    {
        var since = SinceDrill.Of(KnownHistory.Alerts).ToDictionary(s => s.CircleId);
        Assert.Equal(["A1", "A2", "A3", "B1"], since.Keys.Order()); // A4 never drilled
        var a1 = since["A1"];
        Assert.Equal((new DateOnly(2026, 10, 21), new DateOnly(2026, 9, 20)), (a1.Last.Day, a1.Earlier!.Day));
        Assert.Equal((null, Seconds(200)), (a1.Earlier.OnScene, a1.Last.OnScene));
        Assert.Equal((5, 6), (a1.Before.N, a1.After.N));
        Assert.Equal((6, 2, (TimeSpan?)null), (since["B1"].Before.N, since["B1"].After.N, since["B1"].After.Stages[Stage.SelfHelp].P50)); // two say nothing of a median
        Assert.Null(since["B1"].Earlier);
        var sameDay = KnownHistory.Alerts.First(a => a is { CircleId: "A1", Mode: Mode.Real, Outcome: Outcome.Stopped }) with { Here = a1.Last.Here.AddHours(8) };
        Assert.Equal((6, 6), SinceDrill.Of(KnownHistory.Alerts.Append(sameDay)).Where(s => s.CircleId == "A1").Select(s => (s.Before.N, s.After.N)).Single()); // the day of the drill is before it
        Assert.Equal(Mode.Drill, a1.Last.Mode);
    }

    [Fact]
    public void A_period_has_no_days_before_the_first_press_and_no_more_than_ten_years()
    {
        var year = Period.Last(365, new DateOnly(2026, 11, 28));
        Assert.Equal((new DateOnly(2025, 11, 29), 365), (year.From, year.Days));
        Assert.Equal(10, year.Since(new DateOnly(2026, 11, 19)).Days);
        Assert.Equal(365, year.Since(new DateOnly(2020, 1, 1)).Days);
        Assert.Equal(365, year.Since(null).Days);
        Assert.Equal(year, Period.Between(year.Until, year.From));
        Assert.Equal(Period.Most, Period.Between(new DateOnly(2001, 1, 1), year.Until).Days);
    }

    private static History Of(Mode mode) => new(mode, KnownHistory.Alerts, KnownHistory.Missed);

    private static string Counts(Cut cut) => string.Join(", ", Real.By(cut, KnownHistory.Town).Select(p => $"{p.Key} {p.Figures.N}"));

    private static string Line(Figures f) => $"{f.N} = {f.True} true {f.False} false {f.Unknown} unknown {f.Open} open; {f.Measured} measured, {f.WithUnreached} unreached";

    private static TimeSpan? Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
