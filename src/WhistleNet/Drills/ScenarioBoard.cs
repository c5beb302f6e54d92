using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;

namespace WhistleNet.Drills;

/// <summary>Answers one question: which scenarios does a station have, the program's and its own, and in which versions?</summary>
public sealed class ScenarioBoard(IDbContextFactory<WhistleDb> databases)
{
    /// <summary>The newest version of each that a drill may run, the station's own first.</summary>
    public async Task<IReadOnlyList<ScenarioSeen>> Newest(string stationId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var kept = await db.Scenarios.AsNoTracking().Where(s => s.StationId == stationId && s.By != null).ToListAsync();
        var own = kept.GroupBy(s => s.Name).Select(g => g.MaxBy(s => s.Version)!).Where(s => s.Read() is not null).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new ScenarioSeen(s.Read()!, s));
        return [.. own, .. ScenarioFiles.All.Select(s => new ScenarioSeen(s, null))];
    }

    /// <summary>As <c>name@version</c>.</summary>
    public async Task<IReadOnlyList<string>> Names(string stationId) => [.. (await Newest(stationId)).Select(s => s.Scenario.Id)];

    /// <summary>The versions of one that somebody wrote, the newest first; none where it is the program's.</summary>
    public async Task<IReadOnlyList<ScenarioVersion>> Versions(string stationId, string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Scenarios.AsNoTracking().Where(s => s.StationId == stationId && s.Name == name && s.By != null).OrderByDescending(s => s.Version).ToListAsync();
    }

    /// <summary>That very version: as a drill ran it, whatever a later program brings.</summary>
    public static async Task<Scenario?> Find(WhistleDb db, string stationId, string id)
    {
        if (id.Split('@') is not [var name, var number] || !int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var version)) return null;
        var kept = await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(s => s.StationId == stationId && s.Name == name && s.Version == version);
        return kept?.Read() ?? ScenarioFiles.Find(id);
    }

    /// <summary>A drill begins: the program's scenario that it runs is kept as it is now.</summary>
    public static async Task Keep(WhistleDb db, Drill drill, DateTimeOffset now)
    {
        if (ScenarioFiles.Find(drill.Scenario) is not { } scenario || await db.Scenarios.AnyAsync(s => s.StationId == drill.StationId && s.Name == scenario.Name && s.Version == scenario.Version)) return;
        db.Scenarios.Add(new ScenarioVersion { StationId = drill.StationId, Name = scenario.Name, Version = scenario.Version, Text = ScenarioFiles.TextOf(scenario.Name)!, At = now });
    }
}

/// <param name="Own">Who wrote it and when; none where it comes with the program.</param>
public sealed record ScenarioSeen(Scenario Scenario, ScenarioVersion? Own);
