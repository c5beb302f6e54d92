using Cronos;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>A plan as somebody typed it.</summary>
public sealed record PlanRequest(string? Title, IReadOnlyList<string> CircleIds, string? Scenario, DrillForm Form, int Minutes, int? EveryMonths, TimeOnly At, string? Cron, IReadOnlyList<ObserverPost>? Observers = null, string? AreaId = null, IReadOnlyCollection<int>? PhoneRungs = null)
{
    internal Scope Scope => new(CircleIds, AreaId);
}

/// <summary>Keeps the station's plans and the calendar of days on which it drills not.</summary>
public sealed class PlanDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, Calling calling, ScenarioBoard scenarios, AccessLog log, TimeProvider time)
{
    public const int LongestDayName = 40, MostDays = 400;

    /// <summary>None where it is stored; else what is wrong, and nothing was.</summary>
    public async Task<Text?> Make(Actor by, PlanRequest asked)
    {
        if (by.StationId is not { } station || !by.May(Act.RunDrills, station)) return ProblemSay.Forbidden;
        if (Wrong(station, asked, (await scenarios.Newest(station)).FirstOrDefault(s => s.Scenario.Id == asked.Scenario)?.Scenario) is { } wrong) return wrong;
        if (ObserversTyped.Read(asked.Observers, asked.Form, asked.Scope.Circles(hall.Town), hall.Town, out var why) is not { } observers) return why;
        if (RungsTyped.Read(asked.PhoneRungs, asked.Form, hall.Ladders.Of(station), out why) is not { } phones) return why;
        await using var db = await databases.CreateDbContextAsync();
        var plan = new DrillPlan
        {
            Id = Ids.New(), StationId = station, Title = asked.Title!.Trim(), CircleIds = [.. asked.CircleIds.Distinct()], Scenario = asked.Form == DrillForm.Comms ? Drill.NoScenario : asked.Scenario!, Form = asked.Form, Minutes = asked.Minutes,
            EveryMonths = asked.Cron is null ? asked.EveryMonths : null, At = asked.At, Cron = asked.Cron?.Trim(), MadeAt = time.GetUtcNow(), MadeBy = by.Name, AreaId = asked.AreaId, Observers = observers, PhoneRungs = phones,
        };
        plan.DueAt = await Next(db, plan, plan.MadeAt, calling, default);
        if (plan.DueAt is null) return DrillSay.CronNever;
        db.DrillPlans.Add(plan);
        log.Note(db, by, Deed.PlanMade, plan.Id, plan.Title);
        await db.SaveChangesAsync();
        return null;
    }

    public async Task<Text?> Stop(Actor by, string id, string? reason)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.DrillPlans.SingleOrDefaultAsync(p => p.Id == id) is not { } plan || !by.May(Act.SeeDrills, plan.StationId)) return ProblemSay.NotFound;
        if (!by.May(Act.RunDrills, plan.StationId)) return ProblemSay.Forbidden;
        if (plan.Stop(by, reason, time.GetUtcNow()) is { } refusal) return DrillSay.Of(refusal);
        log.Note(db, by, Deed.PlanStopped, plan.Id, plan.Title, plan.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Somebody who runs drills has seen what this plan was last reminded of; where there is nothing to see, nothing is done.</summary>
    public async Task<Text?> See(Actor by, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.DrillPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } plan || !by.May(Act.SeeDrills, plan.StationId)) return ProblemSay.NotFound;
        if (!by.May(Act.RunDrills, plan.StationId)) return ProblemSay.Forbidden;
        var reminder = await db.Reminders.Where(r => r.PlanId == id && r.DueAt == plan.DueAt).OrderByDescending(r => r.At).FirstOrDefaultAsync();
        if (reminder?.See(by, time.GetUtcNow()) != true) return null;
        log.Note(db, by, Deed.ReminderSeen, plan.Id, plan.Title);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>The calendar anew, a day a line as <c>2026-10-01 国庆</c>; what was due on one of them moves behind it.</summary>
    public async Task<Text?> Close(Actor by, string days)
    {
        if (by.StationId is not { } station || !by.May(Act.RunDrills, station)) return ProblemSay.Forbidden;
        if (ClosedDays.Read(station, days, out var wrong) is not { } closed) return new Text(DrillSay.DayWrong.Zh + wrong, DrillSay.DayWrong.En + wrong);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.ClosedDays.Where(d => d.StationId == station).ExecuteDeleteAsync();
        db.ClosedDays.AddRange(closed);
        log.Note(db, by, Deed.CalendarSaved, station, closed.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await db.SaveChangesAsync();
        foreach (var plan in await db.DrillPlans.Where(p => p.StationId == station && p.EndedAt == null).ToListAsync()) plan.DueAt = await Next(db, plan, plan.LastCompletedAt ?? plan.MadeAt, calling, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    internal static async Task<DateTimeOffset?> Next(WhistleDb db, DrillPlan plan, DateTimeOffset after, Calling calling, CancellationToken stop)
    {
        var closed = (await db.ClosedDays.AsNoTracking().Where(d => d.StationId == plan.StationId).Select(d => d.Day).ToListAsync(stop)).ToHashSet();
        var zone = calling.ZoneOf(plan.StationId);
        return plan.After(after, zone, closed, (line, at) => CronExpression.Parse(line).GetNextOccurrence(at, zone)?.ToUniversalTime());
    }

    private Text? Wrong(string station, PlanRequest asked, Scenario? scenario)
    {
        if (string.IsNullOrWhiteSpace(asked.Title) || asked.Title.Trim().Length > DrillRequest.LongestTitle) return DrillSay.NeedsTitle;
        if (asked.Scope.Refuses(station, hall.Town) is { } misplaced) return DrillSay.Of(misplaced);
        if (Fit.Refuses(asked.Form, scenario) is { } unfit) return DrillSay.Of(unfit, scenario, asked.Form);
        if (asked.Minutes is < 1 or > DrillRequest.MostMinutes) return DrillSay.NeedsMinutes;
        if (asked.Cron is { } line) return CronExpression.TryParse(line.Trim(), out _) ? null : DrillSay.CronWrong;
        return asked.EveryMonths is >= 1 and <= DrillPlan.MostMonths ? null : DrillSay.NeedsMonths;
    }
}
