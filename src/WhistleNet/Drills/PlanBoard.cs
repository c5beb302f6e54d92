using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>A plan with the reminders of its present due date and the drills that are planned for it.</summary>
public sealed record PlanSeen(DrillPlan Plan, Reminder? Reminded, Drill? Next);

/// <summary>How a circle stands: its last drill, the next that is due, and what is planned or running.</summary>
public sealed record CircleDrills(Circle Circle, Drill? Last, DateTimeOffset? DueAt, Drill? Next, bool IsOverdue);

/// <summary>Answers one question: which circle drills when, and which has waited too long?</summary>
public sealed class PlanBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
{
    public async Task<IReadOnlyList<PlanSeen>> Plans(Actor who)
    {
        if (who.StationId is not { } station || !who.May(Act.SeeDrills, station)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var plans = await db.DrillPlans.AsNoTracking().Where(p => p.StationId == station && p.EndedAt == null).OrderBy(p => p.DueAt).ToListAsync();
        var ids = plans.ConvertAll(p => p.Id);
        var reminders = (await db.Reminders.AsNoTracking().Where(r => ids.Contains(r.PlanId)).ToListAsync()).ToLookup(r => (r.PlanId, r.DueAt));
        var drills = (await db.Drills.AsNoTracking().Where(d => d.PlanId != null && ids.Contains(d.PlanId) && (d.State == DrillState.Planned || d.State == DrillState.Running)).ToListAsync()).Where(who.MayKnow).ToLookup(d => d.PlanId!);
        return [.. plans.Select(p => new PlanSeen(p, p.DueAt is { } due ? reminders[(p.Id, due)].MaxBy(r => r.At) : null, drills[p.Id].MinBy(d => d.StartsAt)))];
    }

    /// <summary>What is due within thirty days or overdue, and for which no drill is planned that this reader may know of.</summary>
    public async Task<IReadOnlyList<PlanSeen>> Due(Actor who)
    {
        var soon = time.GetUtcNow() + Reminder.First;
        return [.. (await Plans(who)).Where(p => p.Plan.DueAt < soon && p.Next is null)];
    }

    public async Task<IReadOnlyList<CircleDrills>> Circles(Actor who)
    {
        if (who.StationId is not { } station || !who.May(Act.SeeDrills, station)) return [];
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var plans = await db.DrillPlans.AsNoTracking().Where(p => p.StationId == station && p.EndedAt == null).ToListAsync();
        var drills = (await db.Drills.AsNoTracking().Where(d => d.StationId == station && d.State != DrillState.Cancelled).ToListAsync()).Where(who.MayKnow).ToList();
        var held = plans.ConvertAll(p => (p.DueAt, Circles: p.CirclesIn(hall.Town).ToHashSet()));
        return [.. hall.Town.Circles.Values.Where(c => c.StationId == station).Select(circle =>
        {
            var its = drills.Where(d => d.CircleIds.Contains(circle.Id)).ToList();
            var due = held.Where(p => p.Circles.Contains(circle.Id)).Min(p => p.DueAt);
            return new CircleDrills(circle, its.Where(d => d.State == DrillState.Over).MaxBy(d => d.EndedAt), due, its.Where(d => d.State != DrillState.Over).MinBy(d => d.StartsAt), due < now);
        }).OrderBy(c => c.DueAt ?? DateTimeOffset.MaxValue).ThenBy(c => c.Circle.Name, StringComparer.CurrentCulture)];
    }

    public async Task<IReadOnlyList<ClosedDay>> Closed(Actor who)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.ClosedDays.AsNoTracking().Where(d => d.StationId == who.StationId).OrderBy(d => d.Day).ToListAsync();
    }
}
