using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>Takes what organizers and commanders want of a drill: load, ask the rule, save, announce.</summary>
public sealed class DrillDesk(AlertWriter writer, Drilling drilling)
{
    public Task<Ruling<Drill>> Plan(Actor by, DrillPlanned plan) => !by.May(Act.RunDrills, plan.StationId) ? Task.FromResult(Ruling<Drill>.Forbidden) : writer.Write(async w =>
    {
        var armed = await w.Db.Drills.AsNoTracking().Where(d => d.StationId == plan.StationId && d.State == DrillState.Planned && d.Armed).ToListAsync();
        if (armed.Exists(other => Interlock.Collide(plan, other))) return new Ruling<Drill>(null, Refusal.CircleBusy);
        var drill = Drill.Plan(plan, by, w.Now);
        w.Db.Drills.Add(drill);
        w.Db.Observers.AddRange(plan.Observers.Select(o => new Observer { Id = Ids.New(), DrillId = drill.Id, Expected = o.Name, ShopId = o.ShopId, MadeAt = w.Now, MadeBy = by.Name }));
        w.Announce(drill);
        return new Ruling<Drill>(drill);
    });

    public Task<Ruling<Drill>> Start(Actor by, string id) => Move(by, id, (w, drill) => drilling.Start(w, drill, by));

    public Task<Ruling<Drill>> Stop(Actor by, string id, string? reason) => Move(by, id, async (w, drill) =>
    {
        var was = drill.State;
        if (drill.Stop(by, reason, w.Now) is { } refusal) return refusal;
        if (drill.State != was) await Drilling.Ended(w, drill, by);
        return null;
    });

    public Task<Ruling<Drill>> Cancel(Actor by, string id, string? reason) => Move(by, id, (w, drill) => Changed(w, drill, drill.Cancel(by, reason, w.Now)));

    /// <summary>An observer saw something that the scenario asks after; once is enough.</summary>
    public Task<Ruling<Drill>> Tick(Actor by, string id, string what) => Move(by, id, async (w, drill) =>
    {
        if (await w.Db.DrillLines.AnyAsync(l => l.DrillId == id && l.What == DrillEntry.Ticked && l.Text == what)) return null;
        return await Changed(w, drill, drill.Tick(what, by, w.Now));
    });

    /// <summary>Tells everybody who took part that this was a drill.</summary>
    public Task<Ruling<Drill>> Announce(Actor by, string id) => Move(by, id, (w, drill) => Changed(w, drill, drill.Announce(by, w.Now)));

    private static Task<Refusal?> Changed(Writing w, Drill drill, Refusal? refusal)
    {
        if (refusal is null) w.Announce(drill);
        return Task.FromResult(refusal);
    }

    private Task<Ruling<Drill>> Move(Actor by, string id, Func<Writing, Drill, Task<Refusal?>> move) => writer.Write(async w =>
    {
        if (await w.Drill(id) is not { } drill || !by.MayKnow(drill)) return Ruling<Drill>.NotFound;
        if (!by.May(Act.RunDrills, drill.StationId)) return Ruling<Drill>.Forbidden;
        return new(drill, await move(w, drill));
    });
}
