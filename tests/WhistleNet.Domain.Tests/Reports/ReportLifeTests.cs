using WhistleNet.Alerts;
using WhistleNet.Drills;
using WhistleNet.People;

namespace WhistleNet.Reports;

/// <summary>A report is owed from the end on, reminded of, complete when nobody is missing, and otherwise closed as incomplete; never lost.</summary>
public sealed class ReportLifeTests
{
    private static readonly DateTimeOffset Ended = Some.Morning.AddSeconds(400);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(90);
    private static readonly Assessment Rated = Assessment.Empty with { Ratings = [.. Enum.GetValues<Objective>().Select(o => new Rating(o, Performance.Performed, "时间线"))] };

    private static EventLog Log() => new EventLog(Mode.Real, 1, "A", "B").Says(10, "A", Reply.Coming).Take(20).Close(400);

    private static bool Assess(Report report, Assessment assessment) => report.Assess(assessment, report.KeepUntil, report.Edition, Some.Commander, Ended.AddMinutes(30));

    private static Report New(EventLog log) => Report.Of(log.Alert, log.Measured, ReportTimes.Default, "r", Keep);

    [Fact]
    public void Reminders_come_after_two_hours_a_day_and_three_days_each_once()
    {
        var report = New(Log());
        var given = Enumerable.Range(0, 24 * 6).Where(hour => report.Remind(Ended.AddHours(hour), ReportTimes.Default)).ToList();
        Assert.Equal([2, 24, 72], given);
        Assert.Equal((3, (DateTimeOffset?)null), (report.Reminded, report.RemindAt));
    }

    [Fact]
    public void Reminders_that_were_missed_while_the_house_stood_still_are_one()
    {
        var report = New(Log());
        Assert.True(report.Remind(Ended.AddHours(30), ReportTimes.Default));
        Assert.Equal((2, Ended.AddDays(3)), (report.Reminded, report.RemindAt!.Value));
        Assert.False(report.Remind(Ended.AddHours(30), ReportTimes.Default));
    }

    [Fact]
    public void After_seven_days_it_is_closed_as_incomplete_and_can_still_become_complete()
    {
        var report = New(Log());
        Assert.False(report.CloseOverdue(Ended.AddDays(7)));
        Assert.True(report.CloseOverdue(Ended.AddDays(7).AddTicks(1)));
        Assert.Equal(ReportState.Incomplete, report.State);
        Assert.False(report.CloseOverdue(Ended.AddDays(9)));
        Assert.True(Assess(report, Rated));
        Assert.True(report.Complete(anyoneMissing: false, Ended.AddDays(20)));
        Assert.Equal(ReportState.Complete, report.State);
    }

    [Fact]
    public void It_is_complete_when_nobody_is_missing_and_every_objective_is_rated()
    {
        var report = New(Log());
        Assert.False(report.Complete(anyoneMissing: false, Ended.AddHours(1)));
        Assert.True(Assess(report, Rated with { Ratings = [.. Rated.Ratings.Skip(1)] }));
        Assert.False(report.Complete(anyoneMissing: false, Ended.AddHours(1)));
        Assert.True(Assess(report, Rated));
        Assert.False(report.Complete(anyoneMissing: true, Ended.AddHours(1)));
        Assert.True(report.Complete(anyoneMissing: false, Ended.AddHours(1)));
        Assert.False(report.Complete(anyoneMissing: false, Ended.AddHours(2)));
        Assert.False(report.Remind(Ended.AddHours(3), ReportTimes.Default));
        Assert.False(report.CloseOverdue(Ended.AddDays(8)));
    }

    [Fact]
    public void It_stands_as_owed_then_due_then_overdue()
    {
        var report = New(Log());
        Assert.Equal(ReportStanding.Owed, report.At(Ended.AddHours(1)));
        report.Remind(Ended.AddHours(2), ReportTimes.Default);
        Assert.Equal(ReportStanding.Due, report.At(Ended.AddDays(7)));
        Assert.Equal(ReportStanding.Overdue, report.At(Ended.AddDays(7).AddTicks(1)));
    }

    [Fact]
    public void An_alert_that_was_opened_again_is_measured_anew_when_it_ends_and_only_then()
    {
        var log = Log();
        var report = New(log);
        Assert.False(report.Follow(log.Alert, log.Measured, ReportTimes.Default, Keep));
        log.Reopen(500);
        Assert.False(report.Follow(log.Alert, log.Measured, ReportTimes.Default, Keep));
        log.OnScene(600).Close(700);
        Assert.True(report.Follow(log.Alert, log.Measured, ReportTimes.Default, Keep));
        Assert.Equal((Some.Morning.AddSeconds(700), Some.Morning.AddSeconds(700).AddDays(7), TimeSpan.FromSeconds(600)), (report.EndedAt, report.DueAt, report.Measured.OnScene!.Value));
    }

