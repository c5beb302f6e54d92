using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Live;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>Answers one question: where does a drill's scenario stand, by what its timelines say?</summary>
public sealed class ScriptBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
{
    /// <summary>None before its start, for a test of the ways, and where its scenario is no longer there.</summary>
    public async Task<Script?> Of(Drill drill)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await Of(db, drill, time.GetUtcNow());
    }

    public async Task<Script?> Of(WhistleDb db, Drill drill, DateTimeOffset now)
    {
        if (drill.StartedAt is not { } started || drill.Form == DrillForm.Comms || await ScenarioBoard.Find(db, drill.StationId, drill.Scenario) is not { } scenario) return null;
        var told = await db.DrillLines.AsNoTracking().Where(l => l.DrillId == drill.Id && (l.What == DrillEntry.Told || l.What == DrillEntry.Ticked)).ToListAsync();
        var alerts = await db.Alerts.AsNoTracking().Where(a => a.DrillId == drill.Id).OrderBy(a => a.RaisedAt).ToListAsync();
        var raiser = drill.PressShopId ?? alerts.FirstOrDefault()?.ShopId;
        var seen = Sightings.Of(scenario, raiser, await Lines(db, alerts, drill.EndedAt ?? DateTimeOffset.MaxValue), told, await Shops(db, alerts)).Concat(await ObserverBoard.Seen(db, drill, scenario));
        List<Played> played = [.. told.Where(l => l is { What: DrillEntry.Told, Text: not null }).Select(l => new Played(l.Text!, l.At))];
        var play = Play.Of(scenario, started, seen, played, drill.EndedAt < now ? drill.EndedAt.Value : now);
        return new Script(scenario, play, played, raiser, await Neighbours(db, drill, raiser, alerts));
    }

    /// <summary>What of a running drill this client was told already, for a page that was away.</summary>
    public async Task<IReadOnlyList<InjectNews>> ToldTo(Actor who, string drillId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == drillId) is not { } drill || await Of(db, drill, time.GetUtcNow()) is not { } script) return [];
        var told = script.Played.OrderBy(p => p.At).Join(script.Scenario.Injects, p => p.Id, i => i.Id, (p, i) => script.Telling(i, p.At));
        return [.. told.Where(t => who.IsShop ? t.IsFor(who.ShopId!, drill.IsSecret) : IsForConsole(who, t, drill)).Select(t => InjectNews.Of(drill, t))];
    }

    private static bool IsForConsole(Actor who, Telling told, Drill drill) =>
        who.May(Act.KnowSecretDrills, drill.StationId) || !drill.IsSecret && who.IsStation && told.Inject.To is Part.Station or Part.Everyone;

    // What the end of the drill itself closed, nobody did.
    private static async Task<IEnumerable<(Alert, AlertLine)>> Lines(WhistleDb db, List<Alert> alerts, DateTimeOffset end)
    {
        var (ids, byId) = (alerts.ConvertAll(a => a.Id), alerts.ToDictionary(a => a.Id));
        var lines = ids.Count == 0 ? [] : await db.Lines.AsNoTracking().Where(l => ids.Contains(l.AlertId)).InOrder().ToListAsync();
        return lines.Where(l => l.At < end).Select(l => (byId[l.AlertId], l));
    }

    private async Task<Func<string?, string?>> Shops(WhistleDb db, List<Alert> alerts)
    {
        if (alerts.Count == 0) return _ => null;
        var station = alerts[0].StationId;
        var people = await db.Users.AsNoTracking().Where(u => u.StationId == station && u.ShopId != null).ToDictionaryAsync(u => u.Id, u => u.ShopId);
        return who => who is null ? null : hall.Roster.ById(who)?.ShopId ?? people.GetValueOrDefault(who);
    }

    // Whoever the alerts called, as far as they widened; before the first of them, the circles.
    private async Task<IReadOnlyList<string>> Neighbours(WhistleDb db, Drill drill, string? raiser, List<Alert> alerts)
    {
        var ids = alerts.ConvertAll(a => a.Id);
        var called = ids.Count == 0 ? [] : await db.Notices.AsNoTracking().Where(n => ids.Contains(n.AlertId) && n.To == To.Shop && n.ShopId != null).Select(n => n.ShopId!).Distinct().ToListAsync();
        return [.. (ids.Count == 0 ? drill.CircleIds.SelectMany(hall.Town.InCircle).Select(s => s.Id) : called).Where(s => s != raiser)];
    }
}

/// <summary>A drill's scenario as it stands.</summary>
/// <param name="Raiser">The shop that presses; none while nobody has and nobody was named.</param>
/// <param name="Neighbours">The shops that play neighbours.</param>
public sealed record Script(Scenario Scenario, Play Play, IReadOnlyList<Played> Played, string? Raiser, IReadOnlyList<string> Neighbours)
{
    public Telling Telling(Inject inject, DateTimeOffset at) => new(inject, at, Raiser, Neighbours);
}
