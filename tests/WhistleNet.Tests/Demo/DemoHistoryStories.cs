using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.Notes;
using WhistleNet.People;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.Demo;

/// <summary>What a new demo finds in its town: one round of plan, drill, report, improvement and the next drill.</summary>
public sealed class DemoHistoryStories(DemoHistoryStories.Evening evening) : IClassFixture<DemoHistoryStories.Evening>
{
    private static readonly Actor Reader = new("reader", "组织者", Role.Organizer, DemoTown.StationId);

    /// <summary>A demo's house that was built and has not opened.</summary>
    public sealed class Evening : IAsyncLifetime
    {
        private readonly DemoFolder _folder = DemoFolder.Open(null);
        private WebApplication _app = null!;

        public T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

        public Task<WhistleDb> Db() => The<IDbContextFactory<WhistleDb>>().CreateDbContextAsync();

        public Task<WebApplication> Build() => DemoVerb.Build(new Command("demo", [], new Dictionary<string, string>(), []), "http://127.0.0.1:0", _folder);

        public async ValueTask InitializeAsync() => _app = await Build();

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            SqliteConnection.ClearAllPools();
            _folder.Leave();
        }
    }

    [Fact]
    public async Task A_plan_is_due_and_reminds()
    {
        var now = evening.The<TimeProvider>().GetUtcNow();
        var seen = Assert.Single(await evening.The<PlanBoard>().Plans(DemoTown.AsOrganizer));
        Assert.True(seen.Plan.DueAt < now.AddDays(2), $"due {seen.Plan.DueAt}");
        Assert.True(seen.Plan.Shortened, "the slow drill halved its interval");
        await evening.The<PlanRound>().Remind(TestContext.Current.CancellationToken);
        Assert.NotNull(Assert.Single(await evening.The<PlanBoard>().Plans(DemoTown.AsOrganizer)).Reminded);
        Assert.Contains(evening.The<PlanRound>().SignalsFor(DemoTown.StationId), s => s.Names.Contains(seen.Plan.Title));
    }

    [Fact]
    public async Task Its_last_drill_has_a_full_report()
    {
        var report = await Newest();
        Assert.Equal(Mode.Drill, report.Mode);
        Assert.Equal(ReportStanding.Complete, report.Standing);
        Assert.Equal([Side.Raiser, Side.Neighbour, Side.Officer], report.Answers.Select(a => a.Side).Distinct());
        Assert.Empty(report.Missing);
        Assert.Equal([Reaching.InTime, Reaching.Late, Reaching.InTime], report.Facts.Stages.Select(s => s.Reaching));
        Assert.Equal(3, report.Facts.Attendance.Arrived);
        Assert.Contains(report.Facts.Unreached, t => t.Why == Unreached.NoDevice);
        Assert.All(Enum.GetValues<Objective>(), o => Assert.NotEmpty(report.Report.Assessment.Of(o)!.Evidence));
        Assert.NotEmpty(report.Comments);

        var drill = (await evening.The<DrillBoard>().One(DemoTown.AsOrganizer, report.Report.DrillId!))!.Drill;
        Assert.False(drill.IsAnnouncedLate);
        Assert.NotNull(drill.AnnouncedAt);
        var observer = Assert.Single(await evening.The<ObserverBoard>().Of(DemoTown.AsOrganizer, drill));
        Assert.Equal([ObserverEntry.Ticked, ObserverEntry.Rated, ObserverEntry.Noted], observer.Lines.Select(l => l.What).Distinct());
        Assert.NotEmpty((await evening.The<ScriptBoard>().Of(drill))!.Played);
    }

    [Fact]
    public async Task What_was_told_stands_on_a_drills_timeline_in_words()
    {
        var drill = (await evening.The<DrillBoard>().List(DemoTown.AsOrganizer))[0].Drill;
        var seen = (await evening.The<DrillBoard>().One(DemoTown.AsOrganizer, drill.Id))!;
        var told = seen.Lines.Where(l => l.What == DrillEntry.Told).Select(l => DrillSay.TextOf(l, seen.Scenario)).ToList();
        Assert.Contains(told, t => t!.EndsWith(ScenarioSay.Of(seen.Scenario!.Injects.First(i => i.Id == "turns-round").Text).ToString(), StringComparison.Ordinal));
        Assert.All(told, t => Assert.DoesNotContain("-", t!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_improvement_is_open_and_one_was_met_by_a_measurement()
    {
        var all = await evening.The<ImprovementBoard>().Of(DemoTown.StationId);
        var met = Assert.Single(all[Reports.Standing.Met]);
        var report = await Newest();
        Assert.Equal((report.Report.AlertId, 88d), (met.MetByAlertId, met.MetWith));
        Assert.Contains(report.Carried, c => c.Improvement.Id == met.Id && c.Result == Carrying.Met);
        Assert.DoesNotContain(report.Tested, t => t.Improvement.Id == met.Id); // said once
        var open = Assert.Single(all[Reports.Standing.Open]);
        Assert.True(open.DueAt > evening.The<TimeProvider>().GetUtcNow());
        Assert.False(open.Retest.IsMetBy(report.Report.Finished));
    }

    [Fact]
    public async Task Nothing_of_its_past_looks_or_counts_as_a_real_alert()
    {
        await using var db = await evening.Db();
        Assert.Equal(2, await db.Alerts.CountAsync(a => a.Mode == Mode.Drill && a.State == AlertState.Closed && a.Outcome == Outcome.Drill, TestContext.Current.CancellationToken));
        Assert.Equal(11, await db.Alerts.CountAsync(a => a.Mode == Mode.Real && a.State == AlertState.Closed, TestContext.Current.CancellationToken)); // the month beside the drills
        Assert.Equal(13, await db.Alerts.CountAsync(a => a.PublishedVersion == a.Version, TestContext.Current.CancellationToken)); // and no other, nor anything to announce
        var board = evening.The<StatisticsBoard>();
        Task<Statistics> Counted(string mode) => board.Of(DemoTown.StationId, StatisticsQuery.Read(mode, "year", null, null, null, null, null, board.Today(DemoTown.StationId)));
        Assert.Equal(11, (await Counted("real")).History.Whole.N);
        Assert.Equal(2, (await Counted("drill")).History.Whole.N);
        Assert.Equal(11, (await evening.The<ReportBoard>().List(Reader, DemoTown.StationId, Mode.Real, null)).Count);
        Assert.All(await evening.The<DrillBoard>().List(DemoTown.AsOrganizer), d => Assert.Equal(DrillState.Over, d.Drill.State));
    }

    [Fact]
    public async Task Its_month_has_a_quarrel_that_comes_back_a_mediation_overdue_a_word_that_some_have_read_and_thanks()
    {
        var mediations = await evening.The<MediationBoard>().Of(DemoTown.AsOfficer);
        Assert.Equal([MediationStanding.Overdue, MediationStanding.Overdue, MediationStanding.Open], mediations.Select(m => m.Standing));
        Assert.Equal(3, mediations[^1].Times); // the third time at one stall within half a year
        var said = await evening.The<BulletinBoard>().Of(DemoTown.AsOfficer);
        Assert.Equal([BulletinKind.Thanks, BulletinKind.Word], said.Select(b => b.Bulletin.Kind));
        Assert.Equal((0, 4), (said[0].Read.Count, said[0].Unread.Count));
        Assert.Equal(6, said[1].Read.Count);
        Assert.Equal(3, (await evening.The<NoteBoard>().Of(DemoTown.AsOfficer, null, 1)).Count);
    }

    [Fact]
    public async Task Its_week_has_a_training_that_ends_soon_a_gap_in_the_next_shift_both_grids_posts_a_neighbour_and_an_appeal()
    {
        var (hall, now) = (evening.The<TownHall>(), evening.The<TimeProvider>().GetUtcNow());
        await using var db = await evening.Db();
        var kinds = await db.Members.Select(m => m.Kinds).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(Memberships.All, kind => Assert.Contains(kinds, k => (k & kind) != Membership.None));
        Assert.Single(await db.Trainings.ToListAsync(TestContext.Current.CancellationToken), t => t.Until <= DateOnly.FromDateTime(now.UtcDateTime).AddDays(Training.SoonDays));
        var gaps = Duty.Gaps([.. hall.Duty.Shifts(DemoTown.StationId)], now, now.AddDays(4), hall.Town.Stations[DemoTown.StationId].MinimumCover);
        Assert.Equal(TimeSpan.FromHours(3), Assert.Single(gaps) is var gap ? gap.Until - gap.From : default);
        Assert.True(gap.From <= now.AddHours(12));
        Assert.All(hall.Town.Shops, s => Assert.True(s.PoliceGridId is not null && s.CommunityGridId is not null, s.Name));
        Assert.Equal(2, hall.Duty.Posts(DemoTown.StationId).Count());
        Assert.True(Assert.Single(hall.Duty.Pacts(DemoTown.StationId)).Stands);
        Assert.Equal(2, hall.Calendar.OfStation(DemoTown.StationId).Count());
        Assert.NotNull(Assert.Single((await evening.The<FalseAlarmBoard>().Of(DemoTown.StationId)).Open).AlertId);
    }

    [Fact]
    public async Task The_log_of_its_past_holds_together() => Assert.Null((await evening.The<LogCheck>().Walk(null, TestContext.Current.CancellationToken)).Bad);

    [Fact]
    public async Task A_demo_that_starts_again_in_its_folder_changes_nothing()
    {
        var before = await Everything();
        await using (await evening.Build()) { }
        Assert.Equal(before, await Everything());
    }

    private async Task<string> Everything()
    {
        await using var db = await evening.Db();
        return string.Join('\n', [
            .. await db.Drills.OrderBy(d => d.Id).Select(d => $"{d.Id} {d.Version}").ToListAsync(), .. await db.Alerts.OrderBy(a => a.Id).Select(a => $"{a.Id} {a.Version}").ToListAsync(),
            .. await db.Reports.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(), .. await db.Improvements.OrderBy(i => i.Id).Select(i => $"{i.Id} {i.State}").ToListAsync(),
            .. await db.DrillPlans.Select(p => $"{p.Id} {p.DueAt}").ToListAsync(), $"{await db.Access.CountAsync()} records", $"{await db.Devices.CountAsync()} devices"]);
    }

    private async Task<ReportRead> Newest()
    {
        var line = (await evening.The<ReportBoard>().List(Reader, DemoTown.StationId, Mode.Drill, null))[0];
        return (await evening.The<ReportBoard>().One(DemoTown.AsOfficer, line.Report.Id))!;
    }
}
