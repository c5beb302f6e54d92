using WhistleNet.Alerts;

namespace WhistleNet.Reports;

/// <summary>An improvement is closed by a measurement or withdrawn with a name; there is no third way.</summary>
public sealed class ImprovementTests
{
    private static readonly DateTimeOffset Written = Some.Morning.AddHours(-1);

    private static Improvement New(int threshold = 180) => new()
    {
        Id = "i", StationId = "station", ReportId = "r", Kind = Kind.Fight, Issue = "三分钟内无人到场", Action = "每周拉动一次", Owner = "组长", DueAt = Written.AddDays(30), CircleId = "circle",
        Retest = new(Measure.FirstArrived, "circle", null, threshold, Real: true, Drill: true), CreatedAt = Written, CreatedById = "organizer", CreatedBy = "组织者",
    };

    private static Finished Arrived(int second, Mode mode = Mode.Drill) => new EventLog(mode, 1, "A").Says(second, "A", Reply.Arrived).Close(400).Finished;

    [Fact]
    public void A_later_drill_that_is_quick_enough_meets_it_with_what_it_measured()
    {
        var improvement = New();
        Assert.True(improvement.MeetBy(Arrived(170), Some.Morning.AddHours(1)));
        Assert.Equal((ImprovementState.Met, "alert", 170d, Some.Morning.AddHours(1)), (improvement.State, improvement.MetByAlertId, improvement.MetWith!.Value, improvement.EndedAt!.Value));
        Assert.False(improvement.MeetBy(Arrived(10), Some.Morning.AddHours(2)));
        Assert.Equal(170d, improvement.MetWith);
    }

    [Fact]
    public void One_that_is_too_slow_or_that_nobody_reached_leaves_it_open()
    {
        var improvement = New();
        Assert.False(improvement.MeetBy(Arrived(181), Some.Morning));
        Assert.False(improvement.MeetBy(new EventLog(Mode.Real, 1, "A").Close(400).Finished, Some.Morning));
        Assert.Equal(ImprovementState.Open, improvement.State);
    }

    [Fact]
    public void The_alert_that_it_came_out_of_or_an_earlier_one_cannot_meet_it()
    {
        var improvement = New();
        Assert.False(improvement.MeetBy(Arrived(10) with { RaisedAt = Written }, Some.Morning));
        Assert.Equal(ImprovementState.Open, improvement.State);
    }

    [Fact]
    public void It_is_withdrawn_only_with_a_reason_and_a_name_and_only_once()
    {
        var improvement = New();
        Assert.Equal(NotImproved.ReasonMissing, improvement.Withdraw(Some.Commander, " ", Some.Morning));
        Assert.Null(improvement.Withdraw(Some.Commander, "市场搬迁", Some.Morning));
        Assert.Equal((ImprovementState.Withdrawn, "赵所长", "市场搬迁"), (improvement.State, improvement.WithdrawnBy, improvement.WithdrawnWhy));
        Assert.Equal(NotImproved.NotOpen, improvement.Withdraw(Some.Commander, "又", Some.Morning));
        Assert.False(improvement.MeetBy(Arrived(10), Some.Morning));
    }

    [Fact]
    public void It_is_open_then_due_a_week_before_its_date_and_overdue_after_it()
    {
        var improvement = New();
        Assert.Equal([Standing.Open, Standing.Open, Standing.Due, Standing.Due, Standing.Overdue],
            new[] { Written, improvement.DueAt.AddDays(-7), improvement.DueAt.AddDays(-7).AddTicks(1), improvement.DueAt, improvement.DueAt.AddTicks(1) }.Select(improvement.At));
        improvement.MeetBy(Arrived(10), Some.Morning);
        Assert.Equal(Standing.Met, improvement.At(improvement.DueAt.AddYears(1)));
    }
}
