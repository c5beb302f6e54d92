using WhistleNet.Alerts;
using WhistleNet.Drills;

namespace WhistleNet.Reports;

/// <summary>A drill goes out with what it can test, and comes back with met, not met or not measured.</summary>
public sealed class CarriedTests
{
    private static readonly DateTimeOffset Written = Some.Morning.AddHours(-1);

    [Fact]
    public void A_live_drill_carries_the_open_improvements_of_its_circles_that_a_drill_may_meet_the_soonest_due_first()
    {
        var (late, soon, elsewhere, realOnly, withdrawn) = (New("late", days: 30), New("soon", days: 3), New("else", circle: "elsewhere"), New("real", drill: false), New("gone"));
        Assert.Null(withdrawn.Withdraw(Some.Commander, "搬走", Some.Morning));
        Improvement[] all = [late, soon, elsewhere, realOnly, withdrawn];
        Assert.Equal([soon, late], Carried.By(DrillForm.Live, ["circle"], all));
        Assert.Equal([soon, elsewhere, late], Carried.By(DrillForm.Live, ["circle", "elsewhere"], all));
        Assert.Empty(Carried.By(DrillForm.Live, [], all));
        Assert.All(new[] { DrillForm.TableTop, DrillForm.Comms }, form => Assert.Empty(Carried.By(form, ["circle"], all)));
    }

    [Fact]
    public void It_is_met_by_the_alert_that_met_it_and_otherwise_not_met_by_the_one_that_came_nearest()
    {
        var improvement = New("i", within: 180);
        Assert.Equal(new Retested(improvement, Carrying.NotMet, "b", 190), Retested.Of(improvement, [Arrived("a", 200), Arrived("b", 190), Nobody("c")], over: true));
        Assert.Equal(new Retested(improvement, Carrying.Met, "d", 170), Retested.Of(improvement, [Arrived("a", 200), Arrived("d", 170)], over: true));
        Assert.True(improvement.MeetBy(Arrived("d", 170), Some.Morning.AddHours(1)));
        Assert.Equal(new Retested(improvement, Carrying.Met, "d", 170), Retested.Of(improvement, [Arrived("e", 20), Arrived("d", 170)], over: true)); // the one that closed it
    }

    [Fact]
    public void Where_nobody_came_it_is_not_met_and_where_nobody_whistled_there_it_is_not_measured()
    {
        var improvement = New("i");
        Assert.Equal(new Retested(improvement, Carrying.NotMet, "a"), Retested.Of(improvement, [Nobody("a")], over: true));
        Assert.Equal(new Retested(improvement, Carrying.NotMeasured), Retested.Of(improvement, [], over: true));
        Assert.Equal(new Retested(improvement, Carrying.NotMeasured), Retested.Of(improvement, [Arrived("a", 20) with { CircleId = "elsewhere" }], over: true));
        Assert.Equal(new Retested(improvement, Carrying.NotMeasured), Retested.Of(improvement, [Arrived("a", 20) with { RaisedAt = Written }], over: true));
        Assert.Equal(Carrying.NotMeasured, Retested.Of(New("shop", shop: "F"), [Arrived("a", 20)], over: true).Result); // F was not called
        Assert.Equal(Carrying.NotMet, Retested.Of(New("shop", shop: "B"), [Arrived("a", 20)], over: true).Result); // B was, and stayed at home
    }

    [Fact]
    public void While_the_drill_runs_only_what_is_met_is_known()
    {
        var improvement = New("i");
        Assert.Equal(Carrying.Waiting, Retested.Of(improvement, [], over: false).Result);
        Assert.Equal(Carrying.Waiting, Retested.Of(improvement, [Arrived("a", 200)], over: false).Result);
        Assert.Equal(Carrying.Met, Retested.Of(improvement, [Arrived("a", 20)], over: false).Result);
    }

    private static Improvement New(string id, int within = 180, int days = 14, string circle = "circle", bool drill = true, string? shop = null) => new()
    {
        Id = id, StationId = "station", ReportId = "r", Kind = Kind.Fight, Issue = "来得慢", Action = "拉动", Owner = "组长", DueAt = Written.AddDays(days), CircleId = circle,
        Retest = new(Measure.FirstArrived, circle, shop, within, Real: true, drill), CreatedAt = Written, CreatedById = "organizer",
    };

    private static Finished Arrived(string alert, int second) => new EventLog(Mode.Drill, 1, "A", "B").Says(second, "A", Reply.Arrived).Close(400).Finished with { AlertId = alert };

    private static Finished Nobody(string alert) => new EventLog(Mode.Drill, 1, "A", "B").Close(400).Finished with { AlertId = alert };
}
