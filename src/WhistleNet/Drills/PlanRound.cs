using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.Reports;

namespace WhistleNet.Drills;

/// <summary>
/// Walks the plans: a drill that ran to its end dates the next one, a slow one sooner; and who keeps the plan is reminded, once for each reminder.
/// It starts nothing. What is due soon and what is overdue shows at the station.
/// </summary>
public sealed class PlanRound(IDbContextFactory<WhistleDb> databases, Calling calling, TownHall hall, TimeProvider time) : IWatcher, IDisposable
{
    private readonly Turnstile _one = new(); // at the start and on the hour at once: the second finds nothing left
    private volatile ILookup<string, Signal> _due = Enumerable.Empty<Signal>().ToLookup(_ => "");

    public IEnumerable<Signal> SignalsFor(string stationId) => _due[stationId];

    public async Task Remind(CancellationToken stop = default)
    {
        using var turn = await _one.Enter(stop);
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(stop);
        var plans = await db.DrillPlans.Where(p => p.EndedAt == null).ToListAsync(stop);
        foreach (var plan in plans)
        {
            await Date(db, plan, stop);
            await Remind(db, plan, now, stop);
        }
        _due = plans.Where(p => p.DueAt < now + Reminder.First).OrderBy(p => p.DueAt).GroupBy(p => (p.StationId, Late: p.IsOverdue(now)))
            .Select(of => (of.Key.StationId, new Signal(Live.Grade.Supervision, of.Key.Late ? SignalSay.DrillOverdue : SignalSay.DrillDue, [.. of.Select(p => p.Title)]))).ToLookup(s => s.StationId, s => s.Item2);
    }

    public void Dispose() => _one.Dispose();

    // The last completed drill dates the next. One that gave way to a real alert was none.
    private async Task Date(WhistleDb db, DrillPlan plan, CancellationToken stop)
    {
        var since = plan.LastCompletedAt;
        var last = await db.Drills.AsNoTracking().Where(d => d.PlanId == plan.Id && d.State == DrillState.Over && d.End != DrillEnd.RealAlert && (since == null || d.EndedAt > since)).OrderByDescending(d => d.EndedAt).FirstOrDefaultAsync(stop);
        if (last is null) return;
        plan.Completed(last.Id, last.EndedAt!.Value, await WasSlow(db, last.Id, stop));
        plan.DueAt = await PlanDesk.Next(db, plan, last.EndedAt.Value, calling, stop);
        await db.SaveChangesAsync(stop);
    }

    private static async Task Remind(WhistleDb db, DrillPlan plan, DateTimeOffset now, CancellationToken stop)
    {
        if (plan.DueAt is not { } due || Reminder.Of(due, now) is not var (what, number)) return;
        if (await db.Reminders.AnyAsync(r => r.PlanId == plan.Id && r.DueAt == due && r.What == what && r.Number == number, stop)) return;
        db.Reminders.Add(new Reminder { PlanId = plan.Id, DueAt = due, What = what, Number = number, At = now });
        await db.SaveChangesAsync(stop);
    }

    private async Task<bool> WasSlow(WhistleDb db, string drillId, CancellationToken stop)
    {
        foreach (var alert in await db.Alerts.AsNoTracking().Where(a => a.DrillId == drillId && a.Mode == Mode.Drill).ToListAsync(stop))
        {
            var measured = Measured.Of(alert, await db.Lines.AsNoTracking().Where(l => l.AlertId == alert.Id).ToListAsync(stop), await db.Notices.AsNoTracking().Where(n => n.AlertId == alert.Id).ToListAsync(stop), hall.Town.TargetsOf(alert.CircleId));
            if (Stages.Over(measured).Any(s => s.Reaching is Reaching.Late or Reaching.NotReached)) return true;
        }
        return false;
    }
}