    [Fact]
    public void Of_two_who_write_at_once_the_second_is_told()
    {
        var report = New(Log());
        Assert.True(report.Assess(Rated, report.KeepUntil, 0, Some.Commander, Ended));
        Assert.False(report.Assess(Assessment.Empty, report.KeepUntil, 0, Some.Officer, Ended));
        Assert.Equal((Rated, "赵所长", 1), (report.Assessment, report.AssessedBy, report.Edition));
    }

    [Fact]
    public void Who_came_is_asked_and_who_has_answered_is_not_missing()
    {
        var log = Log();
        var asked = Asking.Of(log.Alert, log.Facts);
        Assert.Equal([new(Side.Raiser, "shop", "shop"), new(Side.Neighbour, "A", "A"), new Asked(Side.Officer, "officer", "王警官")], asked);
        var answers = new[] { new ReportAnswer { ReportId = "r", AskedId = "A", Side = Side.Neighbour, WhoId = "d-A" } };
        Assert.Equal(["shop", "officer"], Asking.Missing(asked, answers).Select(a => a.Id));
    }

    [Theory]
    [InlineData(Outcome.Duplicate, ReportState.Complete, 0, false)]
    [InlineData(Outcome.Slip, ReportState.Owed, 3, false)]
    [InlineData(Outcome.Stopped, ReportState.Owed, 3, true)]
    public void Nobody_is_asked_of_a_duplicate_whose_story_another_report_tells(Outcome outcome, ReportState state, int asked, bool counts)
    {
        var log = new EventLog(Mode.Real, 1, "A", "B").Says(10, "A", Reply.Coming).Take(20).Close(400, outcome);
        Assert.Equal((state, asked, counts), (New(log).State, Asking.Of(log.Alert, log.Facts).Count, New(log).Counts));
    }

    [Fact]
    public void Round_a_table_the_drill_itself_owes_the_report_which_rates_and_measures_nothing()
    {
        var drill = Table(DrillForm.TableTop);
        Assert.True(Report.IsOwedBy(drill));
        var report = Report.Of(drill, Kind.Theft, ReportTimes.Default, Keep);
        Assert.Equal((drill.Id, (string?)null, Mode.Drill, Ended.AddDays(7), false), (report.Id, report.AlertId, report.Mode, report.DueAt, report.Counts));
        Assert.True(report.Remind(Ended.AddHours(2), ReportTimes.Default));
        Assert.False(report.Complete(anyoneMissing: true, Ended));
        Assert.True(report.Complete(anyoneMissing: false, Ended)); // nothing was rated

        Assert.All(new[] { Table(DrillForm.Live), Table(DrillForm.Comms), Table(DrillForm.TableTop, over: false) }, other => Assert.False(Report.IsOwedBy(other)));
        var broken = Table(DrillForm.TableTop, over: false);
        broken.GiveWay(Some.Commander, Ended);
        Assert.False(Report.IsOwedBy(broken));
    }

    [Fact]
    public void Round_a_table_shops_who_came_to_observe_and_whoever_started_it_are_asked()
    {
        var drill = Table(DrillForm.TableTop);
        var (came, never) = (new Observer { Id = "o1", DrillId = drill.Id, MadeAt = Ended, MadeBy = "x" }, new Observer { Id = "o2", DrillId = drill.Id, MadeAt = Ended, MadeBy = "x", Expected = "没来" });
        Assert.True(came.Join("陈观察", "token", Ended));
        var asked = Asking.RoundTheTable([("a", "甲店"), ("b", "乙店")], [came, never], drill.Lines);
        Assert.Equal([new(Side.Table, "a", "甲店"), new(Side.Table, "b", "乙店"), new(Side.Observer, "o1", "陈观察"), new Asked(Side.Organizer, Some.Officer.Id, Some.Officer.Name)], asked);
        Assert.Equal([false, false, true, true], asked.Select(a => a.IsPerson));
        var armed = Asking.RoundTheTable([], [], Table(DrillForm.TableTop, starter: Actor.System).Lines);
        Assert.Equal([new Asked(Side.Organizer, Some.Commander.Id, Some.Commander.Name)], armed); // who planned it, where it started by itself
    }

    private static Drill Table(DrillForm form, bool over = true, Actor? starter = null)
    {
        var drill = Drill.Plan(new DrillPlanned("drill", "s", "推演", ["c"], "x@1", form, Blind: false, Ended.AddMinutes(-31), Armed: false, 30, null), Some.Commander, Ended.AddMinutes(-31));
        Assert.Null(drill.Start(starter ?? Some.Officer, Ended.AddMinutes(-30)));
        if (over) Assert.Null(drill.Stop(Some.Commander, "完", Ended));
        return drill;
    }

    [Theory]
    [InlineData(0, 180, 300)]
    [InlineData(60, 59, 300)]
    [InlineData(60, 180, 179)]
    [InlineData(60, 180, 86_401)]
    public void Targets_that_cannot_be_are_refused(int first, int second, int third) => Assert.Null(Targets.Of(first, second, third));
}
