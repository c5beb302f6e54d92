using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Drills;

/// <summary>Answers one question: what did the observers of a drill see?</summary>
public sealed class ObserverBoard(IDbContextFactory<WhistleDb> databases, ScriptBoard scripts)
{
    /// <summary>Their ticks, as the scenario speaks of them.</summary>
    public static async Task<IReadOnlyList<Seen>> Seen(WhistleDb db, Drill drill, Scenario scenario)
    {
        var posts = await db.Observers.AsNoTracking().Where(o => o.DrillId == drill.Id).ToDictionaryAsync(o => o.Id, o => o.ShopId);
        var lines = posts.Count == 0 ? [] : await db.ObserverLines.AsNoTracking().Where(l => l.DrillId == drill.Id && (l.What == ObserverEntry.Ticked || l.What == ObserverEntry.Unticked)).ToListAsync();
        return [.. Observing.Seen(scenario, lines, posts.GetValueOrDefault)];
    }

    /// <summary>The observers of a drill with all that they wrote, for whoever may see drills.</summary>
    public async Task<IReadOnlyList<ObserverSeen>> Of(Actor who, Drill drill)
    {
        if (!who.MayKnow(drill)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var observers = await Named(db, drill.Id);
        var lines = observers.Count == 0 ? Enumerable.Empty<ObserverLine>().ToLookup(l => l.ObserverId) : (await db.ObserverLines.AsNoTracking().Where(l => l.DrillId == drill.Id).OrderBy(l => l.At).ToListAsync()).ToLookup(l => l.ObserverId);
        return [.. observers.Select(o => new ObserverSeen(o, [.. lines[o.Id]]))];
    }

    /// <summary>Who they are, in the order in which they were named.</summary>
    public static Task<List<Observer>> Named(WhistleDb db, string drillId) => db.Observers.AsNoTracking().Where(o => o.DrillId == drillId).OrderBy(o => o.MadeAt).ThenBy(o => o.Expected).ThenBy(o => o.Id).ToListAsync();

    /// <summary>A line by its id, for whoever may see the drill; none of another drill.</summary>
    public async Task<ObserverLine?> Line(Actor who, string drillId, string lineId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Drills.AsNoTracking().SingleOrDefaultAsync(d => d.Id == drillId) is { } drill && who.MayKnow(drill)
            ? await db.ObserverLines.AsNoTracking().Where(l => l.DrillId == drillId && l.Id == lineId).FirstOrDefaultAsync() : null;
    }

    /// <summary>What an observer's page shows: the scenario, how it stands, and what this observer wrote.</summary>
    public async Task<ObserveSheet?> Sheet(Watching watching)
    {
        await using var db = await databases.CreateDbContextAsync();
        var (observer, drill) = (watching.Observer, watching.Drill);
        if (await ScenarioBoard.Find(db, drill.StationId, drill.Scenario) is not { } scenario) return null;
        var lines = await db.ObserverLines.AsNoTracking().Where(l => l.ObserverId == observer.Id).ToListAsync();
        return new ObserveSheet(observer, drill, scenario, await scripts.Of(drill), lines);
    }
}

public sealed record ObserverSeen(Observer Observer, IReadOnlyList<ObserverLine> Lines);

/// <param name="Script">None before the drill's start.</param>
/// <param name="Lines">What this observer wrote so far.</param>
public sealed record ObserveSheet(Observer Observer, Drill Drill, Scenario Scenario, Script? Script, IReadOnlyList<ObserverLine> Lines)
{
    public bool IsTicked(string about) => Observing.Ticks(Lines).Any(l => l.About == about);

    public int? RatingOf(string about) => Lines.Where(l => l.What == ObserverEntry.Rated && l.About == about).ToList() is { Count: > 0 } rated ? Observing.Last(rated).Rating : null;

    public IEnumerable<ObserverLine> Notes(string? about) => Lines.Where(l => l.What == ObserverEntry.Noted && l.About == about).OrderBy(l => l.At);

    /// <summary>What events judge, and no observer has to.</summary>
    public IEnumerable<Standing> Measured => (Script?.Play.Expected ?? []).Where(s => s.Expected.What != Happening.Observed);

    public Standing? StandingOf(string id) => Script?.Play.Expected.FirstOrDefault(s => s.Expected.Id == id);
}
