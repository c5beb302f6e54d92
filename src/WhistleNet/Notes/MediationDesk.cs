using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>Follows what is to be mediated: who does it, by when, and what came of it. Each verb answers nothing where it is done, or why not.</summary>
public sealed class MediationDesk(IDbContextFactory<WhistleDb> databases, Calling calling, AccessLog log, TimeProvider time)
{
    /// <summary>Opens one for a note; a note that has one keeps it.</summary>
    public async Task<Text?> Follow(Actor by, string noteId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == noteId) is not { } note || !by.May(Act.Mediate, note.StationId)) return ProblemSay.Forbidden;
        if (await db.Mediations.AnyAsync(m => m.Id == noteId)) return null;
        db.Mediations.Add(Mediation.Of(note, time.GetUtcNow(), Today(note.StationId)));
        log.Note(db, by, Deed.MediationSaved, noteId);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (Again(noteId))
        {
            // somebody else opened it at this moment
        }
        return null;
    }

    public Task<Text?> Assign(Actor by, string id, string? mediator, DateOnly? dueOn) => Do(by, id, (mediation, today) =>
        mediation.Assign(EnrolDesk.NameOf(mediator), dueOn ?? mediation.DueOn, today));

    public Task<Text?> Close(Actor by, string id, MediationState how, string? result) => Do(by, id, (mediation, _) => mediation.Close(how, FreeText.Cut(result), by, time.GetUtcNow()));

    private DateOnly Today(string stationId) => calling.DayAt(stationId, time.GetUtcNow());

    private bool Again(string id)
    {
        using var db = databases.CreateDbContext();
        return db.Mediations.Any(m => m.Id == id);
    }

    private async Task<Text?> Do(Actor by, string id, Func<Mediation, DateOnly, MediationRefusal?> what)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Mediations.SingleOrDefaultAsync(m => m.Id == id) is not { } mediation || !by.May(Act.Mediate, mediation.StationId)) return ProblemSay.Forbidden;
        if (what(mediation, Today(mediation.StationId)) is { } refusal) return MediationSay.Of(refusal);
        log.Note(db, by, Deed.MediationSaved, id, reason: mediation.AlertId);
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return MediationSay.SomebodyElse;
        }
    }
}
