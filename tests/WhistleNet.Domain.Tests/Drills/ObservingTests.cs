using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>What of an observer's ticks counts, and how long they may write.</summary>
public sealed class ObservingTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_a_tick_and_its_taking_back_the_later_counts_in_whatever_order_they_came()
    {
        ObserverLine[] lines = [Line("2", ObserverEntry.Unticked, 20), Line("1", ObserverEntry.Ticked, 10)];
        Assert.Empty(Observing.Ticks(lines));
        Assert.Equal("3", Observing.Ticks([.. lines, Line("3", ObserverEntry.Ticked, 30)]).Single().Id);
    }

    [Fact]
    public void A_tick_of_another_observer_stands_for_itself()
    {
        ObserverLine[] lines = [Line("1", ObserverEntry.Ticked, 10), Line("2", ObserverEntry.Unticked, 20, "second")];
        Assert.Equal("first", Observing.Ticks(lines).Single().ObserverId);
    }

    [Fact]
    public void A_phones_time_counts_between_the_start_and_now_alone()
    {
        var drill = Running();
        var now = Start.AddMinutes(5);
        Assert.Equal(Start.AddMinutes(2), ObserverLine.TimeOf(Start.AddMinutes(2), drill, now));
        Assert.All(new DateTimeOffset?[] { null, Start.AddSeconds(-1), now.AddSeconds(1) }, claimed => Assert.Equal(now, ObserverLine.TimeOf(claimed, drill, now)));
    }

    [Fact]
    public void An_observer_writes_of_their_own_drill_until_its_report_is_done_or_a_week_has_passed()
    {
        var drill = Running();
        var observer = new Observer { Id = "o", DrillId = drill.Id, MadeAt = Start, MadeBy = "宋丽" };
        Assert.True(observer.MayObserve(drill, isReported: false, Start));
        Assert.False(new Observer { Id = "x", DrillId = "other", MadeAt = Start, MadeBy = "" }.MayObserve(drill, isReported: false, Start));
        Assert.Null(drill.Stop(new Actor("b", "宋丽", Role.Organizer), "够了", Start.AddMinutes(10)));
        Assert.True(observer.MayObserve(drill, isReported: false, Start.AddDays(6)));
        Assert.False(observer.MayObserve(drill, isReported: true, Start.AddMinutes(11)));
        Assert.False(observer.MayObserve(drill, isReported: false, Start.AddDays(8)));
    }

    [Fact]
    public void A_link_lets_in_the_first_phone_alone()
    {
        var observer = new Observer { Id = "o", DrillId = "d", MadeAt = Start, MadeBy = "宋丽" };
        Assert.True(observer.Join("陈", "hash", Start));
        Assert.False(observer.Join("张", "other", Start));
        Assert.Equal(("陈", "hash"), (observer.Name, observer.TokenHash));
    }

    private static ObserverLine Line(string id, ObserverEntry what, int seconds, string by = "first") =>
        new() { ObserverId = by, Id = id, DrillId = "d", Who = "陈", At = Start.AddSeconds(seconds), ReceivedAt = Start, What = what, About = "kept-away" };

    private static Drill Running()
    {
        var by = new Actor("b", "宋丽", Role.Organizer);
        var drill = Drill.Plan(new DrillPlanned("d", "s", "x", ["c"], "x@1", DrillForm.Live, Blind: false, Start, Armed: false, 30, null), by, Start);
        Assert.Null(drill.Start(by, Start));
        return drill;
    }
}
