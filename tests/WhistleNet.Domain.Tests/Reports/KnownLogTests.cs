using WhistleNet.Alerts;
using WhistleNet.Circles;

namespace WhistleNet.Reports;

/// <summary>Known event logs in, known 1-3-5 and report facts out; each log was written, and its figures counted, by hand.</summary>
public sealed class KnownLogTests
{
    private static EventLog Log(Mode mode = Mode.Real, int needed = 2) => new(mode, needed, "A", "B", "C");

    [Fact]
    public void All_goes_well()
    {
        var log = Log().Says(8, "A", Reply.Coming).Says(11, "B", Reply.Coming).Take(20).SelfHelp(25).Says(70, "A", Reply.Arrived).Says(95, "B", Reply.Arrived).OnScene(240).Close(600);
        Is(log, 8, 95, 240, Reaching.InTime, Reaching.InTime, Reaching.InTime);
        Assert.Equal((TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(20), 0), (log.Measured.FirstAnswer, log.Measured.FirstArrived, log.Measured.Taken, log.Measured.Unreached));
        Assert.Equal(new Attendance(Told: 3, Reached: 3, Answered: 2, Coming: 2, CannotCome: 0, Arrived: 2, Needed: 2), log.Facts.Attendance);
        Assert.Empty(log.Facts.Deviations);
        Assert.Equal(["王警官"], log.Facts.Officers);
        var header = log.Facts.Header;
        Assert.Equal(("东街派出所", "东街", "一组", "shop", Outcome.Stopped, "已处置", "王警官", false), (header.Station, header.Area, header.Circle, header.Shop, header.Outcome!.Value, header.Reason, header.TakenBy, header.Masked));
    }

    [Fact]
    public void The_unit_stood_when_the_last_that_it_cannot_do_without_was_there()
    {
        var log = Log().Asks("A", UnitRole.Fork, GearKind.Fork).Asks("B", UnitRole.Shield, GearKind.Shield, GearKind.Helmet).Asks("C", UnitRole.Evacuate);
        log.Says(50, "B", Reply.Arrived).Says(90, "C", Reply.Arrived);
        Assert.Null(log.Facts.UnitFormed);
        log.Says(75, "A", Reply.Coming).Says(130, "A", Reply.Arrived).Close(600);
        Assert.Equal(TimeSpan.FromSeconds(130), log.Facts.UnitFormed);
        Assert.Equal([("B", UnitRole.Shield), ("A", UnitRole.Fork), ("C", UnitRole.Evacuate)], log.Facts.Unit.Select(t => (t.Name, t.Role!.Value)));
        Assert.Equal([GearKind.Shield, GearKind.Helmet], log.Facts.Unit[0].Brings);
        Assert.Empty(Log().Says(8, "A", Reply.Arrived).Close(60).Facts.Unit);
    }

    [Fact]
    public void Nobody_came()
    {
        var log = Log().Says(30, "A", Reply.CannotCome).Take(45).Close(900, Outcome.NothingFound);
        Is(log, 45, null, null, Reaching.InTime, Reaching.NotReached, Reaching.NotReached);
        Assert.Equal(new Attendance(3, 3, 1, 0, 1, 0, 2), log.Facts.Attendance);
        Assert.Equal(
            [new(DeviationKind.NobodyCame), new(DeviationKind.StageNotReached, Stage.MutualHelp), new(DeviationKind.StageNotReached, Stage.OnScene)], log.Facts.Deviations);
    }

    [Fact]
    public void Answered_but_never_arrived()
    {
        var log = Log().Says(10, "A", Reply.Coming).Says(12, "B", Reply.Coming).Says(90, "B", Reply.Arrived).Take(15).OnScene(200).Close(500);
        Is(log, 10, null, 200, Reaching.InTime, Reaching.NotReached, Reaching.InTime);
        Assert.Equal("A", Assert.Single(log.Facts.NeverArrived).Name);
        Assert.Contains(new(DeviationKind.NeverArrived, Count: 1), log.Facts.Deviations);
        Assert.Contains(new(DeviationKind.TooFewCame, Count: 1), log.Facts.Deviations);
    }

    [Fact]
    public void Who_says_that_they_turn_back_did_not_fail_to_arrive()
    {
        var log = Log().Says(10, "A", Reply.Coming).Says(40, "A", Reply.Withdrawn).Close(100);
        Assert.Empty(log.Facts.NeverArrived);
    }

