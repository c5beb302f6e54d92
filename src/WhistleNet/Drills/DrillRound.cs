using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>
/// What of drills is due by the second: an armed one begins, one whose minutes are over ends, one beside a real alert gives way, and what its
/// scenario tells next is told, and everybody that it was one. Each asks again inside the writer, so that done twice, late or after a kill it is the same.
/// </summary>
public sealed class DrillRound(IDbContextFactory<WhistleDb> databases, AlertWriter writer, Drilling drilling, ScriptBoard scripts)
{
    /// <summary>The drills in which something is due.</summary>
    public async Task<List<string>> Due(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var live = await db.Drills.AsNoTracking().Where(d => d.State == DrillState.Running || d.State == DrillState.Planned && d.Armed && d.StartsAt <= now || d.State == DrillState.Over && d.AnnouncedAt == null).ToListAsync(stop);
        if (live.Count == 0) return [];
        var real = await db.Alerts.Where(a => a.Mode == Mode.Real && (a.State == AlertState.Raised || a.State == AlertState.Taken)).Select(a => a.StationId).Distinct().ToListAsync(stop);
        var due = live.Where(d => d.State == DrillState.Planned || d.EndsAt <= now && d.IsRunning || d.IsRunning && real.Contains(d.StationId) || d.TellsAt <= now).Select(d => d.Id).ToHashSet();
        foreach (var drill in live.Where(d => d.IsRunning && !due.Contains(d.Id)))
        {
            if (await scripts.Of(db, drill, now) is { Play.Due.Count: > 0 }) due.Add(drill.Id);
        }
        return [.. due];
    }

    public Task<bool> Do(string id) => writer.Write(async w =>
    {
        if (await w.Drill(id) is not { } drill) return false;
        switch (drill)
        {
            case { State: DrillState.Planned, Armed: true } when drill.StartsAt <= w.Now:
                await Begin(w, drill);
                return true;
            case { IsRunning: true } when await Drilling.OpenReal(w, drill.StationId) is { } real:
                await drilling.GiveWay(w, real); // whoever raised it has done this already; only another program's write comes here
                return true;
            case { IsRunning: true } when drill.EndsAt <= w.Now:
                drill.RunOut(w.Now);
                await Drilling.Ended(w, drill, Actor.System);
                return true;
            case { State: DrillState.Over } when drill.TellsAt <= w.Now:
                drill.Announce(Actor.System, w.Now);
                w.Announce(drill);
                return true;
            case { IsRunning: true }:
                return await Tell(w, drill);
            default:
                return false;
        }
    });

    // Asked again inside the writer: of two rounds that found the same due, the second finds it told.
    private async Task<bool> Tell(Writing w, Drill drill)
    {
        if (await scripts.Of(w.Db, drill, w.Now) is not { Play.Due: { Count: > 0 } due } script) return false;
        foreach (var inject in due) drill.Tell(inject.Id, w.Now);
        w.Announce(drill, [.. due.Select(inject => script.Telling(inject, w.Now))]);
        return true;
    }

    private async Task Begin(Writing w, Drill drill)
    {
        if (w.Now - drill.StartsAt > Drill.StillTimely) drill.HoldBack(null, w.Now);
        else if (await drilling.Start(w, drill, Actor.System) is { } why) drill.HoldBack(why, w.Now);
        else return;
        w.Announce(drill);
    }
}
