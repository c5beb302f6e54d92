using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Notes;

/// <summary>A mediation as its list shows it.</summary>
/// <param name="Times">The how-manieth at this address within half a year.</param>
public sealed record MediationNow(Mediation Mediation, MediationStanding Standing, int Times);

/// <summary>Answers what is to be mediated, what is overdue, and where people fall out again and again.</summary>
public sealed class MediationBoard(IDbContextFactory<WhistleDb> databases, Calling calling, TimeProvider time)
{
    private const int MostOver = 50;

    /// <summary>The open ones, those first that are due first; then the last that are over.</summary>
    public async Task<IReadOnlyList<MediationNow>> Of(Actor who)
    {
        if (who.StationId is not { } station || !who.May(Act.SeeNotes, station)) return [];
        await using var db = await databases.CreateDbContextAsync();
        var open = await db.Mediations.AsNoTracking().Where(m => m.StationId == station && m.State == MediationState.Open).OrderBy(m => m.DueOn).ToListAsync();
        var over = await db.Mediations.AsNoTracking().Where(m => m.StationId == station && m.State != MediationState.Open).OrderByDescending(m => m.ClosedAt).Take(MostOver).ToListAsync();
        return await Seen(db, station, [.. open, .. over]);
    }

    public async Task<MediationNow?> One(Actor who, string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Mediations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id) is { } mediation && who.StationId == mediation.StationId && who.May(Act.SeeNotes, mediation.StationId) ? (await Seen(db, mediation.StationId, [mediation]))[0] : null;
    }

    private async Task<IReadOnlyList<MediationNow>> Seen(WhistleDb db, string station, List<Mediation> shown)
    {
        if (shown.Count == 0) return [];
        var today = calling.DayAt(station, time.GetUtcNow());
        var since = shown.Min(m => m.OpenedAt).AddMonths(-Mediation.RepeatMonths);
        var mediations = await db.Mediations.AsNoTracking().Where(m => m.StationId == station && m.OpenedAt > since).Select(m => new FellOut(m.Id, m.ShopId, m.Place, m.OpenedAt)).ToListAsync();
        var quarrels = await db.Notes.AsNoTracking().Where(n => n.StationId == station && n.Kind == NoteKind.Quarrel && n.At > since).Select(n => new FellOut(n.Id, n.ShopId, n.Place, n.At)).ToListAsync();
        List<FellOut> all = [.. mediations, .. quarrels];
        return [.. shown.Select(m => new MediationNow(m, m.At(today), Repeats.Of(new FellOut(m.Id, m.ShopId, m.Place, m.OpenedAt), all)))];
    }
}