    [Fact]
    public void The_station_was_there_first()
    {
        var log = Log().Take(6).OnScene(50).Says(80, "A", Reply.Arrived).Says(200, "B", Reply.Arrived).Close(400);
        Is(log, 6, 200, 50, Reaching.InTime, Reaching.Late, Reaching.InTime);
        Assert.Equal([new(DeviationKind.StageLate, Stage.MutualHelp, By: TimeSpan.FromSeconds(20))], log.Facts.Deviations);
        Assert.Equal(TimeSpan.FromSeconds(80), log.Measured.FirstAnswer);
    }

    [Fact]
    public void Nobody_was_reached_at_all()
    {
        var log = Log().Unreached("A", Unreached.NoDevice).Unreached("B", Unreached.OffDuty).Unreached("C", Unreached.DeviceSilent).SelfHelp(70).Climb(30).Climb(60).Take(100).OnScene(310).Close(700);
        Is(log, 70, null, 310, Reaching.Late, Reaching.NotReached, Reaching.Late);
        Assert.Equal(3, log.Measured.Unreached);
        Assert.Equal([("A", Unreached.NoDevice), ("B", Unreached.OffDuty), ("C", Unreached.DeviceSilent)], log.Facts.Unreached.Select(t => (t.Name, t.Why!.Value)));
        Assert.Equal(
            [
                new(DeviationKind.NobodyReached, Count: 3), new(DeviationKind.NobodyCame), new(DeviationKind.StageLate, Stage.SelfHelp, By: TimeSpan.FromSeconds(10)),
                new(DeviationKind.StageNotReached, Stage.MutualHelp), new(DeviationKind.StageLate, Stage.OnScene, By: TimeSpan.FromSeconds(10)), new(DeviationKind.Climbed, Count: 2),
            ], log.Facts.Deviations);
    }

    [Fact]
    public void A_slip_that_was_closed_at_once()
    {
        var log = Log().StillPushed("A").Close(9, Outcome.Slip);
        Is(log, null, null, null, Reaching.NotReached, Reaching.NotReached, Reaching.NotReached);
        Assert.Equal((1, Heard.NotKnown), (log.Measured.Unreached, log.Facts.Told[0].How));
        Assert.Contains(new(DeviationKind.NotTaken), log.Facts.Deviations);
        Assert.Equal([new Asked(Side.Raiser, "shop", "shop")], Asking.Of(log.Alert, log.Facts));
    }

    [Fact]
    public void Who_came_and_left_before_the_others_does_not_make_a_unit()
    {
        var log = Log().Says(20, "A", Reply.Arrived).Says(40, "A", Reply.Withdrawn).Says(60, "B", Reply.Arrived).Says(150, "C", Reply.Arrived).Close(300);
        Is(log, 20, 150, null, Reaching.InTime, Reaching.InTime, Reaching.NotReached);
        Assert.Equal((3, 3), (log.Facts.Attendance.Coming, log.Facts.Attendance.Arrived));
    }

    [Fact]
    public void Two_devices_of_one_shop_are_one_shop()
    {
        var log = Log().Second("A").Says(20, "A", Reply.Arrived).Says(30, "A", Reply.Arrived, person: true).Close(300);
        Is(log, 20, null, null, Reaching.InTime, Reaching.NotReached, Reaching.NotReached);
        Assert.Equal(1, log.Facts.Attendance.Arrived);
        Assert.Equal(3, log.Facts.Attendance.Told);
    }

    [Fact]
    public void A_shop_is_reached_if_one_of_its_devices_was_and_late_if_that_was_late()
    {
        var log = Log().Unreached("A", Unreached.DeviceSilent).Second("A").Late("B").Second("C", Delivery.Seen).Unreached("C", Unreached.DeviceSilent).Close(300);
        Assert.Equal([("A", Heard.InTime), ("B", Heard.Late), ("C", Heard.Not)], log.Facts.Told.Select(t => (t.Name, t.How)));
        Assert.Equal(("B", "C"), (log.Facts.Late.Single().Name, log.Facts.Unreached.Single().Name));
        Assert.Equal(1, log.Measured.Unreached);
    }

