using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Alerts;

/// <summary>The station's moves: load, ask the rule, save, announce.</summary>
public sealed class AlertDesk(AlertWriter writer, TownHall hall, Calling calling, Climbing climbing, Mustering mustering, Drilling drilling)
{
    public Task<Ruling<Alert>> Take(Actor by, string id) =>
        Move(by, id, Act.Take, (w, alert) => alert.Take(by, w.Now, ClocksOf(alert)));

    public Task<Ruling<Alert>> HandBack(Actor by, string id) =>
        Move(by, id, Act.HandBack, (w, alert) => alert.HandBack(by, w.Now, hall.Ladders.DueAfter(alert.StationId, alert.Rung)));

    public Task<Ruling<Alert>> MarkAs(Actor by, string id, Mark mark, string? text) =>
        Move(by, id, Act.Mark, (w, alert) => alert.MarkAs(mark, by, w.Now, ClocksOf(alert), text));

    public Task<Ruling<Alert>> Tell(Actor by, string id, Kind? kind, int? level) =>
        Move(by, id, level is null ? Act.TellKind : Act.TellLevel, (w, alert) => alert.Tell(kind, level, by, w.Now));

    public Task<Ruling<Alert>> Close(Actor by, string id, Outcome? outcome, string? reason) => Move(by, id, Act.Close, (w, alert) =>
        outcome == Outcome.Malicious && !by.May(Act.CallMalicious, alert) ? Refusal.NotPermitted : alert.Close(by, outcome, reason, w.Now));

    public Task<Ruling<Alert>> Reopen(Actor by, string id, string? reason) => MoveSlowly(by, id, Act.Reopen, async (w, alert) =>
    {
        if (alert.DrillId is not null && await w.Drill(alert.DrillId) is not { IsRunning: true } && alert.State == AlertState.Closed) return Refusal.DrillNotRunning;
        if (alert.Reopen(by, reason, w.Now, ClocksOf(alert), hall.Ladders.DueAfter(alert.StationId, 0), await calling.AnyRingLeft(w, alert)) is { } refusal) return refusal;
        if (alert.Mode == Mode.Real) await drilling.GiveWay(w, alert);
        return null;
    });

    public Task<Ruling<Alert>> Merge(Actor by, string id, string into, string? reason) => MoveSlowly(by, id, Act.Merge, async (w, alert) =>
    {
        if (await w.Alert(into) is not { } other || !by.May(Act.Merge, other)) return Refusal.NotOpen;
        if (alert.MergeInto(other, by, reason, w.Now) is { } refusal) return refusal;
        other.HearOf(alert, by, w.Now);
        var added = await calling.Hand(w, alert, other);
        var notices = await w.Notices(other.Id);
        var taken = other.TakeOver(await w.Notices(alert.Id), notices, w.Now);
        w.Announce(other, notices, [.. taken.Union(mustering.Ask(other, notices, w.Now)).Union(notices.Where(n => added.Exists(a => a.Id == n.Id)))]);
        return null;
    });

    /// <summary>Calls the next ring now; the clock does it by itself at its due time.</summary>
    public Task<Ruling<Alert>> Widen(Actor by, string id) => MoveSlowly(by, id, Act.Widen, (w, alert) => WidenNow(w, alert, by));

    /// <summary>Calls the next rung, a rung by its number, or an officer by their id.</summary>
    public Task<Ruling<Alert>> Escalate(Actor by, string id, string? to) => MoveSlowly(by, id, Act.Escalate, async (w, alert) =>
    {
        var officer = to is null ? null : hall.Roster.Officers(alert.StationId).FirstOrDefault(o => o.Id == to);
        var rung = to is null ? hall.Ladders.After(alert.StationId, alert.Rung)
            : int.TryParse(to, System.Globalization.CultureInfo.InvariantCulture, out var number) ? hall.Ladders.Of(alert.StationId).FirstOrDefault(r => r.Number == number) : null;
        if (officer is null && rung is null && to is not null) throw new BadField("to is the number of a rung, or the id of an officer of this station.");
        return await Climb(w, alert, by, rung, officer);
    });

    internal async Task<Refusal?> WidenNow(Writing w, Alert alert, Actor by)
    {
        if (((AlertState?)alert.State).Refuses(AlertMove.Widen) is { } refusal) return refusal;
        var (added, left) = await calling.Ring(w, alert, alert.Ring + 1);
        if (alert.Widen(by, w.Now, ClocksOf(alert), added.Count, last: !left) is { } no) return no;
        var notices = await w.Notices(alert.Id);
        w.Announce(alert, notices, [.. mustering.Ask(alert, notices, w.Now).UnionBy(added, n => n.Id)]);
        return null;
    }

    /// <summary>Asks the unit anew where somebody who is asked for a part has gone silent; the clock's to do.</summary>
    internal async Task<bool> AskAnew(Writing w, Alert alert)
    {
        var notices = await w.Notices(alert.Id);
        if (Bearers.Silent(alert, notices, w.Now, ClocksOf(alert)) is not { Count: > 0 } silent || mustering.Ask(alert, notices, w.Now) is not { Count: > 0 } changed) return false;
        alert.AskedAnew(silent, w.Now);
        w.Announce(alert, notices, changed);
        return true;
    }

    internal async Task<Refusal?> Climb(Writing w, Alert alert, Actor by, Rung? rung, Actor? officer = null)
    {
        if (((AlertState?)alert.State).Refuses(AlertMove.Escalate) is { } refusal) return refusal;
        var spared = officer is null && rung is not null && await IsSpared(w, alert, rung);
        var called = rung is null && officer is null || spared ? null : await climbing.Rung(w, alert, rung, officer);
        var reached = Math.Max(alert.Rung, rung?.Number ?? 0);
        if (alert.Escalate(by, w.Now, ClocksOf(alert), rung?.Number, called?.Name ?? (spared ? $"{rung!.Name} · {DrillSay.NotCalled}" : "nobody is left on the ladder"), hall.Ladders.DueAfter(alert.StationId, reached)) is { } no) return no;
        w.Announce(alert, null, called is null ? [] : [called]);
        return null;
    }

    // A drill rings no telephone, unless its plan names that rung; and it calls no neighbouring station, which agreed to help and not to be drilled.
    private static async Task<bool> IsSpared(Writing w, Alert alert, Rung rung) =>
        alert.Mode != Mode.Real && (rung.Kind == RungKind.NeighbourStation || rung.Kind == RungKind.Phone && (await w.Drill(alert.DrillId))?.PhoneRungs.Contains(rung.Number) != true);

    private Task<Ruling<Alert>> Move(Actor by, string id, Act act, Func<Writing, Alert, Refusal?> move) =>
        MoveSlowly(by, id, act, (w, alert) => Task.FromResult(move(w, alert)));

    private Task<Ruling<Alert>> MoveSlowly(Actor by, string id, Act act, Func<Writing, Alert, Task<Refusal?>> move) => writer.Write(async w =>
    {
        if (await w.Alert(id) is not { } alert || !await w.IsSeenBy(by, id)) return Ruling<Alert>.NotFound;
        if (!by.May(act, alert)) return Ruling<Alert>.Forbidden;
        var before = alert.Version;
        var refusal = await move(w, alert);
        if (refusal is null && alert.Version != before) w.Announce(alert);
        return new(alert, refusal);
    });

    private Clocks ClocksOf(Alert alert) => hall.Town.ClocksOf(alert.StationId);
}
