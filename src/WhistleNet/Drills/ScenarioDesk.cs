using Microsoft.EntityFrameworkCore;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Drills;

/// <summary>Stores a station's own scenarios, version by version. What cannot be played is refused with every reason, and nothing is stored.</summary>
public sealed class ScenarioDesk(IDbContextFactory<WhistleDb> databases, AccessLog log, TimeProvider time)
{
    /// <summary>The most that a station keeps of its own, all versions of all of them: nobody writes so many, and a loop would.</summary>
    public const int MostKept = 1_000;

    /// <summary>A copy under a name of the station's own, as its first version.</summary>
    public async Task<ScenarioSaved> Copy(Actor by, string id, string newName)
    {
        if (by.StationId is not { } station || !by.May(Act.RunDrills, station)) return new(Problem: ProblemSay.Forbidden);
        await using var db = await databases.CreateDbContextAsync();
        if (await ScenarioBoard.Find(db, station, id) is not { } scenario) return new(Problem: ProblemSay.NotFound);
        var name = newName.Trim();
        if (!ScenarioCheck.IsName(name)) return new(Problem: FlawSay.Of(new Flaw(Flawed.NameShape, "name", name)));
        if (ScenarioFiles.TextOf(name) is not null || await db.Scenarios.AnyAsync(s => s.StationId == station && s.Name == name)) return new(Problem: ScenarioSay.NameTaken);
        return await Store(db, by, station, name, 1, ScenarioText.Write(scenario with { Name = name, Version = 1 }));
    }

    /// <summary>The next version of one of the station's own.</summary>
    /// <param name="basedOn">The version that somebody began to edit: where another was saved meanwhile, neither is lost.</param>
    public async Task<ScenarioSaved> Save(Actor by, string name, int basedOn, string text)
    {
        if (by.StationId is not { } station || !by.May(Act.RunDrills, station)) return new(Problem: ProblemSay.Forbidden);
        var read = ScenarioText.Read(text);
        if (read.Scenario is not { } scenario) return new(Flaws: read.Flaws);
        if (scenario.Name != name) return new(Problem: ScenarioSay.NameStays);
        await using var db = await databases.CreateDbContextAsync();
        var newest = await db.Scenarios.Where(s => s.StationId == station && s.Name == name && s.By != null).MaxAsync(s => (int?)s.Version);
        if (newest is null) return new(Problem: ProblemSay.NotFound);
        return newest != basedOn ? new(Problem: ScenarioSay.SavedMeanwhile) : await Store(db, by, station, name, basedOn + 1, text);
    }

    private async Task<ScenarioSaved> Store(WhistleDb db, Actor by, string station, string name, int version, string text)
    {
        if (await db.Scenarios.CountAsync(s => s.StationId == station && s.By != null) >= MostKept) return new(Problem: ScenarioSay.TooManyKept);
        db.Scenarios.Add(new ScenarioVersion { StationId = station, Name = name, Version = version, Text = text, At = time.GetUtcNow(), By = by.Name, ById = by.Id });
        log.Note(db, by, Deed.ScenarioSaved, $"{name}@{version}", name);
        try
        {
            await db.SaveChangesAsync();
            return new(Version: version);
        }
        catch (DbUpdateException)
        {
            return new(Problem: ScenarioSay.SavedMeanwhile); // the version is all that must be unique
        }
    }
}

/// <summary>The version under which it was stored; or why it was not.</summary>
public sealed record ScenarioSaved(int? Version = null, Text? Problem = null, IReadOnlyList<Flaw>? Flaws = null);