    [Fact]
    public void On_the_stroke_of_the_target_is_in_time_and_a_tick_later_is_late()
    {
        var log = Log().SelfHelp(60).Says(90, "A", Reply.Arrived).Says(180, "B", Reply.Arrived).Take(200).OnScene(301).Close(400);
        Is(log, 60, 180, 301, Reaching.InTime, Reaching.InTime, Reaching.Late);
    }

    [Fact]
    public void The_circles_own_targets_decide_and_a_sight_helps_nobody()
    {
        var log = new EventLog(Mode.Real, 2, "A", "B") { Targets = Targets.Of(30, 60, 90)! }.Sees(5, "A").Take(31).OnScene(90).Close(200);
        Is(log, 31, null, 90, Reaching.Late, Reaching.NotReached, Reaching.InTime);
    }

    [Fact]
    public void Handed_back_and_opened_again_the_first_time_counts()
    {
        var log = Log().Take(10).HandBack(50).Take(70, Some.OtherOfficer).OnScene(100).Close(200).Reopen(260).Take(270).OnScene(400).Close(500);
        Is(log, 10, null, 100, Reaching.InTime, Reaching.NotReached, Reaching.InTime);
        Assert.Contains(new(DeviationKind.HandedBack, Count: 1), log.Facts.Deviations);
        Assert.Contains(new(DeviationKind.Reopened, Count: 1), log.Facts.Deviations);
        Assert.Equal(["王警官", "李警官"], log.Facts.Officers);
    }

    [Fact]
    public void A_drill_says_that_it_is_one_and_is_measured_alike()
    {
        var log = Log(Mode.Drill, needed: 1).Says(15, "C", Reply.Coming, person: true).Says(64, "C", Reply.Arrived, person: true).Take(18).OnScene(120).Close(300);
        Is(log, 15, 64, 120, Reaching.InTime, Reaching.InTime, Reaching.InTime);
        Assert.Equal(Mode.Drill, log.Facts.Header.Mode);
        Assert.Equal([new(Side.Raiser, "shop", "shop"), new(Side.Neighbour, "C", "C"), new Asked(Side.Officer, "officer", "王警官")], Asking.Of(log.Alert, log.Facts));
    }

    [Fact]
    public void A_report_is_handed_on_and_so_never_tells_of_the_duress_word()
    {
        var log = Log().Duress(20).Take(30).Close(100);
        Assert.Contains(log.Alert.Lines, l => l.What == Entry.Safe);
        Assert.DoesNotContain(log.Facts.Timeline, l => l.What == Entry.Safe);
    }

    [Fact]
    public void Words_that_were_masked_leave_the_figures_as_they_were_measured()
    {
        var log = Log().Says(10, "A", Reply.Coming).Says(100, "A", Reply.Arrived).Says(120, "B", Reply.Arrived).Take(30).OnScene(200).Close(300);
        var before = log.Measured;
        var masked = log.Alert.Lines.Select(l => new AlertLine { AlertId = l.AlertId, At = l.At, What = l.What, WhoId = l.WhoId, StationOnly = l.StationOnly }).ToList();
        Assert.Null(Measured.Of(log.Alert, masked, log.Notices, log.Targets).MutualHelp);
        var facts = ReportDraft.Of(log.Alert, masked, [], before, EventLog.Town);
        Assert.Equal([10, 120, 200], facts.Stages.Select(s => s.Took!.Value.TotalSeconds));
        Assert.Empty(facts.Officers);
    }

    [Fact]
    public void While_it_is_open_a_stage_runs_until_its_target_and_is_overdue_after_it()
    {
        var log = Log().Take(10);
        Assert.Equal([Reaching.InTime, Reaching.Running, Reaching.Running], Stages.Now(log.Measured, TimeSpan.FromSeconds(180)).Select(s => s.Reaching));
        Assert.Equal([Reaching.InTime, Reaching.Overdue, Reaching.Running], Stages.Now(log.Measured, TimeSpan.FromSeconds(181)).Select(s => s.Reaching));
    }

    private static void Is(EventLog log, int? selfHelp, int? mutualHelp, int? onScene, params Reaching[] reaching)
    {
        var stages = Stages.Over(log.Measured);
        Assert.Equal([selfHelp, mutualHelp, onScene], stages.Select(s => (int?)s.Took?.TotalSeconds));
        Assert.Equal(reaching, stages.Select(s => s.Reaching));
        Assert.Equal(stages, log.Facts.Stages);
    }
}
