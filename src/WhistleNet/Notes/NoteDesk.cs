using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Log;
using WhistleNet.People;
using WhistleNet.Shell;

namespace WhistleNet.Notes;

/// <summary>What somebody typed of what they saw.</summary>
/// <param name="ShopId">The shop where it was; none where the place is words.</param>
/// <param name="Place">Words for a place, or a point as latitude and longitude.</param>
public sealed record NoteTyped(NoteKind? Kind, string? Text, string? ShopId = null, string? Place = null, Kind? About = null);

/// <summary>Takes down community notes. It tells nobody: whoever needs help whistles.</summary>
public sealed class NoteDesk(IDbContextFactory<WhistleDb> databases, TownHall hall, AccessLog log, TimeProvider time)
{
    public const int LongestPlace = 100;

    /// <summary>So many of one writer in an hour, that nobody fills the book.</summary>
    public const int MostAnHour = 30;

    /// <returns>Nothing where it is stored, or why not.</returns>
    public async Task<Text?> Write(Actor by, NoteTyped typed)
    {
        var own = by.ShopId is { } mine && by.MayFor(Act.WriteNotes, mine) ? hall.Town.Shop(mine) : null;
        if (by.StationId is not { } station || own is null && !by.May(Act.WriteNotes, station)) return ProblemSay.Forbidden;
        if (typed.Kind is not { } kind) return NoteSay.KindMissing;
        if (FreeText.Cut(typed.Text) is not { } text) return NoteSay.TextMissing;
        var place = FreeText.Cut(typed.Place) is { } words ? OneLine.Of(words.Length > LongestPlace ? FreeText.Cut(words[..LongestPlace])! : words) : null;
        var shop = hall.Town.Shop(typed.ShopId) is { } named && named.StationId == station ? named : null;
        if (shop is null && place is null) return NoteSay.PlaceMissing;
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var lately = now.AddHours(-1);
        if (await db.Notes.CountAsync(n => n.StationId == station && n.WhoId == by.Id && n.At > lately) >= MostAnHour) return NoteSay.TooMany(MostAnHour);
        var point = shop is null ? Note.PointOf(place) : null;
        var note = new Note
        {
            Id = Ids.New(), StationId = station, Kind = kind, About = typed.About, ShopId = shop?.Id, CircleId = shop?.CircleId ?? own?.CircleId, Place = place, Lat = point?.Lat, Lon = point?.Lon,
            Text = text, WhoId = by.Id, Who = by.Name, FromShopId = own?.Id, At = now,
        };
        db.Notes.Add(note);
        log.Note(db, by, Deed.NoteWritten, note.Id, shop?.Name);
        await db.SaveChangesAsync();
        return null;
    }
}
