using WhistleNet.Alerts;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>When the next drill is due, and what is reminded of it.</summary>
public sealed class DrillPlanTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly HashSet<DateOnly> NoDay = [];
    private static readonly DateTimeOffset Made = new(2026, 8, 31, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_last_drill_dates_the_next_at_the_same_hour_of_the_stations_day()
    {
        var plan = Every(3);
        Assert.Equal(Local(Shanghai, 2026, 11, 30, 10), plan.After(Made, Shanghai, NoDay, Never)); // of a month without a 31st its last day
        plan.Completed("d", Local(Shanghai, 2026, 12, 2, 23), slow: false);
        Assert.Equal(Local(Shanghai, 2027, 3, 2, 10), plan.After(plan.LastCompletedAt!.Value, Shanghai, NoDay, Never));
    }

    [Fact]
    public void A_slow_drill_halves_the_interval_until_a_good_one()
    {
        var plan = Every(3);
        plan.Completed("slow", Local(Shanghai, 2026, 11, 1, 12), slow: true);
        Assert.Equal((true, 2, Local(Shanghai, 2027, 1, 1, 10)), (plan.Shortened, plan.MonthsNow!.Value, plan.After(plan.LastCompletedAt!.Value, Shanghai, NoDay, Never)!.Value));
        plan.Completed("good", Local(Shanghai, 2026, 12, 1, 12), slow: false);
        Assert.Equal((false, 3), (plan.Shortened, plan.MonthsNow!.Value));
        plan.Completed("older", Local(Shanghai, 2026, 11, 20, 12), slow: true);
        Assert.Equal("good", plan.LastDrillId); // what comes late changes nothing
    }

    [Fact]
    public void Of_those_who_see_a_reminder_the_first_counts()
    {
        var reminder = new Reminder { PlanId = "p", DueAt = Made, What = Reminding.Days7, Number = 0, At = Made };
        Assert.True(reminder.See(new Actor("g", "宋丽", Role.Organizer, "s"), Made.AddHours(1)));
        Assert.False(reminder.See(Some.Commander, Made.AddHours(2)));
        Assert.Equal(("宋丽", "g", Made.AddHours(1)), (reminder.SeenBy, reminder.SeenById, reminder.SeenAt));
    }

    [Fact]
    public void Holidays_and_market_days_are_passed_over()
    {
        HashSet<DateOnly> closed = [new(2026, 11, 30), new(2026, 12, 1)];
        Assert.Equal(Local(Shanghai, 2026, 12, 2, 10), Every(3).After(Made, Shanghai, closed, Never));
        var days = new Queue<DateTimeOffset>([Local(Shanghai, 2026, 11, 30, 9), Local(Shanghai, 2026, 12, 1, 9), Local(Shanghai, 2026, 12, 3, 9)]);
        Assert.Equal(Local(Shanghai, 2026, 12, 3, 9), Cron().After(Made, Shanghai, closed, (_, _) => days.Dequeue()));
        Assert.Null(Cron().After(Made, Shanghai, closed, Never));
    }

    [Fact]
    public void An_hour_that_the_clocks_leave_out_or_bring_twice_neither_skips_nor_doubles_a_drill()
    {
        var gone = Every(1, new TimeOnly(2, 30)).After(Local(Berlin, 2027, 2, 28, 12), Berlin, NoDay, Never); // 28 March 2027 has no half past two
        Assert.Equal(Local(Berlin, 2027, 3, 28, 3), gone);
        var twice = Every(1, new TimeOnly(2, 30)).After(Local(Berlin, 2026, 9, 25, 12), Berlin, NoDay, Never); // 25 October 2026 has two
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)), twice);
    }

    public static TheoryData<double, Reminding?, int> Days => new()
    {
        { 40, null, 0 }, { 30, Reminding.Days30, 0 }, { 8, Reminding.Days30, 0 }, { 7, Reminding.Days7, 0 }, { 1.5, Reminding.Days7, 0 }, { 1, Reminding.Day1, 0 }, { -0.5, Reminding.Day1, 0 },
        { -1, Reminding.Overdue, 0 }, { -30, Reminding.Overdue, 0 }, { -31, Reminding.Overdue, 1 }, { -62, Reminding.Overdue, 2 },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void Reminders_come_30_and_7_days_and_1_day_before_the_next_day_and_then_every_30(double daysLeft, Reminding? what, int number)
    {
        var reminder = Reminder.Of(Made + TimeSpan.FromDays(daysLeft), Made);
        Assert.Equal(what, reminder?.What);
        if (what is not null) Assert.Equal(number, reminder!.Value.Number);
    }

    [Fact]
    public void A_plan_is_ended_by_a_person_with_a_reason_and_then_nothing_is_due()
    {
        var plan = Every(3);
        plan.DueAt = Made;
        var by = new Actor("o", "组织者", Role.Organizer, "s");
        Assert.Equal(Refusal.ReasonMissing, plan.Stop(by, " ", Made));
        Assert.Null(plan.Stop(by, "并组", Made));
        Assert.Null(plan.Stop(by, null, Made));
        Assert.Equal((null, "并组", "组织者"), (plan.DueAt, plan.Reason, plan.EndedBy));
    }

    private static DrillPlan Every(int months, TimeOnly? at = null) => New(months, null, at ?? new TimeOnly(10, 0));

    private static DrillPlan Cron() => New(null, "0 9 * * *", default);

    private static DrillPlan New(int? months, string? cron, TimeOnly at) => new()
    {
        Id = "p", StationId = "s", Title = "季度演练", CircleIds = ["a"], Scenario = "x@1", Form = DrillForm.Live, Minutes = 20, EveryMonths = months, At = at, Cron = cron, MadeAt = Made, MadeBy = "组织者",
    };

    private static DateTimeOffset? Never(string cron, DateTimeOffset after) => null;

    private static DateTimeOffset Local(TimeZoneInfo zone, int year, int month, int day, int hour)
    {
        var local = new DateTime(year, month, day, hour, 0, 0);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
