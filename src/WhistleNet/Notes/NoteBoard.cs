using Microsoft.EntityFrameworkCore;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.People;

namespace WhistleNet.Notes;

/// <summary>A note, and whether a mediation follows it.</summary>
public sealed record NoteNow(Note Note, bool Followed);

/// <summary>One page of notes, newest first, and how many there are in all.</summary>
public sealed record NotesFound(IReadOnlyList<NoteNow> Notes, int Count);

/// <summary>Answers what was noted: to the station all of it, to a shop what was written for it.</summary>
public sealed class NoteBoard(IDbContextFactory<WhistleDb> databases, TownHall hall, TimeProvider time)
{
    public const int PageSize = 25;
    private const int MostOwn = 20, MostForDrill = 500;

    public async Task<NotesFound> Of(Actor who, NoteKind? kind, int page)
    {
        if (who.StationId is not { } station || !who.May(Act.SeeNotes, station)) return new([], 0);
        await using var db = await databases.CreateDbContextAsync();
        var notes = db.Notes.AsNoTracking().Where(n => n.StationId == station && (kind == null || n.Kind == kind));
        var rows = await notes.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(n => new { Note = n, Followed = db.Mediations.Any(m => m.Id == n.Id) }).ToListAsync();
        return new([.. rows.Select(r => new NoteNow(r.Note, r.Followed))], await notes.CountAsync());
    }

    /// <summary>What a shop's people wrote for it.</summary>
    public async Task<IReadOnlyList<Note>> Mine(Actor who)
    {
        if (who.ShopId is not { } shop || !who.MayFor(Act.WriteNotes, shop)) return [];
        await using var db = await databases.CreateDbContextAsync();
        return await db.Notes.AsNoTracking().Where(n => n.FromShopId == shop).OrderByDescending(n => n.At).Take(MostOwn).ToListAsync();
    }

    /// <summary>The quarrels and near misses of the last months in these circles, which speak for a scenario.</summary>
    public async Task<IReadOnlyList<Note>> ForDrill(Actor who, IReadOnlyCollection<string> circleIds)
    {
        if (who.StationId is not { } station || !who.May(Act.SeeNotes, station)) return [];
        var since = time.GetUtcNow().AddDays(-Proposal.Days);
        await using var db = await databases.CreateDbContextAsync();
        var notes = await db.Notes.AsNoTracking().Where(n => n.StationId == station && n.At > since && (n.Kind == NoteKind.Quarrel || n.Kind == NoteKind.NearMiss) && n.CircleId != null).OrderByDescending(n => n.At).Take(MostForDrill).ToListAsync();
        return [.. notes.Where(n => circleIds.Contains(hall.Town.Standing(n.CircleId!)))];
    }
}
